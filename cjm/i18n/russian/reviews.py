"""In Russian: topics of reviews."""

from __future__ import annotations

REVIEWS: dict[str, str] = {}
