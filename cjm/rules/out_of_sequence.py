PAGE = """# A touchpoint comes out of its order

## What it finds

A touchpoint of the journey that at least the given share of cases visited where the plan does not
have it: too early, too late, or once too often. Found by `cjm conform`.

## Why it hurts the customer

What is asked, sent or charged at the wrong moment has to be explained, done again or undone, and it
is the customer who waits.

## Failing example

```yaml
cjm: 1
touchpoints:
  search: {next: {cart: 0.9}}
  cart: {next: pay}  # ← CJM504
  pay: {}
```

```csv
cases,path
80,search cart pay
20,search pay cart
```

## Passing example

```yaml
cjm: 1
touchpoints:
  search: {next: {cart: 0.8, pay: 0.1}}
  cart: {next: pay}
  pay: {}
```

```csv
cases,path
98,search cart pay
2,search pay cart
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
    """Touchpoints that many cases visit where the plan does not have them."""
    for id, found in frequent(subject, lived, lived.fit.out_of_sequence):
        yield Diagnostic(
            code="CJM504",
            message=say(
                "{id}: {share} of cases ({cases}) visit it out of sequence",
                id=id,
                share=Share(found.share),
                cases=Quantity(found.cases),
            ),
            place=touchpoint_key(id),
            touchpoint=id,
            help=say("see which ways lead there: cjm render --flow; mend the order, or the map"),
            values=(("", found.figure),),
        )


RULE = Rule(
    "CJM504",
    "out-of-sequence",
    Severity.WARNING,
    PAGE,
    find_in_log=find,
    options=(SHARE_OF_CASES,),
)
