PAGE = """# No way ends in success

## What it finds

A journey whose exits have outcomes, none of which is success.

## Why it hurts the customer

Without a success the map shows only how customers are lost. Either the good ending is missing from
the map, or the service has none.

## Failing example

```yaml
cjm: 1  # ← CJM204
touchpoints:
  order: {expectation: 8, experience: 8, next: {ride: 0.9, cancel: 0.1}}
  ride: {expectation: 8, experience: 8, outcome: neutral}
  cancel: {expectation: 6, experience: 6, outcome: failure}
```

## Passing example

```yaml
cjm: 1
touchpoints:
  order: {expectation: 8, experience: 8, next: {ride: 0.9, cancel: 0.1}}
  ride: {expectation: 8, experience: 8, outcome: success}
  cancel: {expectation: 6, experience: 6, outcome: failure}
```

## Options

None.
"""

from collections.abc import Iterator

from cjm.diagnostics import WHOLE, Diagnostic, Severity
from cjm.i18n import say
from cjm.rules.base import Rule, Subject


def find(subject: Subject) -> Iterator[Diagnostic]:
    """Outcomes without a success among them."""
    outcomes = {p.outcome for p in subject.analysis.journey.touchpoints if p.outcome}
    if outcomes and "success" not in outcomes:
        yield Diagnostic(
            code="CJM204",
            message=say("some exits have an outcome and none is success"),
            place=WHOLE,
            help=say("say which exit is what customers came for: outcome: success"),
        )


RULE = Rule("CJM204", "no-success", Severity.WARNING, PAGE, find)
