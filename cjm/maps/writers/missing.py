"""Missing: signs that no font has, bundled or the system's, found by what they look like."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from html import escape

from cjm.i18n import Message, say
from cjm.maps.scene.model import Group, Link, Node, Scene, TextRun
from cjm.maps.scene.typefaces import is_unseen, typeface_of
from cjm.maps.writers import markup, raster

CELL = 40
NOWHERE = "\U0010ffff"
"""No character, so that no font has it: what it looks like is what every missing one does."""
MOST_LOOKED_AT, MOST_NAMED = 200, 5
PLACES = ("touchpoint", "stage", "persona", "from")
"""What a part of a picture belongs to, by its data."""


def note_of_missing(scene: Scene) -> Message | None:
    """What to know of signs that are drawn as boxes: which, and where each stands first."""
    places: dict[str, str] = {}
    for text, place in _texts(scene.children, str(scene.data.get("journey", ""))):
        for character in text:
            if typeface_of(character) is None and _is_drawn(character):
                places.setdefault(character, place)
    missing = _missing(list(places)[:MOST_LOOKED_AT]) if places else []
    if not missing:
        return None
    named = ", ".join(f"{c} U+{ord(c):04X} ({places[c]})" for c in missing[:MOST_NAMED])
    if len(missing) > MOST_NAMED:
        more = len(missing) - MOST_NAMED
        return say("no font here has {signs} and {n} more; they are boxes", signs=named, n=more)
    return say("no font here has {signs}; in its place stands a box", signs=named)


def _texts(nodes: Iterable[Node], place: str) -> Iterator[tuple[str, str]]:
    """Every text, and what it belongs to."""
    for node in nodes:
        if isinstance(node, TextRun):
            yield node.text, place
        elif isinstance(node, Group):
            own = next((str(node.data[key]) for key in PLACES if key in node.data), place)
            yield from _texts(node.children, own)
        elif isinstance(node, Link):
            yield from _texts(node.children, place)


def _is_drawn(character: str) -> bool:
    """Whether it has a shape of its own, not only one together with others."""
    return not is_unseen(character) and unicodedata.category(character) not in ("Mn", "Me", "Cf")


def _missing(characters: list[str]) -> list[str]:
    """Those that look like what no font has."""
    from io import BytesIO

    from PIL import Image

    cells = [NOWHERE, *characters]
    texts = "".join(
        f'<text x="8" y="{CELL * i + 28}">{escape(c)}</text>' for i, c in enumerate(cells)
    )
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{CELL}" height="{CELL * len(cells)}" '
        f'font-family="{raster.FAMILY}, {markup.FAMILY}" font-size="20">{texts}</svg>'
    )
    sheet = Image.open(BytesIO(raster.rasterized(svg, 1, system_fonts=True)))
    looks = [sheet.crop((0, CELL * i, CELL, CELL * (i + 1))).tobytes() for i in range(len(cells))]
    return [c for c, look in zip(characters, looks[1:], strict=True) if look == looks[0]]
