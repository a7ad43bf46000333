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

from cjm.diagnostics import Severity
from cjm.i18n import Message, say
from cjm.i18n.figures import Quantity, Share
from cjm.rules.base import Rule
from cjm.rules.deviations import SHARE_OF_CASES, Deviation


def _message(id: str, share: Share, cases: Quantity) -> Message:
    return say(
        "{id}: {share} of cases ({cases}) visit it out of sequence",
        id=id,
        share=share,
        cases=cases,
    )


OUT_OF_SEQUENCE = Deviation(
    code="CJM504",
    of=lambda lived: lived.fit.out_of_sequence,
    message=_message,
    help=say("see which ways lead there: cjm render --flow; mend the order, or the map"),
)
RULE = Rule(
    "CJM504",
    "out-of-sequence",
    Severity.WARNING,
    PAGE,
    find_in_log=OUT_OF_SEQUENCE.find,
    options=(SHARE_OF_CASES,),
)
