PAGE = """# A text that a comma split in two

## What it finds

An item of a list in brackets with a parenthesis or a quotation mark that has no partner in it: the
partner is in another item, behind a comma. A digit or letter before `)` is a list mark, and a
smile is none.

## Why it hurts the customer

In brackets every comma begins a new item, unless the text is in quotes. What a customer said in one
breath stands on the map as two remarks, and neither is what was said.

## Failing example

```yaml
cjm: 1
touchpoints:
  call:
    expectation: 8
    experience: 8
    pains: [
      long queue (at noon,  # ← CJM601
      on Mondays),  # ← CJM601
      no call back ]
```

## Passing example

```yaml
cjm: 1
touchpoints:
  call:
    expectation: 8
    experience: 8
    pains: ["long queue (at noon, on Mondays)", no call back]
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

_MARKS = re.compile("[()«»“”„]")
_NOT_MEANT = re.compile(r"(?<!\w)(?:\d+|[^\W\d_])\)|[:;=8xX]['-]?[()]+|[()]{2,}$")
"""List marks such as `a)`, and smiles, which pair with nothing."""


def find(subject: Subject) -> Iterator[Diagnostic]:
    """Items with a sign that has no partner."""
    if subject.source is None or not _MARKS.search(subject.source.text):
        return
    for route, node, before in plain_items(subject.source):
        sign = unpaired(node.value) if _MARKS.search(node.value) else ""
        # What closes was opened before a comma; a lone ) at the end is a smile.
        if sign == ")" and not any(unpaired(i.text or "") == "(" for i in before):
            continue
        if sign:
            yield Diagnostic(
                code="CJM601",
                message=say(
                    "{text!r}: {sign} has no partner in this item", text=node.value, sign=sign
                ),
                place=Place(route),
                touchpoint=touchpoint_of(route),
                item=item_of(route),
                help=say("in brackets a comma begins a new item: put the text in quotes"),
            )


def unpaired(text: str) -> str:
    """The first sign of a text without a partner; nothing where each has one."""
    meant = _NOT_MEANT.sub("", text)
    depth = 0
    for sign in meant:
        depth += (sign == "(") - (sign == ")")
        if depth < 0:
            return ")"
    if depth:
        return "("
    if meant.count("«") != meant.count("»"):
        return "«" if "«" in meant else "»"
    curly = [sign for sign in meant if sign in "“”„"]
    return curly[-1] if len(curly) % 2 else ""


RULE = Rule("CJM601", "split-text", Severity.WARNING, PAGE, find)
