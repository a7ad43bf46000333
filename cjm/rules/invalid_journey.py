PAGE = """# A journey says something the format does not know

## What it finds

A key that does not exist (with the one that was probably meant), a value that is missing or of
the wrong kind, a score outside the scale, a probability outside 0 to 1 or a sum above 1. Every
such place of a file is told at once, in `cjm.yaml` too.

## Why it hurts the customer

A mistyped key is a promise that nobody reads: `expactation: 9` leaves the touchpoint unmeasured,
and the disappointment there stays unseen.

## Failing example

```yaml
cjm: 1
touchpoints:
  order:
    expactation: 9  # ← CJM002
    experience: 5
```

## Passing example

```yaml
cjm: 1
touchpoints:
  order:
    expectation: 9
    experience: 9
```

## Options

None.
"""

from cjm.diagnostics.findings import Severity
from cjm.rules.base import Rule

RULE = Rule("CJM002", "invalid-journey", Severity.ERROR, PAGE)
