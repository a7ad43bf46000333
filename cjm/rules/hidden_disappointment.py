PAGE = """# A disappointment that the average hides

## What it finds

A touchpoint that gives on average what was expected, or more, while more than the allowed share
of the people asked got less than they expected: `below` in its paired evidence. A persona's own
evidence is held against that persona's own gap.

## Why it hurts the customer

An average pleases nobody. A few who are delighted make up for many who are disappointed in the
figure, but not in what the many tell their friends.

## Failing example

```yaml
cjm: 1
touchpoints:
  ride:
    expectation: 8
    experience: 8
    paired: {n: 120, sd: 2.5, below: 0.4}  # ← CJM109
```

## Passing example

```yaml
cjm: 1
touchpoints:
  ride:
    expectation: 8
    experience: 8
    paired: {n: 120, sd: 1.1, below: 0.2}
```

## Options

- `share`: the share of people that is allowed, 0 to 1; default: 0.3.
"""

from collections.abc import Iterator

from cjm.analysis import TouchpointFigures
from cjm.diagnostics import Diagnostic, Place, Route, Severity
from cjm.i18n import say
from cjm.i18n.figures import GapFigure, Share
from cjm.journey import Paired
from cjm.rules.base import Option, Rule, Subject


def find(subject: Subject) -> Iterator[Diagnostic]:
    """Paired evidence of too many who got less, where C itself is no disappointment."""
    analysis = subject.analysis
    for place, point in enumerate(analysis.journey.touchpoints):
        if point.paired is not None:
            yield from _hidden(subject, analysis.touchpoints[place], point.paired)
        if not any(own.paired for own in point.by_persona):
            continue
        lived = {a.persona: a.touchpoints[place] for a in analysis.personas}
        for own in point.by_persona:
            if own.paired is not None and own.persona in lived:
                yield from _hidden(subject, lived[own.persona], own.paired, own.persona)


def _hidden(
    subject: Subject, figures: TouchpointFigures, paired: Paired, persona: str | None = None
) -> Iterator[Diagnostic]:
    limit = subject.options["share"] or 0.0
    hidden = figures.level in ("satisfaction", "delight")
    if not hidden or paired.below is None or paired.below <= limit:
        return
    inner: Route = () if persona is None else ("by_persona", persona)
    name = persona and subject.analysis.journey.persona(persona).name
    yield Diagnostic(
        code="CJM109",
        message=say(
            "{id}: {who}C is {gap} on average, and {share} of those asked got less than they "
            "expected",
            id=figures.id,
            who=say("for {names} ", names=name) if name else "",
            gap=GapFigure(figures.expectation or 0.0, figures.experience or 0.0, figures.digits),
            share=Share(paired.below),
        ),
        place=Place(("touchpoints", figures.id, *inner, "paired", "below")),
        touchpoint=figures.id,
        item=" ".join(map(str, inner[1:])),
        help=say("look at who they are: give the personas their own scores"),
    )


RULE = Rule(
    "CJM109",
    "hidden-disappointment",
    Severity.WARNING,
    PAGE,
    find,
    options=(
        Option("share", say("the share of people allowed"), default=0.3, at_least=0, at_most=1),
    ),
)
