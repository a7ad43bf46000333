"""What a comma inside braces cuts in two: a value, and a key without one."""

import re

from cjm.diagnostics import Fix, Span
from cjm.i18n import Message, say
from cjm.source import Entry, Node


def split_by_comma(before: Node | None, key: str, entry: Entry) -> Message | None:
    """A way out where a comma inside braces cut a value in two, as in `{experience: 8,4}`."""
    if not _cut(before, entry):
        return None
    if before is not None and before.text and before.text[0] in "“„" and key[-1:] in "”“":
        left, right = before.text[0], key[-1]
        return say('{left} and {right} are no quotes in YAML: write " … "', left=left, right=right)
    return decimal_point(before, key, entry) or say(
        "a comma ends a value inside braces: put text that holds a comma in quotes"
    )


def decimal_point(before: Node | None, key: str, entry: Entry) -> Message | None:
    """A way out where the comma was meant as a decimal one."""
    if before is None or not key.isdigit() or not _cut(before, entry):
        return None
    whole = re.fullmatch(r"[-+]?\d+", before.text or "")
    text = f"{before.text}.{key}"
    return say("write the decimal point as a point: {text}", text=text) if whole else None


def without_comma(before: Node | None, key: str, entry: Entry) -> tuple[Fix, ...]:
    """The fix of a decimal comma that cut a number in two: no space stands after such a comma."""
    help = decimal_point(before, key, entry)
    if help is None or before is None:
        return ()
    begin, end = before.span, entry.key.span
    if (end.line, end.column) != (begin.end_line, begin.end_column + 1):
        return ()
    span = Span(begin.line, begin.column, end.end_line, end.end_column)
    return (Fix(help, span, f"{before.text}.{key}", safe=True),)


def rejoined(before: Node, key: str, entry: Entry) -> Node | None:
    """The number that a comma inside braces cut in two, as one value; None where it is none.

    No space stands after such a comma.
    """
    if not re.fullmatch(r"\d+ ?(?:%|[^\W\d]{1,8}\.?)?", key) or not _cut(before, entry):
        return None
    begin, end = before.span, entry.key.span
    if not re.fullmatch(r"[-+\u2212]?\d+", before.text or "") or end.column != begin.end_column + 1:
        return None
    text = f"{before.text},{key}"
    return Node(text, before.start_mark, entry.key.end_mark, text, plain=True)


def _cut(before: Node | None, entry: Entry) -> bool:
    """Whether a key without a value may be the rest of the value before it."""
    alone = entry.node.plain and entry.node.text == ""
    if not alone or before is None or not before.plain:
        return False
    return bool(before.span.line == entry.key.span.line)
