"""Contrast: every text of a map against the pixels it stands on."""

from __future__ import annotations

from collections import Counter

import pytest
from graph_samples import coffee, large, loops
from picture_probe import Picture, Text, picture
from png_rows import rows_of

from cjm.design.palette import Palette
from cjm.design.themes import LIGHT, THEMES, Theme
from cjm.maps.scene.model import Group, Node, TextRun
from cjm.maps.writers.raster import rasterized
from cjm.maps.writers.svg import svg_of
from cjm.testing.colours import contrast

SCALE = 0.5
SAMPLES = {"coffee": coffee, "loops": loops, "compact": lambda: large(30, 4)}


def ground(rows: list[bytes], text: Text) -> str:
    """The colour that most of the pixels under a text have."""
    box, found = text.box, Counter[str]()
    for y in range(round(box.y * SCALE), round(box.bottom * SCALE) + 1):
        for x in range(round(box.x * SCALE), round(box.right * SCALE) + 1):
            found["#" + rows[y][4 * x : 4 * x + 3].hex().upper()] += 1
    return found.most_common(1)[0][0]


def faint(shown: Picture, theme: Theme) -> list[str]:
    """Texts with less than 4.5 : 1, as WCAG 2 AA asks of them."""
    scene, palette = shown.scene, Palette(theme)
    empty = scene._replace(children=_without_texts(scene.children))
    rows = rows_of(rasterized(svg_of(empty, theme), SCALE, system_fonts=False))
    return [
        f"{text.text}: {colour} on {under}"
        for text in shown.texts
        for under in [ground(rows, text)]
        for colour in {palette.solid(span.paint) for span in text.run.spans}
        if contrast(colour, under) < 4.5
    ]


def _without_texts(nodes: tuple[Node, ...]) -> tuple[Node, ...]:
    return tuple(
        node._replace(children=_without_texts(node.children)) if isinstance(node, Group) else node
        for node in nodes
        if not isinstance(node, TextRun)
    )


@pytest.mark.parametrize("theme", THEMES, ids=lambda t: t.name)
@pytest.mark.parametrize("name", SAMPLES)
def test_every_text_can_be_read(name: str, theme: Theme) -> None:
    """On canvas, bands, cards, tags, strips, halos and tabs alike."""
    assert faint(picture(SAMPLES[name]()), theme) == []


def test_the_check_can_fail() -> None:
    """A paler grey is noticed wherever it is written."""
    pale = faint(picture(coffee()), LIGHT._replace(muted="#B0B0B0"))
    assert any(text.startswith("баланс") for text in pale)
