"""Naming: all that a file declares and refers to by an id, each with its place."""

from __future__ import annotations

from cjm.format import JOURNEY, WORKSPACE, as_id
from cjm.format.measured import MEASURED
from cjm.format.record import Record
from cjm.project.reading import decode
from cjm.source import Node, Source
from cjm.tuples import NamedTuple

TOUCHPOINT = "touchpoint"
SHARED_KINDS = ("stage", "channel", "persona")
"""What a workspace declares for all its journeys."""
KINDS = (TOUCHPOINT, *SHARED_KINDS)


class Name(NamedTuple):
    """A place where an id stands: of what kind, and whether it is declared there.

    An id in a list of personas declares one, or picks the workspace's: `is_listed`.
    """

    kind: str
    id: str
    place: Node
    is_declared: bool = False
    is_listed: bool = False


class Names(NamedTuple):
    """The source as it was read last, and the names in it: references first."""

    source: Source
    names: tuple[Name, ...]


def names_of(source: Source, record: Record | None = None) -> Names:
    """All that a file declares and refers to.

    Args:
        source: A journey, a workspace, an overlay, or another file of the format.
        record: What it is read by; by default that of its keys.
    """
    root = source.root
    if root is None or not isinstance(root.value, dict):
        return Names(source, ())
    decoded = decode(source, record or _record(root))
    context = decoded.context
    found = [Name(each.kind, each.id, each.place) for each in context.references]
    for kind, declared in context.declared.items():
        found += [Name(kind, id, node, True) for id, node in declared.items()]
    root = decoded.source.root or root
    for kind in SHARED_KINDS:
        listed = root.value[f"{kind}s"].node.value if f"{kind}s" in root.value else None
        if isinstance(listed, list):
            ids = [(as_id(node.text), node) for node in listed if node.text]
            found += [Name(kind, id, node, True, True) for id, node in ids]
    return Names(decoded.source, tuple(found))


def _record(root: Node) -> Record:
    if "cjm-measured" in root.value:
        return MEASURED
    return JOURNEY if "touchpoints" in root.value else WORKSPACE
