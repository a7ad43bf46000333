PAGE = """# Nothing is planned for a moment of truth

## What it finds

A negative moment of truth that no improvement lifts.

## Why it hurts the customer

Opinions are made here, customers are let down here, and nothing is going to change.

## Failing example

```yaml
cjm: 1
touchpoints:
  order: {expectation: 8, experience: 8, next: ride}
  ride: {moment_of_truth: true, expectation: 9, experience: 5}  # ← CJM402
```

## Passing example

```yaml
cjm: 1
touchpoints:
  order: {expectation: 8, experience: 8, next: ride}
  ride: {moment_of_truth: true, expectation: 9, experience: 5}
improvements:
  quiet-ride: {lifts: {ride: 4}}
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
    """Negative moments of truth without an improvement."""
    analysis = subject.analysis
    limit = rounded(-analysis.journey.tolerance)
    lifted = {lift.touchpoint for i in analysis.journey.improvements for lift in i.lifts}
    for figures in analysis.touchpoints:
        if figures.negative_moment_of_truth and figures.id not in lifted:
            found = say(
                "{id}: a moment of truth disappoints and no improvement lifts it", id=figures.id
            )
            yield Diagnostic(
                code="CJM402",
                message=naming_the_worst_gap(found, analysis, figures, limit),
                place=touchpoint_key(figures.id),
                touchpoint=figures.id,
                help=say("plan one under improvements, with lifts for this touchpoint"),
            )


RULE = Rule("CJM402", "no-improvement", Severity.WARNING, PAGE, find, needs_flow=True)
