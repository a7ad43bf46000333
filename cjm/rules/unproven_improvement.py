PAGE = """# An improvement that nobody checked

## What it finds

An improvement in phase `check` or `act` whose `due` day has passed, without an experience at a
lifted touchpoint, or an `after` of a metric that it is `judged_by`, measured on that day or later.

## Why it hurts the customer

Plan, do, check, act: without the check, an improvement is only a hope.
Customers may not have noticed any of it.

## Failing example

```yaml
cjm: 1
touchpoints:
  ride: {expectation: 8, experience: 8}
improvements:
  quiet-ride: {lifts: {ride: 1}, phase: check, due: 2019-03-01}  # ← CJM404
```

## Passing example

```yaml
cjm: 1
touchpoints:
  ride:
    expectation: 8
    experience: {score: 8, measured: 2019-04-01}
improvements:
  quiet-ride: {lifts: {ride: 1}, phase: check, due: 2019-03-01}
```

## Options

None.
"""

from collections.abc import Iterator

from cjm.diagnostics import Diagnostic, Place, Severity
from cjm.i18n import Message, say
from cjm.journey import Improvement
from cjm.rules.base import Rule, Subject
from cjm.rules.scores import placed_scores


def find(subject: Subject) -> Iterator[Diagnostic]:
    """Improvements in check or act that no later measurement stands behind."""
    for improvement in subject.analysis.journey.improvements:
        promised = improvement.lifts or improvement.judged_by
        done = improvement.phase in ("check", "act") and bool(promised)
        over = improvement.due is not None and improvement.due < subject.today
        if done and over and not _proven(subject, improvement):
            yield Diagnostic(
                code="CJM404",
                message=say(
                    "{id}: in phase {phase}, and {what} was measured since {day}",
                    id=improvement.id,
                    phase=improvement.phase,
                    what=_unmeasured(improvement),
                    day=improvement.due,
                ),
                place=Place(("improvements", improvement.id), key=True),
                item=improvement.id,
                help=say("measure what it was to change, and write the day down: measured"),
            )


def _unmeasured(improvement: Improvement) -> Message:
    """What is to be measured: experiences, metrics, or either."""
    if not improvement.judged_by:
        return say("no experience it lifts")
    if not improvement.lifts:
        return say("no metric it is judged by")
    return say("no experience it lifts and no metric it is judged by")


def _proven(subject: Subject, improvement: Improvement) -> bool:
    lifted = {lift.touchpoint for lift in improvement.lifts}
    experiences = (
        placed.score.measured
        for placed in placed_scores(subject.analysis.journey)
        if placed.touchpoint in lifted and placed.side == "experience"
    )
    metrics = (m.measured for m in improvement.judged_by if m.after is not None)
    due = improvement.due
    return any(day and due and day >= due for day in (*experiences, *metrics))


RULE = Rule("CJM404", "unproven-improvement", Severity.WARNING, PAGE, find)
