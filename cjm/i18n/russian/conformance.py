"""In Russian: planned against lived."""

from __future__ import annotations

CONFORMANCE: dict[str, str] = {}
