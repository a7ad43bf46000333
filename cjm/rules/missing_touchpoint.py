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

from cjm.diagnostics import Severity
from cjm.i18n import Message, say
from cjm.i18n.figures import Quantity, Share
from cjm.rules.base import Rule
from cjm.rules.deviations import SHARE_OF_CASES, Deviation


def _message(id: str, share: Share, cases: Quantity) -> Message:
    return say(
        "{id}: {share} of cases ({cases}) leave it out against the plan",
        id=id,
        share=share,
        cases=cases,
    )


MISSING = Deviation(
    code="CJM503",
    of=lambda lived: lived.fit.missing,
    message=_message,
    help=say("find out why it does not reach them; or declare the way past it"),
)
RULE = Rule(
    "CJM503",
    "missing-touchpoint",
    Severity.WARNING,
    PAGE,
    find_in_log=MISSING.find,
    options=(SHARE_OF_CASES,),
)
