"""What stands in brackets, quotes and braces in a flowchart: labels of nodes and lines, data."""

from __future__ import annotations

import re
from typing import Any

from cjm.exchange.mermaid import tokens
from cjm.exchange.mermaid.labels import Label, data_of, label_of
from cjm.i18n import Message, say

_INSIDE = {"[/": tokens.SLANTED, "[\\": tokens.SLANTED, "(-": tokens.ROUND}
"""What may stand without quotes where that is not the same as elsewhere."""
_LINE_END = re.compile(r"\n\s*")


class WrongError(Exception):
    """What was met at a place is not what was wanted there."""

    def __init__(self, at: int, wanted: Message | str, message: Message | None = None) -> None:
        super().__init__(at)
        self.at, self.wanted, self.message = at, wanted, message


def bracketed(text: str, at: int) -> tuple[Label, int]:
    """The label of a node, and where its brackets end. Raises WrongError."""
    opens, ends = next(shape for shape in tokens.SHAPES if text.startswith(shape[0], at))
    begin = at + len(opens)
    if opens == "[|" and (given := tokens.PROPERTY.match(text, begin)):
        begin = given.end()
    return between(text, begin, ends, at, _INSIDE.get(opens, tokens.PLAIN_TEXT))


def between(
    text: str,
    begin: int,
    ends: tuple[str, ...],
    opened: int,
    pattern: re.Pattern[str] = tokens.PLAIN_TEXT,
) -> tuple[Label, int]:
    """What stands between two signs, in quotes or without, and where the second one ends.

    `opened` is where the first one is. Raises WrongError.
    """
    raw, at = "", begin
    if quoted := tokens.QUOTED.match(text, at):
        raw, at = quoted[1], quoted.end()
    if bare := pattern.match(text, at):
        raw, at = raw + bare[0], bare.end()
    for end in ends:
        if text.startswith(end, at) and at > begin:
            return label_of(raw), at + len(end)
    wanted = " / ".join(ends)
    if at >= len(text) or "\n" in raw:
        raise WrongError(opened, wanted, say("{sign} is not closed", sign=text[opened]))
    if at == begin:
        raise WrongError(at, say("a text"), say("the label is empty"))
    message = say("{sign!r} cannot stand here: put the label in quotes", sign=text[at])
    raise WrongError(at, wanted, message)


def node_data(text: str, at: int) -> tuple[dict[str, Any], int]:
    """What `@{ shape: …, label: "…" }` says, and where it ends. Raises WrongError."""
    end, parts = at + 2, []
    while (sign := text[end : end + 1]) and sign != "}":
        quoted = tokens.QUOTED.match(text, end)
        # A line end in quotes parts the lines of the label.
        parts.append(_LINE_END.sub("<br/>", quoted[0]) if quoted else sign)
        end = quoted.end() if quoted else end + 1
    if not sign:
        raise WrongError(at, "}", say("this brace is not closed"))
    data = data_of("".join(parts))
    if data is None:
        raise WrongError(at, "{ shape: …, label: … }", say("this is no data of a node"))
    return data, end + 1
