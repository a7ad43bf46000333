PAGE = """# A touchpoint without a score

## What it finds

A touchpoint that has no expectation or no experience, so that it has no gap. A side that no
touchpoint has is said once, of the journey as a whole.

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

from cjm.analysis import TouchpointFigures
from cjm.diagnostics import WHOLE, Diagnostic, Severity
from cjm.i18n import say
from cjm.rules.base import Rule, Subject, touchpoint_key

HELP = say("ask customers, or write an estimate down and say so in source")


def find(subject: Subject) -> Iterator[Diagnostic]:
    """Sides of the gap that no touchpoint has, then touchpoints that miss one of the others."""
    nowhere = [side for side in ("expectation", "experience") if _is_nowhere(side, subject)]
    for side in nowhere:
        message = say("no touchpoint has an {side}", side=side)
        yield Diagnostic("CJM301", message, WHOLE, HELP, item=side)
    for figures in subject.analysis.touchpoints:
        missing = [name for name, score in _sides(figures) if score is None]
        missing = [name for name in missing if name not in nowhere]
        if missing:
            yield Diagnostic(
                code="CJM301",
                message=say(
                    "{id}: there is no {missing}", id=figures.id, missing=" and no ".join(missing)
                ),
                place=touchpoint_key(figures.id),
                touchpoint=figures.id,
                help=HELP,
            )


def _sides(figures: TouchpointFigures) -> tuple[tuple[str, float | None], ...]:
    return (("expectation", figures.expectation), ("experience", figures.experience))


def _is_nowhere(side: str, subject: Subject) -> bool:
    """Whether nobody has that side anywhere, no persona either."""
    owners = (o for p in subject.analysis.journey.touchpoints for o in (p, *p.by_persona))
    return all(getattr(owner, side) is None for owner in owners)


RULE = Rule("CJM301", "unmeasured", Severity.WARNING, PAGE, find)
