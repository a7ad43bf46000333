PAGE = """# A measure that misses its target

## What it finds

A metric of the journey, a stage, a touchpoint or a persona there whose value misses its target:
its own, or the workspace's target for a metric of that name. One that is not measured yet misses
nothing. What an improvement is `judged_by` is told by `unmet-improvement`.

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

from cjm.diagnostics import Diagnostic, Place, Severity
from cjm.i18n import say
from cjm.i18n.message import quotable
from cjm.rules.base import Rule, Subject
from cjm.rules.metrics import amount, goal, placed_metrics


def find(subject: Subject) -> Iterator[Diagnostic]:
    """Metrics whose value misses the target; one that is not measured yet misses nothing."""
    targets = dict(subject.targets)
    for placed in placed_metrics(subject.analysis.journey, subject.stages):
        metric = placed.metric
        target = metric.target or targets.get(metric.id)
        if target is None or metric.value is None or target.holds(metric.value):
            continue
        yield Diagnostic(
            code="CJM407",
            message=say(
                "{where}{metric} is {value}, the target is {target}",
                where=placed.where,
                metric=quotable(metric.title),
                value=amount(metric.value, metric.unit, target.value),
                target=goal(target, metric.unit, metric.value),
            ),
            place=Place(placed.route, key=True),
            touchpoint=placed.touchpoint,
            item=placed.item,
            help=say("see what moves it: cjm show; or agree on another target"),
        )


RULE = Rule("CJM407", "metric-off-target", Severity.WARNING, PAGE, find)
