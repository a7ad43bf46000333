"""Names: the ids that a document declares and refers to, with their places and titles."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeVar

from cjm.analysis import TouchpointFigures
from cjm.authoring.naming import SHARED_KINDS, TOUCHPOINT, Names, names_of
from cjm.lsp.fields import record_of
from cjm.lsp.reading import Reading, Tree
from cjm.source import Source
from cjm.tuples import NamedTuple

T = TypeVar("T")


class Named(NamedTuple):
    """A place of the document where an id stands.

    `is_declared`: the id is defined there, not used; `is_listed`: it stands in a list of them.
    """

    kind: str
    id: str
    start: int
    end: int
    is_declared: bool = False
    is_listed: bool = False

    def is_of(self, other: Named) -> bool:
        """Whether it is another place of the same thing."""
        return (self.kind, self.id) == (other.kind, other.id)


def names_in(reading: Reading) -> tuple[Named, ...]:
    """All ids of a document, in the order of the text; each place once."""
    return _kept(reading, "_places", lambda: _names_in(reading))


def _names_in(reading: Reading) -> tuple[Named, ...]:
    found = read_names(reading)
    tree = Tree(found.source, reading.tree.edits)
    places: dict[tuple[int, int], Named] = {}
    for name in found.names:
        place = tree.place(name.place)
        if place is not None and name.place.text is not None:
            start, end = inside_quotes(reading.text, *place)
            named = Named(name.kind, name.id, start, end, name.is_declared, name.is_listed)
            places[start, end] = named  # an alias is told at what it repeats, too
    return tuple(places[place] for place in sorted(places))


def inside_quotes(text: str, start: int, end: int) -> tuple[int, int]:
    """A stretch without the quotes around it."""
    quoted = end - start > 1 and text[start] in "\"'" and text[end - 1] == text[start]
    return (start + 1, end - 1) if quoted else (start, end)


def read_names(reading: Reading) -> Names:
    """The ids of a document by the nodes of its tree."""
    return _kept(reading, "_names", lambda: names_of(reading.source, record_of(reading)))


def _kept(reading: Reading, name: str, make: Callable[[], T]) -> T:
    """What is worked out once of a reading and kept with it, as a cached property is."""
    kept = vars(reading)
    if name not in kept:
        kept[name] = make()
    found: T = kept[name]
    return found


def name_at(reading: Reading, offset: int) -> Named | None:
    """The id at an offset; behind its last sign still counts."""
    return next((n for n in names_in(reading) if n.start <= offset <= n.end), None)


def known_ids(reading: Reading, kind: str) -> dict[str, str]:
    """The ids of a kind with their titles: the document's own first, then the workspace's.

    Of a text that cannot be read whole, those of the last good journey are among them.
    """
    found = dict(_own(reading, kind))
    if reading.journey is not None and kind in (*SHARED_KINDS, TOUCHPOINT):
        for item in getattr(reading.journey, f"{kind}s"):
            if item.id not in found:
                found[item.id] = title_of(item)
    if kind in SHARED_KINDS:
        for item in getattr(reading.workspace.workspace, f"{kind}s"):
            if not found.get(item.id):
                found[item.id] = title_of(item)
    return found


def title_of(item: object) -> str:
    """What a stage, channel, persona or touchpoint of a journey is called for people."""
    title = getattr(item, "title", None) or getattr(item, "name", None)
    return title if isinstance(title, str) else ""


def _own(reading: Reading, kind: str) -> Iterator[tuple[str, str]]:
    names = read_names(reading)
    for name in names.names:
        if name.is_declared and name.kind == kind:
            route = (f"{kind}s", name.place.text or name.id)
            yield name.id, "" if name.is_listed else written_title(names.source, route)


def written_title(source: Source, route: tuple[str, ...]) -> str:
    """The title that a text gives an entry; empty where it gives none."""
    node = source.node(route)
    if node is None:
        return ""
    if isinstance(node.value, dict):
        titles = (node.value[key].node for key in ("title", "name") if key in node.value)
        return next((each.text for each in titles if each.text), "")
    return node.text or ""


def undeclared(reading: Reading, kind: str) -> tuple[str, ...]:
    """The ids of a kind that the document refers to and nobody declares, in its order."""
    known = known_ids(reading, kind)
    used = (name.id for name in names_in(reading) if name.kind == kind and not name.is_declared)
    return tuple(dict.fromkeys(id for id in used if id not in known))


def figures_of(reading: Reading, id: str) -> TouchpointFigures | None:
    """The figures of a touchpoint in the last journey without faults."""
    if reading.analysis is None:
        return None
    return next((each for each in reading.analysis.touchpoints if each.id == id), None)
