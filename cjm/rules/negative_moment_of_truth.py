PAGE = """# A moment of truth disappoints

## What it finds

A moment of truth where customers get less than they expected, or the personas do on average, by
their shares; then the worst of them is named. A touchpoint is one because its
author says so (`declared`), because it is among the few that make 80 % of the loss (`vital-few`),
because nothing makes a stronger impression (`peak`), because it decides success more than any
other (`decisive`), or because more customers end there than anywhere else (`ending`). Where CJM101
runs too, the touchpoint is told by this rule only. For waivers and the baseline the two are one
rule.

## Why it hurts the customer

Opinions are made here. A disappointment elsewhere may be forgiven or forgotten; this one is what
people remember and tell others.

## Failing example

```yaml
cjm: 1
touchpoints:
  order: {expectation: 8, experience: 8, next: ride}
  ride:
    moment_of_truth: true
    expectation: 9
    experience: 5  # ← CJM102
```

## Passing example

```yaml
cjm: 1
touchpoints:
  order: {expectation: 8, experience: 8, next: ride}
  ride:
    moment_of_truth: true
    expectation: 9
    experience: 9
```

## Options

None of its own: the `threshold` of `negative-gap` holds here too.
"""

from collections.abc import Iterator

from cjm.analysis import Analysis, TouchpointFigures
from cjm.diagnostics import Diagnostic, Severity
from cjm.i18n import Message, say
from cjm.i18n.figures import Share, Total
from cjm.i18n.glossary import Term
from cjm.i18n.ties import told_reasons
from cjm.rules.base import Rule, Subject
from cjm.rules.negative_gap import gap_diagnostic, is_negative_moment


def find(subject: Subject) -> Iterator[Diagnostic]:
    """Moments of truth with C, or C̄ of all personas, below −tolerance and the threshold."""
    for figures in subject.analysis.touchpoints:
        if is_negative_moment(subject, figures):
            why = _why(figures, subject.analysis)
            finding = gap_diagnostic("CJM102", subject, figures, why)
            if finding is not None:
                yield finding


def _why(figures: TouchpointFigures, analysis: Analysis) -> Message:
    """Why this is a moment of truth, and how much it weighs."""
    first, *others = told_reasons(figures.moment_of_truth, analysis.tied, analysis.one_ending)
    reasons: Message | Term = first
    for reason in others:
        reasons = say("{reasons}, {reason}", reasons=reasons, reason=reason)
    if figures.impact is None or figures.reach is None:
        return say(" ({reasons})", reasons=reasons)
    return say(
        " ({reasons}; reached by {reach} of customers, impact {impact})",
        reasons=reasons,
        reach=Share(figures.reach, figures.is_assumed("reach")),
        impact=Total(figures.impact, figures.is_assumed("impact")),
    )


RULE = Rule("CJM102", "negative-moment-of-truth", Severity.ERROR, PAGE, find, needs_flow=True)
