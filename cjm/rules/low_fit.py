PAGE = """# Few cases go as planned

## What it finds

Fewer than the wanted share of cases fit the journey: the others visited touchpoints that it does
not have, left planned ones out, or took them in another order. Found by `cjm conform`.

## Why it hurts the customer

The map says how the service should be met, and most meet it otherwise. Whatever is measured and
improved along the map, they do not feel it.

## Failing example

```yaml
cjm: 1  # ← CJM501
touchpoints:
  search: {next: {cart: 0.9}}
  cart: {next: pay}
  pay: {}
```

```csv
cases,path
70,search cart pay
30,search pay
```

## Passing example

```yaml
cjm: 1
touchpoints:
  search: {next: {cart: 0.7, pay: 0.3}}
  cart: {next: pay}
  pay: {}
```

```csv
cases,path
70,search cart pay
30,search pay
```

## Options

- `share`: what share of cases, 0 to 1, should fit; default: 0.8.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from cjm.diagnostics import WHOLE, Diagnostic, Severity
from cjm.i18n import say
from cjm.i18n.apart import shares_apart
from cjm.rounding import rounded
from cjm.rules.base import Option, Rule, Subject

if TYPE_CHECKING:
    from cjm.analysis.conformance import Conformance


def find(subject: Subject, lived: "Conformance") -> Iterator[Diagnostic]:
    """A share of fitting cases that is too small."""
    wanted = subject.options["share"] or 0.0
    if rounded(lived.share) < wanted:
        share, least = shares_apart(lived.share, wanted)
        yield Diagnostic(
            code="CJM501",
            message=say(
                "{share} of {cases} {cases:case|cases} fit the journey, fewer than {wanted}",
                share=share,
                cases=lived.fit.cases,
                wanted=least,
            ),
            place=WHOLE,
            help=say("see where they leave the plan, and mend the service, or the map"),
            values=(("", rounded(lived.share)),),
        )


RULE = Rule(
    "CJM501",
    "low-fit",
    Severity.ERROR,
    PAGE,
    find_in_log=find,
    options=(
        Option("share", say("the share of cases wanted"), default=0.8, at_least=0, at_most=1),
    ),
)
