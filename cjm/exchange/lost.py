"""What of a journey's file another form has no place for: fields, and comments."""

from collections.abc import Collection, Iterable, Iterator

from cjm.exchange.imported import Given, Lost
from cjm.i18n import Message, say
from cjm.i18n.characters import clipped
from cjm.source import Entry, Node, Source
from cjm.source.comments import comments_of
from cjm.tuples import NamedTuple

_SHOWN = 40


def lost_comments(source: Source) -> Iterator[Lost]:
    """The comments of a journey's file; those on lines that follow each other are one."""
    for comment in comments_of(source.text):
        what = say("the comment «{text}»", text=clipped(comment.text, _SHOWN))
        yield Lost(comment.line, None, what, say("only YAML has comments"))


class Kept(NamedTuple):
    """The keys that a form writes: at the top level, of touchpoints, stages, personas, scores.

    `by_persona` are those of a touchpoint for one persona.
    """

    journey: Collection[str]
    touchpoint: Collection[str]
    stage: Collection[str] = ("title",)
    persona: Collection[str] = ("name",)
    by_persona: Collection[str] = ()
    score: Collection[str] = ("score",)


def lost_fields(given: Given, why: Message, kept: Kept) -> Iterator[Lost]:
    """The fields of a journey, of its parts and of its touchpoints that a form does not write.

    Args:
        given: The journey and the text it stands in; each field is told at its line there.
        why: Why they are lost.
        kept: What is not lost.
    """
    inside = {"touchpoints": kept.touchpoint, "stages": kept.stage, "personas": kept.persona}
    for key, entry in _entries(given.source.root):
        if key in kept.journey and key in inside:
            for id, part in _entries(entry.node):
                yield from _unkept(part.node, id, inside[key], kept, why)
        elif key not in kept.journey:
            yield Lost(entry.key.span.line, None, say("{field}", field=key), why)


def _unkept(
    part: Node, id: str, names: Collection[str], kept: Kept, why: Message
) -> Iterator[Lost]:
    """What of one part is not written."""
    for name, field in _entries(part):
        if name not in names:
            what = say("{field} of {id}", field=name, id=id)
            yield Lost(field.key.span.line, None, what, why)
        elif name == "by_persona":
            for persona, own in _entries(field.node):
                where = f"{id}, {persona}"
                yield from _unkept(own.node, where, kept.by_persona, kept, why)
        elif name in ("expectation", "experience"):
            yield from _unkept(field.node, f"{name}, {id}", kept.score, kept, why)


def _entries(node: Node | None) -> Iterable[tuple[str, Entry]]:
    """The keys of a mapping, and what they hold; nothing of any other value."""
    return node.value.items() if node is not None and isinstance(node.value, dict) else ()
