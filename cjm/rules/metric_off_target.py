PAGE = """# A measure that misses its target

## What it finds

A metric of the journey or of a touchpoint whose value misses its target: its own, or the
workspace's target for a metric of that name.

## Why it hurts the customer

The target is what the team promised itself on the customers' behalf.

## Failing example

```yaml
cjm: 1
touchpoints:
  ride: {expectation: 8, experience: 8}
metrics:
  nps: {value: 42, target: ">= 50"}  # ← CJM407
```

## Passing example

```yaml
cjm: 1
touchpoints:
  ride: {expectation: 8, experience: 8}
metrics:
  nps: {value: 55, target: ">= 50"}
```

## Options

None.
"""

from collections.abc import Iterator

from cjm.diagnostics import Diagnostic, Place, Route, Severity
from cjm.i18n import say
from cjm.i18n.numbers import Quantity
from cjm.journey import Metric
from cjm.rules.base import Rule, Subject


def find(subject: Subject) -> Iterator[Diagnostic]:
    """Metrics whose value misses the target."""
    journey = subject.analysis.journey
    for metric in journey.metrics:
        yield from _missed(subject, metric, ("metrics", metric.id), None)
    for point in journey.touchpoints:
        for metric in point.metrics:
            route = ("touchpoints", point.id, "metrics", metric.id)
            yield from _missed(subject, metric, route, point.id)


def _missed(
    subject: Subject, metric: Metric, route: Route, touchpoint: str | None
) -> Iterator[Diagnostic]:
    target = metric.target or dict(subject.targets).get(metric.id)
    if target is None or metric.value is None or target.holds(metric.value):
        return
    unit = f" {metric.unit}" if metric.unit else ""
    where = f"{touchpoint}: " if touchpoint else ""
    yield Diagnostic(
        code="CJM407",
        message=say(
            "{where}{metric} is {value}{unit}, the target is {operator} {target}{unit}",
            where=where,
            metric=metric.id,
            value=Quantity(metric.value),
            operator=target.operator,
            target=Quantity(target.value),
            unit=unit,
        ),
        place=Place(route, key=True),
        touchpoint=touchpoint,
        item=metric.id,
        help=say("see what moves it: cjm show; or agree on another target"),
    )


RULE = Rule("CJM407", "metric-off-target", Severity.WARNING, PAGE, find)
