PAGE = """# The account is overdrawn on the way

## What it finds

On the likely path, the most probable way to success, the running sum of gaps falls below zero. It
is told at the touchpoint where that happens first; silent where CJM101 or CJM102 is told there
already, and where another way is as probable.

## Why it hurts the customer

Until then delights have paid for disappointments. From here on the customer has, on
balance, got less than expected, and sees everything that follows in that light.

## Failing example

```yaml
cjm: 1
tolerance: 1
touchpoints:
  order: {expectation: 8, experience: 8.5, next: ride}
  ride: {expectation: 9, experience: 8, next: pay}  # ← CJM104
  pay: {expectation: 7, experience: 8, outcome: success}
```

## Passing example

```yaml
cjm: 1
tolerance: 1
touchpoints:
  order: {expectation: 8, experience: 9, next: ride}
  ride: {expectation: 9, experience: 8, next: pay}
  pay: {expectation: 7, experience: 8, outcome: success}
```

## Options

None.
"""

from collections.abc import Iterator

from cjm.analysis import Analysis
from cjm.analysis.units import points
from cjm.diagnostics import Diagnostic, Severity
from cjm.i18n import say
from cjm.i18n.figures import Total
from cjm.rules.base import Rule, Subject, touchpoint_key
from cjm.rules.negative_gap import is_told
from cjm.rules.personas import naming_the_worst


def find(subject: Subject) -> Iterator[Diagnostic]:
    """The touchpoint where the likely path's running balance first falls below zero."""
    path = subject.analysis.likely_path
    if path is None or path.balance is None or path.overdrawn_at is None or path.tied > 1:
        return
    if is_told(subject, subject.analysis[path.overdrawn_at]):
        return
    place = path.touchpoints.index(path.overdrawn_at)
    found = say(
        "{id}: on the likely path the balance falls to {balance} here",
        id=path.overdrawn_at,
        balance=Total(path.balance[place]),
    )
    walked = path.touchpoints[: place + 1]

    def so_far(persona: Analysis) -> float:
        return points(sum(persona.scores.units[persona[id].place] for id in walked))

    yield Diagnostic(
        code="CJM104",
        message=naming_the_worst(found, subject.analysis, so_far, 0, Total),
        place=touchpoint_key(path.overdrawn_at),
        touchpoint=path.overdrawn_at,
        help=say("delight earlier on the way, or disappoint less here"),
    )


RULE = Rule("CJM104", "overdrawn-balance", Severity.WARNING, PAGE, find)
