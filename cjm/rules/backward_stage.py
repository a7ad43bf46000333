PAGE = """# Back to an earlier stage without a reason

## What it finds

A transition to a touchpoint of an earlier stage that has no `label`.

## Why it hurts the customer

Going back costs the customer time and patience. Writing down why it happens is the first step to
mending it.

## Failing example

```yaml
cjm: 1
stages: [order, trip]
touchpoints:
  book: {stage: order, expectation: 8, experience: 8, next: ride}
  ride:
    stage: trip
    expectation: 8
    experience: 8
    next:
      book: 0.1  # ← CJM206
      pay: 0.9
  pay: {stage: trip, expectation: 7, experience: 7}
```

## Passing example

```yaml
cjm: 1
stages: [order, trip]
touchpoints:
  book: {stage: order, expectation: 8, experience: 8, next: ride}
  ride:
    stage: trip
    expectation: 8
    experience: 8
    next:
      book: {probability: 0.1, label: the car broke down}
      pay: 0.9
  pay: {stage: trip, expectation: 7, experience: 7}
```

## Options

None.
"""

from collections.abc import Iterator

from cjm.diagnostics import Diagnostic, Place, Severity
from cjm.i18n import say
from cjm.rules.base import Rule, Subject


def find(subject: Subject) -> Iterator[Diagnostic]:
    """Transitions to an earlier stage without a label."""
    journey = subject.analysis.journey
    order = {stage.id: n for n, stage in enumerate(journey.stages)}
    stage_of = {p.id: order[p.stage] for p in journey.touchpoints if p.stage is not None}
    for point in journey.touchpoints:
        for way in point.next:
            here, there = stage_of.get(point.id), stage_of.get(way.to)
            if here is not None and there is not None and there < here and not way.label:
                yield Diagnostic(
                    code="CJM206",
                    message=say(
                        "{id} → {to}: back to an earlier stage without a label",
                        id=point.id,
                        to=way.to,
                    ),
                    place=Place(("touchpoints", point.id, "next", way.to), key=True),
                    touchpoint=point.id,
                    item=way.to,
                    help=say("say why: {to}: {{label: …}}", to=way.to),
                )


RULE = Rule("CJM206", "backward-stage", Severity.INFO, PAGE, find)
