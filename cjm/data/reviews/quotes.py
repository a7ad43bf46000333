"""Quotes: which reviews speak for a topic."""

from __future__ import annotations

from collections.abc import Iterable

from cjm.i18n.characters import head

MOST = 3
LONGEST = 200
"""Characters of a quote; a longer review is quoted only after those that fit, and cut."""


def quotes_of(reviews: Iterable[tuple[str, float | None]]) -> tuple[str, ...]:
    """Up to 3 texts: of the worst tone, then the longest of up to 200 characters, then the first.

    Args:
        reviews: Texts and tones in the order of the file; a text that comes twice is quoted once.
    """
    texts: dict[str, float | None] = {}
    for text, tone in reviews:
        texts.setdefault(" ".join(text.split()), tone)
    ranked = sorted(texts.items(), key=lambda review: _rank(*review))
    return tuple(_cut(text) for text, _ in ranked[:MOST])


def _rank(text: str, tone: float | None) -> tuple[bool, float, int]:
    return tone is None, tone or 0.0, -len(text) if len(text) <= LONGEST else 0


def _cut(text: str) -> str:
    """A text of at most 200 characters, cut at a blank."""
    if len(text) <= LONGEST:
        return text
    kept = head(text, LONGEST - 1)
    return (kept[: kept.rfind(" ")] if " " in kept else kept).rstrip(" ,;:.–—-") + "…"
