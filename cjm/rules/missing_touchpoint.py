PAGE = """# Customers do not come to a planned touchpoint

## What it finds

A touchpoint that at least the given share of cases would have had to visit to follow the plan, and
did not. Found by `cjm conform`.

## Why it hurts the customer

Something that was meant for them does not reach them: a confirmation, a choice, a welcome. Or the
step is not needed, and the map promises what nobody misses.

## Failing example

```yaml
cjm: 1
touchpoints:
  search: {next: {cart: 0.9}}
  cart: {next: pay}  # ← CJM503
  pay: {}
```

```csv
cases,path
80,search cart pay
20,search pay
```

## Passing example

```yaml
cjm: 1
touchpoints:
  search: {next: {cart: 0.8, pay: 0.2}}
  cart: {next: pay}
  pay: {}
```

```csv
cases,path
80,search cart pay
20,search pay
```

## Options

- `share`: in what share of cases, 0 to 1, it is found; default: 0.05.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from cjm.diagnostics import Diagnostic, Severity
from cjm.i18n import say
from cjm.i18n.figures import Quantity, Share
from cjm.rules.base import Rule, Subject, touchpoint_key
from cjm.rules.deviations import SHARE_OF_CASES, frequent

if TYPE_CHECKING:
    from cjm.analysis.conformance import Conformance


def find(subject: Subject, lived: "Conformance") -> Iterator[Diagnostic]:
    """Touchpoints that many cases leave out against the plan."""
    for id, found in frequent(subject, lived, lived.fit.missing):
        yield Diagnostic(
            code="CJM503",
            message=say(
                "{id}: {share} of cases ({cases}) leave it out against the plan",
                id=id,
                share=Share(found.share),
                cases=Quantity(found.cases),
            ),
            place=touchpoint_key(id),
            touchpoint=id,
            help=say("find out why it does not reach them; or declare the way past it"),
            values=(("", found.figure),),
        )


RULE = Rule(
    "CJM503",
    "missing-touchpoint",
    Severity.WARNING,
    PAGE,
    find_in_log=find,
    options=(SHARE_OF_CASES,),
)
