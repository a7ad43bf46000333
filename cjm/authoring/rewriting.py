"""Rewriting: a touchpoint in another form that says the same, or with more to fill in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from cjm.authoring.actions import Change
from cjm.diagnostics import Route
from cjm.edits import Edit, apply
from cjm.edits.anatomy import Anatomy, Part
from cjm.edits.inserting import insert
from cjm.edits.proof import proved
from cjm.edits.writing import STEP, scalar_text
from cjm.errors import UsageError
from cjm.i18n import say
from cjm.journey import Journey, Score, Touchpoint
from cjm.source import Node, Source, parse
from cjm.source.emit import WIDTH
from cjm.source.lines import LINE_BREAK

_IN_BRACKETS = re.compile(r"[,\[\]{}]")


def rewrites_of(source: Source, id: str, journey: Journey | None) -> tuple[Change, ...]:
    """The ways in which a touchpoint can be written anew, none of them done yet.

    Args:
        source: The tree of the text.
        id: The touchpoint's.
        journey: What the text says; None where it is faulty.
    """
    return (*_other_form(source, id), *_scores_by_persona(source, id, journey))


def _other_form(source: Source, id: str) -> Iterator[Change]:
    """Braces in place of lines, or lines in place of braces; what has comments stays as it is."""
    route: Route = ("touchpoints", id)
    node, span, points = source.node(route), source.span(route), source.node(route[:1])
    if node is None or span is None or points is None or not node.value or node.text is not None:
        return
    start, end = source.lines.offset(*span[:2]), source.lines.offset(*span[2:])
    if "#" in source.text[start:end] + source.line(span.end_line)[span.end_column - 1 :]:
        return  # a comment would be lost
    if node.end_mark is not None and points.end_mark is None:
        yield Change(say("write it on several lines"), partial(_on_lines, source, route))
    elif node.end_mark is None:
        lines = [line.strip() for line in source.text[start:end].splitlines()]
        if span.column + len(", ".join(lines)) <= WIDTH:
            yield Change(say("write it in braces"), partial(_in_braces, source, route))


def _on_lines(source: Source, route: Route) -> tuple[Edit, ...]:
    text, part = _part(source, route)
    lines = _block(text, part.node, text.column(part.start) + STEP)
    written = "".join(f"{text.line_break}{line}" for line in lines)
    return _replaced(text, part, written)


def _in_braces(source: Source, route: Route) -> tuple[Edit, ...]:
    """Raises UsageError where the line would be longer than anybody reads."""
    text, part = _part(source, route)
    written = f" {_flow(text, part.node)}"
    if part.lead is None or text.column(part.lead) + len(written) > WIDTH:
        raise UsageError(say("the line would be longer than {most} columns", most=WIDTH))
    return _replaced(text, part, written)


def _part(source: Source, route: Route) -> tuple[Anatomy, Part]:
    """A touchpoint that nobody else shares."""
    text = Anatomy(source)
    part = text.part(route)
    text.refuse_shared(part.node)
    text.refuse_shared_in(text.start(part.node), text.end(part.node))
    if text.text[text.start(part.node)] in "&!":
        raise UsageError(say("there is a tag or an anchor"))
    return text, part


def _replaced(text: Anatomy, part: Part, written: str) -> tuple[Edit, ...]:
    assert part.lead is not None
    assert text.source.root is not None
    edit = Edit(part.lead, text.end(part.node), written)
    return proved(text.source, [edit], text.source.root.data)


def _flow(text: Anatomy, node: Node) -> str:
    """A value in brackets, its scalars as they are written."""
    if isinstance(node.value, dict):
        entries = (f"{_scalar(text, e.key)}: {_flow(text, e.node)}" for e in node.value.values())
        return "{" + ", ".join(entries) + "}"
    if isinstance(node.value, list):
        return "[" + ", ".join(_flow(text, item) for item in node.value) + "]"
    return _scalar(text, node)


def _block(text: Anatomy, node: Node, column: int) -> Iterator[str]:
    for entry in node.value.values():
        head = f"{' ' * column}{_scalar(text, entry.key)}:"
        yield f"{head} {_flow(text, entry.node)}"


def _scalar(text: Anatomy, node: Node) -> str:
    """A scalar as it is written, where that means the same on a line and in brackets."""
    own = text.text[text.start(node) : text.end(node)] if node.end_mark is not None else ""
    if node.plain and not own:
        return "~"
    if LINE_BREAK.search(own) or not own:
        return scalar_text(node.text)
    if node.plain and _IN_BRACKETS.search(own):
        return scalar_text(node.text)
    return own


def _scores_by_persona(source: Source, id: str, journey: Journey | None) -> Iterator[Change]:
    """Everybody's scores for each persona that has none of its own, to be changed from there."""
    point = next((p for p in journey.touchpoints if p.id == id), None) if journey else None
    if journey is None or point is None:
        return
    sides = dict(_written_sides(point))
    named = {scores.persona for scores in point.by_persona}
    without = [persona.id for persona in journey.personas if persona.id not in named]
    if not sides or not without:
        return
    make = partial(_for_personas, source, ("touchpoints", id), without, sides)
    yield Change(say("scores by persona"), make)


def _for_personas(
    source: Source, route: Route, personas: list[str], sides: dict[str, float]
) -> tuple[Edit, ...]:
    """An entry for each persona."""
    inner = (*route, "by_persona")
    there = source.node(inner)
    if there is None:
        return insert(source, route, "by_persona", dict.fromkeys(personas, sides))
    added = [insert(source, inner, persona, sides)[0] for persona in personas]
    written = Edit(*added[0][:2], "".join(edit.text for edit in added))
    after = parse(apply(source.text, _unmarked(source, [written])))
    now = after.node(inner) if after.root is not None and not after.faults else None
    if now is None or now.data != {**there.data, **dict.fromkeys(personas, sides)}:
        raise UsageError(say("the change cannot be made in this text without changing more"))
    return (written,)


def _unmarked(source: Source, edits: list[Edit]) -> list[Edit]:
    """Edits of a text that is given without its byte order mark."""
    mark = int(source.marked)
    return [Edit(edit.start - mark, edit.end - mark, edit.text) for edit in edits]


def _written_sides(point: Touchpoint) -> Iterator[tuple[str, float]]:
    """The scores that somebody wrote; of what was measured nobody writes an estimate unasked."""
    for side in ("expectation", "experience"):
        score: Score | None = getattr(point, side)
        if score is not None and score.measurement is None:
            yield side, score.score
