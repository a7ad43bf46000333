PAGE = """# An exit that does not say how it ends

## What it finds

An exit, a touchpoint without `next`, that has no `outcome`, in a journey where another exit has
one.

## Why it hurts the customer

Nobody can say whether customers who end here have what they came for. The share that succeeds is
wrong by all of them.

## Failing example

```yaml
cjm: 1
touchpoints:
  order: {expectation: 8, experience: 8, next: {pay: 0.9, cancel: 0.1}}
  pay: {expectation: 8, experience: 8, outcome: success}
  cancel: {expectation: 6, experience: 6}  # ← CJM203
```

## Passing example

```yaml
cjm: 1
touchpoints:
  order: {expectation: 8, experience: 8, next: {pay: 0.9, cancel: 0.1}}
  pay: {expectation: 8, experience: 8, outcome: success}
  cancel: {expectation: 6, experience: 6, outcome: failure}
```

## Options

None.
"""

from collections.abc import Iterator

from cjm.diagnostics import Diagnostic, Severity
from cjm.i18n import say
from cjm.rules.base import Rule, Subject, touchpoint_key


def find(subject: Subject) -> Iterator[Diagnostic]:
    """Exits without an outcome, where another has one."""
    exits = [p for p in subject.analysis.journey.touchpoints if p.is_exit]
    if not any(p.outcome for p in exits):
        return
    for point in exits:
        if point.outcome is None:
            yield Diagnostic(
                code="CJM203",
                message=say("{id}: this exit does not say how the journey ends", id=point.id),
                place=touchpoint_key(point.id),
                touchpoint=point.id,
                help=say("add outcome: success, failure or neutral"),
            )


RULE = Rule("CJM203", "exit-without-outcome", Severity.INFO, PAGE, find)
