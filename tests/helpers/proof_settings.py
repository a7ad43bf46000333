"""How many examples a proof on random journeys takes."""

from __future__ import annotations

import os

from hypothesis import settings

many = settings(max_examples=int(os.environ.get("CJM_PROOF_EXAMPLES", "100")))
"""For a longer hunt: CJM_PROOF_EXAMPLES=20000 pytest tests/analysis."""
