"""What of a journey's file another form has no place for: fields, and comments."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from cjm.exchange.imported import Given, Lost
from cjm.i18n import Message, say
from cjm.i18n.characters import clipped
from cjm.source import Entry, Node, Source
from cjm.source.comments import comments_of

_SHOWN = 40


def lost_comments(source: Source) -> Iterator[Lost]:
    """The comments of a journey's file; those on lines that follow each other are one."""
    for comment in comments_of(source.text):
        what = say("the comment «{text}»", text=clipped(comment.text, _SHOWN))
        yield Lost(comment.line, None, what, say("only YAML has comments"))


def lost_fields(
    given: Given,
    why: Message,
    of_journey: Collection[str],
    of_touchpoint: Collection[str],
) -> Iterator[Lost]:
    """The fields of a journey and of its touchpoints that a form does not write, at their lines.

    Args:
        given: The journey and the text it stands in.
        why: Why they are lost.
        of_journey: The keys at the top level of the file that are written or need not be.
        of_touchpoint: The keys of a touchpoint that are.
    """
    for key, entry in _entries(given.source.root):
        if key == "touchpoints":
            for id, point in _entries(entry.node):
                for name, field in _entries(point.node):
                    if name not in of_touchpoint:
                        what = say("{field} of {id}", field=name, id=id)
                        yield Lost(field.key.span.line, None, what, why)
        elif key not in of_journey:
            yield Lost(entry.key.span.line, None, say("{field}", field=key), why)


def _entries(node: Node | None) -> Iterable[tuple[str, Entry]]:
    """The keys of a mapping, and what they hold; nothing of any other value."""
    return node.value.items() if node is not None and isinstance(node.value, dict) else ()
