PAGE = """# A score from long ago

## What it finds

A score whose `measured` date is more than the allowed number of days before today.

## Why it hurts the customer

Expectations grow and services change. A map of how things were says little about how they are.

## Failing example

```yaml
cjm: 1
touchpoints:
  order:
    expectation: 8
    experience:
      score: 8
      measured: 2019-03-01  # ← CJM302
```

## Passing example

```yaml
cjm: 1
touchpoints:
  order:
    expectation: 8
    experience:
      score: 8
      source: estimate
```

## Options

- `days`: how old a score may be; default: 180.
"""

from collections.abc import Iterator

from cjm.diagnostics import Diagnostic, Severity
from cjm.i18n import say
from cjm.rules.base import Option, Rule, Subject
from cjm.rules.scores import placed_scores


def find(subject: Subject) -> Iterator[Diagnostic]:
    """Scores measured more days ago than allowed."""
    days = subject.options["days"] or 0.0
    for placed in placed_scores(subject.analysis.journey):
        measured = placed.score.measured
        if measured is not None and (subject.today - measured).days > days:
            age = (subject.today - measured).days
            yield Diagnostic(
                code="CJM302",
                message=say(
                    "{id}: the {side} was measured {age} days ago",
                    id=placed.touchpoint,
                    side=placed.side,
                    age=age,
                ),
                place=placed.place("measured"),
                touchpoint=placed.touchpoint,
                item=placed.item,
                help=say("ask customers again"),
            )


RULE = Rule(
    "CJM302",
    "stale-score",
    Severity.WARNING,
    PAGE,
    find,
    options=(Option("days", say("how many days a score stays fresh"), default=180, at_least=0),),
)
