PAGE = """# A declared probability is not what happens

## What it finds

A probability that is written in the journey, of a transition, a drop-off or a start, and that the
log contradicts: by an exact two-sided binomial test, adjusted for all tests of the journey (Holm),
P is below 0.05, and the share observed differs by at least 0.05. Tested where there were enough
visits; shares that nobody gave are not. Found by `cjm conform`.

## Why it hurts the customer

Reach, balance and the plan of what to do first rest on these shares. Where they are wrong, the
wrong touchpoints are improved.

## Failing example

```yaml
cjm: 1
touchpoints:
  search: {next: {cart: 0.9, pay: 0.1}}  # ← CJM508 CJM508
  cart: {next: pay}
  pay: {}
```

```csv
cases,path
60,search cart pay
40,search pay
```

## Passing example

```yaml
cjm: 1
touchpoints:
  search: {next: {cart: 0.6, pay: 0.4}}
  cart: {next: pay}
  pay: {}
```

```csv
cases,path
60,search cart pay
40,search pay
```

## Options

- `n`: how many visits a touchpoint needs for its probabilities to be tested; default: 30.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from cjm.diagnostics import Diagnostic, Place, Severity
from cjm.i18n import Message, say
from cjm.i18n.figures import Chance, Quantity, Share
from cjm.rules.base import Option, Rule, Subject
from cjm.rules.moves import found_at

if TYPE_CHECKING:
    from cjm.analysis.conformance import Conformance, Move


def find(subject: Subject, lived: "Conformance") -> Iterator[Diagnostic]:
    """Probabilities that the log contradicts."""
    for move in lived.moves:
        if move.off:
            difference = abs((move.share or 0.0) - (move.declared or 0.0))
            help = say("write down what was observed, or find out what changed")
            yield found_at(move, "CJM508", _message(move), _place(move), help, difference)


def _message(move: "Move") -> Message:
    low, high = move.interval or (0.0, 1.0)
    observed = say(
        "{share} of {of}, declared {declared} (95 % interval {low} to {high}, adjusted P {p})",
        share=Share(move.share or 0.0),
        of=Quantity(move.of),
        declared=Share(move.declared or 0.0),
        low=Share(low),
        high=Share(high),
        p=Chance(move.adjusted or 0.0),
    )
    if move.source is None:
        return say("{id}, start: {observed}", id=move.target, observed=observed)
    if move.target is None:
        return say("{id}, drop-off: {observed}", id=move.source, observed=observed)
    return say("{id} → {to}: {observed}", id=move.source, to=move.target, observed=observed)


def _place(move: "Move") -> Place:
    """The probability; a drop-off is what the ways leave, a start has a share."""
    if move.source is None:
        return Place(("start", move.target or ""))
    if move.target is None:
        return Place(("touchpoints", move.source, "next"), key=True)
    return Place(("touchpoints", move.source, "next", move.target, "probability"))


RULE = Rule(
    "CJM508",
    "probability-off",
    Severity.WARNING,
    PAGE,
    find_in_log=find,
    options=(
        Option("n", say("how many visits it takes to test"), default=30, at_least=1, whole=True),
    ),
)
