"""Symbols of a workspace: what a query finds in its journeys and in `cjm.yaml`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from cjm.format import as_id
from cjm.lsp.answers import FoundSymbol, Location, SymbolKind
from cjm.lsp.files import FileText, files_beside
from cjm.lsp.names import written_title
from cjm.lsp.reading import Reading, Tree
from cjm.lsp.symbols import CATALOGUES
from cjm.source import Entry

MOST = 100
"""So many are found at most: whoever looks for one types on."""
MOST_KEPT = 512
KINDS: tuple[tuple[str, SymbolKind], ...] = (("touchpoints", "touchpoint"), *CATALOGUES)


def workspace_symbols(readings: Iterable[Reading], query: str) -> tuple[FoundSymbol, ...]:
    """Journeys, touchpoints, stages, channels and personas by a part of their id or title.

    Args:
        readings: The open documents: what lies in their workspaces is looked through.
        query: What was typed; case does not matter.
    """
    wanted = query.casefold()
    found: dict[Location, FoundSymbol] = {}
    for file in _files(readings):
        for id, symbol in _symbols(file):
            if wanted in id.casefold() or wanted in symbol.name.casefold():
                found.setdefault(symbol.location, symbol)
                if len(found) == MOST:
                    return tuple(found.values())
    return tuple(found.values())


def _files(readings: Iterable[Reading]) -> Iterator[FileText]:
    """The open documents, then the files beside them, each once."""
    opened = [reading for reading in readings if reading.kind in ("journey", "workspace")]
    seen = {reading.path for reading in opened}
    yield from (_own(reading.path, reading.text) for reading in opened)
    for reading in opened:
        for file in files_beside(reading):
            if file.path not in seen and file.beside is None:
                seen.add(file.path)
                yield file


@lru_cache(maxsize=MOST_KEPT)
def _own(path: str, text: str) -> FileText:
    return FileText(path, text)


@lru_cache(maxsize=MOST_KEPT)
def _symbols(file: FileText) -> tuple[tuple[str, FoundSymbol], ...]:
    """All that a file declares, by id; the journey itself first."""
    source, tree = file.source, Tree(file.source)
    if source.root is None or not isinstance(source.root.value, dict):
        return ()
    found = list[tuple[str, FoundSymbol]]()
    title = ""
    if "touchpoints" in source.root.value:
        title = written_title(source, ("title",)) or file.journey_id
        start, end = tree.place(source.first_key) or (0, 0)
        journey = FoundSymbol(title, "journey", Location(file.path, file.text, start, end))
        found.append((file.journey_id, journey))
    for key, kind in KINDS:
        node = source.node((key,))
        for name, entry in node.value.items() if node and isinstance(node.value, dict) else ():
            found += _declared(file, tree, (key, name), entry, kind, title)
    return tuple(found)


def _declared(
    file: FileText,
    tree: Tree,
    route: tuple[str, str],
    entry: Entry,
    kind: SymbolKind,
    container: str,
) -> Iterator[tuple[str, FoundSymbol]]:
    if place := tree.place(entry.key):
        id = as_id(route[1])
        location = Location(file.path, file.text, *place)
        yield id, FoundSymbol(written_title(file.source, route) or id, kind, location, container)
