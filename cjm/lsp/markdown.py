"""Markdown: texts of the author's own, in what editors show as Markdown."""

from __future__ import annotations

import re

_SIGNS = re.compile(r"([\\`*_\[\]<>#|~&])")


def escaped(text: str) -> str:
    """A text on one line that Markdown shows as it is written."""
    return _SIGNS.sub(r"\\\1", " ".join(text.split()))
