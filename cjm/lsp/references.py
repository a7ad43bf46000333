"""References: every place that names the same thing, in a document and in its workspace."""

from __future__ import annotations

from cjm.lsp.answers import Highlight, Location
from cjm.lsp.files import files_beside
from cjm.lsp.names import name_at, names_in
from cjm.lsp.places import is_shared, places_in
from cjm.lsp.reading import Reading


def references(
    reading: Reading, offset: int, with_declaration: bool = True
) -> tuple[Location, ...]:
    """Every place that names what stands at an offset.

    Args:
        reading: The document.
        offset: In code points.
        with_declaration: Whether the key that declares it is among them.

    Returns:
        Those of the document in its order; of what the workspace declares, those of `cjm.yaml` and
        of all its journeys, too. What cjm itself wrote is not among them.
    """
    name = name_at(reading, offset)
    if name is None:
        return ()
    found = [
        Location(reading.path, reading.text, each.start, each.end)
        for each in names_in(reading)
        if each.is_of(name) and (with_declaration or not each.is_declared)
    ]
    if is_shared(reading, name.kind, name.id):
        for file in files_beside(reading):
            if file.beside is None:
                found += [
                    place
                    for place, is_declared in places_in(file, name)
                    if with_declaration or not is_declared
                ]
    return tuple(found)


def highlights(reading: Reading, offset: int) -> tuple[Highlight, ...]:
    """Every place of a document that names what stands at an offset of it."""
    name = name_at(reading, offset)
    if name is None:
        return ()
    return tuple(
        Highlight(each.start, each.end, each.is_declared)
        for each in names_in(reading)
        if each.is_of(name)
    )
