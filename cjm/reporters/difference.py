"""Difference as Markdown: a comment on a pull request, or the summary of a job."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from cjm.i18n import Message, say, translate
from cjm.i18n.before_after import shares, totals
from cjm.i18n.glossary import wording
from cjm.i18n.numbers import ENGLISH, RUSSIAN, Marks, gap, score
from cjm.reporters.markdown import escaped
from cjm.rounding import rounded

if TYPE_CHECKING:
    from cjm.compare.changes import Sides
    from cjm.compare.difference import Alone, Difference
    from cjm.compare.journeys import JourneyDifference
    from cjm.compare.touchpoints import GapChange, TouchpointDifference

MARK = "<!-- cjm diff -->"
"""The first line, by which a comment is found again."""
MOST = 60_000
"""Characters: GitHub refuses a comment of more than 65,536."""
FRAME = 500
"""What the heads of tables and the count of what is left take at most."""
MOST_ROWS = 60
"""Touchpoints of one journey."""
LONGEST = 100
"""Characters of a title."""
SCORES = ("expectation", "experience", "gap")
BETTER, WORSE = "▲", "▼"


def difference_markdown(difference: Difference, language: str = "en") -> str:
    """A difference as Markdown, at most 60,000 characters.

    Args:
        difference: What differs.
        language: `en` or `ru`.

    Returns:
        A heading with the counts, a table of the journeys, those with a worse gap first, and what
        changed in each; what would be too long is counted.
    """
    return _Comment(language).of(difference)


class _Comment:
    """The text, in one language."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._marks: Marks = RUSSIAN if language == "ru" else ENGLISH

    def _said(self, message: Message) -> str:
        return translate(message, self._language)

    def of(self, difference: Difference) -> str:
        """All of it."""
        head = f"{MARK}\n### {self._said(_heading(difference))}\n"
        others = "".join(f"\n{text}" for text in self._others(difference))
        rows, details = [], []
        room = MOST - len(head) - len(others) - FRAME
        for journey in difference.journeys:
            row = self._row(journey)
            if len(row) > room:
                break
            rows.append(row)
            room -= len(row)
            told = "".join(self._details(journey))
            if len(told) <= room:
                details.append(told)
                room -= len(told)
        table = "\n" + self._journeys_head() + "".join(rows) if rows else ""
        left = len(difference.journeys) - len(rows)
        more = f"\n{self._said(say('and {n} more', n=left))}\n" if left else ""
        return "".join((head, table, more, others, *details))

    def _journeys_head(self) -> str:
        names = ("balance", "disappointed", "success")
        known = (wording(name, self._language).short for name in names)
        return _table_head(self._said(say("journey")), *known, self._said(say("gaps")))

    def _touchpoints_head(self) -> str:
        scores = (wording(name, self._language).short for name in SCORES)
        return _table_head("", self._said(say("touchpoint")), *scores)

    # ---- a journey ----------------------------------------------------------------------------

    def _row(self, journey: JourneyDifference) -> str:
        """A journey in the table of journeys."""
        figures = (self._figure(journey, name) for name in ("balance", "disappointed", "success"))
        counts = f"{len(journey.better)} {BETTER} {len(journey.worse)} {WORSE}"
        counts += "".join(
            f" {sign}{len(points)}"
            for sign, points in (("+", journey.added), ("−", journey.removed))
            if points
        )
        return _line(f"**{_title(journey.b.title)}** `{journey.b.id}`", *figures, counts)

    def _figure(self, journey: JourneyDifference, name: str) -> str:
        before, after = journey.figures[name]
        if before is None or after is None:
            return "–"
        assumed = journey.figures.assumed
        flags = (name in assumed[0], name in assumed[1])
        told = (totals if name == "balance" else shares)(before, after, self._marks, flags)
        if rounded(before) == rounded(after):
            return told.after
        better = (after > before) != (name == "disappointed")
        sign = f" {BETTER if better else WORSE}" if journey.comparable else ""
        return f"{told.before} → **{told.after}**{sign}"

    def _details(self, journey: JourneyDifference) -> Iterator[str]:
        """What changed in a journey; open where a gap is worse."""
        opened = " open" if journey.worse else ""
        what = self._said(say("{id}: what changed", id=journey.b.id))
        yield f"\n<details{opened}><summary>{escaped(what)}</summary>\n\n"
        rows = [*self._touchpoints(journey)]
        if rows:
            yield self._touchpoints_head() + "".join(rows[:MOST_ROWS]) + "\n"
        if len(rows) > MOST_ROWS:
            yield f"{self._said(say('and {n} more', n=len(rows) - MOST_ROWS))}\n\n"
        if told := [*self._counts(journey)]:
            yield " ".join(told) + "\n"
        yield "</details>\n"

    def _touchpoints(self, journey: JourneyDifference) -> Iterator[str]:
        """Worse first, then better, new, gone, renamed."""
        for sign, verdict in ((WORSE, "worse"), (BETTER, "better")):
            for point in journey.touchpoints:
                gaps = [each for each in point.gaps if each.verdict == verdict]
                for each in gaps[:1] if point.whole in gaps else gaps:
                    yield self._touchpoint(journey, point, sign, each)
        for sign, points in (("+", journey.added), ("−", journey.removed)):
            for point in points:
                yield self._touchpoint(journey, point, sign, point.whole)
        for point in journey.touchpoints:
            if point.is_renamed and not (point.is_better or point.is_worse):
                yield self._touchpoint(journey, point, "~", point.whole)

    def _touchpoint(
        self, journey: JourneyDifference, point: TouchpointDifference, sign: str, each: GapChange
    ) -> str:
        name = f"{_title(point.titles[1] or point.titles[0] or point.id)} `{point.id}`"
        if point.is_renamed:
            name += f" ← `{point.before}`"
        if each.persona is not None:
            name += f" · {_title(journey.b.persona(each.persona).name)}"
        scores = (self._score(sides, point) for sides in (each.expectation, each.experience))
        return _line(sign, name, *scores, self._gap(point, each))

    def _score(self, sides: Sides[float], point: TouchpointDifference) -> str:
        told = [score(v, self._marks, point.digits) for v in sides if v is not None]
        return " → ".join(dict.fromkeys(told)) or "–"

    def _gap(self, point: TouchpointDifference, each: GapChange) -> str:
        """C before and after; the one that holds now stands out."""
        pairs = zip(each.expectation, each.experience, strict=True)
        before, after = (
            None if o is None or b is None else gap(o, b, self._marks, point.digits)
            for o, b in pairs
        )
        if after is None:
            return before or "–"
        same = before is None or each.verdict == "same"
        return f"**{after}**" if same else f"{before} → **{after}**"

    def _counts(self, journey: JourneyDifference) -> Iterator[str]:
        """How many transitions, improvements and other things are new, gone and changed."""
        for name, changes in (
            (say("Transitions"), [way.change for way in journey.transitions]),
            (say("Improvements"), [p.change for p in journey.catalogues["improvements"]]),
        ):
            counts = {how: changes.count(how) for how in ("added", "removed", "changed")}
            told = [self._said(_count(how, n)) for how, n in counts.items() if n]
            if told:
                yield f"{self._said(name)}: {', '.join(told)}."
        if journey.start:
            yield self._said(say("Start changed."))
        if others := sum(map(_says_otherwise, journey.touchpoints)):
            yield self._said(
                say("{n} {n:touchpoint says|touchpoints say} something else.", n=others)
            )

    # ---- beside the journeys ------------------------------------------------------------------

    def _others(self, difference: Difference) -> Iterator[str]:
        """Journeys of one side only, and files that could not be compared."""
        for found, name in (
            (difference.only_in_b, say("New journeys")),
            (difference.only_in_a, say("Journeys that are gone")),
        ):
            if found:
                told = _names(found)
                text = f"{self._said(name)}: {', '.join(told[:10])}"
                if len(told) > 10:
                    text += f" {self._said(say('and {n} more', n=len(told) - 10))}"
                yield f"{text}\n"
        if unread := len({fault.file for fault in difference.faults}):
            yield self._said(say("Not compared: {n} {n:file|files} with errors.", n=unread)) + "\n"


def _heading(difference: Difference) -> Message:
    better, worse = difference.better, difference.worse
    if difference.is_empty:
        return say("Journeys: no differences")
    if worse:
        return say("Journeys: {n} {n:gap|gaps} worse, {better} better", n=worse, better=better)
    return say("Journeys: {n} {n:gap|gaps} better, {worse} worse", n=better, worse=worse)


def _count(change: str, n: int) -> Message:
    if change == "added":
        return say("{n} new", n=n)
    return say("{n} gone", n=n) if change == "removed" else say("{n} changed", n=n)


def _says_otherwise(point: TouchpointDifference) -> bool:
    """Whether a touchpoint says something else that its row, if it has one, does not tell."""
    told: set[str] = {"title"} if point.is_renamed else set()
    if point.is_better or point.is_worse:
        told |= {"title", "expectation", "experience"}
    return any(field.field not in told for field in point.fields)


def _names(found: tuple[Alone, ...]) -> list[str]:
    return [f"{_title(alone.title)} `{alone.journey[:LONGEST]}`" for alone in found]


def _title(text: str) -> str:
    short = text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"
    return escaped(short)


def _table_head(*names: str) -> str:
    return _line(*names) + _line(*["---"] * len(names))


def _line(*cells: str) -> str:
    return f"| {' | '.join(cells)} |\n"
