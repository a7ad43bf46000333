"""Kind: is this YAML a journey? Decided here, for everybody who asks."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from cjm.diagnostics import START, Diagnostic
from cjm.i18n import say

if TYPE_CHECKING:
    from cjm.source import Source

MARKS = ("cjm", "touchpoints")
"""Keys at the top, of which a journey has one at least."""
NEAR = 0.8
"""How like one a misspelt key is: `Touchpoints` and `touchpoint` are, `points` is not."""
_BEGINS = re.compile(rb"^(?:cjm|touchpoints):(?:\s|\Z)", re.MULTILINE)

_DEFINES = re.compile(rb"""^(?:\{\s*)?["']?cjm-(?:data|topics)["']?\s*:""", re.MULTILINE)

_NAMED = re.compile(r"""(?m)(?:^|[{,])\s*["']?(?:cjm|touchpoints)["']?\s*:""")
"""A key of a journey anywhere, as JSON has it."""


def may_hold_journey(content: bytes) -> bool:
    """A quick look that saves parsing YAML of other kinds."""
    plain = _ascii(content)
    return b"cjm" in plain or b"touchpoints" in plain


def holds_journey(content: bytes, source: Callable[[], Source]) -> bool:
    """Whether a file found in a folder is a journey: by its keys at the top.

    A line that begins with one is enough, whatever may be wrong with the rest. Only a text without
    such a line, as JSON is, has to be parsed: by `source`.
    """
    return may_hold_journey(content) and (_begins_like_one(content) or _marked(source()))


def holds_definition(content: bytes) -> bool:
    """Whether a file is a `data.yaml` or defines topics: by its key, whatever else is wrong."""
    return _DEFINES.search(_ascii(content).removeprefix(b"\xef\xbb\xbf")) is not None


def other_kind(source: Source) -> Diagnostic | None:
    """What is said of YAML that was named and is no journey: once, whatever it lacks to be one."""
    if source.root is None:
        if source.readable:
            return Diagnostic("CJM002", say("the file is empty"), START, _LEAVE_OUT)
        if len(source.faults) == 1 and source.text and not _NAMED.search(source.text):
            return source.faults[0]._replace(help=_LEAVE_OUT)
        return None
    message, span = say("the file holds a single value, not a journey"), source.root.span
    if isinstance(source.root.value, list):
        message = say("the file holds a list, not a journey")
    elif isinstance(source.root.value, dict):
        if _marked(source) or _nearly_marked(source.root.value):
            return None
        message = say("this is no journey: it has neither cjm nor touchpoints")
        span = source.first_key.span
    return Diagnostic("CJM002", message, span, _LEAVE_OUT)


_LEAVE_OUT = say("a journey begins with cjm: 1; leave other files out (pre-commit: exclude)")


def _begins_like_one(content: bytes) -> bool:
    return _BEGINS.search(_ascii(content).removeprefix(b"\xef\xbb\xbf")) is not None


def _ascii(content: bytes) -> bytes:
    """A text in which ASCII can be looked for: one of UTF-16 has a zero byte beside each sign."""
    if b"\0" not in content[:4]:
        return content
    return content.lstrip(b"\xff\xfe").replace(b"\0", b"")


def _marked(source: Source) -> bool:
    """Whether a text that could be parsed has a journey's keys at the top."""
    keys = source.root.value if source.root else None
    return isinstance(keys, dict) and any(mark in keys for mark in MARKS)


def _nearly_marked(keys: Iterable[str]) -> bool:
    """Whether a key was probably meant for one of a journey's."""
    from difflib import get_close_matches  # only faulty files need it

    short = (key.lower() for key in keys if len(key) < 2 * len(MARKS[1]))
    return any(get_close_matches(key, MARKS, 1, NEAR) for key in short)
