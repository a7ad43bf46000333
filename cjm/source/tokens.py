"""The signs that a YAML text is made of, each with its place, and what the text says by them.

For those who change how a text is laid out: a tree does not tell where a bracket or a dash stands.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import yaml
from yaml import events, tokens

from cjm.source.reader import loader

DIRECTIVE = "directive"
DOCUMENT = "document"
MAPPING = "mapping"
SEQUENCE = "sequence"
BLOCK_END = "block-end"
OPEN = "open"
CLOSE = "close"
DASH = "dash"
COMMA = "comma"
KEY = "key"
VALUE = "value"
ALIAS = "alias"
ANCHOR = "anchor"
TAG = "tag"
SCALAR = "scalar"
STREAM = "stream"

_KINDS = {
    tokens.DirectiveToken: DIRECTIVE,
    tokens.DocumentStartToken: DOCUMENT,
    tokens.DocumentEndToken: DOCUMENT,
    tokens.StreamStartToken: STREAM,
    tokens.StreamEndToken: STREAM,
    tokens.BlockMappingStartToken: MAPPING,
    tokens.BlockSequenceStartToken: SEQUENCE,
    tokens.BlockEndToken: BLOCK_END,
    tokens.FlowSequenceStartToken: OPEN,
    tokens.FlowMappingStartToken: OPEN,
    tokens.FlowSequenceEndToken: CLOSE,
    tokens.FlowMappingEndToken: CLOSE,
    tokens.BlockEntryToken: DASH,
    tokens.FlowEntryToken: COMMA,
    tokens.KeyToken: KEY,
    tokens.ValueToken: VALUE,
    tokens.AliasToken: ALIAS,
    tokens.AnchorToken: ANCHOR,
    tokens.TagToken: TAG,
    tokens.ScalarToken: SCALAR,
}

Token = tuple[str, int, int, int]
"""A token's kind, the offsets of its start and end in the text, and the column of its start,
0-based. Where both are one, it stands for structure alone: a block that begins or ends, or a key
without a question mark. The end of a block scalar is past its last line."""


class NotYaml(Exception):
    """A text that no reader of YAML takes."""


def tokens_of(text: str) -> Iterator[Token]:
    """The tokens of a text without a byte order mark. Raises NotYaml."""
    reader = loader()(text)
    kinds = _KINDS
    try:
        while token := reader.get_token():
            start = token.start_mark
            yield kinds[type(token)], start.index, token.end_mark.index, start.column
    except yaml.YAMLError as error:
        raise NotYaml from error
    finally:
        reader.dispose()


def meaning(text: str) -> list[tuple[Any, ...]]:
    """All that a text says, however it is laid out: two texts that say the same have the same.

    Anchors, aliases, tags, block and flow form and plain or quoted text are told apart; comments
    say nothing. Raises NotYaml.
    """
    reader = loader()(text)
    said: list[tuple[Any, ...]] = []
    try:
        while event := reader.get_event():
            said.append(_said(event))
            if type(event) is events.StreamEndEvent:
                break
    except yaml.YAMLError as error:
        raise NotYaml from error
    finally:
        reader.dispose()
    return said


def _said(event: Any) -> tuple[Any, ...]:
    kind = type(event)
    if kind is events.ScalarEvent:
        block = event.style if event.style in ("|", ">") else None
        return kind, event.anchor, event.tag, event.implicit, event.value, block
    if kind is events.MappingStartEvent or kind is events.SequenceStartEvent:
        return kind, event.anchor, event.tag, bool(event.flow_style)
    if kind is events.AliasEvent:
        return kind, event.anchor
    if kind is events.DocumentStartEvent:
        return kind, event.explicit, event.version, event.tags
    return (kind,)
