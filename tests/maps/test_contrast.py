"""Contrast: every text of a map against the pixels it stands on."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from graph_probe import SVG, Picture, Text, rows_of
from graph_samples import coffee, large, loops

from cjm.design.themes import THEMES, Theme
from cjm.maps import render
from cjm.maps.writers.raster import rasterized
from cjm.testing.colours import contrast

SCALE = 0.5
SAMPLES = {"coffee": coffee, "loops": loops, "compact": lambda: large(30, 4)}


def inks(shown: Picture) -> list[tuple[Text, set[str]]]:
    """Every text with the colours it is written in."""
    ink = str(shown.root.get("fill"))
    elements = list(shown.root.iter(f"{SVG}text"))
    colours = [
        {span.get("fill") or text.get("fill") or ink for span in (list(text) or [text])}
        for text in elements
    ]
    return list(zip(shown.texts(), colours, strict=True))


def ground(rows: list[bytes], text: Text) -> str:
    """The colour that most of the pixels under a text have."""
    box, found = text.box, Counter[str]()
    for y in range(round(box.y * SCALE), round(box.bottom * SCALE) + 1):
        for x in range(round(box.x * SCALE), round(box.right * SCALE) + 1):
            found["#" + rows[y][4 * x : 4 * x + 3].hex().upper()] += 1
    return found.most_common(1)[0][0]


def faint(svg: str) -> list[str]:
    """Texts with less than 4.5 : 1, as WCAG 2 AA asks of them."""
    empty = re.sub(r"<text.*?</text>", "", svg)
    rows = rows_of(rasterized(empty, SCALE, system_fonts=False))
    return [
        f"{text.text}: {colour} on {under}"
        for text, colours in inks(Picture(svg.encode()))
        for under in [ground(rows, text)]
        for colour in colours
        if contrast(colour, under) < 4.5
    ]


@pytest.mark.parametrize("theme", THEMES, ids=lambda t: t.name)
@pytest.mark.parametrize("name", SAMPLES)
def test_every_text_can_be_read(name: str, theme: Theme) -> None:
    """On canvas, bands, cards, tags, strips, halos and tabs alike."""
    assert faint(render(SAMPLES[name](), theme=theme.name).decode()) == []


def test_the_check_can_fail() -> None:
    """A paler grey is noticed wherever it is written."""
    light = next(t for t in THEMES if t.name == "light")
    pale = render(coffee()).decode().replace(f'fill="{light.muted}"', 'fill="#B0B0B0"')
    assert any(text.startswith("баланс счёта доверия") for text in faint(pale))
