PAGE = """# A touchpoint fails

## What it finds

A touchpoint of the journey at which at least the given share of events failed, as the log says:
`failed` of its source in `data.yaml`. Found by `cjm conform`.

## Why it hurts the customer

They did what they were meant to, and the service did not: the surest way to lose a customer who was
willing.

## Failing example

```yaml
cjm: 1
touchpoints:
  search: {next: {cart: 0.9}}
  cart: {next: pay}
  pay: {}  # ← CJM505
```

```csv
cases,path,failed
90,search cart pay,
10,search cart pay,pay
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
cases,path,failed
98,search cart pay,
2,search cart pay,pay
```

## Options

- `share`: from what share of the events of a touchpoint on, 0 to 1, it is found; default: 0.05.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from cjm.diagnostics import Diagnostic, Severity
from cjm.i18n import say
from cjm.i18n.figures import Share
from cjm.rounding import rounded
from cjm.rules.base import Option, Rule, Subject, touchpoint_key

if TYPE_CHECKING:
    from cjm.analysis.conformance import Conformance


def find(subject: Subject, lived: "Conformance") -> Iterator[Diagnostic]:
    """Touchpoints of the journey where too many events failed."""
    limit = subject.options["share"] or 0.0
    for id, failed in (lived.failed or {}).items():
        events = lived.visits.get(id, 0)
        share = failed.events / events if events else 0.0
        if events and rounded(share) >= limit:
            yield Diagnostic(
                code="CJM505",
                message=say(
                    "{id}: {failed} of {events} {events:event|events} failed ({share})",
                    id=id,
                    failed=failed.events,
                    events=events,
                    share=Share(share),
                ),
                place=touchpoint_key(id),
                touchpoint=id,
                help=say("mend what fails before anything is improved here"),
                values=(("", rounded(share)),),
            )


RULE = Rule(
    "CJM505",
    "failed-touchpoint",
    Severity.ERROR,
    PAGE,
    find_in_log=find,
    options=(Option("share", say("the share of events"), default=0.05, at_least=0, at_most=1),),
)
