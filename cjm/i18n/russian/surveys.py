"""In Russian: scores from surveys."""

from __future__ import annotations

SURVEYS: dict[str, str] = {}
