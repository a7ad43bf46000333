PAGE = """# Ids that look alike

## What it finds

Two ids of one kind (touchpoints, stages, channels, personas, metrics, improvements, rows) that look
the same and are not, in the journey or in the workspace that it uses: a Cyrillic `а` for a Latin
`a`, a zero for an O. An id in which letters of two scripts are mixed, where one of them has a twin
in the other script. A sign that nobody sees in an id; in texts only U+200B, U+2060, U+FEFF and
signs that turn the direction of the text.

## Why it hurts the customer

A transition to `pаy` leads somewhere else than one to `pay`, and whoever reads the map cannot see
it: what is mended at the one goes on hurting at the other.

## Failing example

```yaml
cjm: 1
start: [pay, pаy]
touchpoints:
  pay: {expectation: 8, experience: 8}
  pаy: {expectation: 8, experience: 8}  # ← CJM602
```

## Passing example

```yaml
cjm: 1
start: [pay, pay-again]
touchpoints:
  pay: {expectation: 8, experience: 8}
  pay-again: {expectation: 8, experience: 8}
```

## Options

None.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

from cjm.diagnostics import Beside, Diagnostic, Place, Route, Severity
from cjm.i18n import Message, say
from cjm.journey import OWN
from cjm.rules.base import Rule, Subject
from cjm.rules.texts import item_of, touchpoint_of, values
from cjm.source import Node, Source
from cjm.source.lookalikes import (
    differing_letter,
    in_one_script,
    looks,
    named,
    script_of,
    unseen_in,
    without_unseen,
)
from cjm.source.signs import DIRECTION

KINDS = {
    "touchpoints": say("touchpoints"),
    "stages": say("stages"),
    "channels": say("channels"),
    "personas": say("personas"),
    "metrics": say("metrics"),
    "improvements": say("improvements"),
    "lanes": say("rows"),
}
"""What has ids, by the key that declares them."""
SAME = {"targets": "metrics"}
"""Keys of a workspace whose ids are of another key's kind."""
_TELLING = re.compile(f"[\u200b\u2060\ufeff{DIRECTION}]")
"""What has no business in a text; joiners and soft hyphens have theirs."""

Declared = Mapping[str, Mapping[str, Place]]
"""Where each id stands, by kind."""


def find(subject: Subject) -> Iterator[Diagnostic]:
    """Ids that look like others here or in the workspace, and signs that nobody sees."""
    if subject.source is None:
        return
    yield from _among(declared_in(subject.source), subject.declared)
    yield from _in_texts(subject.source)


def find_in_workspace(source: Source) -> Iterator[Diagnostic]:
    """The same in a workspace's own text."""
    yield from _among(declared_in(source), {})
    yield from _in_texts(source)


def declared_in(source: Source) -> Declared:
    """The ids that a text declares."""
    found: dict[str, dict[str, Place]] = {kind: {} for kind in KINDS}
    keys = source.root.value if source.root and isinstance(source.root.value, dict) else {}
    for key in (*KINDS, *SAME):
        if entry := keys.get(key):
            ids = found[SAME.get(key, key)]
            for id, place in _ids(entry.node, key):
                ids.setdefault(id, place)
    if entry := keys.get("touchpoints"):
        for route, kind, node in _inner(entry.node):
            for id in node.value:
                if kind != "lanes" or id.startswith(OWN):
                    found[kind].setdefault(id, Place((*route, id), key=True))
    return found


def _inner(touchpoints: Node) -> Iterator[tuple[Route, str, Node]]:
    """Mappings of touchpoints whose keys are ids: their metrics, and keys of the author's own."""
    if not isinstance(touchpoints.value, dict):
        return
    for id, entry in touchpoints.value.items():
        if isinstance(entry.node.value, dict):
            yield ("touchpoints", id), "lanes", entry.node
            metrics = entry.node.value.get("metrics")
            if metrics and isinstance(metrics.node.value, dict):
                yield ("touchpoints", id, "metrics"), "metrics", metrics.node


def _ids(node: Node, key: str) -> Iterator[tuple[str, Place]]:
    if isinstance(node.value, dict):
        yield from ((id, Place((key, id), key=True)) for id in node.value)
    elif isinstance(node.value, list):
        for n, item in enumerate(node.value):
            if item.text:
                yield item.text, Place((key, n))


def _among(declared: Declared, elsewhere: Mapping[str, Iterable[str]]) -> Iterator[Diagnostic]:
    for kind, ids in declared.items():
        met: dict[str, str] = {looks(id): id for id in elsewhere.get(kind, ())}
        alike = set[str]()
        for id, place in ids.items():
            other = met.setdefault(looks(id), id)
            if other != id:
                alike |= {id, other}
                yield _alike(kind, id, other, place, ids.get(other))
        for id, place in ids.items():
            if sign := unseen_in(id, strictly=True):
                yield _told(_unseen(sign), kind, id, place)
            elif id not in alike and (single := in_one_script(id)):
                yield _told(_mixed(id, single), kind, id, place, differing_letter(id, single))


def _alike(kind: str, id: str, other: str, place: Place, first: Place | None) -> Diagnostic:
    message = say(
        "two {kind} look the same and are not: {id!r}", kind=KINDS[kind], id=without_unseen(id)
    )
    help = differing_letter(id, other) or say("give one of them another id")
    beside = (Beside(say("it looks like this one"), first),) if first else ()
    return _told(message, kind, id, place, help)._replace(related=beside)


def _mixed(id: str, single: str) -> Message:
    place = next(n for n, (a, b) in enumerate(zip(id, single, strict=True)) if a != b)
    return say(
        "letters of two scripts, {one} and {other}, are mixed in {id!r}",
        one=script_of(single[place]),
        other=script_of(id[place]),
        id=id,
    )


def _unseen(sign: str) -> Message:
    return say("there is a sign in it that nobody sees: {sign}", sign=named(sign))


def _told(
    message: Message, kind: str, id: str, place: Place, help: Message | None = None
) -> Diagnostic:
    return Diagnostic(
        code="CJM602",
        message=message,
        place=place,
        touchpoint=touchpoint_of(place.route),
        item=f"{kind}/{id}",
        help=help or say("type the id anew"),
    )


def _in_texts(source: Source) -> Iterator[Diagnostic]:
    """Texts with signs that nobody wants there."""
    if not _TELLING.search(source.text) and "\\" not in source.text:
        return
    for route, node in values(source):
        if isinstance(node.value, str) and (found := _TELLING.search(node.value)):
            yield Diagnostic(
                code="CJM602",
                message=_unseen(found[0]),
                place=Place(route),
                touchpoint=touchpoint_of(route),
                item=item_of(route),
                help=say("delete it: type that part of the text anew"),
            )


RULE = Rule("CJM602", "look-alike-id", Severity.WARNING, PAGE, find)
