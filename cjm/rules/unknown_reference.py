PAGE = """# A name that names nothing

## What it finds

A `next`, `stage`, `channel`, `persona`, `start`, `lifts`, `touchpoint` of a waiver, or a rule in
a waiver or in the workspace's settings, that names nothing (with the one that was probably meant).

## Why it hurts the customer

A transition to nowhere cuts the map: everything that customers live through after it is missing
from every figure.

## Failing example

```yaml
cjm: 1
touchpoints:
  order: {expectation: 8, experience: 8, next: delivry}  # ← CJM003
  delivery: {expectation: 8, experience: 8}
```

## Passing example

```yaml
cjm: 1
touchpoints:
  order: {expectation: 8, experience: 8, next: delivery}
  delivery: {expectation: 8, experience: 8}
```

## Options

None.
"""

from cjm.diagnostics.findings import Severity
from cjm.rules.base import Rule

RULE = Rule("CJM003", "unknown-reference", Severity.ERROR, PAGE)
