PAGE = """# A value that cannot be

## What it finds

- a day in the future: `measured`, or the map's `updated`;
- a standard deviation larger than any answers on the scale can have: half the scale's width times
  the root of n/(n − 1); twice that for paired evidence, which is of differences;
- an `nps` outside −100 to 100; a `csat`, `fcr`, `crr` or `ccr` outside 0 to 100 where its unit is
  %, else outside 0 to 1;
- a lift that would take the experience past the end of the scale.

## Why it hurts the customer

A slip of the hand passes for a measurement. Whoever decides by it mends the wrong thing.

## Failing example

```yaml
cjm: 1
touchpoints:
  ride:
    expectation: 8
    experience:
      score: 8
      n: 50
      sd: 12  # ← CJM309
metrics:
  nps:
    value: 420  # ← CJM309
```

## Passing example

```yaml
cjm: 1
touchpoints:
  ride:
    expectation: 8
    experience:
      score: 8
      n: 50
      sd: 1.2
metrics:
  nps:
    value: 42
```

## Options

None.
"""

from collections.abc import Iterator
from datetime import date
from math import sqrt

from cjm.diagnostics import Diagnostic, Place, Route, Severity
from cjm.i18n import Message, say
from cjm.i18n.figures import Quantity
from cjm.i18n.message import quotable
from cjm.journey import Journey
from cjm.rounding import rounded
from cjm.rules.base import Rule, Subject
from cjm.rules.metrics import amount, placed_metrics
from cjm.rules.scores import placed_pairs, placed_scores

SHARES = ("csat", "fcr", "crr", "ccr")
"""Metrics that are a share of customers or contacts."""


def find(subject: Subject) -> Iterator[Diagnostic]:
    """Days, deviations, metrics and lifts that nothing can have."""
    yield from _days(subject)
    yield from _deviations(subject.analysis.journey)
    yield from _metrics(subject)
    yield from _lifts(subject)


def _found(
    message: Message, place: Place, item: str, help: Message, touchpoint: str | None = None
) -> Diagnostic:
    return Diagnostic("CJM309", message, place, help, touchpoint=touchpoint, item=item)


def _days(subject: Subject) -> Iterator[Diagnostic]:
    for what, day, route, item, touchpoint in _measured(subject):
        if day is not None and day > subject.today:
            yield _found(
                say("{what} lies in the future: {day}", what=what, day=day),
                Place(route),
                item,
                say("correct the day; in a file it is year-month-day"),
                touchpoint,
            )


def _measured(
    subject: Subject,
) -> Iterator[tuple[str, date | None, Route, str, str | None]]:
    """What a day is of, the day, the way to it, its item and touchpoint."""
    journey = subject.analysis.journey
    yield "updated", journey.updated, ("updated",), "updated", None
    for score in placed_scores(journey):
        if score.score.measured is None:
            continue
        item = f"{score.item} measured"
        what = f"{score.touchpoint}: measured"
        yield what, score.score.measured, (*score.route, "measured"), item, score.touchpoint
    for placed in placed_metrics(journey, subject.stages):
        item = f"{placed.item} measured"
        what = f"{placed.where}{placed.metric.id}: measured"
        route = (*placed.route, "measured")
        yield what, placed.metric.measured, route, item, placed.touchpoint
    for improvement in journey.improvements:
        for metric in improvement.judged_by:
            item = f"{improvement.id}/{metric.id} measured"
            what = f"{improvement.id}: {metric.id}: measured"
            route = ("improvements", improvement.id, "judged_by", metric.id, "measured")
            yield what, metric.measured, route, item, None


def _deviations(journey: Journey) -> Iterator[Diagnostic]:
    low, high = journey.scale
    for score in placed_scores(journey):
        sd, n = score.score.sd, score.score.n
        if sd is not None:
            where = (score.touchpoint, f"{score.item} sd", score.place("sd"))
            yield from _deviation(sd, n, high - low, where)
    for pair in placed_pairs(journey):
        sd, n = pair.paired.sd, pair.paired.n
        if sd is not None:
            where = (pair.touchpoint, f"{pair.item} sd", pair.place("sd"))
            yield from _deviation(sd, n, 2 * (high - low), where)


def _deviation(
    sd: float, n: int | None, width: float, where: tuple[str, str, Place]
) -> Iterator[Diagnostic]:
    """Half of the answers at each end deviate most; of two answers, by 0.71 of the width."""
    most = width / 2 * sqrt(n / (n - 1)) if n and n > 1 else width * sqrt(0.5)
    touchpoint, item, place = where
    if rounded(sd) > rounded(most):
        yield _found(
            say(
                "{where}an sd of {sd} is more than the scale allows, {most} at most",
                where=f"{touchpoint}: ",
                sd=Quantity(sd),
                most=Quantity(most),
            ),
            place,
            item,
            say("is it a variance, or of another scale? take its root, or rescale it"),
            touchpoint,
        )


def _metrics(subject: Subject) -> Iterator[Diagnostic]:
    journey = subject.analysis.journey
    for placed in placed_metrics(journey, subject.stages):
        metric = placed.metric
        where = f"{placed.where}{quotable(metric.title)}"
        value = (metric.id, metric.unit, metric.value)
        yield from _metric(value, where, placed.place("value"), placed.item, placed.touchpoint)
    for improvement in journey.improvements:
        for judged in improvement.judged_by:
            for part, number in (("before", judged.before), ("after", judged.after)):
                place = Place(("improvements", improvement.id, "judged_by", judged.id, part))
                item = f"{improvement.id}/{judged.id} {part}"
                value = (judged.id, judged.unit, number)
                where = f"{improvement.id}: {quotable(judged.title)}"
                yield from _metric(value, where, place, item)


def _metric(
    metric: tuple[str, str | None, float | None],
    where: str,
    place: Place,
    item: str,
    touchpoint: str | None = None,
) -> Iterator[Diagnostic]:
    """What a metric, `where` with its title, cannot be."""
    id, unit, value = metric
    bounds = _bounds(id, unit)
    if bounds is None or value is None or bounds[0] <= value <= bounds[1]:
        return
    low, high = bounds
    message = say(
        "{metric} is {value}, and goes from {low} to {high}",
        metric=where,
        value=amount(value, unit, low if value < low else high),
        low=amount(low, unit, low),
        high=amount(high, unit, high),
    )
    help = say("correct the value")
    if bounds == (0, 1):
        help = say('a share is a number from 0 to 1, or say that it is per cent: unit: "%"')
    yield _found(message, place, item, help, touchpoint)


def _bounds(id: str, unit: str | None) -> tuple[float, float] | None:
    """The least and the most a well-known metric can be; None for any other."""
    name = id.casefold()
    if name == "nps":
        return -100, 100
    if name in SHARES:
        return (0, 100) if (unit or "").strip() == "%" else (0, 1)
    return None


def _lifts(subject: Subject) -> Iterator[Diagnostic]:
    low, high = subject.analysis.journey.scale
    lived = {figures.id: figures.experience for figures in subject.analysis.touchpoints}
    for improvement in subject.analysis.journey.improvements:
        for lift in improvement.lifts:
            start = lived[lift.touchpoint]
            most = rounded(high - (low if start is None else start))
            if lift.points > most:
                yield _found(
                    say(
                        "{id}: {points} points at {touchpoint} are more than the scale leaves, "
                        "{most}",
                        id=improvement.id,
                        points=Quantity(lift.points),
                        touchpoint=lift.touchpoint,
                        most=Quantity(most),
                    ),
                    Place(("improvements", improvement.id, "lifts", lift.touchpoint)),
                    improvement.id,
                    say("lower the lift, or the experience it starts from"),
                    lift.touchpoint,
                )


RULE = Rule("CJM309", "implausible-value", Severity.WARNING, PAGE, find)
