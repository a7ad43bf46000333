"""Overlay: scores that are both written and measured, and what reviews speak of."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rich.text import Text

from cjm.analysis.facts import SIDES, score_of
from cjm.i18n import Message, say, translate
from cjm.i18n.figures import ScoreFigure
from cjm.terminal.sheet import Lines, Sheet, kept
from cjm.terminal.signs import QUIET, STRONG
from cjm.terminal.text import cleaned

if TYPE_CHECKING:
    from cjm.analysis import Analysis
    from cjm.journey import Score, Touchpoint
    from cjm.journey.measured import Measured, TopicCount

DIGITS = 2
PAIN_DIGITS = 3


def written_and_measured(analysis: Analysis, sheet: Sheet) -> Lines:
    """The pairs, by touchpoint; nothing where no score has another one beside it."""
    overlay = analysis.journey.overlay
    if overlay is None:
        return []
    language = sheet.words.language
    lines: Lines = []
    for point in analysis.journey.touchpoints:
        told = [translate(each, language) for each in _of_point(point, overlay, analysis.persona)]
        if told:
            head = Text(kept(f"{cleaned(point.title) or point.id}: "), STRONG)
            lines += sheet.paragraph(head + Text(" · ".join(map(kept, told)), QUIET))
    heading = translate(say("Written and measured"), language)
    return [sheet.heading(heading), *lines] if lines else []


def topics_of_reviews(analysis: Analysis, sheet: Sheet) -> Lines:
    """What reviews speak of at each touchpoint, as `cjm feedback --overlay` counted it."""
    overlay = analysis.journey.overlay
    if overlay is None:
        return []
    language = sheet.words.language
    lines: Lines = []
    for point in analysis.journey.touchpoints:
        told = [translate(_counted(topic), language) for topic in overlay.at(point.id).topics]
        if told:
            head = Text(kept(f"{cleaned(point.title) or point.id}: "), STRONG)
            lines += sheet.paragraph(head + Text(" · ".join(map(kept, told)), QUIET))
    heading = translate(say("What reviews speak of"), language)
    return [sheet.heading(heading), *lines] if lines else []


def _counted(topic: TopicCount) -> Message:
    return say(
        "{topic}: {reviews} {reviews:review|reviews}, {negative} negative, pain {pain}",
        topic=topic.topic,
        reviews=topic.reviews,
        negative=topic.negative,
        pain=ScoreFigure(topic.pain, PAIN_DIGITS),
    )


def _of_point(point: Touchpoint, overlay: Measured, persona: str | None) -> Iterator[Message]:
    """What is said of each side that has two scores."""
    at = overlay.at(point.id)
    for side in SIDES:
        counts = score_of(point, persona, side)
        if counts is None:
            continue
        own = next((each for each in at.by_persona if each.persona == persona), None)
        lost: Score | None = (own and getattr(own, side)) or getattr(at, side)
        if counts.measurement is None and lost is not None:
            yield _told(side, counts, lost, False)
        elif counts.measurement and counts.measurement.replaced is not None:
            yield _told(side, counts.measurement.replaced, counts, True)


def _told(side: str, written: Score, measured: Score, counts: bool) -> Message:
    values = {
        "side": side,
        "written": ScoreFigure(written.score, DIGITS),
        "measured": ScoreFigure(measured.score, DIGITS),
        "n": measured.n or 0,
    }
    if counts:
        return say("{side}: written {written}, measured {measured} (n {n})", **values)
    return say("{side}: written {written}, which is later, measured {measured} (n {n})", **values)
