PAGE = """# Too few answers to know

## What it finds

A side of a touchpoint that was asked for and has no score at all: the answers are fewer than
`minimum` in `data.yaml`, so they were not used, and nothing is written by hand.

## Why it hurts the customer

Some did answer, and the map does not say so. Nobody asks again, and the touchpoint stays dark.

## Failing example

```yaml
cjm: 1
id: taxi
touchpoints:
  cancel:
    expectation: 8
```

```yaml
# beside it, in taxi.measured.yaml
cjm-measured: 1
journey: taxi
state: as-is
scale: [0, 10]
thin: {cancel: {experience: 4}}  # ← CJM307
```

## Passing example

```yaml
cjm: 1
id: taxi
touchpoints:
  cancel:
    expectation: 8
    experience: 6
```

```yaml
# beside it, in taxi.measured.yaml
cjm-measured: 1
journey: taxi
state: as-is
scale: [0, 10]
thin: {cancel: {experience: 4}}
```

## Options

None.
"""

from collections.abc import Iterator

from cjm.diagnostics import Diagnostic, Place, Severity
from cjm.i18n import say
from cjm.rules.base import Rule, Subject

SIDES = ("expectation", "experience")


def find(subject: Subject) -> Iterator[Diagnostic]:
    """Sides with a few answers and no score."""
    overlay = subject.analysis.journey.overlay
    figures = {each.id: each for each in subject.analysis.touchpoints} if overlay else {}
    for thin in overlay.thin if overlay else ():
        for side in SIDES:
            answers = getattr(thin, side)
            if answers is None or getattr(figures[thin.id], side) is not None:
                continue
            yield Diagnostic(
                code="CJM307",
                message=say(
                    "{id}: the {side} has {n} {n:answer|answers}, too few for a score, and no "
                    "other one",
                    id=thin.id,
                    side=side,
                    n=answers,
                ),
                place=Place(("thin", thin.id, side)),
                touchpoint=thin.id,
                item=side,
                help=say("ask more customers, or write down what you assume"),
            )


RULE = Rule("CJM307", "thin-measure", Severity.INFO, PAGE, find)
