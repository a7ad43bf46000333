PAGE = """# No exit can be reached

## What it finds

A touchpoint from which no way leads to an exit (a touchpoint without `next`), so that customers
there can only drop off. Members of a trap, who cannot even do that, are told once, by CJM205.

## Why it hurts the customer

The customer goes round and never comes to an end: there is no point at which the service could
say that it kept its promise.

## Failing example

```yaml
cjm: 1
touchpoints:
  search: {expectation: 7, experience: 7, next: {call: 0.5, pay: 0.5}}
  call: {expectation: 7, experience: 7, next: {call: 0.8}}  # ← CJM202
  pay: {expectation: 7, experience: 7}
```

## Passing example

```yaml
cjm: 1
touchpoints:
  search: {expectation: 7, experience: 7, next: {call: 0.5, pay: 0.5}}
  call: {expectation: 7, experience: 7, next: {call: 0.5, pay: 0.4}}
  pay: {expectation: 7, experience: 7}
```

## Options

None.
"""

from collections.abc import Iterator

from cjm.diagnostics import Diagnostic, Severity
from cjm.i18n import say
from cjm.rules.base import Rule, Subject, touchpoint_key


def find(subject: Subject) -> Iterator[Diagnostic]:
    """Touchpoints that lead to no exit, members of a trap left out."""
    analysis = subject.analysis
    trapped = frozenset().union(*analysis.traps) if _some_lead_nowhere(subject) else frozenset()
    for point in analysis.journey.touchpoints:
        if point.id not in analysis.leading_out and point.id not in trapped:
            yield Diagnostic(
                code="CJM202",
                message=say("{id}: no exit can be reached from here", id=point.id),
                place=touchpoint_key(point.id),
                touchpoint=point.id,
                help=say("add a transition towards an exit, a touchpoint without next"),
            )


def _some_lead_nowhere(subject: Subject) -> bool:
    return len(subject.analysis.leading_out) < len(subject.analysis.journey.touchpoints)


RULE = Rule("CJM202", "no-exit", Severity.ERROR, PAGE, find)
