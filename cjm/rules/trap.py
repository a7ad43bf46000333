PAGE = """# Customers can enter and never leave

## What it finds

A set of touchpoints that customers can enter and never leave: no way leads out of it and nobody
drops off in it. One finding a trap, at its first touchpoint in the file. A loop that so few
customers leave that they are lost in rounding counts as a trap, too.

## Why it hurts the customer

On the map the customer goes round for ever. Either the way out is missing from the map, or it is
missing from the service; and no figure of the flow can be computed.

## Failing example

```yaml
cjm: 1
touchpoints:
  order: {expectation: 7, experience: 7, next: {call: 0.1, pay: 0.9}}
  call: {expectation: 7, experience: 7, next: wait}  # ← CJM205
  wait: {expectation: 7, experience: 7, next: call}
  pay: {expectation: 7, experience: 7}
```

## Passing example

```yaml
cjm: 1
touchpoints:
  order: {expectation: 7, experience: 7, next: {call: 0.1, pay: 0.9}}
  call: {expectation: 7, experience: 7, next: wait}
  wait: {expectation: 7, experience: 7, next: [call, pay]}
  pay: {expectation: 7, experience: 7}
```

## Options

None.
"""

from collections.abc import Iterator

from cjm.diagnostics import Beside, Diagnostic, Severity
from cjm.i18n import say
from cjm.rules.base import Rule, Subject, touchpoint_key


def find(subject: Subject) -> Iterator[Diagnostic]:
    """Traps, each at its first touchpoint in the file, the others related."""
    analysis = subject.analysis
    ids = [p.id for p in analysis.journey.touchpoints]
    for trap in analysis.traps:
        first, *others = (id for id in ids if id in trap)
        members = ", ".join((first, *others))
        yield Diagnostic(
            code="CJM205",
            message=say("{ids}: customers can come in here and never leave", ids=members),
            place=touchpoint_key(first),
            touchpoint=first,
            help=say("add a transition out, or let the probabilities sum to less than 1"),
            related=tuple(_part(id) for id in others),
        )


def find_endless(subject: Subject) -> Iterator[Diagnostic]:
    """The loop that lets out too few for any figure, at its first touchpoint in the file."""
    analysis = subject.analysis
    members = [p.id for p in analysis.journey.touchpoints if p.id in analysis.endless]
    if not members:
        return
    first, *others = members
    yield Diagnostic(
        code="CJM205",
        message=say(
            "{ids}: so few customers leave here that no figure of the flow can be computed",
            ids=", ".join(members),
        ),
        place=touchpoint_key(first),
        touchpoint=first,
        help=say("let more of them out: a larger probability, or a sum further below 1"),
        related=tuple(_part(id) for id in others),
    )


def _part(id: str) -> Beside:
    return Beside(say("{id} is part of the trap", id=id), touchpoint_key(id))


RULE = Rule("CJM205", "trap", Severity.ERROR, PAGE, find, find_in_flow=find_endless)
