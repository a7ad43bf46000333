"""Facts: what else is known of a journey, beside the figures of its gaps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cjm.analysis.money import customers_of
from cjm.i18n import numbers, plural
from cjm.i18n.durations import lasting
from cjm.i18n.metrics import aim, measured, target_of
from cjm.i18n.numbers import half_away
from cjm.journey.precedence import metrics_for
from cjm.maps.content.model import Fact
from cjm.maps.content.numbers import dated, number
from cjm.maps.content.words import Words
from cjm.maps.scene.text import cleaned
from cjm.rounding import rounded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cjm.analysis import Analysis
    from cjm.journey import Journey, Metric, Stage


def facts_of(analysis: Analysis, words: Words) -> tuple[Fact, ...]:
    """The customers, the time it takes, what is lost, and the journey's metrics."""
    metrics = (_metric(metric, words) for metric in metrics_for(analysis.journey, analysis.persona))
    return (
        *_customers(analysis, words),
        *_time(analysis, words),
        *_lost(analysis, words),
        *metrics,
    )


def origin_of(journey: Journey, words: Words) -> str:
    """Whose map it is, in which state of agreement, and of which day."""
    owner, status = cleaned(journey.owner or ""), cleaned(journey.status or "")
    parts = [
        words.owner.format(owner) if owner else "",
        words.status.format(status) if status else "",
        words.as_of.format(dated(journey.updated, words)) if journey.updated else "",
    ]
    return " · ".join(filter(None, parts))


def people(count: float, analysis: Analysis, words: Words, assumed: bool = False) -> str:
    """A number of customers per period, or that they are customers where there is none."""
    customers = analysis.journey.customers
    shown = half_away(count, 0)
    if not shown and rounded(count) > 0:
        shown = 1.0  # a few are not nobody
    text = numbers.marked(number(shown, words), assumed)
    if customers and customers.per:
        return f"{text} {words.per[customers.per]}"
    return f"{text} {plural(shown, words.customers)}"


def _customers(analysis: Analysis, words: Words) -> Iterator[Fact]:
    customers, count = analysis.journey.customers, customers_of(analysis.journey, analysis.persona)
    if customers is None or count is None:
        return
    worth = ""
    if customers.worth is not None:
        worth = words.worth.format(_money(customers.worth, analysis, words))
    yield Fact(words.customers_heading, people(count, analysis, words), worth)


def _money(value: float, analysis: Analysis, words: Words, assumed: bool = False) -> str:
    customers = analysis.journey.customers
    currency = cleaned((customers and customers.currency) or "")
    text = numbers.marked(number(value, words), assumed)
    return f"{text}\u00a0{currency}" if currency else text


def _time(analysis: Analysis, words: Words) -> Iterator[Fact]:
    if not any(p.duration or any(t.wait for t in p.next) for p in analysis.journey.touchpoints):
        return  # most journeys have no times
    time = analysis.time
    if time is None:
        return
    likely = ""
    if time.likely:  # where nothing on it has a time, nothing is known of it
        lasts = _lasting(time.likely, analysis.is_assumed("time.likely"), words)
        likely = words.time_likely.format(lasts)
    known = min(time.coverage.visits or 0.0, time.coverage.moves if time.coverage.moves else 1.0)
    partly = words.time_partly if rounded(known) < 1 else ""
    expected = _lasting(time.expected, analysis.is_assumed("time.expected"), words)
    yield Fact(words.time, expected, "; ".join(filter(None, (likely, partly))))


def _lasting(seconds: float, assumed: bool, words: Words) -> str:
    return numbers.marked(lasting(seconds, words.language, words.marks), assumed)


def _lost(analysis: Analysis, words: Words) -> Iterator[Fact]:
    lost, worth = analysis.lost, analysis.lost_worth
    if lost is None:
        return
    brings = ""
    if worth is not None:
        brings = _money(half_away(worth, 0), analysis, words, analysis.is_assumed("lost_worth"))
    yield Fact(words.lost, people(lost, analysis, words, analysis.is_assumed("lost")), brings)


def _metric(metric: Metric, words: Words) -> Fact:
    named = metric.title != metric.id
    name = cleaned(metric.title if named else metric.id.replace("_", " "))
    unit = cleaned(metric.unit or "")
    value = (
        words.not_yet
        if metric.value is None
        else measured(metric.value, unit, words.marks, metric.target)
    )
    target = ""
    if metric.target is not None and metric.met is None:
        target = target_of(metric.target, unit, None, words.language, words.marks)
    elif metric.target is not None:
        target = aim(metric.target, unit, metric.value, words.language, words.marks)
    notes = [
        target,
        words.answers.format(number(metric.n, words)) if metric.n else "",
        dated(metric.measured, words) if metric.measured else "",
    ]
    return Fact(name or metric.id, value, ", ".join(filter(None, notes)), metric.met)


def stage_facts(stage: Stage, words: Words) -> tuple[str, ...]:
    """Who answers for a stage, and its metrics against their targets."""
    owner = cleaned(stage.owner or "")
    metrics = (_metric(metric, words) for metric in stage.metrics)
    told = (
        f"{fact.label}: {fact.value}" + (f", {fact.note}" if fact.note else "") for fact in metrics
    )
    return (*([words.owner.format(owner)] if owner else []), *told)
