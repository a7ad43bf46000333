PAGE = """# The rest of a sentence as an item of its own

## What it finds

An item without quotes in a list in brackets that begins, behind a comma, in lower case with and,
but, or, because, which, и, а, но, или, потому, который. If, when, what and that, если, когда, как
and что are none of them: [how to pay, when to come, what to bring] is a list of questions.

## Why it hurts the customer

In brackets every comma begins a new item, unless the text is in quotes. Half a sentence stands on
the map as a remark of its own, and says something else than the customer did.

## Failing example

```yaml
cjm: 1
touchpoints:
  call:
    expectation: 8
    experience: 8
    quotes: [
      I waited an hour,
      and nobody came ]  # ← CJM604
```

## Passing example

```yaml
cjm: 1
touchpoints:
  call:
    expectation: 8
    experience: 8
    quotes: ["I waited an hour, and nobody came"]
```

## Options

None.
"""

import re
from collections.abc import Iterator

from cjm.diagnostics import Diagnostic, Place, Severity
from cjm.i18n import say
from cjm.rules.base import Rule, Subject
from cjm.rules.texts import item_of, plain_items, touchpoint_of

_REST = re.compile(r"(?:and|but|or|because|which|и|а|но|или|потому|котор[а-яё]+)(?=\s+\S)")
"""An id has no space, so lists of ids are none of this rule's business."""
_ANYWHERE = re.compile(rf",\s*(?:#[^\n]*\s*)*{_REST.pattern}")
"""Few files have that behind a comma at all; the others need no look at every value."""


def find(subject: Subject) -> Iterator[Diagnostic]:
    """Items that go on with the one before them."""
    if subject.source is None or not _ANYWHERE.search(subject.source.text):
        return
    for route, node, before in plain_items(subject.source):
        if before and (word := _REST.match(node.value)):
            yield Diagnostic(
                code="CJM604",
                message=say(
                    "{text!r} begins with {word!r}: the rest of the text before it?",
                    text=node.value,
                    word=word[0],
                ),
                place=Place(route),
                touchpoint=touchpoint_of(route),
                item=item_of(route),
                help=say("in brackets a comma begins a new item: put the text in quotes"),
            )


RULE = Rule("CJM604", "sentence-in-list", Severity.INFO, PAGE, find)
