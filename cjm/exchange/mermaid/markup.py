"""Texts in Mermaid: entities, line ends, HTML and Markdown → plain text."""

from __future__ import annotations

import html
import re

_ENTITY = re.compile(r"#(\w+);")
_BREAK = re.compile(r"<br\s*/?>|\\n|\n", re.IGNORECASE)
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
_EMPHASIS = re.compile(r"(\*\*|__)(?=\S)([^*_]+)(?<=\S)\1|([*_])(?=\S)([^*_]+)(?<=\S)\3")
_UNSEEN = re.compile(r"(?<=\$)\u200b(?=\$)|(?<=\\)\u200b(?=n)|(?<=:)\u200b(?=fa-)")
"""What `cjm render` puts in, so that Mermaid takes no text for a formula, a line end or an icon."""


def plain(text: str) -> str:
    """A text with its entities resolved, on one line."""
    return " ".join(_resolved(text).split())


def lines_of(label: str, markdown: bool = False) -> tuple[str, ...]:
    """The lines of a label as plain texts; tags and Markdown's emphasis are dropped."""
    parts = _BREAK.split(label)
    if markdown:
        parts = [_EMPHASIS.sub(lambda found: found[2] or found[4], part) for part in parts]
    texts = (plain(_TAG.sub("", part)) for part in parts)
    return tuple(text for text in texts if text)


def _resolved(text: str) -> str:
    named = _ENTITY.sub(lambda found: f"&{'#' if found[1].isdigit() else ''}{found[1]};", text)
    return _UNSEEN.sub("", html.unescape(named))
