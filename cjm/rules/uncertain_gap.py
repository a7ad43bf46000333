PAGE = """# A gap that may be none

## What it finds

A negative gap whose 95 % interval includes 0: by the evidence there may be no disappointment at
all. Where only some personas have the gap, it is told once, naming those whose interval includes 0.

## Why it hurts the customer

Money spent on a gap that is not there is missing where customers are really let down.

## Failing example

```yaml
cjm: 1
touchpoints:
  order:
    expectation: 8
    experience: {score: 7.8, n: 40, sd: 2}  # ← CJM304
```

## Passing example

```yaml
cjm: 1
touchpoints:
  order:
    expectation: 8
    experience: {score: 8.2, n: 40, sd: 2}
```

## Options

None.
"""

from collections.abc import Iterator

from cjm.analysis import TouchpointFigures
from cjm.diagnostics import Diagnostic, Severity
from cjm.i18n import Message, say
from cjm.i18n.figures import Total
from cjm.rules.base import Rule, Subject
from cjm.rules.negative_gap import gap_place, includes_zero, is_below, limit_of


def find(subject: Subject) -> Iterator[Diagnostic]:
    """Negative gaps whose interval includes 0, everybody's or else some personas'."""
    limit = limit_of(subject)
    for figures in subject.analysis.touchpoints:
        if _is_uncertain(figures):
            yield _uncertain(subject, figures, figures)
        elif not is_below(figures, limit):
            lived = ((a.persona, a.touchpoints[figures.place]) for a in subject.analysis.personas)
            unsure = {id: own for id, own in lived if id is not None and _is_uncertain(own)}
            if unsure:
                names = ", ".join(subject.analysis.journey.persona(id).name for id in unsure)
                own = next(iter(unsure.values()))
                lived_by = tuple((id, f.gap or 0.0) for id, f in unsure.items())
                yield _uncertain(subject, figures, own, say("for {names} ", names=names), lived_by)


def _is_uncertain(figures: TouchpointFigures) -> bool:
    return figures.gap is not None and figures.gap < 0 and includes_zero(figures)


def _uncertain(
    subject: Subject,
    figures: TouchpointFigures,
    own: TouchpointFigures,
    who: Message | None = None,
    personas: tuple[tuple[str, float], ...] = (),
) -> Diagnostic:
    low, high = (Total(end) for end in own.interval or (0.0, 0.0))
    return Diagnostic(
        code="CJM304",
        message=say(
            "{id}: {who}C may be 0, its 95 % interval goes from {low} to {high}",
            id=figures.id,
            who=who or "",
            low=low,
            high=high,
        ),
        place=gap_place(subject, figures, personas[0][0] if personas else None),
        touchpoint=figures.id,
        help=say("ask more customers, or compare answers pair by pair: paired"),
        personas=personas,
    )


RULE = Rule("CJM304", "uncertain-gap", Severity.INFO, PAGE, find)
