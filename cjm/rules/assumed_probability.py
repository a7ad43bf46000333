PAGE = """# Branches that are only assumed to be equal

## What it finds

Touchpoints with several ways on, some of which have no probability, and a `start` with several ids
and no shares, so that equal shares are assumed. One finding a journey. What follows from such
shares is written with ≈ everywhere.

## Why it hurts the customer

Reach, balance and plan rest on how many customers go which way. An assumption that nobody wrote
down looks like a measurement.

## Failing example

```yaml
cjm: 1  # ← CJM305
touchpoints:
  order: {expectation: 8, experience: 8, next: [courier, pickup]}
  courier: {expectation: 8, experience: 8}
  pickup: {expectation: 8, experience: 8}
```

## Passing example

```yaml
cjm: 1
touchpoints:
  order: {expectation: 8, experience: 8, next: {courier: 0.7, pickup: 0.3}}
  courier: {expectation: 8, experience: 8}
  pickup: {expectation: 8, experience: 8}
```

## Options

None.
"""

from collections.abc import Iterator

from cjm.diagnostics import WHOLE, Beside, Diagnostic, Place, Severity
from cjm.i18n import say
from cjm.rules.base import Rule, Subject


def find(subject: Subject) -> Iterator[Diagnostic]:
    """Branches with a probability that was filled in, all in one finding."""
    journey = subject.analysis.journey
    assumed = {"start": Place(("start",), key=True)} if journey.start[0].assumed else {}
    for point in journey.touchpoints:
        if len(point.next) > 1 and any(way.probability is None for way in point.next):
            assumed[point.id] = Place(("touchpoints", point.id, "next"), key=True)
    if assumed:
        yield Diagnostic(
            code="CJM305",
            message=say("equal probabilities are assumed at {ids}", ids=", ".join(assumed)),
            place=WHOLE,
            help=say("write down how many go which way, or an estimate"),
            related=tuple(
                Beside(say("{id}: what is not given is shared equally", id=id), place)
                for id, place in assumed.items()
            ),
        )


RULE = Rule("CJM305", "assumed-probability", Severity.INFO, PAGE, find)
