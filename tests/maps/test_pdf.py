"""PDF: pages that can be read and joined, fonts inside, text that stays text."""

from __future__ import annotations

import re
from itertools import combinations, pairwise
from pathlib import Path
from shutil import which
from subprocess import run

import pytest
from graph_probe import laid_out
from graph_samples import SHAPES, coffee, hostile, large, small

import cjm
from cjm.design.palette import Palette
from cjm.design.themes import LIGHT
from cjm.errors import UsageError
from cjm.journey import Journey, Touchpoint
from cjm.maps import render
from cjm.maps.look import look_of
from cjm.maps.render import picture as picture_of
from cjm.maps.scene.model import (
    Circle,
    Group,
    Line,
    Link,
    Node,
    Place,
    Rect,
    Scene,
    Span,
    Stroke,
    TextRun,
    walk,
)
from cjm.maps.views.graph import draw
from cjm.maps.writers.pdf import pdf_of
from cjm.maps.writers.pdf.cuts import cuts
from cjm.maps.writers.pdf.items import Items, Outline, TextLine, box_of, items_of
from cjm.maps.writers.pdf.pages import A3, A4, LEAST_TEXT, PAPERS, Pages, pages_of

ROOT = Path(__file__).parents[2]
poppler = pytest.mark.skipif(not which("pdftotext"), reason="no poppler-utils")


def scene(journey: Journey) -> Scene:
    """The journey's map, before it is written."""
    diagram, layout = laid_out(journey)
    return draw(diagram, layout)


def shown(journey: Journey) -> Items:
    """All that is painted of it."""
    return items_of(scene(journey), Palette(LIGHT))


def picture(*nodes: Node, width: float = 100, height: float = 100) -> Scene:
    """A scene of these nodes."""
    return Scene(width, height, "Title", "", "en", "graph", nodes)


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
    return pages_of(Items(width, height, (TextLine(20, 20, 12, ()),)), paper)


def test_the_smallest_paper_that_can_be_read_is_taken() -> None:
    """A4, else A3, else several A3."""
    assert (plan(1000, 700).paper, len(plan(1000, 700).pages)) == (A4, 1)
    assert (plan(2200, 1500).paper, len(plan(2200, 1500).pages)) == (A3, 1)
    assert (plan(4000, 1500).paper, len(plan(4000, 1500).pages)) == (A3, 2)


def test_a_paper_that_is_asked_for_is_taken() -> None:
    """Even where a larger one would hold all, or a smaller one would."""
    assert (plan(2200, 1500, "a4").paper, len(plan(2200, 1500, "a4").pages)) == (A4, 4)
    assert (plan(1200, 800, "a4").paper, len(plan(1200, 800, "a4").pages)) == (A4, 1)
    assert (plan(1300, 800, "a4").paper, len(plan(1300, 800, "a4").pages)) == (A4, 2)
    assert (plan(1000, 700, "a3").paper, len(plan(1000, 700, "a3").pages)) == (A3, 1)


@pytest.mark.parametrize("paper", ["auto", "a4", "a3"])
@pytest.mark.parametrize("count", [12, 60, 120])
def test_text_can_always_be_read_and_every_card_is_whole_on_a_page(count: int, paper: str) -> None:
    """No cut goes through a card; nothing of the map is left out."""
    drawn = shown(large(count, max(3, count // 12)))
    pages = pages_of(drawn, paper)
    for line in drawn.lines:
        assert line.size * pages.scale >= LEAST_TEXT[paper] - 1e-9
    for card in drawn.cards:
        assert any(
            p.part.left <= card.left
            and p.part.right >= card.right
            and p.part.top <= card.top
            and p.part.bottom >= card.bottom
            for p in pages.pages
        )
    assert max(p.part.right for p in pages.pages) == drawn.width
    assert max(p.part.bottom for p in pages.pages) == drawn.height


def test_neighbours_overlap_a_little() -> None:
    """So that sheets can be glued."""
    pages = pages_of(shown(large(120, 10)), "a4").pages
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
        ({"format": "svg", "paper": "a4"}, "--paper belongs to pdf, not to svg"),
        ({"format": "pdf", "scale": 2.0}, "--scale belongs to png, not to pdf"),
    ],
)
def test_options_of_another_format_are_refused(options: dict[str, object], said: str) -> None:
    """Rather than ignored in silence."""
    with pytest.raises(UsageError, match=said):
        render(small(), **options)  # type: ignore[arg-type]


# ---- reading --------------------------------------------------------------------------------


def test_everything_is_painted_where_its_groups_stand() -> None:
    """Each group moves and enlarges what is in it, lines and letters too."""
    stroke = Stroke("line", 2, (4, 1))
    inner = Group((Line(0, 0, 1, 0, stroke), TextRun(1, 2, (Span("x"),), 10)), place=Place(5, 5, 2))
    line, text = items_of(picture(Group((inner,), place=Place(10, 20))), Palette(LIGHT)).items
    assert isinstance(line, Outline)
    assert line.steps == (("M", 15, 25), ("L", 17, 25))
    assert (line.stroke, line.width, line.dashes) == (LIGHT.line, 4, (8, 2))
    assert isinstance(text, TextLine)
    assert (text.x, text.y, text.size) == (17, 29, 20)


def test_a_line_of_text_stands_with_its_middle_or_its_end_where_it_is_anchored() -> None:
    runs = [TextRun(50, 0, (Span("words"),), anchor=a) for a in ("start", "middle", "end")]
    start, middle, end = items_of(picture(*runs), Palette(LIGHT)).lines
    assert (start.x, middle.x + middle.width / 2, end.x + end.width) == (50, 50, 50)


def test_what_a_theme_has_no_colour_for_is_not_painted() -> None:
    (outline,) = items_of(picture(Circle(1, 1, 1, "loop_core")), Palette(LIGHT)).items
    assert isinstance(outline, Outline)
    assert (outline.fill, outline.stroke) == (None, None)


@pytest.mark.parametrize("radius", [0, 3, 9])
def test_round_things_fill_their_boxes(radius: float) -> None:
    """A circle, and a rectangle whose corners are round, as round as its sides allow."""
    nodes = (Circle(5, 5, 5, "ink"), Rect(0, 0, 10, 10, "ink", radius))
    for item in items_of(picture(*nodes), Palette(LIGHT)).items:
        assert box_of(item) == pytest.approx((0, 0, 10, 10))


def test_pages_are_told_by_roles_what_not_to_cut_through_and_where_to_begin() -> None:
    """The first rectangle is a card's or a band's; names that are repeated begin at their left."""
    names = Group((TextRun(30, 9, (Span("a"),)), TextRun(20, 9, (Span("b"),))), "lane-names")
    card = Group((TextRun(0, 0, (Span("t"),)), Rect(1, 2, 3, 4), Rect(0, 0, 9, 9)), "touchpoint")
    band = Group((Rect(0, 0, 50, 60),), "stage", place=Place(10, 0))
    drawn = items_of(picture(card, band, names, Group((), "lane-names-like")), Palette(LIGHT))
    assert drawn.cards == ((1, 2, 4, 6),)
    assert drawn.bands == ((10, 0, 60, 60),)
    assert drawn.folds == (20,)


def test_a_link_leads_on_from_every_page_that_shows_it() -> None:
    """As wide as what it holds; nothing else is a link."""
    link = Link("https://example.org/a?b=1", (Rect(10, 20, 300, 40, "ink"),))
    pdf = pdf_of(picture(link, width=400, height=200), LIGHT)
    assert pdf.count(b"/URI (https://example.org/a?b=1)") == 1
    wide = Link("https://example.org", (Rect(0, 0, 4000, 40), TextRun(0, 30, (Span("far"),))))
    drawn = picture(wide, width=4000, height=1500)
    pages = pages_of(items_of(drawn, Palette(LIGHT)), "auto").pages
    assert pdf_of(drawn, LIGHT).count(b"/URI (") == len(pages) == 2
    assert b"/URI" not in render(small(), format="pdf")


@pytest.mark.parametrize("name", SHAPES)
def test_all_that_a_map_shows_is_painted(name: str) -> None:
    """Every text and shape, on the sheet."""
    drawn = scene(SHAPES[name]())
    nodes = [n for n, _ in walk(drawn.children) if not isinstance(n, Group | Link)]
    items = items_of(drawn, Palette(LIGHT)).items
    assert len(items) == len(nodes) > 10
    for item in items:
        box = box_of(item)
        assert box.left > -1
        assert box.right < drawn.width + 40


@pytest.mark.parametrize("path", sorted(ROOT.glob("journeys/*.en.yaml")), ids=lambda p: p.name)
def test_the_examples_fit_one_sheet(path: Path) -> None:
    """None of them needs glue."""
    journey = cjm.load(str(path))
    assert len(pages_of(shown(journey), "auto").pages) == 1
    assert pdf_of(scene(journey), LIGHT) == render(journey, format="pdf")


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


# ---- sheets made for a paper ----------------------------------------------------------------


@pytest.mark.parametrize("paper", ["a4", "a3"])
def test_a_sheet_is_made_for_the_paper_that_is_chosen(paper: str) -> None:
    """Its smallest text has eight points, and its pages begin with the names of the rows."""
    journey = large(24, 6)
    drawn = items_of(picture_of(journey, look_of(view="map"), paper=paper), Palette(LIGHT))
    pages = pages_of(drawn, paper)
    assert min(line.size for line in drawn.lines) * pages.scale == pytest.approx(8)
    begins = sorted({page.part.left for page in pages.pages})
    assert len(begins) == len(drawn.folds) + 1
    for begin, fold in zip(begins[1:], drawn.folds, strict=True):
        assert 0 < fold - begin < 45
    for line in drawn.lines:
        assert any(p.part.left <= line.x and line.y <= p.part.bottom for p in pages.pages)


def test_pages_below_the_stages_repeat_their_names(tmp_path: Path) -> None:
    """On every sheet of paper one can see which stage a column belongs to."""
    journey = cjm.load(str(ROOT / "journeys" / "business-taxi.yaml"))
    head, *pages = texts_of(render(journey, view="map", format="pdf", paper="a4"), tmp_path)
    assert "Средний клиент" in head
    assert len(pages) > 3
    for page in pages:
        assert page.count("3. Поездка") + page.count("4. После поездки") == 1


def test_head_and_legend_of_a_sheet_stand_on_its_first_column_of_pages() -> None:
    """And where nothing is written there is no page."""
    journey = cjm.load(str(ROOT / "journeys" / "business-taxi.en.yaml"))
    drawn = items_of(picture_of(journey, look_of(view="map"), paper="a4"), Palette(LIGHT))
    pages = pages_of(drawn, "a4").pages
    first = max(page.part.right for page in pages if page.column == 0)
    head = [box_of(line) for line in drawn.lines if line.y < 300]
    assert max(box.right for box in head) <= first
    for page in pages:
        inside = [line for line in drawn.lines if page.part.left < line.x < page.part.right]
        assert any(page.part.top < line.y < page.part.bottom for line in inside)


EXAMPLES = ("business-taxi", "eco-hotel", "appliance-repair", "dental-visit", "online-course")


def on_paper(name: str, paper: str) -> tuple[Items, Pages]:
    """An example's sheet for a paper, and its pages."""
    journey = cjm.load(str(ROOT / "journeys" / f"{name}.yaml"))
    drawn = items_of(picture_of(journey, look_of(view="map"), paper=paper), Palette(LIGHT))
    return drawn, pages_of(drawn, paper)


@pytest.mark.parametrize("paper", ["a4", "a3"])
@pytest.mark.parametrize("name", EXAMPLES)
def test_every_text_of_a_sheet_on_paper_is_whole_on_one_page(name: str, paper: str) -> None:
    """No row is cut through, and no page runs on beside another."""
    drawn, pages = on_paper(name, paper)
    parts = [page.part for page in pages.pages]
    for line in drawn.lines:
        box = box_of(line)
        whole = [p for p in parts if p.top <= box.top and box.bottom <= p.bottom]
        assert [p for p in whole if p.left <= box.left and box.right <= p.right] != []
    for one, other in combinations(parts, 2):
        apart = one.right <= other.left or other.right <= one.left
        assert apart or one.bottom <= other.top or other.bottom <= one.top


@pytest.mark.parametrize("paper", ["a4", "a3"])
@pytest.mark.parametrize("name", EXAMPLES)
def test_no_page_of_a_sheet_is_nearly_empty(name: str, paper: str) -> None:
    """What stands on a page fills more than a third of its height and half of its width."""
    drawn, pages = on_paper(name, paper)
    width, height = (side / pages.scale for side in pages.paper)
    for page in pages.pages:
        part = page.part
        boxes = [b for b in map(box_of, drawn.lines) if part.top <= b.top < part.bottom]
        boxes = [b for b in boxes if part.left <= b.left < part.right]
        assert max(b.bottom for b in boxes) - part.top + page.head_height > height / 3
        assert max(b.right for b in boxes) - part.left > width / 2


def test_only_a_pdf_is_made_for_a_paper() -> None:
    """What is looked at on screens keeps its width."""
    from cjm.maps.views.map.folds import FITS, SCREEN, fit_of

    assert fit_of("auto") == fit_of("") == SCREEN
    for paper, fit in FITS.items():
        ((width, height),) = PAPERS[paper]
        room = (width - 2 * 20) * 12 / LEAST_TEXT[paper]
        assert room - 40 < fit.width < room
        assert fit.height < (height - 2 * 20) * 12 / LEAST_TEXT[paper]


@pytest.mark.parametrize("paper", ["a4", "a3"])
@pytest.mark.parametrize("name", ["bakery.to-be", "appliance-repair", "online-shop-support"])
def test_no_page_ends_in_a_curve(name: str, paper: str) -> None:
    """A curve is one picture: its upper half is no use without the lower one."""
    scene = picture_of(cjm.load(ROOT / f"journeys/{name}.yaml"), look_of(view="map", paper=paper))
    shown = items_of(scene, Palette(LIGHT))
    ends = [page.part.bottom for page in pages_of(shown, paper).pages]
    assert not [y for y in ends for curve in shown.curves if curve.top < y < curve.bottom]
    axis = next(line for line in shown.lines if line.text == "разочарование")  # then the legend's
    ((left, top, right, bottom),) = [c for c in shown.curves if c.right - c.left > scene.width / 2]
    assert left < axis.x < right
    assert top < axis.y < bottom
