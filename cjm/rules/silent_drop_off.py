PAGE = """# Customers leave without a word

## What it finds

More than the allowed share of all customers are lost at one touchpoint without a word: the
probabilities of its `next` sum to less than 1, and the rest is its drop-off.

## Why it hurts the customer

They do not complain; they are simply gone, and nobody asks them why. What is not said cannot be
answered.

## Failing example

```yaml
cjm: 1
touchpoints:
  search: {expectation: 7, experience: 7, next: {order: 0.6}}  # ← CJM208
  order: {expectation: 8, experience: 8}
```

## Passing example

```yaml
cjm: 1
touchpoints:
  search: {expectation: 7, experience: 7, next: {order: 0.95}}
  order: {expectation: 8, experience: 8}
```

## Options

- `share`: what share of all customers, 0 to 1, may be lost at one touchpoint; default: 0.1.
"""

from collections.abc import Iterator

from cjm.diagnostics import Diagnostic, Severity
from cjm.i18n import say
from cjm.i18n.apart import shares_apart
from cjm.rounding import rounded
from cjm.rules.base import Option, Rule, Subject, touchpoint_key


def find(subject: Subject) -> Iterator[Diagnostic]:
    """Touchpoints where more than the limit of all customers are lost silently."""
    limit = subject.options["share"] or 0.0
    for figures in subject.analysis.touchpoints:
        lost = figures.drop_off
        if lost is not None and rounded(lost) > limit:
            share, allowed = shares_apart(lost, limit, figures.is_assumed("drop_off"))
            yield Diagnostic(
                code="CJM208",
                message=say(
                    "{id}: {share} of customers are lost here without a word, more than {limit}",
                    id=figures.id,
                    share=share,
                    limit=allowed,
                ),
                place=touchpoint_key(figures.id),
                touchpoint=figures.id,
                help=say("ask those who leave; or name where they go in next"),
                values=(("", rounded(lost)),),
            )


RULE = Rule(
    "CJM208",
    "silent-drop-off",
    Severity.WARNING,
    PAGE,
    find,
    needs_flow=True,
    options=(
        Option("share", say("the share of customers allowed"), default=0.1, at_least=0, at_most=1),
    ),
)
