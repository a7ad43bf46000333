PAGE = """# Nothing makes up for a disappointment

## What it finds

A disappointment after which some customers reach success without meeting a delight in the next few
touchpoints, or before the journey ends. One finding a touchpoint.

## Why it hurts the customer

A failure that is made good quickly can leave a customer more loyal than none at all. Left alone, it
is what the whole journey is remembered by.

## Failing example

```yaml
cjm: 1
touchpoints:
  order: {expectation: 8, experience: 8, next: ride}
  ride: {expectation: 9, experience: 5, next: pay}  # ← CJM105
  pay: {expectation: 7, experience: 7, outcome: success}
```

## Passing example

```yaml
cjm: 1
touchpoints:
  order: {expectation: 8, experience: 8, next: ride}
  ride: {expectation: 9, experience: 5, next: apology}
  apology: {expectation: 4, experience: 8, next: pay}
  pay: {expectation: 7, experience: 7, outcome: success}
```

## Options

- `steps`: within how many touchpoints a delight must follow; default: 3.
"""

from collections.abc import Iterator

from cjm.analysis import Analysis
from cjm.diagnostics import Diagnostic, Severity
from cjm.i18n import say
from cjm.rules.base import Option, Rule, Subject, touchpoint_key


def find(subject: Subject) -> Iterator[Diagnostic]:
    """Disappointments from which some walk to success meets no delight soon enough."""
    analysis = subject.analysis
    chain = analysis.structure.chain
    if not chain.has_success:
        return
    steps = int(subject.options["steps"] or 0)
    for figures in analysis.touchpoints:
        disappoints = figures.level == "disappointment" and figures.id in analysis.reachable
        if disappoints and _unrecovered(analysis, figures.place, steps):
            yield Diagnostic(
                code="CJM105",
                message=say(
                    "{id}: some customers go on to success and meet no delight "
                    "within {steps} touchpoints",
                    id=figures.id,
                    steps=steps,
                ),
                place=touchpoint_key(figures.id),
                touchpoint=figures.id,
                help=say("make up for it soon: an apology, a gift, a call"),
            )


def _unrecovered(analysis: Analysis, place: int, steps: int) -> bool:
    """Whether a walk without a delight leads from a touchpoint to success, or `steps` far."""
    chain = analysis.structure.chain
    succeeding = chain.succeeding
    layer = {place}
    for _ in range(min(steps, len(chain.ids))):  # a longer walk goes round, and could go on
        layer = {
            w
            for v in layer
            for w, _ in chain.ways[v]
            if w in succeeding and analysis.touchpoints[w].level != "delight"
        }
        if any(chain.ends[v] == "success" for v in layer):
            return True
    return bool(layer)


RULE = Rule(
    "CJM105",
    "unrecovered-disappointment",
    Severity.WARNING,
    PAGE,
    find,
    options=(
        Option(
            "steps",
            say("within how many touchpoints a delight must follow"),
            default=3,
            at_least=1,
            whole=True,
        ),
    ),
)
