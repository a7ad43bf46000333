PAGE = """# The average customer ends below zero

## What it finds

The balance, the sum of every touchpoint's gap weighted by how often it is met, is negative.
Silent where CJM107 is told, which says the same more precisely.

## Why it hurts the customer

On the whole the service takes more than it gives: the emotional bank account of the average
customer is overdrawn at the end.

## Failing example

```yaml
cjm: 1  # ← CJM108
touchpoints:
  order: {expectation: 8, experience: 8, next: ride}
  ride: {expectation: 9, experience: 5}
```

## Passing example

```yaml
cjm: 1
touchpoints:
  order: {expectation: 8, experience: 9, next: ride}
  ride: {expectation: 9, experience: 8.5}
```

## Options

None.
"""

from collections.abc import Iterator

from cjm.analysis import Analysis
from cjm.diagnostics import WHOLE, Diagnostic, Severity
from cjm.i18n import say
from cjm.i18n.figures import Total
from cjm.rounding import rounded
from cjm.rules.base import Rule, Subject
from cjm.rules.disappointed_share import too_many
from cjm.rules.personas import naming_the_worst


def find(subject: Subject) -> Iterator[Diagnostic]:
    """A balance below zero."""
    balance = subject.analysis.balance
    if balance is None or rounded(balance) >= 0:
        return
    if "CJM107" in subject.selected and too_many(subject) is not None:
        return
    found = say(
        "the average customer ends with a balance of {balance}",
        balance=Total(balance, subject.analysis.is_assumed("balance")),
    )
    yield Diagnostic(
        code="CJM108",
        message=naming_the_worst(found, subject.analysis, _balance, 0, Total, "balance"),
        place=WHOLE,
        help=say("see what costs most: cjm show; what to fix first: cjm plan"),
        values=(("", rounded(balance)),),
    )


def _balance(persona: Analysis) -> float | None:
    return None if persona.balance is None else rounded(persona.balance)


RULE = Rule("CJM108", "negative-balance", Severity.WARNING, PAGE, find, needs_flow=True)
