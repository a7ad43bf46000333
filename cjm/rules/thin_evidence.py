PAGE = """# A score that few answers stand behind

## What it finds

A score, or paired evidence, with `n` below the limit; a persona's own, too.

## Why it hurts the customer

A handful of answers says more about who was asked than about what customers live through.
Improvements built on it may mend what was never broken.

## Failing example

```yaml
cjm: 1
touchpoints:
  order:
    expectation: 8
    experience: {score: 8, n: 7}  # ← CJM303
```

## Passing example

```yaml
cjm: 1
touchpoints:
  order:
    expectation: 8
    experience: {score: 8, n: 70}
```

## Options

- `n`: how many answers are enough; default: 30.
"""

from collections.abc import Iterator

from cjm.diagnostics import Diagnostic, Place, Severity
from cjm.i18n import say
from cjm.rules.base import Option, Rule, Subject
from cjm.rules.scores import placed_pairs, placed_scores


def find(subject: Subject) -> Iterator[Diagnostic]:
    """Scores and paired evidence with fewer answers than the limit."""
    enough = subject.options["n"] or 0.0
    journey = subject.analysis.journey
    for placed in placed_scores(journey):
        if placed.score.n is not None and placed.score.n < enough:
            place, n = placed.place("n"), placed.score.n
            yield _thin(placed.touchpoint, placed.side, n, place, placed.item)
    for pair in placed_pairs(journey):
        if pair.paired.n < enough:
            n, place = pair.paired.n, pair.place("n")
            yield _thin(pair.touchpoint, "paired evidence", n, place, pair.item)


def _thin(touchpoint: str, what: str, n: int, place: Place, item: str) -> Diagnostic:
    return Diagnostic(
        code="CJM303",
        message=say(
            "{id}: the {what} rests on {n} {n:answer|answers}", id=touchpoint, what=what, n=n
        ),
        place=place,
        touchpoint=touchpoint,
        item=item,
        help=say("ask more customers before you act on it"),
    )


RULE = Rule(
    "CJM303",
    "thin-evidence",
    Severity.INFO,
    PAGE,
    find,
    options=(Option("n", say("how many answers are enough"), default=30, at_least=0),),
)
