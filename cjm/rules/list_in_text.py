PAGE = """# A list inside one text

## What it finds

One text with several lines that begin with –, — or •, or with - and no space after it, where the
format takes a list. YAML knows a list by a hyphen and a space. Lines of speech in `quotes`, kept
as they are by `|`, are none.

## Why it hurts the customer

Three pains become one long sentence on the map, and are counted, sorted and mended as one.

## Failing example

```yaml
cjm: 1
touchpoints:
  call:
    expectation: 8
    experience: 8
    pains: |  # ← CJM603
      – no call back
      – long queue
```

## Passing example

```yaml
cjm: 1
touchpoints:
  call:
    expectation: 8
    experience: 8
    pains:
      - no call back
      - long queue
```

## Options

None.
"""

import re
from collections.abc import Iterator

from cjm.diagnostics import Diagnostic, Place, Severity
from cjm.i18n import say
from cjm.rules.base import Rule, Subject
from cjm.rules.texts import item_of, touchpoint_of, values
from cjm.source import Node, Source

FIELDS = frozenset((
    "actions", "thoughts", "emotions", "strengths", "pains", "opportunities", "standard",
    "backstage", "root_cause", "quotes", "because", "goals", "values", "objections", "sources",
))  # fmt: skip
"""Keys of lists of texts; keys of one's own are lists, too."""
_MARK = re.compile(r"\s*(?:[–—•]|-(?![\s\d-]))\s*\S")

_ANYWHERE = re.compile(r"^[ \t]*(?:[–—•]|-(?![\s\d-]))", re.MULTILINE)
"""Few files have such a line at all; the others need no look at every value."""


def find(subject: Subject) -> Iterator[Diagnostic]:
    """Texts whose lines are items."""
    source = subject.source
    if source is None or not _ANYWHERE.search(source.text):
        return
    for route, node in values(source):
        if not isinstance(node.value, str) or not _is_list(route):
            continue
        lines = _lines(node, source)
        spoken = "quotes" in route and not node.plain
        if not spoken and sum(bool(_MARK.match(line)) for line in lines) > 1:
            yield Diagnostic(
                code="CJM603",
                message=say("a list inside one text"),
                place=Place(route),
                touchpoint=touchpoint_of(route),
                item=item_of(route),
                help=say("begin each line with a hyphen and a space: use - for a list"),
            )


def _lines(node: Node, source: Source) -> list[str]:
    """The lines of a text as they were written: a text without a sign before it is folded."""
    if not node.plain:
        return str(node.value).splitlines()
    span = node.span
    if span.line == span.end_line:
        return []
    first, *more = (source.line(n) for n in range(span.line, span.end_line + 1))
    return [first[span.column - 1 :], *more]


def _is_list(route: tuple[str | int, ...]) -> bool:
    keys = [key for key in route if isinstance(key, str)]
    return bool(keys) and (keys[-1] in FIELDS or keys[-1].startswith("x-"))


RULE = Rule("CJM603", "list-in-text", Severity.INFO, PAGE, find)
