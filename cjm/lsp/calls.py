"""Call hierarchy: from where customers come to a touchpoint, and where they go from it."""

from __future__ import annotations

from collections.abc import Iterator

from cjm.authoring.naming import TOUCHPOINT
from cjm.edits.writing import scalar_text
from cjm.i18n.numbers import ASSUMED
from cjm.lsp.answers import Call, CallItem, Stretch
from cjm.lsp.figures import gap_text
from cjm.lsp.names import Named, figures_of, inside_quotes, known_ids, name_at, read_names
from cjm.lsp.places import declarations
from cjm.lsp.reading import Reading, Tree
from cjm.source import Node


def call_item(reading: Reading, offset: int) -> CallItem | None:
    """The touchpoint whose id stands at an offset; None where there is none."""
    name = name_at(reading, offset)
    return _item(reading, name.id) if name is not None and name.kind == TOUCHPOINT else None


def incoming(reading: Reading, id: str) -> tuple[Call, ...]:
    """The transitions that lead to a touchpoint, in the order of the file."""
    return tuple(
        Call(item, _label(reading, source, id), tuple(places))
        for source, ways in _transitions(reading).items()
        if (places := ways.get(id)) and (item := _item(reading, source))
    )


def outgoing(reading: Reading, id: str) -> tuple[Call, ...]:
    """The transitions that lead from a touchpoint, in the order of the file."""
    ways = _transitions(reading).get(id, {})
    return tuple(
        Call(item, _label(reading, id, target), tuple(places))
        for target, places in ways.items()
        if (item := _item(reading, target))
    )


def _item(reading: Reading, id: str) -> CallItem | None:
    found = declarations(reading, Named(TOUCHPOINT, id, 0, 0))
    if not found:
        return None
    location, whole = found[0]
    title = known_ids(reading, TOUCHPOINT).get(id) or id
    detail = gap_text(figures_of(reading, id), reading.language)
    name = (location.start, location.end)
    return CallItem(id, title, detail, location._replace(start=whole[0], end=whole[1]), name)


def _transitions(reading: Reading) -> dict[str, dict[str, list[Stretch]]]:
    """Where each touchpoint's `next` names each other one."""
    names = read_names(reading)
    tree = Tree(names.source, reading.tree.edits)
    points = names.source.node(("touchpoints",))
    entries = points.value if points is not None and isinstance(points.value, dict) else {}
    found: dict[str, dict[str, list[Stretch]]] = {}
    for id in entries:
        ways = found.setdefault(id, {})
        following = names.source.node(("touchpoints", id, "next"))
        for node in _targets(following) if following is not None else ():
            if node.text and (place := tree.place(node)):
                ways.setdefault(node.text, []).append(inside_quotes(reading.text, *place))
    return found


def _targets(node: Node) -> Iterator[Node]:
    if isinstance(node.value, dict):
        yield from (entry.key for entry in node.value.values())
    elif isinstance(node.value, list):
        yield from node.value
    else:
        yield node


def _label(reading: Reading, source: str, target: str) -> str:
    """The share that goes this way, as it is written in the file; ≈ where nobody gave it."""
    for way in reading.analysis.transitions if reading.analysis else ():
        if (way.source, way.target) == (source, target):
            text = scalar_text(round(way.probability, 4))
            return f"{ASSUMED}{text}" if "probability" in way.assumed else text
    return ""
