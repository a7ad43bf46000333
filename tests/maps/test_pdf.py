"""PDF: pages that can be read and joined, fonts inside, text that stays text."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path
from shutil import which
from subprocess import run

import pytest
from diagram_samples import SHAPES, coffee, hostile, large, small

import cjm
from cjm.errors import UsageError
from cjm.journey import Journey, Touchpoint
from cjm.maps import render
from cjm.maps.writers.pdf import pdf_of
from cjm.maps.writers.pdf.matrix import Matrix, matrix_of
from cjm.maps.writers.pdf.outlines import of_circle, of_path, of_rect
from cjm.maps.writers.pdf.pages import A3, A4, LEAST_TEXT, Pages, cuts, pages_of
from cjm.maps.writers.pdf.reading import Line, Sheet, box_of, sheet_of

ROOT = Path(__file__).parents[2]
poppler = pytest.mark.skipif(not which("pdftotext"), reason="no poppler-utils")


def sheet(journey: Journey) -> Sheet:
    """The journey's map, read back."""
    return sheet_of(render(journey).decode())


def texts_of(pdf: bytes, tmp_path: Path) -> list[str]:
    """What a reader finds on each page, spaces made one."""
    (tmp_path / "map.pdf").write_bytes(pdf)
    done = run(["pdftotext", tmp_path / "map.pdf", "-"], capture_output=True, check=True)
    return [" ".join(page.split()) for page in done.stdout.decode().split("\f")[:-1]]


def text_of(pdf: bytes, tmp_path: Path) -> str:
    """What a reader finds on its only page."""
    (text,) = texts_of(pdf, tmp_path)
    return text


# ---- the file -------------------------------------------------------------------------------


def test_it_says_its_title_and_language_but_no_author_and_no_date() -> None:
    """So that it can be found, read aloud, and made again byte for byte."""
    pdf = render(coffee(), format="pdf")
    assert pdf.startswith(b"%PDF-1.")
    assert b"/Lang" in pdf
    assert b"/DisplayDocTitle true" in pdf
    assert b"Author" not in pdf
    assert b"Date" not in pdf
    title = re.search(rb"/Title \((.*?)\)\s", pdf, re.S)
    assert title


@pytest.mark.parametrize("name", ["coffee", "small", "loops"])
def test_the_same_journey_gives_the_same_bytes(name: str) -> None:
    """Also after others were drawn in between."""
    first = render(SHAPES[name](), format="pdf")
    render(large(30, 4), format="pdf")
    assert render(SHAPES[name](), format="pdf") == first


def test_only_the_bundled_fonts_are_in_it() -> None:
    """Both weights, as far as they are used, inside the file."""
    pdf = render(coffee(), format="pdf")
    fonts = set(re.findall(rb"/BaseFont /(\S+)", pdf))
    assert fonts == {b"AAAAAA+cjmNotoSans-Regular", b"AAAAAA+cjmNotoSans-Bold"}
    assert pdf.count(b"/FontFile2") == 2
    assert len(pdf) < 80_000


@poppler
def test_text_can_be_found_and_copied(tmp_path: Path) -> None:
    """Cyrillic, figures with a true minus, the title."""
    text = text_of(render(coffee(), format="pdf"), tmp_path)
    for words in ("Покупка кофемашины", "Доставка курьером", "−1,5", "48 %", "разочарование"):
        assert words in text


@poppler
def test_what_the_font_lacks_is_drawn_and_can_still_be_found(tmp_path: Path) -> None:
    """As a small picture with its words behind it."""
    title = "Оплата 💳 客户 مرحبا"
    journey = Journey("foreign", (Touchpoint("a", title),), title=title)
    pdf = render(journey, format="pdf")
    assert b"/SMask" in pdf
    text = text_of(pdf, tmp_path)
    assert "Оплата 💳 客户" in text
    assert b"/SMask" not in render(small(), format="pdf")


@pytest.mark.parametrize("name", SHAPES)
@pytest.mark.parametrize("paper", ["auto", "a4"])
def test_every_shape_of_journey_becomes_a_pdf(name: str, paper: str) -> None:
    """Whatever its size and its texts."""
    assert render(SHAPES[name](), format="pdf", paper=paper).rstrip().endswith(b"%%EOF")


def test_hostile_texts_cannot_write_pdf() -> None:
    """Parentheses and backslashes in titles stay inside their strings."""
    title = ")>> /OpenAction << /S /JavaScript /JS (app.alert(1)) >> (\\"
    pdf = render(Journey("evil", (Touchpoint("a", title),), title=title), format="pdf")
    outside = re.sub(rb"\((?:\\.|[^\\()])*\)", b"", pdf)
    assert b"OpenAction" not in outside


# ---- paper ----------------------------------------------------------------------------------


def plan(width: float, height: float, paper: str = "auto") -> Pages:
    """The pages of an empty map of that size whose text has 12 units."""
    line = Line(Matrix(e=20, f=20), 12, ())
    return pages_of(Sheet(width, height, "t", "en", "#FFFFFF", "#000000", (line,), (), ()), paper)


def test_the_smallest_paper_that_can_be_read_is_taken() -> None:
    """A4, else A3, else several A3."""
    assert (plan(1000, 700).paper, len(plan(1000, 700).pages)) == (A4, 1)
    assert (plan(2200, 1500).paper, len(plan(2200, 1500).pages)) == (A3, 1)
    assert (plan(4000, 1500).paper, len(plan(4000, 1500).pages)) == (A3, 2)


def test_a_paper_that_is_asked_for_is_taken() -> None:
    """Even where a larger one would hold all, or a smaller one would."""
    assert (plan(2200, 1500, "a4").paper, len(plan(2200, 1500, "a4").pages)) == (A4, 4)
    assert (plan(1000, 700, "a3").paper, len(plan(1000, 700, "a3").pages)) == (A3, 1)


@pytest.mark.parametrize("paper", ["auto", "a4", "a3"])
@pytest.mark.parametrize("count", [12, 60, 120])
def test_text_can_always_be_read_and_every_card_is_whole_on_a_page(count: int, paper: str) -> None:
    """No cut goes through a card; nothing of the map is left out."""
    shown = sheet(large(count, max(3, count // 12)))
    pages = pages_of(shown, paper)
    for line in shown.lines:
        assert line.size * pages.scale >= LEAST_TEXT - 1e-9
    for card in shown.cards:
        assert any(
            p.part.left <= card.left
            and p.part.right >= card.right
            and p.part.top <= card.top
            and p.part.bottom >= card.bottom
            for p in pages.pages
        )
    assert max(p.part.right for p in pages.pages) == shown.width
    assert max(p.part.bottom for p in pages.pages) == shown.height


def test_neighbours_overlap_a_little() -> None:
    """So that sheets can be glued."""
    pages = pages_of(sheet(large(120, 10)), "a4").pages
    first_row = [p.part for p in pages if p.row == 0]
    assert len(first_row) > 1
    for one, other in pairwise(first_row):
        assert 0 < one.right - other.left < 60


def test_cuts_avoid_things_and_prefer_full_pages() -> None:
    """A gap late on the page is better than an early one; the cheapest thing is cut, if any."""
    assert cuts(100, 100, 5, []) == [0, 100]
    (_, cut, _) = cuts(150, 100, 5, [(0, 60, 10.0), (70, 85, 10.0), (90, 150, 10.0)])
    assert 85 < cut < 90
    (_, cut, _) = cuts(150, 100, 5, [(0, 90, 1000.0), (80, 150, 10.0)])
    assert 90 <= cut <= 95


@poppler
def test_several_sheets_say_the_title_and_their_number(tmp_path: Path) -> None:
    """In the map's language."""
    pages = texts_of(render(large(60, 8), format="pdf", paper="a4"), tmp_path)
    assert len(pages) > 1
    for number, text in enumerate(pages, 1):
        assert "60 точек контакта" in text
        # In two rows of sheets each says its place as well: 1A, 1B, 2A …
        assert re.search(rf"лист {number} из {len(pages)}( · \d[A-Z])?$", text)
    assert "лист" not in text_of(render(small(), format="pdf"), tmp_path)


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"format": "pdf", "paper": "a5"}, "there is no paper 'a5'"),
        ({"format": "svg", "paper": "a4"}, "a paper belongs to pdf, not to svg"),
        ({"format": "pdf", "scale": 2.0}, "a scale belongs to png, not to pdf"),
    ],
)
def test_options_of_another_format_are_refused(options: dict[str, object], said: str) -> None:
    """Rather than ignored in silence."""
    with pytest.raises(UsageError, match=said):
        render(small(), **options)  # type: ignore[arg-type]


# ---- reading --------------------------------------------------------------------------------


def test_transforms_are_read() -> None:
    """As SVG means them: the last one first."""
    assert matrix_of("translate(10 20) scale(2)").of(1, 1) == (12, 22)
    assert matrix_of("rotate(90 5 5)").of(5, 0) == pytest.approx((10, 5))
    assert matrix_of("").of(3, 4) == (3, 4)
    with pytest.raises(ValueError, match="skewX"):
        matrix_of("skewX(3)")


def test_path_data_is_read() -> None:
    """Relative and absolute, repeated and abbreviated."""
    assert of_path("M1 2l3-4 1.5.5h1v-1z") == of_path("M1 2L4 -2L5.5 -1.5L6.5 -1.5L6.5 -2.5Z")
    smooth = of_path("M0 0c1 1 2 1 3 0s2-1 3 0")
    assert smooth[2].points == ((4, -1), (5, -1), (6, 0))
    assert of_path("M0 0q3 3 6 0")[1].points == ((2, 2), (4, 2), (6, 0))


@pytest.mark.parametrize(
    ("data", "through"),
    [
        ("M-5 0a5 5 0 0 1 10 0", (0, -5)),
        ("M-5 0a5 5 0 0 0 10 0", (0, 5)),
        ("M0 -5A5 5 0 1 1 -5 0", (5, 0)),
        ("M0 -5A5 5 0 0 0 -5 0", (-3.5355, -3.5355)),
    ],
)
def test_arcs_run_where_svg_says(data: str, through: tuple[float, float]) -> None:
    """Large or small, one way round or the other."""
    outline = of_path(data)
    at = outline[0].points[0]
    places = []
    for _, (a, b, c) in outline[1:]:
        for i in range(33):
            t = i / 32
            k = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
            ps = (at, a, b, c)
            places.append(
                tuple(sum(w * p[axis] for w, p in zip(k, ps, strict=True)) for axis in (0, 1))
            )
        at = c
    nearest = min((x - through[0]) ** 2 + (y - through[1]) ** 2 for x, y in places)
    assert nearest < 0.01


def test_round_things_fill_their_boxes() -> None:
    """A circle, and a rectangle whose corners are round."""
    for outline in (of_circle(5, 5, 5), of_rect(0, 0, 10, 10, 3)):
        points = [p for step in outline for p in step.points]
        assert (min(points)[0], max(points)[0]) == pytest.approx((0, 10))


@pytest.mark.parametrize("name", SHAPES)
def test_all_that_a_map_shows_is_read(name: str) -> None:
    """Every text and shape, on the sheet; an element of another kind would be noticed."""
    svg = render(SHAPES[name]()).decode()
    read = sheet_of(svg)
    drawn = len(re.findall(r"<(?:rect|circle|line|path|text)\b", svg))
    assert len(read.items) == drawn
    for item in read.items:
        box = box_of(item)
        assert box.left > -1
        assert box.right < read.width + 40
    with pytest.raises(ValueError, match="<image>"):
        sheet_of(svg.replace("</svg>", "<image/></svg>"))


@pytest.mark.parametrize("path", sorted(ROOT.glob("journeys/*.en.yaml")), ids=lambda p: p.name)
def test_the_examples_fit_one_sheet(path: Path) -> None:
    """None of them needs glue."""
    svg = render(cjm.load(str(path))).decode()
    assert len(pages_of(sheet_of(svg), "auto").pages) == 1
    assert pdf_of(svg) == render(cjm.load(str(path)), format="pdf")


def test_the_most_hostile_texts_are_drawn() -> None:
    """Emoji families, right to left, combining marks."""
    assert render(hostile(), format="pdf").count(b"/Subtype /Image") > 4


@poppler
def test_every_sheet_of_a_wide_map_begins_with_the_names_of_its_lanes(tmp_path: Path) -> None:
    """And shows no half of them at its other end."""
    pages = texts_of(render(large(40, 5), view="map", format="pdf"), tmp_path)
    assert len(pages) == 3
    for page in pages:
        assert page.count("Доходят") == 1
        assert page.count("Кривая С") == 1
