PAGE = """# A waiver that covers nothing

## What it finds

A waiver that covers no finding. Judged only where all the rules it names ran on the journey, and
not once it has expired.

## Why it hurts the customer

It looks as if something were known and accepted that is not there, and it will hide the next
disappointment that comes to this place.

## Failing example

```yaml
cjm: 1
touchpoints:
  ride: {expectation: 8, experience: 8}
waivers:
  - {rule: unmeasured, touchpoint: ride, reason: survey runs in May}  # ← CJM406
```

## Passing example

```yaml
cjm: 1
touchpoints:
  order: {expectation: 8, experience: 8, next: ride}
  ride: {expectation: 8}
waivers:
  - {rule: unmeasured, touchpoint: ride, reason: survey runs in May}
```

## Options

None.
"""

from cjm.diagnostics.findings import Severity
from cjm.rules.base import Rule

RULE = Rule("CJM406", "unused-waiver", Severity.WARNING, PAGE)
