PAGE = """# Nobody takes a declared transition

## What it finds

A transition of the journey that no case took, from a touchpoint that was visited at least `minimum`
times. Found by `cjm conform`.

## Why it hurts the customer

A way out that exists on the map only helps nobody: customers do not find it, or it is closed.

## Failing example

```yaml
cjm: 1
touchpoints:
  search: {next: {cart: 0.8, pay: 0.1}}  # ← CJM507
  cart: {next: pay}
  pay: {}
```

```csv
cases,path
100,search cart pay
```

## Passing example

```yaml
cjm: 1
touchpoints:
  search: {next: {cart: 0.9}}
  cart: {next: pay}
  pay: {}
```

```csv
cases,path
100,search cart pay
```

## Options

None. `minimum` stands in `data.yaml`, or is given as `--minimum`.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from cjm.diagnostics import Diagnostic, Place, Severity
from cjm.i18n import say
from cjm.i18n.figures import Quantity
from cjm.rules.base import Rule, Subject
from cjm.rules.moves import found_at

if TYPE_CHECKING:
    from cjm.analysis.conformance import Conformance


def find(subject: Subject, lived: "Conformance") -> Iterator[Diagnostic]:
    """Declared transitions that nobody took, where enough could have."""
    for move in lived.never_taken:
        if move.of >= lived.minimum:
            message = say(
                "{id} → {to}: declared, and taken in none of {of} visits",
                id=move.source,
                to=move.target,
                of=Quantity(move.of),
            )
            place = Place(("touchpoints", move.source or "", "next", move.target or ""), key=True)
            help = say("find out whether customers can see it; else take it out of the map")
            yield found_at(move, "CJM507", message, place, help)


RULE = Rule("CJM507", "transition-never-taken", Severity.INFO, PAGE, find_in_log=find)
