PAGE = """# A waiver that has expired

## What it finds

A waiver past its `until` day. The finding it covered is told again, too.

## Why it hurts the customer

The team gave itself until that day. The customers it let down have been patient long enough.

## Failing example

```yaml
cjm: 1
touchpoints:
  ride: {expectation: 8, experience: 8}
waivers:
  - {rule: negative-gap, touchpoint: ride, reason: new cars come, until: 2019-03-01}  # ← CJM405
```

## Passing example

```yaml
cjm: 1
touchpoints:
  ride: {expectation: 9, experience: 8}
waivers:
  - {rule: negative-gap, touchpoint: ride, reason: new cars come, until: 2999-03-01}
```

## Options

None.
"""

from collections.abc import Iterator

from cjm.diagnostics import Diagnostic, Place, Severity
from cjm.i18n import say
from cjm.rules.base import Rule, Subject


def find(subject: Subject) -> Iterator[Diagnostic]:
    """Waivers past their last day."""
    for nth, waiver in enumerate(subject.analysis.journey.waivers):
        if waiver.until is not None and waiver.until < subject.today:
            yield Diagnostic(
                code="CJM405",
                message=say(
                    "the waiver of {rules} ended on {day}",
                    rules=", ".join(waiver.rule),
                    day=waiver.until,
                ),
                place=Place(("waivers", nth)),
                touchpoint=waiver.touchpoint,
                item=" ".join(waiver.rule),
                help=say("mend what it covered and delete it, or agree on a new day"),
            )


RULE = Rule("CJM405", "expired-waiver", Severity.ERROR, PAGE, find)
