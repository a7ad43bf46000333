"""Hints: figures shown behind what they come of, which the text does not hold."""

from __future__ import annotations

from collections.abc import Iterator

from cjm.analysis import Analysis
from cjm.format import as_id
from cjm.i18n import say, translate
from cjm.i18n.figures import Share
from cjm.i18n.glossary import wording
from cjm.i18n.numbers import SPACE
from cjm.lsp.answers import Hint
from cjm.lsp.figures import gap_text, marks_of
from cjm.lsp.names import figures_of
from cjm.lsp.reading import Reading, Tree
from cjm.source import Entry, Node

STAR = "★"
OPENING = ("{", "[")


def hints(reading: Reading, start: int = 0, end: int | None = None) -> tuple[Hint, ...]:
    """C behind each experience, and the share of each branch that has none; as settings have it.

    Args:
        reading: The document: figures are those of its last good version.
        start: Where the stretch begins that is shown.
        end: Where it ends; by default with the text.
    """
    tree, analysis, chosen = reading.judged, reading.analysis, reading.settings.inlay_hints
    if tree is None or analysis is None or chosen == "off":
        return ()
    end = len(reading.text) if end is None else end
    node = tree.source.node(("touchpoints",))
    entries = node.value.items() if node is not None and isinstance(node.value, dict) else ()
    found = [hint for id, entry in entries for hint in _of(reading, tree, as_id(id), entry)]
    return tuple(hint for hint in found if start <= hint.offset <= end)


def _of(reading: Reading, tree: Tree, id: str, entry: Entry) -> Iterator[Hint]:
    fields = entry.node.value
    if not isinstance(fields, dict):
        return
    if "experience" in fields:
        yield from _gap(reading, tree, id, fields["experience"])
    if "next" in fields and reading.analysis is not None and reading.settings.inlay_hints == "all":
        yield from _shares(reading, reading.analysis, tree, id, fields["next"].node)


def _gap(reading: Reading, tree: Tree, id: str, entry: Entry) -> Iterator[Hint]:
    figures = figures_of(reading, id)
    text = gap_text(figures, reading.language)
    if figures is None or not text:
        return
    if reading.settings.inlay_hints == "negative" and not (figures.gap or 0) < 0:
        return
    offset = _behind(tree, entry)
    if offset is None:
        return
    level = wording(figures.level, reading.language).long if figures.level else ""
    star = f"{STAR}{SPACE}" if figures.moment_of_truth else ""
    moment = wording("moment-of-truth", reading.language).long if star else ""
    yield Hint(offset, f"{star}{text}", ", ".join(filter(None, (level, moment))))


def _behind(tree: Tree, entry: Entry) -> int | None:
    """Behind a value; behind its key where it stands in a block below that."""
    place, key = tree.place(entry.node), tree.place(entry.key)
    if place is None or key is None:
        return None
    text = tree.source.text
    first = text[tree.source.offsets(entry.node.span)[0] - tree.source.marked :][:1]
    is_block = entry.node.text is None and first not in OPENING
    return key[1] + 1 if is_block else place[1]


def _shares(
    reading: Reading, analysis: Analysis, tree: Tree, id: str, node: Node
) -> Iterator[Hint]:
    """The share of each way that was given none, where there are several."""
    point = next((each for each in analysis.journey.touchpoints if each.id == id), None)
    if point is None or len(point.next) < 2:
        return
    given = {way.to for way in point.next if way.probability is not None}
    shares = {way.target: way.probability for way in analysis.transitions if way.source == id}
    for to, named in _branches(node):
        place = tree.place(named)
        if to not in given and place is not None and shares.get(to) is not None:
            share = Share(shares[to]).written(marks_of(reading.language))
            why = translate(say("nobody gave this share"), reading.language)
            yield Hint(place[1], share, why)


def _branches(node: Node) -> Iterator[tuple[str, Node]]:
    """Where each way leads, and what stands for it in the text."""
    if isinstance(node.value, list):
        yield from ((as_id(item.text or ""), item) for item in node.value)
    elif isinstance(node.value, dict):
        yield from ((as_id(id), entry.key) for id, entry in node.value.items())
