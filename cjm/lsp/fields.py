"""Fields: what the format's table says of a place, for completion and hover."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from cjm.diagnostics import Route
from cjm.format import Step
from cjm.format.data import DATA
from cjm.format.files import JOURNEY, WORKSPACE
from cjm.format.kinds import Kind, step
from cjm.format.mappings import MapOf
from cjm.format.record import Brief, Field, Record
from cjm.format.shapes import Forms, Into, ListOf
from cjm.format.tagged import Tagged
from cjm.format.texts import Anything, Id
from cjm.format.topics import TOPICS
from cjm.lsp.reading import Reading

RECORDS = {"journey": JOURNEY, "workspace": WORKSPACE, "data": DATA, "topics": TOPICS}
"""By the kind of a document."""


def record_of(reading: Reading) -> Record:
    """The table of a document's fields."""
    return RECORDS[reading.kind]


def steps_to(record: Record, route: Route) -> tuple[Step, ...]:
    """What each step of a route leads to, as far as the format has something there."""
    kind: Kind = record
    found: list[Step] = []
    for key in route:
        following = step(kind, key)
        if following is None:
            break
        found.append(following)
        kind = following.kind
    return tuple(found)


def kind_at(record: Record, route: Route) -> Kind | None:
    """The kind of value at a route; None where the format has nothing, or takes anything."""
    found = steps_to(record, route)
    if len(found) < len(route):
        return None
    return found[-1].kind if found else record


def field_at(record: Record, route: Route) -> Field | None:
    """The field of a record that a route leads to; None where it leads to none."""
    if not route:
        return None
    for form in mappings(kind_at(record, route[:-1])):
        if isinstance(form, Record) and route[-1] in form.fields:
            return form.fields[str(route[-1])]
    return None


def forms(kind: Any) -> Iterator[Any]:
    """All kinds that a value of a kind may be: scalars, lists, mappings; what wraps them is not."""
    if isinstance(kind, Forms):
        for form in (kind.scalar, kind.listed, kind.mapped):
            if form is not None:
                yield from forms(form)
    elif isinstance(kind, Into):
        yield from forms(kind.kind)
    elif isinstance(kind, Brief):
        yield from forms(kind.record.fields[kind.key].kind)
    else:
        yield kind


def scalars(kind: Any) -> Iterator[Any]:
    """Those of one text or number."""
    return (form for form in forms(kind) if not isinstance(form, Record | MapOf | Tagged | ListOf))


def mappings(kind: Any) -> Iterator[Any]:
    """Those with keys."""
    return (form for form in forms(kind) if isinstance(form, Record | MapOf | Tagged | Anything))


def lists(kind: Any) -> Iterator[ListOf]:
    """Those with items."""
    return (form for form in forms(kind) if isinstance(form, ListOf))


def refers_to(kind: Any) -> str | None:
    """What a text, or the keys of a mapping, must name; None where they may be anything."""
    if isinstance(kind, Id | MapOf):
        return kind.refers
    return None
