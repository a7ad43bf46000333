PAGE = """# A stage that nothing is in

## What it finds

A stage that the journey declares and that no touchpoint is in. Stages that it only inherits from
the workspace need not be used.

## Why it hurts the customer

Either a part of the customer's way has not been looked at yet, or the map promises a stage that
does not exist.

## Failing example

```yaml
cjm: 1
stages:
  order: Order
  after: After the trip  # ← CJM207
touchpoints:
  book: {stage: order, expectation: 8, experience: 8}
```

## Passing example

```yaml
cjm: 1
stages:
  order: Order
touchpoints:
  book: {stage: order, expectation: 8, experience: 8}
```

## Options

None.
"""

from collections.abc import Iterator

from cjm.diagnostics import Diagnostic, Place, Severity
from cjm.i18n import say
from cjm.rules.base import Rule, Subject


def find(subject: Subject) -> Iterator[Diagnostic]:
    """The journey's own stages without a touchpoint; what a workspace shares need not be used."""
    journey = subject.analysis.journey
    used = {p.stage for p in journey.touchpoints}
    for stage in journey.stages:
        if stage.id not in used and stage not in subject.stages:
            yield Diagnostic(
                code="CJM207",
                message=say("{id}: no touchpoint is in this stage", id=stage.id),
                place=Place(("stages", stage.id), key=True),
                item=stage.id,
                help=say("put a touchpoint into it, or delete it"),
            )


RULE = Rule("CJM207", "empty-stage", Severity.WARNING, PAGE, find)
