PAGE = """# Success leaves a bitter taste

## What it finds

A success exit that is itself a disappointment.

## Why it hurts the customer

People remember the strongest moment and the last one. The customer has what they came for, and the
last thing they felt was less than they expected.

## Failing example

```yaml
cjm: 1
touchpoints:
  order: {expectation: 8, experience: 8, next: pay}
  pay: {expectation: 8, experience: 6, outcome: success}  # ← CJM106
```

## Passing example

```yaml
cjm: 1
touchpoints:
  order: {expectation: 8, experience: 8, next: pay}
  pay: {expectation: 7, experience: 8, outcome: success}
```

## Options

None.
"""

from collections.abc import Iterator

from cjm.diagnostics import Diagnostic, Severity
from cjm.i18n import say
from cjm.rules.base import Rule, Subject, touchpoint_key


def find(subject: Subject) -> Iterator[Diagnostic]:
    """Success exits that disappoint."""
    analysis = subject.analysis
    for point, figures in zip(analysis.journey.touchpoints, analysis.touchpoints, strict=True):
        if point.is_exit and point.outcome == "success" and figures.level == "disappointment":
            yield Diagnostic(
                code="CJM106",
                message=say("{id}: the journey ends in success and in disappointment", id=point.id),
                place=touchpoint_key(point.id),
                touchpoint=point.id,
                help=say("end on something good: a word of thanks, a small extra"),
            )


RULE = Rule("CJM106", "bitter-ending", Severity.WARNING, PAGE, find)
