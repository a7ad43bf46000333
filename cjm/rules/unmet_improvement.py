PAGE = """# An improvement that became the standard and missed its target

## What it finds

An improvement in phase `act` with a metric in `judged_by` whose `after` misses its target, its
own or the workspace's.

## Why it hurts the customer

What did not help is made the rule: everybody does it from now on, and nobody looks for what would
help.

## Failing example

```yaml
cjm: 1
touchpoints:
  call: {expectation: 8, experience: 8}
improvements:
  call-back:
    phase: act
    judged_by:
      fcr: {before: 0.62, target: ">= 0.75", after: 0.64}  # ← CJM408
```

## Passing example

```yaml
cjm: 1
touchpoints:
  call: {expectation: 8, experience: 8}
improvements:
  call-back:
    phase: act
    judged_by:
      fcr: {before: 0.62, target: ">= 0.75", after: 0.78}
```

## Options

None.
"""

from collections.abc import Iterator

from cjm.diagnostics import Diagnostic, Place, Severity
from cjm.i18n import say
from cjm.i18n.message import quotable
from cjm.rules.base import Rule, Subject
from cjm.rules.metrics import amount, goal


def find(subject: Subject) -> Iterator[Diagnostic]:
    """Metrics that missed their target and were acted on all the same."""
    for improvement in subject.analysis.journey.improvements:
        if improvement.phase != "act":
            continue
        for metric in improvement.judged_by:
            if metric.after is None or metric.target is None or metric.met:
                continue
            yield Diagnostic(
                code="CJM408",
                message=say(
                    "{id}: it became the standard, but {metric} is {value} after it, not {target}",
                    id=improvement.id,
                    metric=quotable(metric.title),
                    value=amount(metric.after, metric.unit, metric.target.value),
                    target=goal(metric.target, metric.unit, metric.after),
                ),
                place=Place(("improvements", improvement.id, "judged_by", metric.id), key=True),
                item=f"{improvement.id}/{metric.id}",
                help=say("correct it, or go round again: plan, do, check"),
            )


RULE = Rule("CJM408", "unmet-improvement", Severity.WARNING, PAGE, find)
