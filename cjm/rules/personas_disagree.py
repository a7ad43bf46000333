PAGE = """# The personas contradict the whole

## What it finds

A touchpoint whose own gap C is not that of its personas. Every persona has a share, and where their
scores differ, on expectation, experience or both, each has one of its own: together they are all
customers, so the mean of their C, weighted by the shares, should be the C of all. Where the two are
further apart than the allowed difference, both cannot be true.

## Why it hurts the customer

One of the two figures is wrong, and nobody knows which. Balance and plan take the personas', the
map's C is the touchpoint's own: whoever reads one decides differently from whoever reads the other.

## Failing example

```yaml
cjm: 1
personas: {hurried: {share: 0.5}, thorough: {share: 0.5}}
touchpoints:
  order:
    expectation: 8
    experience: 8  # ← CJM308
    by_persona:
      hurried: {experience: 3}
      thorough: {experience: 7}
```

## Passing example

```yaml
cjm: 1
personas: {hurried: {share: 0.5}, thorough: {share: 0.5}}
touchpoints:
  order:
    expectation: 8
    experience: 5
    by_persona:
      hurried: {experience: 3}
      thorough: {experience: 7}
```

## Options

- `difference`: how far apart the two may be, in points of the scale; default: 5 % of its width.
"""

from collections.abc import Iterator

from cjm.analysis import TouchpointFigures
from cjm.diagnostics import Diagnostic, Place, Severity
from cjm.i18n import say
from cjm.i18n.figures import GapFigure
from cjm.journey import Journey, Score, Touchpoint
from cjm.rounding import rounded
from cjm.rules.base import Option, Rule, Subject

ALLOWED = 0.05
"""Of the scale's width: what rounding shares and scores to a digit can make of one figure."""
SIDES = ("experience", "expectation")
MEAN_DIGITS = 2
"""Digits of a mean: of whole scores, too, it is seldom whole."""


def find(subject: Subject) -> Iterator[Diagnostic]:
    """Touchpoints whose own C and the mean of the personas' are too far apart."""
    journey = subject.analysis.journey
    if not subject.analysis.parts:
        return
    allowed = subject.options["difference"]
    if allowed is None:
        allowed = ALLOWED * (journey.scale[1] - journey.scale[0])
    for point, figures in zip(journey.touchpoints, subject.analysis.touchpoints, strict=True):
        weighted, own = figures.weighted_gap, figures.gap
        if weighted is None or own is None or rounded(abs(own - weighted)) <= rounded(allowed):
            continue
        if sides := _apart(journey, point):
            yield _disagreement(point, figures, sides)


def _apart(journey: Journey, point: Touchpoint) -> list[str]:
    """The sides on which the personas' scores differ; none where one of them inherits there."""
    sides = []
    for side in SIDES:
        own = [
            getattr(point.scores_of(persona.id), side) is not None for persona in journey.personas
        ]
        if any(own):
            if not all(own):
                return []
            sides.append(side)
    return sides


def _disagreement(point: Touchpoint, figures: TouchpointFigures, sides: list[str]) -> Diagnostic:
    digits = figures.digits
    o, b, mean = figures.expectation or 0.0, figures.experience or 0.0, figures.weighted_gap or 0.0
    written = next((side for side in sides if getattr(point, side) is not None), None)
    route = ("touchpoints", point.id)
    return Diagnostic(
        code="CJM308",
        message=say(
            "{id}: C is {gap} for everybody and {mean} by the personas' own scores and shares",
            id=point.id,
            gap=GapFigure(o, b, digits),
            mean=GapFigure(0, mean, max(digits, MEAN_DIGITS)),
        ),
        place=Place((*route, written, "score")) if written else Place(route, key=True),
        touchpoint=point.id,
        help=MEASURED if _is_measured(point, sides) else WRITTEN,
    )


def _is_measured(point: Touchpoint, sides: list[str]) -> bool:
    """Whether any score on these sides says how it was measured."""
    scores: list[Score | None] = [
        getattr(of, side) for of in (point, *point.by_persona) for side in sides
    ]
    return any(score is not None and (score.n or score.measured) for score in scores)


WRITTEN = say("both cannot be true: mend a score or the shares, or leave out that of everybody")
MEASURED = say(
    "the answers are mixed otherwise than the shares: weight the survey or mend the shares"
)

RULE = Rule(
    "CJM308",
    "personas-disagree",
    Severity.WARNING,
    PAGE,
    find,
    options=(
        Option(
            "difference",
            say("how far apart the two may be, in points; default: 5 % of the scale's width"),
            at_least=0,
        ),
    ),
)
