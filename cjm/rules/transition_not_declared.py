PAGE = """# Customers go a way that is not declared

## What it finds

A transition that the journey does not have, taken in at least the given share of the visits to its
source, and not less often than the log's `minimum`. A start or an end that is not planned is one
too. Found by `cjm conform`.

## Why it hurts the customer

A way that nobody drew is a way that nobody made easy. And what the map says of reach and balance
does not hold for those who take it.

## Failing example

```yaml
cjm: 1
touchpoints:
  search: {next: {cart: 0.9}}  # ← CJM506
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

- `share`: from what share of the visits to its source on, 0 to 1, it is found; default: 0.05.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from cjm.diagnostics import Diagnostic, Place, Severity
from cjm.i18n import Message, say
from cjm.i18n.figures import Quantity, Share
from cjm.journey import Journey
from cjm.rounding import rounded
from cjm.rules.base import Option, Rule, Subject, touchpoint_key
from cjm.rules.moves import found_at

if TYPE_CHECKING:
    from cjm.analysis.conformance import Conformance, Move


def find(subject: Subject, lived: "Conformance") -> Iterator[Diagnostic]:
    """Moves, starts and ends that are frequent and not planned."""
    limit = subject.options["share"] or 0.0
    for move in lived.not_declared:
        share = move.share or 0.0
        if move.n >= lived.minimum and rounded(share) >= limit:
            message, place = _message(move, Share(share)), _place(subject.analysis.journey, move)
            help = say("declare it with its probability, or find out what drives them there")
            yield found_at(move, "CJM506", message, place, help, share)


def _message(move: "Move", share: Share) -> Message:
    if move.source is None:
        return say(
            "{id}: {share} of {of} cases begin here, and it is no start",
            id=move.target,
            share=share,
            of=Quantity(move.of),
        )
    if move.target is None:
        return say(
            "{id}: {share} of {of} visits end here, and neither exit nor drop-off is declared",
            id=move.source,
            share=share,
            of=Quantity(move.of),
        )
    return say(
        "{id} → {to}: not declared, taken in {share} of {of} visits",
        id=move.source,
        to=move.target,
        share=share,
        of=Quantity(move.of),
    )


def _place(journey: Journey, move: "Move") -> Place:
    """The ways of its source; what has none is told at its own key."""
    if move.source is None:
        return Place(("start",), key=True)
    if not journey[move.source].next:
        return touchpoint_key(move.source)
    return Place(("touchpoints", move.source, "next"), key=True)


RULE = Rule(
    "CJM506",
    "transition-not-declared",
    Severity.WARNING,
    PAGE,
    find_in_log=find,
    options=(Option("share", say("the share of visits"), default=0.05, at_least=0, at_most=1),),
)
