"""How a page looks: widths, colours, languages, encodings, and titles that mean harm."""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise

import pytest
from show_samples import (
    FILES,
    HOSTILE,
    HOSTILE_TITLES,
    JOURNEYS,
    PERSONAS,
    ROOT,
    WORKED,
    cells,
    line_of,
    long_journey,
    part,
)

import cjm
from cjm.i18n.numbers import score as written
from cjm.journey import Journey, Stage, Touchpoint
from cjm.terminal.columns import gap_of
from cjm.terminal.numbers import number, percentage, points
from cjm.terminal.text import cleaned, shortened, width_of, wrapped
from cjm.terminal.words import ENGLISH, RUSSIAN

WIDTHS = (40, 41, 47, 53, 60, 67, 72, 80, 90, 100, 111, 120, 133, 140)


@pytest.fixture(scope="module", params=[*JOURNEYS, *FILES])
def analysis(request):
    """Every sample and every journey of the repository, analysed once."""
    if request.param in JOURNEYS:
        return cjm.analyze(JOURNEYS[request.param])
    return cjm.analyze(cjm.load(ROOT / "journeys" / request.param))


@pytest.mark.parametrize("language", ["en", "ru"])
def test_no_line_is_wider_than_asked(analysis, language):
    """Counted in cells by Unicode's tables; nothing is left at a line's end."""
    for width in WIDTHS:
        page = cjm.show(analysis, language=language, width=width)
        for line in page.split("\n"):
            assert cells(line) <= width, line
            assert line == line.rstrip()


def test_a_page_fills_the_width_it_is_given(analysis):
    """The rules of headings end where the page does, within 40 and 140."""
    for width, expected in ((1, 40), (40, 40), (77, 77), (140, 140), (500, 140)):
        page = cjm.show(analysis, width=width)
        assert max(map(cells, page.split("\n"))) == expected
    assert cjm.show(analysis) == cjm.show(analysis, width=100)


def test_every_touchpoint_has_one_line_at_every_width(analysis):
    """Stages come between; titles are cut, not wrapped; what there is of O, B, C is not dropped."""
    expected, marks = [], ENGLISH.marks
    stages = [*(s.id for s in analysis.journey.stages), None]
    for stage in stages:
        expected += [f for f in analysis.touchpoints if _stage_of(analysis, f) == stage]
    for width in WIDTHS:
        lines = part(cjm.show(analysis, width=width, language="en"), "Touchpoints")
        rows = [li for li in lines[1:] if li.startswith(("★ ", "  "))]
        assert len(rows) == len(expected)
        for row, figures in zip(rows, expected, strict=True):
            assert row.startswith("★") == bool(figures.moment_of_truth)
            for side in ("expectation", "experience"):
                score = getattr(figures, side)
                said = "n/a" if score is None else written(score, marks, figures.digits)
                assert said in row or not any(getattr(f, side) is not None for f in expected)
            said = "n/a" if figures.gap is None else gap_of(figures, ENGLISH)
            assert said in row or not any(f.gap is not None for f in expected)


def _stage_of(analysis, figures):
    return analysis.journey.touchpoints[figures.place].stage


def test_columns_go_in_a_sane_order():
    """From the widest page to the narrowest: interval, leave, channel, bars, reach, impact."""
    analysis = cjm.analyze(long_journey(5))
    seen: list[set[str]] = []
    for width in range(140, 39, -1):
        heading, *rows = part(cjm.show(analysis, width=width), "Touchpoints")
        names = re.findall(r"95% interval of C|channel|reach|impact|leave|O|B|C", heading)
        names += ["bars"] if "━" in "".join(rows) else []
        if not seen or set(names) != seen[-1]:
            seen.append(set(names))
    dropped = [sorted(before - after) for before, after in pairwise(seen)]
    assert dropped == [
        ["95% interval of C"],
        ["leave"],
        ["channel"],
        ["bars"],
        ["reach"],
        ["impact"],
    ]


def test_stages_are_rows_with_their_goal_and_the_unstaged_come_last():
    """A journey without stages has no such rows."""
    points = (Touchpoint("a", "Alpha"), Touchpoint("b", "Beta", stage="s"))
    journey = Journey("x", points, stages=(Stage("s", "First", goal="See it"), Stage("t", "Empty")))
    rows = part(cjm.show(journey), "Touchpoints")[1:]
    assert [row.split("  ")[0] or row.split()[0] for row in rows] == [
        "First · See it",
        "Beta",
        "without a stage",
        "Alpha" if not rows[3].startswith("★") else "★ Alpha",
    ]
    assert "without a stage" not in cjm.show(WORKED)
    assert "Empty" not in cjm.show(journey)


# ---- colour --------------------------------------------------------------------------------

ANSI = re.compile(r"\x1b\[[\d;]*m")


def test_without_colour_there_is_no_escape_and_with_it_the_same_text(analysis):
    """Colours are all that colour adds, and they end."""
    plain = cjm.show(analysis)
    colored = cjm.show(analysis, color=True)
    assert "\x1b" not in plain
    assert "\x1b[31m" in colored or "disappointment" not in [f.level for f in analysis.touchpoints]
    assert ANSI.sub("", colored) == plain
    assert "\x1b" not in ANSI.sub("", colored)
    for line in colored.split("\n"):
        codes = ANSI.findall(line)
        assert not codes or codes[-1] == "\x1b[0m"


def test_no_colour_does_not_depend_on_the_environment(monkeypatch):
    """What is asked for is given: the command line is what looks at NO_COLOR."""
    plain, colored = cjm.show(WORKED), cjm.show(WORKED, color=True)
    for name, value in {
        "NO_COLOR": "1",
        "FORCE_COLOR": "1",
        "COLUMNS": "30",
        "TERM": "dumb",
    }.items():
        monkeypatch.setenv(name, value)
        assert (cjm.show(WORKED), cjm.show(WORKED, color=True)) == (plain, colored)


def test_a_level_is_never_told_by_colour_only():
    """Sign, mark and colour, at every touchpoint."""
    page = cjm.show(WORKED, color=True)
    assert "\x1b[31m▼ −3\x1b[0m" in page
    assert "\x1b[32m▲ +1\x1b[0m" in page


# ---- languages and numbers -----------------------------------------------------------------


def test_the_page_speaks_the_journey_s_language_unless_another_is_asked_for():
    """Russian: headings, decimal comma, no-break space before the percent sign, О В С."""
    journey = cjm.load(ROOT / "journeys" / "appliance-repair.yaml")
    page = cjm.show(journey)
    assert page == cjm.show(journey, language="ru")
    for heading in ("Точки контакта", "Моменты истины", "Вероятный путь", "Петли разочарования"):
        assert part(page, heading)
    assert re.search(r"^  Баланс +▲ \+2,91 ", page, re.MULTILINE)
    assert re.search(r"^  Разочарованы +17\u00a0% ", page, re.MULTILINE)
    assert re.search(r"\d%|\d [%]", page) is None
    english = cjm.show(journey, language="en")
    assert re.search(r"^  Balance +▲ \+2\.91 ", english, re.MULTILINE)
    assert "Ремонт бытовой техники" in english


def test_no_english_word_is_left_on_a_russian_page():
    """Every word the page adds of its own is Russian; only ids and codes are not."""
    words = [w for j in JOURNEYS.values() for w in _own_words(j)]
    for journey in JOURNEYS.values():
        if journey.id != "hostile":
            page = cjm.show(journey, language="ru")
            left = set(re.findall(r"[A-Za-z]{3,}", page)) - set(words) - {"CJM"}
            assert not left


def _own_words(journey):
    texts = [journey.id, journey.title]
    for items in (journey.touchpoints, journey.stages, journey.channels):
        texts += [
            t for item in items for t in (item.id, item.title, getattr(item, "owner", "") or "")
        ]
    texts += [t for p in journey.personas for t in (p.id, p.name)]
    return re.findall(r"[A-Za-z]{3,}", " ".join(texts))


@pytest.mark.parametrize(
    ("value", "english", "russian"),
    [
        (-1.5, "−1.5", "−1,5"),
        (0.0, "0", "0"),
        (-0.0, "0", "0"),
        (-1e-12, "0", "0"),
        (-0.004, "−<0.01", "−<0,01"),
        (8.30000001, "8.3", "8,3"),
        (0.1 + 0.2, "0.3", "0,3"),
        (1656, "1,656", "1\u00a0656"),
        (-12345.67, "−12,345.67", "−12\u00a0345,67"),
        (-1.26e7, "−12.6M", "−12,6\u00a0млн"),
        (1e308, ">999T", ">999\u00a0трлн"),
        (100, "100", "100"),
    ],
)
def test_numbers_follow_the_language(value, english, russian):
    """A true minus, no −0, no trailing zeros, the language's marks."""
    assert number(value, ENGLISH) == english
    assert number(value, RUSSIAN) == russian
    plus = "" if english == "0" or english[0] == "−" else "+"
    assert number(value, ENGLISH, signed=True) == plus + english


@pytest.mark.parametrize(
    ("share", "more", "text"),
    [
        (0, 0, "0%"),
        (1e-12, 0, "0%"),
        (0.004, 0, "0.4%"),
        (0.0004, 0, "<0.1%"),
        (0.996, 0, "99.6%"),
        (0.9996, 0, ">99.9%"),
        (1 - 1e-12, 0, "100%"),
        (0.138, 0, "14%"),
        (0.138, 1, "13.8%"),
        (0.7, 1, "70%"),
    ],
)
def test_what_is_neither_nothing_nor_all_never_looks_so(share, more, text):
    """Percentages near 0 and 100."""
    assert percentage(share, ENGLISH, False, more) == text
    assert percentage(share, RUSSIAN, False, more) == text.replace("%", "\u00a0%").replace(".", ",")


def test_points_are_a_hundred_times_a_share():
    """Signed, with one decimal."""
    assert points(-0.138, ENGLISH, False) == "−13.8"
    assert points(0.00001, ENGLISH, False) == "+<0.1"


def test_russian_nouns_agree_with_their_counts():
    """1 точка, 3 точки, 11 точек, 21 точка."""
    for count, text in ((1, "1 точка к"), (3, "3 точки к"), (11, "11 точек к"), (21, "21 точка к")):
        points = tuple(Touchpoint(f"t{n}") for n in range(count))
        page = cjm.show(Journey("x", points, language="ru"))
        assert text in page.replace("\u00a0", " ")


def test_decimal_marks_stand_in_line():
    """7 above 7.3: the ones stand above each other."""
    page = cjm.show(JOURNEYS["trap"])
    whole, fraction = line_of(page, "Touchpoints", "wait"), line_of(page, "Touchpoints", "pay")
    assert whole.rindex("7") == fraction.index("7.3")


# ---- encodings -----------------------------------------------------------------------------


@pytest.mark.parametrize("encoding", ["ascii", "cp1251", "koi8-r", "cp866", "latin-1", "utf-8"])
def test_a_page_can_be_written_in_the_encoding_it_was_made_for(analysis, encoding):
    """Signs it lacks become plainer ones of the same width."""
    page = cjm.show(analysis, encoding=encoding, language="en", width=60)
    page.encode(encoding)
    for line, plain in zip(
        cjm.show(analysis, language="en", width=60).split("\n"), page.split("\n"), strict=True
    ):
        assert cells(plain) == cells(line) or unicodedata.normalize("NFC", line) != line
        assert cells(plain) <= 60 or any(unicodedata.combining(c) for c in line)


def test_in_ascii_the_signs_can_still_be_told_apart():
    """O and B in the bars by their letters, the levels by v = ^."""
    page = cjm.show(WORKED, encoding="ascii")
    assert re.search(r"Ask +6  3  -+B=+O-+  v -3 ", page)
    assert re.search(r"Pay +8  9  -+O=*B-+  \^ \+1 ", page)
    assert page.isascii()


# ---- hostile text --------------------------------------------------------------------------


def test_nothing_in_a_journey_can_steer_the_terminal():
    """No control, no bidirectional override, no line of its own."""
    for color in (False, True):
        page = ANSI.sub("", cjm.show(HOSTILE, color=color))
        bad = {
            c
            for c in page.replace("\n", "")
            if unicodedata.category(c) in ("Cc", "Cf", "Cs", "Zl", "Zp")
        }
        assert not bad
        assert "\x1b" not in page


def test_markup_in_titles_is_text():
    """Square brackets stay, and colour nothing."""
    title = "[bold red]x[/bold red] [/] :smile: [link=a]b[/link]"
    journey = Journey("x", (Touchpoint("a", title, stage="s"),), title=title)
    for color in (False, True):
        assert ANSI.sub("", cjm.show(journey, color=color)).count(title) >= 3
    assert ":smile:" in cjm.show(journey)
    assert "\x1b]8" not in cjm.show(journey, color=True)


@pytest.mark.parametrize("title", HOSTILE_TITLES)
def test_a_cleaned_title_is_one_short_honest_line(title):
    """As wide as it is measured; no pile of accents, no invisible remainder."""
    text = cleaned(title)
    assert width_of(text) == cells(text)
    assert "\n" not in text
    assert len(text) <= 5 * max(1, cells(text))
    assert cleaned(text) == text


def test_a_title_of_nothing_visible_is_refused():
    """Neither a touchpoint nor a journey can be called so, in Python as in a file."""
    with pytest.raises(ValueError, match=r"the-id\.title"):
        Touchpoint("the-id", "\u200b\x07\u00ad")
    with pytest.raises(ValueError, match="title"):
        Journey("x", (Touchpoint("the-id"),), title="\u202e")


@pytest.mark.parametrize("width", range(1, 12))
def test_texts_are_cut_by_cells_with_an_ellipsis(width):
    """A wide character is never cut in half, and never pushes past the edge."""
    for text in ("日本語のタイトル", "abcdefghijklmnop", "a日b本c語"):
        cut = shortened(text, width)
        assert cells(cut) <= width
        if cells(text) > width:
            assert cut.endswith("…")
            assert text.startswith(cut[:-1])
            assert cells(cut) >= width - 1
        else:
            assert cut == text


@pytest.mark.parametrize("width", range(1, 30))
def test_wrapping_loses_nothing_and_breaks_only_at_spaces_where_it_can(width):
    """No-break spaces hold; words wider than a line are split."""
    from rich.text import Text

    text = "one two\u00a0three 日本語日本語日本語 four" + "5" * 20 + " six"
    lines = [line.plain for line in wrapped(Text(text), width)]
    assert re.sub(r"\s", "", "".join(lines)) == re.sub(r"\s", "", text)
    assert all(cells(line) <= max(width, 2) for line in lines)
    if width >= 9:
        assert any("two\u00a0three" in line for line in lines)


def test_the_same_journey_gives_the_same_page(analysis):
    """A second analysis changes nothing."""
    again = cjm.analyze(analysis.journey)
    assert cjm.show(again, color=True) == cjm.show(analysis, color=True)


def test_persona_pages_hold_the_width_too():
    """The fact that names the persona is wrapped as well."""
    page = cjm.show(HOSTILE, persona="p7", width=40)
    assert max(map(cells, page.split("\n"))) == 40
    assert "Boris" in cjm.show(PERSONAS, persona="boris", width=40)
