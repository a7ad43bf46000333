"""Figures of a difference: before, after, and whether that is better."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rich.text import Text

from cjm.analysis.gaps import level_of
from cjm.i18n import Message, say, translate
from cjm.i18n.before_after import BeforeAfter, shares, totals
from cjm.i18n.glossary import capitalized
from cjm.rounding import rounded
from cjm.terminal.sheet import MARGIN, Lines, Sheet
from cjm.terminal.signs import BAD, GOOD, LEVELS, NONE
from cjm.terminal.text import cleaned, width_of
from cjm.tuples import NamedTuple

if TYPE_CHECKING:
    from cjm.compare.journeys import JourneyDifference

SUMS = ("balance", "remembered")
SHOWN = ("balance", "disappointed", "remembered", "success", "drop_off")
MORE_IS_WORSE = ("disappointed", "drop_off")


class _Row(NamedTuple):
    label: str
    before: Text
    after: Text
    verdict: Text


def figure_lines(journey: JourneyDifference, sheet: Sheet) -> Lines:
    """The figures that changed, and the negative moments of truth."""
    rows = [row for name in SHOWN if (row := _row(journey, name, sheet))]
    if not rows:
        return _moments(journey, sheet)
    label = max(width_of(row.label) for row in rows)
    before, after = (
        max(width_of(text.plain) for text in texts)
        for texts in ([row.before for row in rows], [row.after for row in rows])
    )
    lines = [
        Text.assemble(
            " " * MARGIN + row.label + " " * (label - width_of(row.label) + 2),
            " " * (before - width_of(row.before.plain)), row.before,
            "  →  ",
            " " * (after - width_of(row.after.plain)), row.after,
        )
        for row in rows
    ]  # fmt: skip
    told = [_with_verdict(*pair, sheet) for pair in zip(lines, rows, strict=True)]
    return [line for part in told for line in part] + _moments(journey, sheet)


def _with_verdict(line: Text, row: _Row, sheet: Sheet) -> Lines:
    """The line and its verdict, which has a line of its own where there is no room."""
    if width_of(line.plain) + 4 + width_of(row.verdict.plain) <= sheet.width:
        return [Text.assemble(line, "    ", row.verdict)]
    return [line, Text(" " * 2 * MARGIN) + row.verdict]


def _row(journey: JourneyDifference, name: str, sheet: Sheet) -> _Row | None:
    """One figure; None where it did not change."""
    before, after = journey.figures[name]
    if before is None and after is None:
        return None
    if before is not None and after is not None and rounded(before) == rounded(after):
        return None
    marks, assumed = sheet.words.marks, journey.figures.assumed
    written = totals if name in SUMS else shares
    flags = (name in assumed[0], name in assumed[1])
    one, other = (0.0 if value is None else value for value in (before, after))
    texts = written(one, other, marks, flags)
    verdict = Text()
    if before is not None and after is not None and journey.comparable:
        verdict = _verdict(name, after - before, texts, sheet)
    return _Row(
        _label(name, sheet),
        _value(name, before, texts.before),
        _value(name, after, texts.after),
        verdict,
    )


def _label(name: str, sheet: Sheet) -> str:
    words = sheet.words
    named = {
        "balance": words.balance,
        "disappointed": words.disappointed,
        "remembered": words.remembered,
    }
    return capitalized(named.get(name) or words.ends[name])


def _value(name: str, value: float | None, text: str) -> Text:
    if value is None:
        return Text(NONE)
    if name not in SUMS:
        return Text(text)
    sign, style = LEVELS[level_of(value)]
    return Text(f"{sign} {text}", style)


def _verdict(name: str, change: float, texts: BeforeAfter, sheet: Sheet) -> Text:
    better = (change > 0) != (name in MORE_IS_WORSE)
    return Text(
        translate(_told(name, better, texts.change), sheet.words.language), GOOD if better else BAD
    )


def _told(name: str, better: bool, change: str) -> Message:
    if name in SUMS:
        if better:
            return say("better by {change}", change=change)
        return say("worse by {change}", change=change)
    if better:
        return say("better by {change} p.p.", change=change)
    return say("worse by {change} p.p.", change=change)


def _moments(journey: JourneyDifference, sheet: Sheet) -> Lines:
    """How many negative moments of truth there were and are, and which came or went."""
    before, after = journey.figures.negative
    if not before and not after:
        return []
    language = sheet.words.language
    told = say(
        "Moments of truth with C < 0: {before} → {after}", before=len(before), after=len(after)
    )
    names = ", ".join(_named(journey))
    text = translate(told, language) + (f" ({names})" if names else "")
    return sheet.paragraph(text) if names or len(before) != len(after) else []


def _named(journey: JourneyDifference) -> Iterator[str]:
    """Those that came, and those that went."""
    before, after = journey.figures.negative
    new = {point.before: point.id for point in journey.touchpoints}
    gone = [id for id in before if new.get(id) not in after]
    come = [
        point for point in journey.touchpoints if point.id in after and point.before not in before
    ]
    for point in come:
        yield f"+ {cleaned(point.titles[1] or point.id)}"
    for id in gone:
        yield f"{'− ' if come else ''}{cleaned(journey.a[id].title)}"
