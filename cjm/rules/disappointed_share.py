PAGE = """# Too many customers end disappointed

## What it finds

More than the allowed share of customers end with a negative balance: their own gaps, added up along
their own way, come to less than 0. Silent where all customers walk one path, since then it is
everybody or nobody.

## Why it hurts the customer

The average hides them. A journey that delights most can still send one customer in five away with
less than they expected.

## Failing example

```yaml
cjm: 1  # ← CJM107
touchpoints:
  order: {expectation: 7, experience: 8, next: {courier: 0.7, pickup: 0.3}}
  courier: {expectation: 9, experience: 6}
  pickup: {expectation: 6, experience: 8}
```

## Passing example

```yaml
cjm: 1
touchpoints:
  order: {expectation: 7, experience: 8, next: {courier: 0.1, pickup: 0.9}}
  courier: {expectation: 9, experience: 6}
  pickup: {expectation: 6, experience: 8}
```

## Options

- `share`: what share of customers, 0 to 1, may end with a negative balance; default: 0.2.
"""

from collections.abc import Iterator

from cjm.diagnostics import WHOLE, Diagnostic, Severity
from cjm.i18n import say
from cjm.i18n.numbers import Share
from cjm.rounding import rounded
from cjm.rules.base import Option, Rule, Subject


def find(subject: Subject) -> Iterator[Diagnostic]:
    """The share of customers with a negative balance, where it is above the limit."""
    share = too_many(subject)
    if share is not None:
        limit = subject.options["share"] or 0.0
        yield Diagnostic(
            code="CJM107",
            message=say(
                "{share} of customers end with a negative balance, more than {limit}",
                share=Share(share),
                limit=Share(limit),
            ),
            place=WHOLE,
            help=say("see where they lose it: cjm show; what to fix first: cjm plan"),
            values=(("", rounded(share)),),
        )


def too_many(subject: Subject) -> float | None:
    """The disappointed share where it is above the limit and customers walk several paths."""
    unhappy = subject.analysis.disappointed
    limit = subject.option("CJM107", "share") or 0.0
    if unhappy is None or rounded(unhappy.share) <= limit:
        return None
    return None if subject.analysis.structure.chain.is_one_path else unhappy.share


RULE = Rule(
    "CJM107",
    "disappointed-share",
    Severity.WARNING,
    PAGE,
    find,
    needs_flow=True,
    options=(
        Option("share", say("the share that is allowed"), default=0.2, at_least=0, at_most=1),
    ),
)
