"""Text: cleaned, measured, wrapped; and numbers as people read them."""

from __future__ import annotations

import io
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cjm.bundled import bundled
from cjm.errors import UsageError
from cjm.i18n import plural
from cjm.maps.content.numbers import number, percentage
from cjm.maps.content.words import ENGLISH, RUSSIAN, words_of
from cjm.maps.scene.text import cleaned, covered, flowed, shortened, width_of, wrapped


def test_widths_are_those_of_the_bundled_font() -> None:
    """The table and the fonts say the same."""
    fonts = pytest.importorskip("fontTools.ttLib")
    table = json.loads(bundled("cjm.maps.scene", "fonts/widths.json"))
    for style in ("Regular", "Bold"):
        content = bundled("cjm.maps.scene", f"fonts/NotoSans-{style}.ttf")
        font = fonts.TTFont(io.BytesIO(content))
        widths = {
            first + i: width for first, run in table[style.lower()] for i, width in enumerate(run)
        }
        real = {c: font["hmtx"][n][0] for c, n in font.getBestCmap().items()}
        assert widths == {c: round(w * 1000 / font["head"].unitsPerEm) for c, w in real.items()}
        assert 0x2212 in real


def test_the_fonts_come_with_their_licence() -> None:
    """The Open Font License with the copyright line of the font."""
    licence = bundled("cjm.maps.scene", "fonts/OFL.txt").decode()
    assert licence.startswith("Copyright 2015 Google LLC. All Rights Reserved.")
    assert "SIL OPEN FONT LICENSE Version 1.1" in licence


def test_unknown_characters_get_a_width() -> None:
    """East Asian ones an em, combining ones nothing, others 0.6 em."""
    assert width_of("客", 10) == 10
    assert width_of("م", 10) == 6
    assert width_of("e\u0336", 10) == width_of("e", 10)
    assert width_of("👩\u200d👧", 10) == width_of("👩👧", 10)
    assert width_of("−", 10) == width_of("+", 10)
    assert width_of("Ы", 10, bold=True) > width_of("Ы", 10)


def test_what_the_font_lacks_is_known() -> None:
    """So that a PNG may ask the system's fonts."""
    assert covered("Отзыв «5» − 48\u00a0% · Ωmega…")
    assert covered("🎉 → ≥ 5 ✓")
    assert not covered("客户")


def test_cleaning_keeps_one_line_of_legal_characters() -> None:
    """What XML forbids and what turns the direction of text is left out."""
    assert cleaned("one\r\n\ttwo") == "one two"
    assert cleaned("a\x00\x07\x1b\ufffeb") == "ab"
    assert cleaned("\u202eabc\u202c") == "abc"
    assert cleaned("\ud800x") == "x"


def test_short_words_stay_with_the_next_one() -> None:
    """Russian prepositions do not end a line; neither do thousands; dashes do not begin one."""
    assert wrapped("Самовывоз из магазина", (95, 95), 12) == ("Самовывоз", "из\u00a0магазина")
    assert wrapped("Собрали 1 840 анкет", (70, 70), 12)[1].startswith("1\u00a0840")
    assert wrapped("Ремонт — это всё", (62, 90), 12)[0] == "Ремонт\u00a0—"


def test_long_words_are_broken_and_long_texts_cut() -> None:
    """With a hyphen, and with an ellipsis at a word where half the line stays."""
    lines = wrapped("Достопримечательность", (80, 80), 12)
    assert lines[0].endswith("-")
    assert lines[0][:-1] + lines[1] == "Достопримечательность"
    cut = wrapped("one two three four five six seven", (60, 60), 12)
    assert cut[-1].endswith("…")
    assert "one two three four".startswith(cut[0])
    assert shortened("short", 100, 12) == "short"
    assert shortened("alpha beta gamma", 75, 12) == "alpha beta…"


def test_family_emoji_are_not_torn() -> None:
    """A break never falls inside a joined sequence."""
    family = "👩\u200d👩\u200d👧"
    for line in wrapped(family * 6, (80, 80, 80), 12):
        rest = line.rstrip("…")
        assert rest.replace(family, "") == ""


@settings(max_examples=150, deadline=None, derandomize=True)
@given(st.text(max_size=60), st.integers(20, 200))
def test_lines_never_exceed_their_room(text: str, room: int) -> None:
    """Whatever the text, except one character wider than the room itself."""
    for line in wrapped(cleaned(text), (room, room), 12):
        assert width_of(line, 12) <= room or len(line) <= 3


@pytest.mark.parametrize(
    ("value", "russian", "english"),
    [
        (-1.5, "−1,5", "−1.5"),
        (3, "+3", "+3"),
        (0, "0", "0"),
        (-0.0, "0", "0"),
        (8.25, "+8,25", "+8.25"),
        (-0.04, "−0,04", "−0.04"),
        (0.001, "+<0,01", "+<0.01"),
        (100, "+100", "+100"),
    ],
)
def test_numbers_have_a_true_minus_and_the_mark_of_the_language(
    value: float, russian: str, english: str
) -> None:
    """And what is not 0 never reads as 0."""
    assert number(value, RUSSIAN, signed=True) == russian
    assert number(value, ENGLISH, signed=True) == english


@pytest.mark.parametrize(
    ("count", "noun"),
    [(1, "точка"), (2, "точки"), (5, "точек"), (11, "точек"), (12, "точек"), (21, "точка"),
     (102, "точки"), (111, "точек")],
)  # fmt: skip
def test_nouns_go_with_their_counts(count: int, noun: str) -> None:
    """As Russian wants it."""
    assert plural(count, RUSSIAN.touchpoints) == f"{noun} контакта"
    assert plural(count, ENGLISH.touchpoints) == "touchpoint" + ("s" if count > 1 else "")


def test_percentages_do_not_lie_at_the_ends() -> None:
    """99.99 % is not 100 %, and little is not nothing."""
    shares = (0.48, 0, 1, 0.0001, 0.9999)
    written = [percentage(s, ENGLISH, False) for s in shares]
    assert written == ["48%", "0%", "100%", "<0.1%", ">99.9%"]
    assert percentage(0.48, RUSSIAN, False) == "48\u00a0%"


def test_an_unknown_language_is_a_wrong_option() -> None:
    """And the known ones are named."""
    with pytest.raises(UsageError, match="no language 'de'") as raised:
        words_of("de")
    assert "en, ru" in str(raised.value.help)


def test_a_growing_row_shows_four_thousand_characters_and_says_that_more_follow() -> None:
    """Up to there nothing is cut; beyond, an ellipsis ends the last line."""
    words = "word " * 800
    assert "".join(flowed(words[:4000].strip(), 200, 12)).count("word") == 800
    assert not flowed(words.strip(), 200, 12)[-1].endswith("…")
    longer = flowed("word " * 900, 200, 12)
    assert "".join(longer).count("word") == 800
    assert longer[-1].endswith("…")
    assert wrapped("i" * 2000, (9000.0,), 12)[0] == "i" * 600 + "…"
