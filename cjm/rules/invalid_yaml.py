PAGE = """# A journey's file is not YAML

## What it finds

A file that cannot be read as one YAML 1.2 document: broken syntax, bytes that are not UTF-8,
more than one document, a key given twice, a tag beyond YAML's core schema, a merge key (`<<`), or
a file over a safety limit (1 000 000 bytes, 50 000 values, 64 levels, 10 000 values repeated by
aliases).

## Why it hurts the customer

What cannot be read is not checked. A key given twice is worse: the text shows one thing and the
figures are computed from another, so people argue about a map that nobody drew.

## Failing example

```yaml
cjm: 1
touchpoints:
  order:
    expectation: 8
    experience: 7
    experience: 9  # ← CJM001
```

## Passing example

```yaml
cjm: 1
touchpoints:
  order:
    expectation: 8
    experience: 9
```

## Options

None.
"""

from cjm.diagnostics.findings import Severity
from cjm.rules.base import Rule

RULE = Rule("CJM001", "invalid-yaml", Severity.ERROR, PAGE)
