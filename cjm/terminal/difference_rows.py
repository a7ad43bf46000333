"""Rows of a difference: touchpoints that are worse, better, new, gone or renamed; transitions."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rich.text import Text

from cjm.i18n import Message, say, translate
from cjm.i18n.before_after import shares
from cjm.i18n.durations import duration
from cjm.i18n.numbers import gap, quantity, score
from cjm.rounding import rounded
from cjm.terminal.numbers import percentage as share_of
from cjm.terminal.sheet import MARGIN, Lines, Sheet
from cjm.terminal.signs import BAD, GOOD, QUIET
from cjm.terminal.text import cleaned, shortened, width_of
from cjm.tuples import NamedTuple

if TYPE_CHECKING:
    from cjm.compare.changes import Sides
    from cjm.compare.journeys import JourneyDifference
    from cjm.compare.touchpoints import GapChange, TouchpointDifference
    from cjm.compare.ways import WayDifference

LONGEST_TITLE = 40
LONGEST_WAY = 72


class Row(NamedTuple):
    """A line: a sign, what it is about, C, and what is told beside it."""

    sign: str
    style: str
    title: str
    gap: str
    about: tuple[str, ...]


def touchpoint_sections(journey: JourneyDifference, sheet: Sheet) -> Iterator[Lines]:
    """Worse first, then better, new, gone, and renamed without a change of C."""
    rows = _Rows(journey, sheet)
    sections = [
        (say("Worse"), [*rows.changed("worse")]),
        (say("Better"), [*rows.changed("better")]),
        (say("New"), [*map(rows.added, journey.added)]),
        (say("Gone"), [*map(rows.removed, journey.removed)]),
        (say("Renamed"), [*map(rows.renamed, renamed(journey))]),
    ]
    told = [row for _, found in sections for row in found]
    gaps = max((width_of(row.gap) for row in told), default=0)
    room = min(LONGEST_TITLE, sheet.width - MARGIN - 2 - 2 - gaps)
    title = min(room, max((width_of(row.title) for row in told), default=0))
    for heading, found in sections:
        if found:
            yield _section(heading, found, title, gaps, sheet)


def renamed(journey: JourneyDifference) -> list[TouchpointDifference]:
    """Touchpoints of which only the id is another one, as far as C goes."""
    return [p for p in journey.touchpoints if p.is_renamed and not (p.is_better or p.is_worse)]


def _section(heading: Message, rows: list[Row], title: int, gaps: int, sheet: Sheet) -> Lines:
    lines = [sheet.heading(translate(heading, sheet.words.language))]
    for row in rows:
        shown = shortened(row.title, title)
        start = f"{' ' * MARGIN}{row.sign} {shown}{' ' * (title - width_of(shown) + 2)}"
        start += row.gap + " " * (gaps - width_of(row.gap) + 2 if gaps else 0)
        text = Text(" · ".join(row.about))
        found = sheet.paragraph(text, min(width_of(start), sheet.width // 2), start)
        if width_of(start) > sheet.width // 2:  # no room beside it
            found = [Text(start), *(sheet.paragraph(text, 3 * MARGIN) if row.about else [])]
        found[0].stylize(row.style, MARGIN, MARGIN + 1)
        lines += found
    return lines


class _Rows:
    """The rows of a journey."""

    def __init__(self, journey: JourneyDifference, sheet: Sheet) -> None:
        self._journey = journey
        self._sheet = sheet
        self._marks = sheet.words.marks
        self._columns = sheet.words.columns

    def _said(self, message: Message) -> str:
        return translate(message, self._sheet.words.language)

    def changed(self, verdict: str) -> Iterator[Row]:
        """A row where everybody's C went that way, else one for each persona whose C did."""
        sign, style = ("▲", GOOD) if verdict == "better" else ("▼", BAD)
        for point in self._journey.touchpoints:
            gaps = [each for each in point.gaps if each.verdict == verdict]
            for each in gaps[:1] if point.whole in gaps else gaps:
                about = (*self._scores(point, each), *self._was(point))
                yield Row(sign, style, self._title(point, each), self._gap(point, each), about)

    def added(self, point: TouchpointDifference) -> Row:
        """C, and how many come there."""
        reach = self._reach(point, 1)
        about = () if reach is None else (self._said(say("reached by {share}", share=reach)),)
        style = BAD if point.disappoints else GOOD
        return Row("+", style, self._title(point), self._one_gap(point, 1), about)

    def removed(self, point: TouchpointDifference) -> Row:
        """C, and how many came there."""
        reach = self._reach(point, 0)
        about = () if reach is None else (self._said(say("was reached by {share}", share=reach)),)
        return Row("−", QUIET, self._title(point), self._one_gap(point, 0), about)

    def renamed(self, point: TouchpointDifference) -> Row:
        """Its old id and how alike the two are."""
        return Row("~", "", self._title(point), self._one_gap(point, 1), tuple(self._was(point)))

    def _title(self, point: TouchpointDifference, each: GapChange | None = None) -> str:
        title = cleaned(point.titles[1] or point.titles[0] or "") or cleaned(point.id)
        if each is None or each.persona is None:
            return title
        persona = self._journey.b.persona(each.persona)
        return f"{title} · {cleaned(persona.name) or cleaned(persona.id)}"

    def _gap(self, point: TouchpointDifference, each: GapChange) -> str:
        before, after = (self._written(point, each, side) for side in (0, 1))
        return f"{self._columns['gap']}  {before} → {after}"

    def _one_gap(self, point: TouchpointDifference, side: int) -> str:
        written = self._written(point, point.whole, side)
        return f"{self._columns['gap']}  {written}" if written else ""

    def _written(self, point: TouchpointDifference, each: GapChange, side: int) -> str:
        o, b = each.expectation[side], each.experience[side]
        return "" if o is None or b is None else gap(o, b, self._marks, point.digits)

    def _scores(self, point: TouchpointDifference, each: GapChange) -> Iterator[str]:
        """O and B, each where it changed."""
        for name, sides in (("expectation", each.expectation), ("experience", each.experience)):
            told = self._sides(sides, point.digits)
            if told:
                yield f"{self._columns[name]} {told}"

    def _sides(self, sides: Sides[float], digits: int) -> str:
        before, after = sides
        if before is None or after is None or rounded(before) == rounded(after):
            return ""
        return " → ".join(score(value, self._marks, digits) for value in (before, after))

    def _was(self, point: TouchpointDifference) -> Iterator[str]:
        """What it was called, and under which id."""
        before, after = point.titles
        if before != after and before is not None:
            yield self._said(say("was “{title}”", title=shortened(cleaned(before), LONGEST_TITLE)))
        if point.is_renamed:
            alike = quantity(point.similarity, self._marks)
            told = say(
                "id {old} → {new}, similarity {alike}", old=point.before, new=point.id, alike=alike
            )
            yield self._said(told)

    def _reach(self, point: TouchpointDifference, side: int) -> str | None:
        share = point.reach[side]
        return None if share is None else share_of(share, self._sheet.words, point.assumed[side])


# ---- transitions ------------------------------------------------------------------------------


def way_section(journey: JourneyDifference, sheet: Sheet) -> Lines:
    """Transitions that are new, gone or changed, then where customers come in."""
    ways = sorted(journey.transitions, key=lambda way: [*SIGNS].index(way.change))
    told = [(_named(journey, way), _about(way, sheet), way) for way in ways]
    if not told and not journey.start:
        return []
    width = min(
        LONGEST_WAY, sheet.width // 2, max((width_of(name) for name, _, _ in told), default=0)
    )
    lines = [sheet.heading(translate(say("Transitions"), sheet.words.language))]
    for name, about, way in told:
        start = f"{' ' * MARGIN}{SIGNS[way.change]} "
        if width_of(name) > width:
            lines += sheet.paragraph(f"{name}  {about}", width_of(start), start)
            continue
        start += name + " " * (width - width_of(name) + 2)
        lines += sheet.paragraph(about, width_of(start), start)
    return [*lines, *_starts(journey, sheet)]


SIGNS = {"added": "+", "removed": "−", "changed": "~"}


def _named(journey: JourneyDifference, way: WayDifference) -> str:
    """From where to where, by the titles of the state that has it."""
    state = journey.a if way.change == "removed" else journey.b
    ends = [way.target] if way.source is None else [way.source, way.target]
    return " → ".join(cleaned(state[id].title) or cleaned(id) for id in ends)


def _about(way: WayDifference, sheet: Sheet) -> str:
    """How often it is taken, how long it takes, and why."""
    words = sheet.words
    told = [_probability(way, sheet)]
    waits = [w and duration(w, words.language, words.marks) for w in way.wait]
    if way.change != "changed":
        wait = waits[0] or waits[1]
        told += [translate(say("after {wait}", wait=wait), words.language)] if wait else []
    else:
        for said, name in ((waits, say("wait")), (way.label, say("label"))):
            if said[0] != said[1]:
                sides = " → ".join(cleaned(side or "") or "–" for side in said)
                told.append(f"{translate(name, words.language)} {sides}")
    return ", ".join(filter(None, told))


def _probability(way: WayDifference, sheet: Sheet) -> str:
    """Of one side, or of both where they differ."""
    before, after = way.probability
    if before is None or after is None:
        known = before if after is None else after
        assumed = way.assumed[0] if after is None else way.assumed[1]
        return share_of(known or 0.0, sheet.words, assumed)
    if rounded(before) == rounded(after):
        return ""
    told = shares(before, after, sheet.words.marks, way.assumed)
    return f"{told.before} → {told.after}"


def _starts(journey: JourneyDifference, sheet: Sheet) -> Lines:
    """Where customers come in, in one line."""
    if not journey.start:
        return []
    told = [
        f"{SIGNS[way.change] + ' ' if way.change != 'changed' else ''}"
        f"{_named(journey, way)} {_probability(way, sheet)}"
        for way in sorted(journey.start, key=lambda way: way.change != "changed")
    ]
    name = translate(say("start"), sheet.words.language)
    return sheet.paragraph(f"{name}: {', '.join(told)}", MARGIN + 2, f"{' ' * MARGIN}~ ")
