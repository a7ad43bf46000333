"""The visual language is as it is written: colours, contrasts, differences, measures."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import pytest

from cjm.design.themes import THEMES, Theme, Tone
from cjm.maps.content.compose import FULL_CARDS, LONGEST_LABEL
from cjm.maps.content.loops import MOST_MARKED
from cjm.maps.scene import icons
from cjm.maps.views.graph.layout.measures import COMPACT, FULL
from cjm.maps.views.map.curve.stems import WIDE
from cjm.maps.views.map.folds import MOST
from cjm.maps.writers.markup import FAMILY
from cjm.testing.colours import BLINDNESS, contrast, delta, difference, lightness

ROOT = Path(__file__).parents[2]
PAGES = ("docs/visual-language.md", "docs/visual-language.ru.md")
LEVELS = ("disappointment", "satisfaction", "delight")
COLOUR = re.compile(r"#(?:[0-9A-Fa-f]{8}|[0-9A-Fa-f]{6}|[0-9A-Fa-f]{3,4})\b")
AA, GRAPHICS, APART = 4.5, 3.0, 35
"""WCAG 2.2 asks so much of text and of graphics; levels keep so far apart."""


def table(page: str, mark: str) -> list[list[str]]:
    """The cells of the table below a comment, without backquotes."""
    text = (ROOT / page).read_text(encoding="utf-8")
    (rows,) = re.findall(rf"<!-- {mark} -->\n((?:\|.*\n)+)", text)
    lines = rows.splitlines()[2:]
    return [[c.strip().replace("`", "") for c in line.strip("|").split("|")] for line in lines]


def tokens(theme: Theme) -> Iterator[tuple[str, str]]:
    """Every colour of a theme, those of a level as level.part."""
    for name, value in theme._asdict().items():
        if isinstance(value, Tone):
            parts = value._asdict().items()
            yield from ((f"{name}.{part}", c) for part, c in parts if isinstance(c, str))
        elif name != "name" and value is not None:
            yield name, value


def colour(theme: Theme, token: str) -> str:
    return dict(tokens(theme))[token]


@pytest.mark.parametrize("page", PAGES)
def test_the_tokens_of_the_page_are_those_of_the_themes(page: str) -> None:
    """All of them, and no other."""
    told = {row[0]: row[1:4] for row in table(page, "tokens")}
    true: dict[str, list[str]] = {}
    for i, theme in enumerate(THEMES):
        for token, value in tokens(theme):
            true.setdefault(token, ["—"] * len(THEMES))[i] = value
    assert told == true


def test_no_colour_stands_outside_the_themes() -> None:
    """Whoever paints names a token."""
    files = [file for file in (ROOT / "cjm").rglob("*.py") if file.parent.name != "design"]
    assert len(files) > 200
    found = {
        str(file.relative_to(ROOT)): colours
        for file in files
        if (colours := [c for text in texts_of(file) for c in COLOUR.findall(text)])
    }
    assert found == {}


def texts_of(file: Path) -> Iterator[str]:
    """Every text that a module holds."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


@pytest.mark.parametrize("text", ["#8A8A8A", "color:#fff;", "fill='#12345678'"])
def test_a_colour_would_be_noticed(text: str) -> None:
    assert COLOUR.search(text)


@pytest.mark.parametrize("page", PAGES)
def test_the_contrasts_of_the_page_are_the_computed_ones(page: str) -> None:
    """And enough: 4.5 for text, 3 for graphics."""
    rows = table(page, "contrast")
    assert len(rows) >= 15
    for token, ground, *told, kind in rows:
        true = [contrast(colour(t, token), colour(t, ground)) for t in THEMES]
        assert [f"{value:.2f}" for value in true] == [t.replace(",", ".") for t in told], token
        assert min(true) >= (AA if kind in ("text", "текст") else GRAPHICS)


@pytest.mark.parametrize("page", PAGES)
def test_the_differences_of_the_page_are_the_computed_ones(page: str) -> None:
    """ΔE2000 of the tags, for every blindness; in print, lightness and shape tell instead."""
    told = {(row[0], row[1]): [int(cell) for cell in row[2:]] for row in table(page, "difference")}
    pairs = list(combinations(LEVELS, 2))
    true = {
        (theme.name, f"{one} – {other}"): [
            round(difference(theme.tone(one).fill, theme.tone(other).fill, blindness))
            for blindness in (None, *BLINDNESS)
        ]
        for theme in THEMES
        if theme.name != "print"
        for one, other in pairs
    }
    assert told == true
    assert min(min(values) for values in told.values()) >= APART


@pytest.mark.parametrize("page", PAGES)
def test_the_lightness_of_the_page_is_the_computed_one(page: str) -> None:
    told = {row[0]: [int(cell) for cell in row[1:]] for row in table(page, "lightness")}
    assert told == {t.name: [round(lightness(t.tone(v).fill)) for v in LEVELS] for t in THEMES}


def test_difference_is_computed_as_the_standard_does() -> None:
    """Three pairs of the test data of Sharma, Wu and Dalal 2005."""
    assert delta((50, 2.6772, -79.7751), (50, 0, -82.7485)) == pytest.approx(2.0425, abs=5e-5)
    assert delta((60.2574, -34.0099, 36.2677), (60.4626, -34.1751, 39.4387)) == pytest.approx(
        1.2644, abs=5e-5
    )
    assert delta((2.0776, 0.0795, -1.1350), (0.9033, -0.0636, -0.5514)) == pytest.approx(
        0.9082, abs=5e-5
    )


def test_red_and_green_would_not_do() -> None:
    """The check of blindness can fail: traffic lights fall together for the green-blind."""
    assert difference("#B83A0C", "#4B7A1E", "deuteranopia") < APART
    assert difference("#B83A0C", "#4B7A1E") > APART


def test_only_levels_and_the_star_have_a_hue() -> None:
    """Everything else is ink, sand and grey: low in chroma, in every theme."""
    from cjm.testing.colours import seen

    hued = {"star", "star_edge", "halo", *(f"{level}.{part}" for level in LEVELS for part in PARTS)}
    for theme in THEMES:
        for token, value in tokens(theme):
            _, a, b = seen(value)
            chroma = (a * a + b * b) ** 0.5
            limit = 1 if theme.name == "print" else 22
            assert token in hued or chroma < limit, (theme.name, token, chroma)


PARTS = ("fill", "on", "line", "text", "tint", "edge", "outline")


def test_print_has_no_hue_at_all() -> None:
    for theme in THEMES:
        for _, value in tokens(theme):
            if theme.name == "print":
                assert value[1:3] == value[3:5] == value[5:7]


@pytest.mark.parametrize("page", PAGES)
def test_the_measures_of_the_page_are_those_of_the_code(page: str) -> None:
    told = {row[0]: row[1:] for row in table(page, "measures")}
    true = {
        "card_width": (FULL.card_width, COMPACT.card_width),
        "card_height": (FULL.card_height, COMPACT.card_height),
        "strip": (FULL.strip, COMPACT.strip),
        "gutter": (FULL.gutter, COMPACT.gutter),
        "padding": (FULL.padding, COMPACT.padding),
        "heavy": (FULL.heavy, COMPACT.heavy),
        "halo": (FULL.halo, COMPACT.halo),
        "halo_line": (FULL.halo_line, COMPACT.halo_line),
    }
    assert {k: tuple(float(c) for c in v[:2]) for k, v in told.items()} == true


@pytest.mark.parametrize("page", PAGES)
def test_the_numbers_in_the_text_are_those_of_the_code(page: str) -> None:
    """Marked with the name of the constant."""
    text = (ROOT / page).read_text(encoding="utf-8")
    told = {m[1]: int(m[0]) for m in re.findall(r"(\d+)<!-- (\w+) -->", text)}
    assert told == {
        "FULL_CARDS": FULL_CARDS,
        "LONGEST_LABEL": LONGEST_LABEL,
        "MOST_MARKED": MOST_MARKED,
        "MOST": MOST,
        "STEM": int(WIDE),
        "ICONS": len(icons.ICONS),
    }


@pytest.mark.parametrize("page", PAGES)
def test_the_fonts_of_the_page_are_those_of_the_code(page: str) -> None:
    text = " ".join((ROOT / page).read_text(encoding="utf-8").split())
    assert all(name in text for name in FAMILY.split(", "))
    assert all(f"`{name}`" in text for name in icons.ICONS)


def test_both_languages_have_the_same_tables() -> None:
    for mark in ("tokens", "contrast", "difference", "lightness", "measures"):
        english, russian = (
            [[c.replace(",", ".") for c in row if re.fullmatch(r"[\d.,]+|#\w+", c)] for row in rows]
            for rows in (table(page, mark) for page in PAGES)
        )
        assert english == russian
