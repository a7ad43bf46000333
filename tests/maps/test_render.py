"""render: options, pictures, and what it costs to import."""

from __future__ import annotations

import struct
import subprocess
import sys
from collections import Counter

import pytest
from graph_samples import coffee, hostile, large, small
from picture_probe import picture
from png_rows import rows_of

from cjm.design.themes import THEMES, Theme
from cjm.errors import UsageError
from cjm.maps import render
from cjm.testing.colours import contrast


@pytest.mark.parametrize(
    ("option", "value", "known"),
    [
        ("view", "table", "graph, map"),
        ("format", "gif", "svg, html, png, pdf, pptx, dot, mermaid"),
        ("theme", "sepia", "light, dark, print"),
        ("engine", "neato", "embedded, dot"),
        ("language", "de", "en, ru"),
        ("persona", "nobody", "anna, boris"),
    ],
)
def test_an_unknown_value_is_a_wrong_option(option: str, value: str, known: str) -> None:
    """Each names what there is."""
    with pytest.raises(UsageError, match=value) as raised:
        render(coffee(), **{option: value})  # type: ignore[arg-type]
    assert known in str(raised.value.help)


@pytest.mark.parametrize("scale", [0, -1, 11, float("nan"), float("inf")])
def test_an_impossible_scale_is_a_wrong_option(scale: float) -> None:
    """Neither nothing nor a wall of pixels."""
    with pytest.raises(UsageError, match="scale"):
        render(small(), format="png", scale=scale)


def test_a_picture_too_large_to_hold_is_refused() -> None:
    """With a way out."""
    with pytest.raises(UsageError, match="pixels wide") as raised:
        render(large(60, 8), format="png", scale=10)
    assert "svg" in str(raised.value.help)


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_a_png_has_the_sheet_times_the_scale(scale: float) -> None:
    """Width and height as the picture's own header says."""
    png = render(small(), format="png", scale=scale)
    assert png.startswith(b"\x89PNG\r\n")
    sheet = picture(small()).sheet
    size = struct.unpack(">II", png[16:24])
    assert size == pytest.approx((sheet.width * scale, sheet.height * scale), abs=1)


def colours_of(png: bytes) -> Counter[bytes]:
    """How often each colour (RGBA) occurs."""
    return Counter(row[i : i + 4] for row in rows_of(png) for i in range(0, len(row), 4))


def test_a_png_holds_text_and_colour() -> None:
    """Each level's colour and many shades of letters are in it."""
    colours = colours_of(render(small(), format="png", scale=0.5))
    assert colours[bytes.fromhex("B83A0CFF")] > 200
    assert colours[bytes.fromhex("0A62AEFF")] > 200
    assert len(colours) > 100


def test_png_bytes_are_repeatable_and_follow_theme_and_text() -> None:
    """Hostile characters do not stop it either."""
    light = render(small(), format="png", scale=1)
    assert light == render(small(), format="png", scale=1)
    assert light != render(small(), format="png", scale=1, theme="dark")
    assert len(render(hostile(), format="png", scale=0.5)) > 20_000


def test_an_svg_is_utf_8_text_with_a_final_newline() -> None:
    """So that git and editors are content."""
    svg = render(coffee())
    assert svg.startswith(b"<svg ")
    assert svg.endswith(b"</svg>\n")
    assert "Доставка".encode() in svg


def test_importing_diagrams_imports_nothing_heavy() -> None:
    """Not even the engine's wrapper: `cjm check` must stay quick."""
    heavy = (
        "graphviz",
        "resvg_py",
        "reportlab",
        "PIL",
        "networkx",
        "scipy",
        "subprocess",
        "importlib.metadata",
    )
    code = f"import sys, cjm.maps; print([m for m in {heavy} if m in sys.modules])"
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert out.stdout.strip() == "[]"


@pytest.mark.parametrize("theme", THEMES, ids=lambda t: t.name)
def test_text_has_enough_contrast_on_every_ground(theme: Theme) -> None:
    """WCAG 2 AA asks 4.5 of text and 3 of graphics."""
    grounds = (theme.canvas, theme.band, theme.band_head, theme.card)
    for ground in grounds:
        assert contrast(theme.ink, ground) >= 4.5
        assert contrast(theme.muted, ground) >= 4.5
    for ground in (theme.canvas, theme.band):
        assert contrast(theme.edge_label, ground) >= 4.5
        assert contrast(theme.edge, ground) >= 3
    assert contrast(theme.disappointment.text, theme.halo) >= 4.5
    assert contrast(theme.disappointment.text, theme.band_head) >= 4.5
    assert contrast(theme.delight.text, theme.band_head) >= 4.5
    assert contrast(theme.disappointment.line, theme.halo) >= 3
    assert contrast(theme.likely_path, theme.edge) >= 2
    assert contrast(theme.on_moment, theme.moment) >= 4.5
    assert contrast(theme.on_solid, theme.solid) >= 4.5
    assert contrast(theme.ink, theme.avatar) >= 4.5
    for tone in (theme.disappointment, theme.satisfaction, theme.delight):
        assert contrast(tone.on, tone.fill) >= 4.5
        assert contrast(tone.text, theme.canvas) >= 4.5
        assert contrast(tone.line, theme.card) >= 3


@pytest.mark.parametrize("theme", THEMES, ids=lambda t: t.name)
def test_levels_differ_in_lightness_not_only_in_hue(theme: Theme) -> None:
    """Neighbouring levels keep apart for the colour-blind; on paper delight has an outline."""
    middle = theme.satisfaction.fill
    assert contrast(theme.disappointment.fill, middle) >= 2
    assert contrast(theme.delight.fill, middle) >= 2 or theme.delight.outline_width >= 2
