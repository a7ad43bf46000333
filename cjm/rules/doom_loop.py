PAGE = """# Every round makes it worse

## What it finds

A cycle of touchpoints whose gaps add up to less than 0: a doom loop. Of cycles that
hang together only the worst is told, by mean C per touchpoint, at its first touchpoint in the file.

## Why it hurts the customer

A customer who calls again because the first call did not help is angrier each time. A loop has no
bottom: the sum falls with every round, so a small gap repeated costs more than a large one met
once.

## Failing example

```yaml
cjm: 1
touchpoints:
  search: {expectation: 7, experience: 6, next: {ask: 0.3, pay: 0.7}}  # ← CJM103
  ask: {expectation: 6, experience: 3, next: {search: 0.5, pay: 0.5}}
  pay: {expectation: 8, experience: 9}
```

## Passing example

```yaml
cjm: 1
touchpoints:
  search: {expectation: 7, experience: 7, next: {ask: 0.3, pay: 0.7}}
  ask: {expectation: 6, experience: 7, next: {search: 0.5, pay: 0.5}}
  pay: {expectation: 8, experience: 9}
```

## Options

None.
"""

from collections.abc import Iterator
from functools import partial

from cjm.analysis import Analysis
from cjm.analysis.units import points
from cjm.diagnostics import Beside, Diagnostic, Severity
from cjm.i18n import say
from cjm.i18n.figures import Total
from cjm.rules.base import Rule, Subject, touchpoint_key
from cjm.rules.personas import naming_the_worst


def find(subject: Subject) -> Iterator[Diagnostic]:
    """Doom loops, each at its first touchpoint, the others related."""
    for loop in subject.analysis.loops:
        first, *others = loop.touchpoints
        way = " → ".join((*loop.touchpoints, first))
        found = say(
            "{way}: a doom loop, every round adds {balance} to the balance",
            way=way,
            balance=Total(loop.balance),
        )
        a_round = partial(_a_round, loop.touchpoints)
        yield Diagnostic(
            code="CJM103",
            message=naming_the_worst(found, subject.analysis, a_round, 0, Total),
            place=touchpoint_key(first),
            touchpoint=first,
            item=" ".join(loop.touchpoints),
            help=say("give a way out, or mend what sends customers round again"),
            related=tuple(
                Beside(say("{id} is part of the loop", id=id), touchpoint_key(id)) for id in others
            ),
        )


def _a_round(ids: tuple[str, ...], persona: Analysis) -> float:
    """What a round costs a persona."""
    return points(sum(persona.scores.units[persona[id].place] for id in ids))


RULE = Rule("CJM103", "doom-loop", Severity.ERROR, PAGE, find)
