PAGE = """# Too few visits to test a probability

## What it finds

Touchpoints whose probabilities are written in the journey and not tested, because they were visited
less often than `n` of CJM508 asks for, with their visits. One finding a journey. Found by
`cjm conform`.

## Why it hurts the customer

That nothing was found there does not mean that all is well: rare ways are where customers are
forgotten.

## Failing example

```yaml
cjm: 1  # ← CJM509
touchpoints:
  search: {next: {cart: 0.9}}
  cart: {next: pay}
  pay: {}
```

```csv
cases,path
20,search cart pay
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
90,search cart pay
10,search
```

## Options

None.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from cjm.diagnostics import WHOLE, Diagnostic, Severity
from cjm.i18n import say
from cjm.rules.base import Rule, Subject

if TYPE_CHECKING:
    from cjm.analysis.conformance import Conformance


def find(subject: Subject, lived: "Conformance") -> Iterator[Diagnostic]:
    """Touchpoints whose probabilities could not be tested, all in one finding."""
    few = lived.too_few
    if few:
        yield Diagnostic(
            code="CJM509",
            message=say(
                "probabilities not tested, for there are fewer than {least} visits: {ids}",
                least=lived.least,
                ids=", ".join(f"{id or 'start'} ({n})" for id, n in few.items()),
            ),
            place=WHOLE,
            help=say("take a longer period, or more sources"),
        )


RULE = Rule("CJM509", "too-few-visits", Severity.INFO, PAGE, find_in_log=find)
