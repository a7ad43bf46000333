PAGE = """# A disappointment that nobody owns

## What it finds

A touchpoint where customers get less than they expected and that has no `owner`.

## Why it hurts the customer

Everybody sees the disappointment and nobody is asked to end it. The last of the five questions
about every touchpoint is: who is responsible?

## Failing example

```yaml
cjm: 1
touchpoints:
  order: {expectation: 8, experience: 8, next: ride}
  ride: {expectation: 9, experience: 5}  # ← CJM401
```

## Passing example

```yaml
cjm: 1
touchpoints:
  order: {expectation: 8, experience: 8, next: ride}
  ride: {expectation: 9, experience: 9}
```

## Options

None.
"""

from collections.abc import Iterator

from cjm.diagnostics import Diagnostic, Severity
from cjm.i18n import say
from cjm.rounding import rounded
from cjm.rules.base import Rule, Subject, touchpoint_key
from cjm.rules.personas import naming_the_worst_gap


def find(subject: Subject) -> Iterator[Diagnostic]:
    """Disappointing touchpoints without an owner."""
    analysis = subject.analysis
    limit = rounded(-analysis.journey.tolerance)
    for point, figures in zip(analysis.journey.touchpoints, analysis.touchpoints, strict=True):
        if figures.level == "disappointment" and point.owner is None:
            found = say("{id}: customers are disappointed here and nobody owns it", id=figures.id)
            yield Diagnostic(
                code="CJM401",
                message=naming_the_worst_gap(found, analysis, figures, limit),
                place=touchpoint_key(figures.id),
                touchpoint=figures.id,
                help=say("name who is responsible: owner: …"),
            )


RULE = Rule("CJM401", "no-owner", Severity.WARNING, PAGE, find)
