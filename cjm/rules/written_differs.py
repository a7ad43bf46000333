PAGE = """# A score that people do not confirm

## What it finds

A handwritten score that a measured one has replaced and that lies outside its 95 % interval: where
nobody gave the written one a day, or a day within those that were measured. A measured score
without a standard deviation has no interval: then it is told where the two are more than 5 % of the
scale apart.

## Why it hurts the customer

Somebody took the map's number for true and decided by it. Who asked customers learns another one:
either the map flattered the service, or the survey asked other people.

## Failing example

```yaml
cjm: 1
id: taxi
touchpoints:
  ride:
    expectation: 8
    experience: 8  # ← CJM306
```

```yaml
# beside it, in taxi.measured.yaml
cjm-measured: 1
journey: taxi
state: as-is
scale: [0, 10]
scores:
  ride:
    experience: {score: 5.31, n: 398, sd: 2.417, measured: 2026-09-28}
```

## Passing example

```yaml
cjm: 1
id: taxi
touchpoints:
  ride:
    expectation: 8
    experience: 5.4
```

```yaml
# beside it, in taxi.measured.yaml
cjm-measured: 1
journey: taxi
state: as-is
scale: [0, 10]
scores:
  ride:
    experience: {score: 5.31, n: 398, sd: 2.417, measured: 2026-09-28}
```

## Options

None.
"""

from collections.abc import Iterator
from datetime import date

from cjm.analysis.gaps import side_interval, side_of
from cjm.diagnostics import Diagnostic, Severity
from cjm.i18n import say
from cjm.i18n.apart import scores_apart
from cjm.journey import Score
from cjm.journey.measured import Measured, Period
from cjm.rounding import rounded
from cjm.rules.base import Rule, Subject
from cjm.rules.scores import PlacedScore, placed_scores

ALLOWED = 0.05
"""Of the scale's width, where no interval says how exact the measured score is."""


def find(subject: Subject) -> Iterator[Diagnostic]:
    """Written scores that the measured ones in their place contradict."""
    overlay = subject.analysis.journey.overlay
    if overlay is None:
        return
    low, high = overlay.scale
    allowed = ALLOWED * (high - low)
    for placed in placed_scores(subject.analysis.journey):
        measurement = placed.score.measurement
        own: Score | None = measurement.replaced if measurement else None
        if own is None or not _is_of_that_time(own.measured, placed.score, overlay):
            continue
        start, end = side_interval(side_of(placed.score)) or _around(placed.score, allowed)
        if not rounded(start) <= rounded(own.score) <= rounded(end):
            yield _found(placed, own, overlay.scale)


def _around(score: Score, allowed: float) -> tuple[float, float]:
    return score.score - allowed, score.score + allowed


def _is_of_that_time(day: date | None, score: Score, overlay: Measured) -> bool:
    """Whether a written score speaks of the days that were measured, as one without a day does."""
    if day is None:
        return True
    named = [s for s in overlay.sources if s.source in (score.source or "").split(", ")]
    seen = named or overlay.sources
    firsts = [source.first for source in seen if source.first]
    lasts = [source.last for source in seen if source.last]
    period = overlay.period or Period()
    first = min(firsts) if firsts else period.first
    last = max(lasts) if lasts else period.last
    return (first is None or first <= day) and (last is None or day <= last)


def _found(placed: PlacedScore, own: Score, scale: tuple[float, float]) -> Diagnostic:
    written, measured = scores_apart(own.score, placed.score.score, scale=scale)
    return Diagnostic(
        code="CJM306",
        message=say(
            "{id}: the {side} is written as {written}, and measured as {measured} (n {n})",
            id=placed.touchpoint,
            side=placed.side,
            written=written,
            measured=measured,
            n=placed.score.n or 0,
        ),
        place=placed.place("score"),
        touchpoint=placed.touchpoint,
        item=placed.item,
        help=say("delete the written score, or say of which day it is: measured"),
        in_journey=True,
    )


RULE = Rule("CJM306", "written-differs", Severity.WARNING, PAGE, find)
