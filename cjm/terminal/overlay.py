"""Overlay: scores that are both written and measured, and what reviews speak of."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from rich.text import Text

from cjm.analysis.facts import SIDES
from cjm.i18n import Message, say, translate
from cjm.i18n.apart import scores_apart
from cjm.i18n.figures import ScoreFigure, Share
from cjm.i18n.metrics import measured as quantity_of
from cjm.i18n.numbers import most_digits
from cjm.terminal.metrics import metrics_text
from cjm.terminal.sheet import Lines, Sheet, kept
from cjm.terminal.signs import QUIET, STRONG
from cjm.terminal.text import cleaned

if TYPE_CHECKING:
    from cjm.analysis import Analysis
    from cjm.journey import Journey, Metric, Paired, PersonaScores, Score, Touchpoint
    from cjm.journey.measured import Measured, MeasuredTouchpoint, TopicCount

    Valued = Touchpoint | PersonaScores | MeasuredTouchpoint

PAIN_DIGITS = 3


def measured_values(analysis: Analysis, sheet: Sheet) -> Lines:
    """What was measured, by touchpoint and persona, and what is written beside it."""
    journey, overlay = analysis.journey, analysis.journey.overlay
    if overlay is None:
        return []
    page = _Page(overlay, sheet)
    lines = page.below("", page.metrics(journey.metrics, overlay.metrics))
    for point in journey.touchpoints:
        at = overlay.at(point.id)
        everybody = analysis.persona is None
        told = page.values(point, at) if everybody else []
        lines += page.below(cleaned(point.title) or point.id, told)
        for own in at.by_persona:
            if analysis.persona in (None, own.persona):
                whose = f"{cleaned(point.title) or point.id}, {page.name(journey, own.persona)}"
                lines += page.below(whose, page.values(point.scores_of(own.persona), own))
    heading = translate(say("What was measured"), sheet.words.language)
    return [sheet.heading(heading), *lines] if lines else []


class _Page:
    """The values of one overlay as parts of lines."""

    def __init__(self, overlay: Measured, sheet: Sheet) -> None:
        self._overlay, self._sheet = overlay, sheet

    def below(self, head: str, parts: list[Text]) -> Lines:
        """The parts behind what they are of; nothing where there are none."""
        name = Text(kept(f"{head}: ") if head else "", STRONG)
        return self._sheet.paragraph(name + Text(" · ").join(parts)) if parts else []

    def name(self, journey: Journey, id: str) -> str:
        """What a persona is called."""
        return cleaned(journey.persona(id).name) or id

    def values(self, counts: Valued, at: Valued) -> list[Text]:
        """Scores, pairs and metrics of one touchpoint, of everybody or of one persona."""
        parts = [part for side in SIDES if (part := self._side(side, counts, at))]
        if counts.paired and counts.paired.measurement:
            parts.append(self._text(_pair(counts.paired)))
        return parts + self.metrics(counts.metrics, at.metrics)

    def metrics(self, counts: Iterable[Metric], measured: Iterable[Metric]) -> list[Text]:
        """Metrics that were measured, the one that counts first."""
        own = {metric.id: metric for metric in counts}
        return [self._metric(own.get(metric.id, metric), metric) for metric in measured]

    def _side(self, side: str, counts: Valued, at: Valued) -> Text | None:
        score, measured = getattr(counts, side), getattr(at, side)
        if measured is None or score is None:
            return None
        replaced = score.measurement and score.measurement.replaced
        return self._text(_score(side, score, measured, replaced, self._overlay.scale))

    def _metric(self, counts: Metric, measured: Metric) -> Text:
        text = metrics_text([counts if counts.measurement else measured], self._sheet.words)
        replaced = counts.measurement.replaced if counts.measurement else counts
        if text is None or replaced is None or replaced.value is None:
            return text or Text()
        value = cleaned(quantity_of(replaced.value, replaced.unit, self._sheet.words.marks))
        if counts.measurement:
            return text + Text(", ") + self._text(say("written {value}", value=value))
        return text + Text(", ") + self._text(say("written {value}, which is later", value=value))

    def _text(self, message: Message) -> Text:
        return Text(kept(translate(message, self._sheet.words.language)), QUIET)


def _pair(paired: Paired) -> Message:
    if paired.below is None:
        return say("asked in pairs: n {n}", n=paired.n)
    return say(
        "asked in pairs: n {n}, {below} of them got less", n=paired.n, below=Share(paired.below)
    )


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


def _score(
    side: str,
    counts: Score,
    measured: Score,
    replaced: Score | None,
    scale: tuple[float, float],
) -> Message:
    """The measured score of a side, and the written one, if there is one."""
    written = replaced or (None if counts.measurement else counts)
    other = () if written is None else (written.score,)
    told, *beside = scores_apart(measured.score, *other, scale=scale, least=most_digits(scale))
    values = {"side": side, "measured": told, "n": measured.n or 0}
    if written is None:
        return say("{side}: measured {measured} (n {n})", **values)
    values["written"] = beside[0]
    if replaced:
        return say("{side}: written {written}, measured {measured} (n {n})", **values)
    return say("{side}: written {written}, which is later, measured {measured} (n {n})", **values)
