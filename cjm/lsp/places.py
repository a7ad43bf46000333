"""Places: where an id is declared and used, in a document and in the files around it."""

from __future__ import annotations

from collections.abc import Iterator

from cjm.authoring.naming import SHARED_KINDS, Names, names_of
from cjm.lsp.answers import Location
from cjm.lsp.files import FileText
from cjm.lsp.names import Named, inside_quotes, read_names
from cjm.lsp.reading import Reading, Tree
from cjm.source import Source
from cjm.tuples import NamedTuple


class Declaration(NamedTuple):
    """Where an id is declared: its key, and the stretch of its whole entry."""

    location: Location
    whole: tuple[int, int]


def is_shared(reading: Reading, kind: str, id: str) -> bool:
    """Whether an id is one that the workspace declares for all its journeys."""
    if kind not in SHARED_KINDS:
        return False
    return any(item.id == id for item in getattr(reading.workspace.workspace, f"{kind}s"))


def declarations(reading: Reading, name: Named) -> tuple[Declaration, ...]:
    """Where the thing of a name is declared: in the document, else in `cjm.yaml`."""
    names = read_names(reading)
    tree = Tree(names.source, reading.tree.edits)
    own = tuple(_declared(names, tree, reading.path, reading.text, name))
    if own or reading.kind == "workspace" or not is_shared(reading, name.kind, name.id):
        return own or tuple(_listed(names, tree, reading, name))
    shared = reading.workspace.source
    if shared is None or reading.workspace.file is None:
        return ()
    found = names_of(shared)
    text = text_of(shared)
    return tuple(_declared(found, Tree(found.source), reading.workspace.file, text, name, True))


def text_of(source: Source) -> str:
    """The text of a source as it lies in its file, a byte order mark included."""
    return "\ufeff" * source.marked + source.text


def _declared(
    names: Names, tree: Tree, path: str, text: str, name: Named, listed: bool = False
) -> Iterator[Declaration]:
    """The entry of an id; one in a list only where that is asked for."""
    for each in names.names:
        same = (each.kind, each.id) == (name.kind, name.id)
        if not each.is_declared or not same or (each.is_listed and not listed):
            continue
        if (place := tree.place(each.place)) is None:
            continue
        key = inside_quotes(text, *place)
        node = names.source.node((f"{name.kind}s", each.place.text or name.id))
        value = tree.place(node) if node is not None else None
        end = max(key[1], value[1] if value else 0)
        yield Declaration(Location(path, text, *key), (place[0], max(end, place[1])))


def _listed(names: Names, tree: Tree, reading: Reading, name: Named) -> Iterator[Declaration]:
    yield from _declared(names, tree, reading.path, reading.text, name, listed=True)


def places_in(file: FileText, name: Named) -> Iterator[tuple[Location, bool]]:
    """Where another file names the same thing, and whether it is declared there."""
    tree = Tree(file.names.source)
    seen = set()
    for each in file.names.names:
        if (each.kind, each.id) != (name.kind, name.id):
            continue
        if (place := tree.place(each.place)) and place not in seen:
            seen.add(place)
            yield (
                Location(file.path, file.text, *inside_quotes(file.text, *place)),
                each.is_declared,
            )
