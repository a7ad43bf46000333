"""Signs and emoji: bundled, apart from the words beside them, named where no font has them."""

from __future__ import annotations

import io
import json

import pytest
from PIL import Image, ImageChops

from cjm.bundled import bundled
from cjm.design.themes import theme_of
from cjm.i18n import translate
from cjm.journey import Journey, Touchpoint
from cjm.maps.look import look_of
from cjm.maps.render import drawn
from cjm.maps.scene.model import Node, Scene, Span, TextRun
from cjm.maps.scene.text import covered, width_of
from cjm.maps.scene.typefaces import EMOJI, SIGNS, WORDS, runs_of
from cjm.maps.writers import raster
from cjm.maps.writers.png import png_of

CURRENCIES = "".join(map(chr, range(0x20A0, 0x20C1)))
NO_SIGN = "\U0010fffd"
"""For private use: no font that anybody has installed draws it."""
A_SHADE = 40
"""Of 255: what a hundredth of a pixel changes at the edge of a letter."""


@pytest.mark.parametrize(
    "signs", ["←↑→↓↔⇒", "≥≤≈≠±∞", "✓✔✗✘★☆", CURRENCIES, "😀👍🏽❤️🎉🚀💡📦⏱️✅❌⭐"]
)
def test_common_signs_are_bundled(signs: str) -> None:
    """In both weights."""
    assert covered(signs)
    for bold in (False, True):
        assert all(face is not None for _, face in runs_of(signs, bold))


def test_widths_of_signs_are_those_of_their_fonts() -> None:
    """The table and the fonts say the same, and no font of signs has a letter."""
    fonts = pytest.importorskip("fontTools.ttLib")
    table = json.loads(bundled("cjm.maps.scene", "fonts/signs.json"))
    files = {"regular": "Signs-Regular", "bold": "Signs-Bold", "emoji": "Emoji-Regular"}
    for kind, file in files.items():
        font = fonts.TTFont(io.BytesIO(bundled("cjm.maps.scene", f"fonts/{file}.ttf")))
        widths = {first + i: w for first, run in table[kind] for i, w in enumerate(run)}
        em = font["head"].unitsPerEm
        real = {c: round(font["hmtx"][n][0] * 1000 / em) for c, n in font.getBestCmap().items()}
        assert widths == real
        assert min(real) >= 0x2000


def test_the_fonts_of_signs_come_with_their_licences() -> None:
    """Each beside its font."""
    for file, words in (
        ("OFL-NotoEmoji", "Open Font License"),
        ("OFL-NotoSans", "Open Font License"),
        ("DejaVu", "Bitstream Vera is a trademark"),
    ):
        assert words in bundled("cjm.maps.scene", f"fonts/{file}.txt").decode()


def test_a_text_is_split_by_font() -> None:
    """What only colours or joins emoji is left out; what no bundled font has keeps it."""
    assert runs_of("Да → 👍🏽!") == (
        ("Да ", WORDS),
        ("→", SIGNS),
        (" ", WORDS),
        ("👍", EMOJI),
        ("!", WORDS),
    )
    assert runs_of("客\ufe0f") == (("客\ufe0f", None),)


def pixels(*nodes: Node) -> Image.Image:
    """A picture of these alone."""
    scene = Scene(400, 60, "", "", "ru", "graph", nodes)
    return Image.open(io.BytesIO(png_of(scene, theme_of("light"), 1)))


@pytest.mark.parametrize("sign", ["→", "★", "😀", "₿", "客", NO_SIGN])
@pytest.mark.parametrize("bold", [False, True])
def test_words_beside_a_sign_keep_their_font(sign: str, bold: bool) -> None:
    """Before it and behind it."""
    before, behind = "Заказ ", " оплата"
    line = pixels(TextRun(10, 40, (Span(before + sign + behind, bold),), 16))
    left = 10 + width_of(before, 16, bold)
    right = left + width_of(sign + " ", 16, bold)
    first = TextRun(10, 40, (Span(before, bold),), 16)
    alone = pixels(first, TextRun(right, 40, (Span(behind.strip(), bold),), 16))
    for words in ((0, 0, round(left) - 2, 60), (round(right) - 1, 0, 400, 60)):
        differing = ImageChops.difference(line.crop(words), alone.crop(words)).getextrema()
        assert max(high for _, high in differing) < A_SHADE


def test_bundled_signs_need_no_fonts_of_the_system(monkeypatch: pytest.MonkeyPatch) -> None:
    """So that a picture is the same everywhere."""
    asked = []

    def rasterized(svg: str, scale: float, *, system_fonts: bool) -> bytes:
        asked.append(system_fonts)
        return b""

    monkeypatch.setattr(raster, "rasterized", rasterized)
    drawn(Journey("j", (Touchpoint("a", "Да → 👍🏽 ≥ ₿"),)), look_of(), "png")
    assert asked == [False]


@pytest.mark.parametrize("format", ["png", "pdf"])
def test_what_no_font_has_is_named(format: str) -> None:
    """The sign, its code point and the touchpoint; nothing is said of what can be drawn."""
    journey = Journey("j", (Touchpoint("ride", f"Ride {NO_SIGN}"), Touchpoint("b", "→ 😀")))
    note = drawn(journey, look_of(), format).note
    assert note is not None
    assert "U+10FFFD (ride)" in translate(note, "en")
    assert "U+10FFFD (ride)" in translate(note, "ru")
    fine = Journey("j", (Touchpoint("b", "→ 😀"),))
    assert drawn(fine, look_of(), format).note is None


def test_an_svg_leaves_fonts_to_its_reader() -> None:
    """Nothing is said of signs, and no text is split."""
    journey = Journey("j", (Touchpoint("ride", f"Ride → {NO_SIGN}"),))
    made = drawn(journey, look_of(), "svg")
    assert made.note is None
    assert "Ride →" in made.content.decode()
