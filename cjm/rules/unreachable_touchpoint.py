PAGE = """# No start leads to a touchpoint

## What it finds

A touchpoint that no customer can meet: no start leads to it by transitions with a probability
above 0.

## Why it hurts the customer

Its scores count for nothing: a disappointment there is in no figure, and a delight there is one
that nobody lives through.

## Failing example

```yaml
cjm: 1
touchpoints:
  order: {expectation: 8, experience: 8, next: ride}
  ride: {expectation: 8, experience: 8}
  gift: {expectation: 5, experience: 9, next: ride}  # ← CJM201
```

## Passing example

```yaml
cjm: 1
touchpoints:
  order: {expectation: 8, experience: 8, next: [ride, gift]}
  ride: {expectation: 8, experience: 8}
  gift: {expectation: 5, experience: 9, next: ride}
```

## Options

None.
"""

from collections.abc import Iterator

from cjm.diagnostics import Diagnostic, Severity
from cjm.i18n import say
from cjm.rules.base import Rule, Subject, touchpoint_key


def find(subject: Subject) -> Iterator[Diagnostic]:
    """Touchpoints outside the reach of every start."""
    analysis = subject.analysis
    for point in analysis.journey.touchpoints:
        if point.id not in analysis.reachable:
            yield Diagnostic(
                code="CJM201",
                message=say("{id}: no start leads here", id=point.id),
                place=touchpoint_key(point.id),
                touchpoint=point.id,
                help=say("name it in the next of the touchpoint before it, or in start"),
            )


RULE = Rule("CJM201", "unreachable-touchpoint", Severity.ERROR, PAGE, find)
