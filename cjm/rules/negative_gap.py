"""# The customer gets less than expected

## What it finds

A touchpoint whose gap C = B − O is below the threshold: the experience B stays behind the
expectation O. A gap that only some personas have is told too, once a touchpoint, naming them.
Where the evidence is so thin that the 95 % interval of C includes 0, it is a warning.

## Why it hurts the customer

C < 0 is disappointment: the customer counted on something and did not get it. It draws on the
emotional bank account, and people think ten times before they order again.

## Failing example

```yaml
cjm: 1
touchpoints:
  order: {expectation: 8, experience: 8, next: ride}
  ride:
    owner: fleet
    expectation: 9
    experience: 5  # ← CJM101
```

## Passing example

```yaml
cjm: 1
touchpoints:
  order: {expectation: 8, experience: 8, next: ride}
  ride:
    owner: fleet
    expectation: 8
    experience: 8.5
```

## Options

- `threshold`: C below this is found, in points of the scale; default: minus the journey's
  `tolerance`.
"""

from collections.abc import Iterator

from cjm.analysis import TouchpointFigures
from cjm.analysis.gaps import rounded
from cjm.findings import Severity
from cjm.rules.base import Option, Place, Problem, Rule, Subject, touchpoint_key


def find(subject: Subject) -> Iterator[Problem]:
    """Touchpoints with C below the threshold, for everybody or for some personas."""
    analysis = subject.analysis
    threshold = subject.options["threshold"]
    limit = rounded(-analysis.journey.tolerance if threshold is None else threshold)
    for figures in analysis.touchpoints:
        personas = tuple(
            (a.persona or "", a[figures.id])
            for a in analysis.personas
            if _below(a[figures.id], limit)
        )
        if _below(figures, limit):
            yield _of_everybody(figures, personas, limit)
        elif personas:
            yield _of_personas(subject, figures, personas, limit)


def _below(figures: TouchpointFigures, limit: float) -> bool:
    return figures.gap is not None and figures.gap < limit


def _of_everybody(
    figures: TouchpointFigures,
    personas: tuple[tuple[str, TouchpointFigures], ...],
    limit: float,
) -> Problem:
    route = ("touchpoints", figures.id, "experience")
    places = (Place((*route, "score")), Place(route), touchpoint_key(figures.id))
    return Problem(
        message=f"{figures.id}: {_what(figures, 'customers', limit)}, {_sum(figures)}",
        places=places,
        touchpoint=figures.id,
        help=HELP,
        severity=_severity(figures),
        figures=(("", figures.gap or 0.0), *((id, f.gap or 0.0) for id, f in personas)),
    )


def _of_personas(
    subject: Subject,
    figures: TouchpointFigures,
    personas: tuple[tuple[str, TouchpointFigures], ...],
    limit: float,
) -> Problem:
    first, worst = personas[0][0], min((f for _, f in personas), key=lambda f: f.gap or 0.0)
    route = ("touchpoints", figures.id, "by_persona", first, "experience")
    names = ", ".join(subject.analysis.journey.persona(id).name for id, _ in personas)
    certain = [f for _, f in personas if _severity(f) is None]
    return Problem(
        message=f"{figures.id}: {_what(worst, names, limit)}, {_sum(worst)}",
        places=(Place((*route, "score")), Place(route), touchpoint_key(figures.id)),
        touchpoint=figures.id,
        help=HELP,
        severity=None if certain else Severity.WARNING,
        personas=tuple(id for id, _ in personas),
        figures=tuple((id, f.gap or 0.0) for id, f in personas),
    )


HELP = "raise the experience, promise less, or accept it for a while with a waiver"


def _what(figures: TouchpointFigures, who: str, limit: float) -> str:
    """A positive threshold asks for more than was expected: not to reach it is no loss."""
    if (figures.gap or 0.0) < 0:
        return f"{who} get less than they expected"
    return f"for {who} C is below the threshold of {limit:g}"


def _sum(figures: TouchpointFigures) -> str:
    gap = f"{figures.gap:g}".replace("-", "−")
    return f"O {figures.expectation:g}, B {figures.experience:g}, C {gap}"


def _severity(figures: TouchpointFigures) -> Severity | None:
    """A warning where the 95 % interval includes 0, else the rule's own severity."""
    interval = figures.interval
    return Severity.WARNING if interval and interval[0] <= 0 <= interval[1] else None


RULE = Rule(
    "CJM101",
    "negative-gap",
    Severity.ERROR,
    __doc__,
    find,
    options=(Option("threshold", "C below this is found; default: minus the tolerance"),),
)
