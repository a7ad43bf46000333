"""Definition: from an id, a rule or a file to where it is declared."""

from __future__ import annotations

import os
from collections.abc import Iterator

from cjm.diagnostics import Place, Route
from cjm.lsp.answers import Link, Location
from cjm.lsp.names import inside_quotes, name_at
from cjm.lsp.places import declarations, text_of
from cjm.lsp.reading import Reading, Tree
from cjm.lsp.ruling import RULED, rule_called
from cjm.source import Source

FILES = {"workspace": ("journeys",), "data": ("topics", "file")}
"""Fields whose texts are files, by the kind of a document; relative to its folder."""


def definition(reading: Reading, offset: int) -> tuple[Link, ...]:
    """Where what stands at an offset is declared.

    Args:
        reading: The document.
        offset: In code points.

    Returns:
        Of an id, the key that declares it, in `cjm.yaml` too; of a rule, where `cjm.yaml` tunes
        it; of a file, its beginning. Nothing where there is none.
    """
    if name := name_at(reading, offset):
        found = declarations(reading, name)
        return tuple(Link((name.start, name.end), each.location, each.whole) for each in found)
    place = reading.tree.at(offset)
    origin = _origin(reading, place, offset)
    if place is None or origin is None:
        return ()
    text = reading.text[slice(*origin)]
    key = next((step for step in reversed(place.route) if isinstance(step, str)), "")
    if key in RULED:
        return tuple(
            Link(origin, found, (found.start, found.end)) for found in _tuned(reading, text)
        )
    if key in FILES.get(reading.kind, ()):
        return tuple(Link(origin, found, (0, 0)) for found in _file(reading, text))
    return ()


def _origin(reading: Reading, place: Place | None, offset: int) -> tuple[int, int] | None:
    if place is None or place.key:
        return None
    node = reading.source.node(place.route)
    stretch = reading.tree.place(node) if node is not None and node.text else None
    if stretch is None or not stretch[0] <= offset <= stretch[1]:
        return None
    return inside_quotes(reading.text, *stretch)


def _tuned(reading: Reading, text: str) -> Iterator[Location]:
    """Where the workspace says more of a rule: its severity, its options, that it runs or not."""
    rule, shared = rule_called(text), reading.workspace.source
    if rule is None or shared is None or shared.root is None or reading.kind == "workspace":
        return
    tree, names = Tree(shared), (rule.name, rule.code)
    for route in _settings(shared):
        node = shared.node(route)
        said = node.text if node is not None and isinstance(route[-1], int) else route[-1]
        if said in names or (len(route) == 2 and node is not None and node.text in names):
            span = shared.span(route, key=route[1] in ("severity", "options"))
            stretch = tree.place(span) if span else None
            if stretch is not None:
                whole = text_of(shared)
                yield Location(reading.workspace.file or "", whole, *inside_quotes(whole, *stretch))


def _settings(shared: Source) -> Iterator[Route]:
    """The ways to what `check` says of single rules."""
    for key in ("severity", "options", "ignore", "select"):
        node = shared.node(("check", key))
        if node is None:
            continue
        if isinstance(node.value, dict):
            yield from (("check", key, name) for name in node.value)
        elif isinstance(node.value, list):
            yield from (("check", key, n) for n in range(len(node.value)))
        else:
            yield ("check", key)


def _file(reading: Reading, text: str) -> Iterator[Location]:
    path = os.path.join(os.path.dirname(reading.path), *text.split("/"))
    if reading.path and os.path.isfile(path):
        yield Location(os.path.realpath(path), "", 0, 0)
