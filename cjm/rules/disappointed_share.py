PAGE = """# Too many customers end disappointed

## What it finds

More than the allowed share of customers end with a negative balance: their own gaps, added up along
their own way, come to less than 0. Where only some personas make it so, the worst is named. Silent
where it is everybody or nobody, and the same for every persona: then the mean alone decides, and
CJM108 tells it.

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

from cjm.analysis import Analysis
from cjm.diagnostics import WHOLE, Diagnostic, Severity
from cjm.i18n import say
from cjm.i18n.apart import shares_apart
from cjm.rounding import rounded
from cjm.rules.base import Option, Rule, Subject
from cjm.rules.personas import naming_the_worst


def find(subject: Subject) -> Iterator[Diagnostic]:
    """The share of customers with a negative balance, where it is above the limit."""
    share = too_many(subject)
    if share is not None:
        limit = subject.options["share"] or 0.0
        told, allowed = shares_apart(share, limit, subject.analysis.is_assumed("disappointed"))
        found = say(
            "{share} of customers end with a negative balance, more than {limit}",
            share=told,
            limit=allowed,
        )
        yield Diagnostic(
            code="CJM107",
            message=naming_the_worst(
                found,
                subject.analysis,
                _spared,
                rounded(1 - limit),
                lambda spared, assumed: shares_apart(1 - spared, limit, assumed)[0],
                "disappointed",
            ),
            place=WHOLE,
            help=say("see where they lose it: cjm show; what to fix first: cjm plan"),
            values=(("", rounded(share)),),
        )


def too_many(subject: Subject) -> float | None:
    """The disappointed share where it is above the limit, unless the means alone decide it."""
    unhappy = subject.analysis.disappointed
    limit = subject.option("CJM107", "share") or 0.0
    if unhappy is None or rounded(unhappy.share) <= limit:
        return None
    return None if subject.analysis.on_average else unhappy.share


def _spared(persona: Analysis) -> float | None:
    """The share of a persona's customers who do not end so."""
    unhappy = persona.disappointed
    return None if unhappy is None else rounded(1 - unhappy.share)


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
