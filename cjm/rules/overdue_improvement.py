PAGE = """# An improvement that is overdue

## What it finds

An improvement whose `due` day has passed and whose phase is still `plan` or `do`.

## Why it hurts the customer

Customers were to have something better by that day, and they still live with the old service.

## Failing example

```yaml
cjm: 1
touchpoints:
  ride: {expectation: 8, experience: 8}
improvements:
  quiet-ride: {lifts: {ride: 1}, phase: do, due: 2019-03-01}  # ← CJM403
```

## Passing example

```yaml
cjm: 1
touchpoints:
  ride: {expectation: 8, experience: 8}
improvements:
  quiet-ride: {lifts: {ride: 1}, phase: act, due: 2019-03-01}
```

## Options

None.
"""

from collections.abc import Iterator

from cjm.diagnostics import Diagnostic, Place, Severity
from cjm.i18n import say
from cjm.rules.base import Rule, Subject


def find(subject: Subject) -> Iterator[Diagnostic]:
    """Improvements in plan or do whose day has passed."""
    for improvement in subject.analysis.journey.improvements:
        late = improvement.due is not None and improvement.due < subject.today
        if late and improvement.phase in ("plan", "do"):
            yield Diagnostic(
                code="CJM403",
                message=say(
                    "{id}: due on {day}, and still in phase {phase}",
                    id=improvement.id,
                    day=improvement.due,
                    phase=improvement.phase,
                ),
                place=Place(("improvements", improvement.id), key=True),
                item=improvement.id,
                help=say("finish it, or set a new day and say why"),
            )


RULE = Rule("CJM403", "overdue-improvement", Severity.WARNING, PAGE, find)
