PAGE = """# Customers meet a touchpoint that the journey does not have

## What it finds

A touchpoint of the log that is not in the journey, met in at least the given share of cases. One
finding for each. Found by `cjm conform`.

## Why it hurts the customer

Nobody planned this contact, so nobody looks after it: often it is the way round something that does
not work.

## Failing example

```yaml
cjm: 1
touchpoints:  # ← CJM502
  search: {next: {cart: 0.9}}
  cart: {next: pay}
  pay: {}
```

```csv
cases,path
80,search cart pay
20,search chat cart pay
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
98,search cart pay
2,search chat cart pay
```

## Options

- `share`: in what share of cases, 0 to 1, it is found; default: 0.05.
"""

from cjm.diagnostics import Severity
from cjm.i18n import Message, say
from cjm.i18n.figures import Quantity, Share
from cjm.rules.base import Rule
from cjm.rules.deviations import SHARE_OF_CASES, Deviation


def _message(word: str, share: Share, cases: Quantity) -> Message:
    return say(
        "{word} is not in the journey and comes in {share} of cases ({cases})",
        word=word,
        share=share,
        cases=cases,
    )


AD_HOC = Deviation(
    code="CJM502",
    of=lambda lived: lived.fit.ad_hoc,
    message=_message,
    help=say("add it to the journey, or say under touchpoints in data.yaml which one it is"),
    known=False,
)
RULE = Rule(
    "CJM502",
    "ad-hoc-touchpoint",
    Severity.WARNING,
    PAGE,
    find_in_log=AD_HOC.find,
    options=(SHARE_OF_CASES,),
)
