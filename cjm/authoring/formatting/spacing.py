"""Spacing: between which tokens of a line no space stands."""

from __future__ import annotations

from cjm.source.tokens import (
    ALIAS,
    ANCHOR,
    CLOSE,
    COMMA,
    DASH,
    DIRECTIVE,
    DOCUMENT,
    KEY,
    OPEN,
    SCALAR,
    STREAM,
    TAG,
    VALUE,
)

_ENDS = frozenset((VALUE, COMMA, CLOSE))
# After a name or a colon the sign would be taken for a part of it.
TIGHT: dict[str, frozenset[str]] = {
    SCALAR: _ENDS,
    CLOSE: _ENDS,
    ALIAS: frozenset((COMMA, CLOSE)),
    COMMA: frozenset((COMMA, CLOSE)),
    OPEN: frozenset((VALUE, COMMA, CLOSE, OPEN, KEY, ALIAS, ANCHOR, TAG, SCALAR)),
    **dict.fromkeys((VALUE, KEY, DASH, ANCHOR, TAG, DOCUMENT, DIRECTIVE, STREAM), frozenset()),
}
"""What stands on a line behind a token without a space between them."""
