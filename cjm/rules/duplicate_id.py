PAGE = """# Two journeys with one id

## What it finds

Two checked journeys with the same `id`, `state` and `language`. An as-is and a to-be of one id
are a pair, to be compared; so are two languages of one journey.

## Why it hurts the customer

Maps, reports and the baseline are filed by id. Of two journeys with one id the second hides the
first, and with it whatever goes wrong there.

## Failing example

```yaml
cjm: 1
id: delivery
touchpoints:
  order: {expectation: 8, experience: 8}
```

```yaml
cjm: 1
id: delivery  # ← CJM004
touchpoints:
  order: {expectation: 7, experience: 7}
```

## Passing example

```yaml
cjm: 1
id: delivery
touchpoints:
  order: {expectation: 8, experience: 8}
```

```yaml
cjm: 1
id: delivery
state: to-be
touchpoints:
  order: {expectation: 7, experience: 7}
```

## Options

None.
"""

from cjm.diagnostics.findings import Severity
from cjm.rules.base import Rule

RULE = Rule("CJM004", "duplicate-id", Severity.ERROR, PAGE)
