PAGE = """# A touchpoint without a score

## What it finds

A touchpoint that has no expectation or no experience, so that it has no gap.

## Why it hurts the customer

Nobody knows whether customers are disappointed there. What is not measured is not seen, and what
is not seen is not mended.

## Failing example

```yaml
cjm: 1
touchpoints:
  order: {expectation: 8, experience: 8, next: ride}
  ride: {expectation: 8}  # ← CJM301
```

## Passing example

```yaml
cjm: 1
touchpoints:
  order: {expectation: 8, experience: 8, next: ride}
  ride: {expectation: 8, experience: 8}
```

## Options

None.
"""

from collections.abc import Iterator

from cjm.diagnostics import Diagnostic, Severity
from cjm.i18n import say
from cjm.rules.base import Rule, Subject, touchpoint_key


def find(subject: Subject) -> Iterator[Diagnostic]:
    """Touchpoints that miss a side of the gap."""
    for figures in subject.analysis.touchpoints:
        sides = (("expectation", figures.expectation), ("experience", figures.experience))
        missing = [name for name, score in sides if score is None]
        if missing:
            yield Diagnostic(
                code="CJM301",
                message=say(
                    "{id}: there is no {missing}", id=figures.id, missing=" and no ".join(missing)
                ),
                place=touchpoint_key(figures.id),
                touchpoint=figures.id,
                help=say("ask customers, or write an estimate down and say so in source"),
            )


RULE = Rule("CJM301", "unmeasured", Severity.WARNING, PAGE, find)
