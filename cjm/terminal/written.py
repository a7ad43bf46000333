"""Written: what the author wrote beside scores and ways, by stage and touchpoint.

It is made from the data that the table of fields writes, so that no field can be left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import TYPE_CHECKING, Any

from rich.text import Text

from cjm.terminal.entries import Entries
from cjm.terminal.labels import label_of
from cjm.terminal.numbers import percentage
from cjm.terminal.sheet import MARGIN, Lines, Sheet, kept
from cjm.terminal.signs import QUIET, STRONG
from cjm.terminal.text import cleaned

if TYPE_CHECKING:
    from cjm.analysis import Analysis
    from cjm.project.workspace import Philosophy

ABOVE = frozenset((
    "cjm", "id", "title", "description", "state", "language", "channels", "lanes", "start",
    "personas", "stages", "touchpoints", "improvements", "waivers", "owner", "status", "updated",
    "customers", "metrics",
))  # fmt: skip
"""What stands at the head of the page, or in a part of its own below."""
IN_THE_TABLE = frozenset(("title", "stage", "outcome", "importance", "moment_of_truth"))
"""What the table of touchpoints shows already."""
IN_MOMENTS = frozenset(("pains", "quotes"))
"""What stands beside moments of truth."""
KINDS = ("personas", "channels", "stages", "touchpoints", "improvements")
"""Kinds of things with a name, each below a heading of its own, as a file has them."""


def written(analysis: Analysis, sheet: Sheet) -> Lines:
    """Everything else that was written; nothing where that is nothing."""
    page = _Page(analysis, sheet)
    lines = list(page.lines())
    heading = label_of("written", sheet.words.language, {})
    return [sheet.heading(heading), *lines] if lines else []


def service_philosophy(philosophy: Philosophy, sheet: Sheet) -> Lines:
    """What the journey's workspace promises; nothing where it does not say."""
    if not philosophy:
        return []
    lines = [sheet.heading(label_of("philosophy", sheet.words.language, {}))]
    for key, answer in philosophy:
        label = Text(kept(f"{label_of(key, sheet.words.language, {})}: "), QUIET)
        lines += sheet.paragraph(label + Text(cleaned(answer)))
    return lines


class _Page:
    """The data of a journey, and how it is called."""

    def __init__(self, analysis: Analysis, sheet: Sheet) -> None:
        from cjm.format import encoded

        journey = analysis.journey
        self._analysis = analysis
        self._data = encoded(journey)
        self._sheet = sheet
        self._names = {
            kind: {item.id: getattr(item, name) for item in getattr(journey, kind)}
            for kind, name in (
                ("stages", "title"), ("channels", "title"), ("personas", "name"),
                ("touchpoints", "title"), ("improvements", "title"),
            )
        }  # fmt: skip
        lanes = {lane.id: lane.title for lane in journey.lanes}
        self._entries = Entries(sheet.words, self._names, lanes)

    def lines(self) -> Iterator[Text]:
        whole = {key: value for key, value in self._data.items() if key not in ABOVE}
        if whole.get("scale") == [0, 10]:
            del whole["scale"]
        yield from self._fields(whole, MARGIN)
        for kind in KINDS:
            yield from self._of_kind(kind, list(self._named(kind)))
        waivers = (
            self._entries.items(waiver, "waivers") for waiver in self._data.get("waivers", ())
        )
        told = filter(None, chain.from_iterable(waivers))
        yield from self._of_kind(
            "waivers", [line for text in told for line in self._sheet.paragraph(text)]
        )

    def _of_kind(self, kind: str, lines: Lines) -> Lines:
        """Lines below what their kind of thing is called; nothing where there are none."""
        title = self._entries.label(kind)
        return [self._sheet.subheading(title[:1].upper() + title[1:]), *lines] if lines else []

    def _named(self, kind: str) -> Iterator[Text]:
        """Each thing of a kind by its name, with what was written of it below."""
        for id, part in self._parts(kind):
            if lines := list(self._part(kind, id, part)):
                name = cleaned(self._names[kind].get(id, id)) or id
                yield from self._sheet.paragraph(Text(name, STRONG))
                yield from lines

    def _parts(self, kind: str) -> list[tuple[str, dict[str, Any]]]:
        parts = self._data.get(kind, {})
        if isinstance(parts, list):
            return []
        key = "name" if kind == "personas" else "title"
        return [(id, part if isinstance(part, dict) else {key: part}) for id, part in parts.items()]

    def _part(self, kind: str, id: str, part: dict[str, Any]) -> Iterator[Text]:
        """The lines below a name."""
        told = {key: value for key, value in part.items() if key not in ("title", "name")}
        if kind != "touchpoints":
            yield from self._fields(told, 2 * MARGIN)
            return
        others = told.pop("by_persona", {})
        if self._analysis.persona is not None:
            told |= others.get(self._analysis.persona, {})
            others = {}
        yield from self._fields(self._beside_table(id, told), 2 * MARGIN)
        yield from self._start(id)
        yield from self._ways(id)
        for persona, own in others.items():
            label = Text(kept(f"{self._entries.label('by_persona')} "), QUIET)
            name = Text(self._entries.name(persona, "by_persona"))
            yield from self._sheet.paragraph(label + name, 2 * MARGIN)
            yield from self._fields(own, 3 * MARGIN)

    def _beside_table(self, id: str, told: dict[str, Any]) -> dict[str, Any]:
        """What is not on the page already, as the persona lives it whose page it is."""
        shown = IN_THE_TABLE | {"next"}
        if self._analysis[id].moment_of_truth:
            shown |= IN_MOMENTS
        told = {key: value for key, value in told.items() if key not in shown}
        for side in ("expectation", "experience"):
            if not isinstance(told.get(side), dict):
                told.pop(side, None)
        if isinstance(told.get("channel"), str):
            del told["channel"]
        return told

    def _start(self, id: str) -> Iterator[Text]:
        """Which share of customers come in here, where they come in at several touchpoints."""
        starts = self._analysis.journey.start
        for start in starts:
            if len(starts) > 1 and start.touchpoint == id:
                share = percentage(start.share, self._sheet.words, start.assumed)
                yield from self._labelled("start", share, 2 * MARGIN)

    def _labelled(self, key: str, text: str, indent: int) -> Lines:
        """A line with what its field is called before it."""
        label = Text(kept(f"{self._entries.label(key)}: "), QUIET)
        return self._sheet.paragraph(label + Text(text), indent)

    def _ways(self, id: str) -> Iterator[Text]:
        """Where customers go from here, where that says more than a next touchpoint."""
        ways = [way for way in self._analysis.transitions if way.source == id]
        branches = len(ways) > 1
        for way in ways:
            written = branches or way.probability < 1
            if not (written or way.label or way.wait):
                continue
            text = self._entries.way(
                way.target,
                way.probability if written else None,
                "probability" in way.assumed,
                way.label,
                way.wait,
            )
            yield from self._labelled("next", text, 2 * MARGIN)

    def _fields(self, data: dict[str, Any], indent: int) -> Iterator[Text]:
        for key, value in data.items():
            if not self._entries.is_told(key):
                continue
            for item in filter(None, self._entries.items(value, key)):
                yield from self._labelled(key, item, indent)
