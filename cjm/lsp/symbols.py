"""Symbols: what a document holds, as an editor's outline shows it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cjm.format import as_id
from cjm.i18n import say, translate
from cjm.lsp.answers import Symbol, SymbolKind
from cjm.lsp.figures import gap_text
from cjm.lsp.names import figures_of, written_title
from cjm.lsp.reading import Reading
from cjm.source import Entry, Node

CATALOGUES: tuple[tuple[str, SymbolKind], ...] = (
    ("stages", "stage"),
    ("channels", "channel"),
    ("personas", "persona"),
)
LISTS: dict[str, tuple[tuple[str, SymbolKind], ...]] = {
    "workspace": CATALOGUES,
    "data": (("connections", "list"), ("sources", "list")),
    "topics": (("topics", "list"),),
}
"""What the outline of a document has that is no journey: keys, and what stands below them."""


def symbols(reading: Reading) -> tuple[Symbol, ...]:
    """The outline: of a journey its stages with their touchpoints, its improvements and waivers."""
    if reading.source.root is None:
        return ()
    if reading.kind == "journey":
        return (_journey(reading),)
    found = _catalogues(reading, LISTS[reading.kind])
    return tuple(sorted(found, key=lambda symbol: symbol.start))


def _journey(reading: Reading) -> Symbol:
    title = reading.source.node(("title",))
    name = (title and title.text) or (reading.journey and reading.journey.id) or reading.file
    own = reading.tree.place(title) if title is not None else None
    start, end = own or (0, 0)
    return Symbol(
        name=name or translate(say("a journey without a title"), reading.language),
        kind="journey",
        start=0,
        end=len(reading.text),
        name_start=start,
        name_end=end,
        children=(
            *_touchpoints(reading),
            *_entries(reading, "improvements", "improvement"),
            *_entries(reading, "waivers", "waiver"),
        ),
    )


def _touchpoints(reading: Reading) -> tuple[Symbol, ...]:
    """Stages with their touchpoints in the order of the text; those without a stage between."""
    found: list[Symbol] = []
    stages: dict[str, list[Symbol]] = {}
    for id, entry in _items(reading, "touchpoints"):
        symbol = _symbol(reading, id, entry, "touchpoint", _gap(reading, id))
        if symbol is None:
            continue
        stage = _stage_of(entry.node)
        if not stage:
            found.append(symbol)
            continue
        if stage not in stages:
            stages[stage] = []
            found.append(symbol._replace(name=stage, kind="stage"))
        stages[stage].append(symbol)
    return tuple(
        _stage(reading, each.name, stages[each.name]) if each.kind == "stage" else each
        for each in found
    )


def _stage(reading: Reading, id: str, inside: list[Symbol]) -> Symbol:
    """A stage reaches from its first touchpoint to its last."""
    first = inside[0]
    return Symbol(
        name=_title(reading, "stages", id),
        kind="stage",
        start=min(each.start for each in inside),
        end=max(each.end for each in inside),
        name_start=first.name_start,
        name_end=first.name_end,
        children=tuple(inside),
    )


def _stage_of(node: Node) -> str:
    entry = node.value.get("stage") if isinstance(node.value, dict) else None
    return as_id(entry.node.text or "") if entry else ""


def _title(reading: Reading, key: str, id: str) -> str:
    """What something is called: here, in the workspace, else its id."""
    shared = getattr(reading.workspace.workspace, key)
    named = next((each for each in shared if each.id == id), None)
    told = getattr(named, "title", None) or getattr(named, "name", None)
    return written_title(reading.source, (key, id)) or told or id


def _gap(reading: Reading, id: str) -> str:
    return gap_text(figures_of(reading, id), reading.language)


def _entries(reading: Reading, key: str, kind: SymbolKind) -> Iterator[Symbol]:
    for id, entry in _items(reading, key):
        if symbol := _symbol(reading, id, entry, kind):
            yield symbol


def _catalogues(reading: Reading, wanted: Iterable[tuple[str, SymbolKind]]) -> Iterator[Symbol]:
    for key, kind in wanted:
        children = tuple(_entries(reading, key, kind))
        node = reading.source.node(())
        entry = node.value.get(key) if node and isinstance(node.value, dict) else None
        if entry is None or (head := _symbol(reading, key, entry, "list")) is None:
            continue
        yield head._replace(name=key, children=children)


def _items(reading: Reading, key: str) -> Iterator[tuple[str, Entry]]:
    """The entries of a mapping by their ids, or the items of a list by what they say."""
    node = reading.source.node((key,))
    value = node.value if node is not None else None
    if isinstance(value, dict):
        yield from ((as_id(id), entry) for id, entry in value.items())
    elif isinstance(value, list):
        for item in value:
            yield _named(item), Entry(item, item)


def _named(item: Node) -> str:
    """What an item of a list is called: a waiver by its rule."""
    if item.text is not None:
        return as_id(item.text)
    rule = item.value.get("rule") if isinstance(item.value, dict) else None
    if rule is None:
        return ""
    rules = rule.node.value if isinstance(rule.node.value, list) else [rule.node]
    return ", ".join(each.text for each in rules if each.text)


def _symbol(
    reading: Reading, id: str, entry: Entry, kind: SymbolKind, detail: str = ""
) -> Symbol | None:
    """An entry, by its title; None where it was changed since the tree was read, or has no name."""
    key, value = reading.tree.place(entry.key), reading.tree.place(entry.node)
    is_item = entry.key is entry.node
    name = _own_title(entry.node) or ("" if is_item else entry.node.text) or id
    if key is None or value is None or not name.strip():
        return None
    start, end = (key[0], key[0]) if is_item else key
    return Symbol(name, kind, key[0], max(key[1], value[1]), start, end, detail)


def _own_title(node: Node) -> str:
    if not isinstance(node.value, dict):
        return ""
    titles = (node.value[key].node.text for key in ("title", "name") if key in node.value)
    return next(filter(None, titles), "")
