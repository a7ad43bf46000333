"""Pictures of what data commands found: what they say, in every format, theme and language."""

from __future__ import annotations

import re
from itertools import permutations
from pathlib import Path

import pytest

import cjm
from cjm.design.palette import Palette
from cjm.design.themes import THEMES
from cjm.maps.content.cohorts import heat_map_of
from cjm.maps.content.pains import pains_of
from cjm.maps.scene.model import Circle, Group, Rect, Scene, TextRun, walk
from cjm.maps.scene.text import width_of
from cjm.maps.views import cohorts, pains
from cjm.testing.colours import contrast

COFFEE = Path(__file__).parents[2] / "docs/examples/coffee/data.yaml"


@pytest.fixture(scope="module")
def sales() -> cjm.Segmentation:
    """Customers of a coffee shop that does not exist."""
    return cjm.segment("orders", COFFEE)


@pytest.fixture(scope="module")
def reviews() -> cjm.Feedback:
    """What they write."""
    return cjm.feedback("reviews", COFFEE)


def texts(scene: Scene) -> list[str]:
    """All that is written, in order."""
    return [node.text for node, _ in walk(scene.children) if isinstance(node, TextRun)]


def test_the_heat_map_has_a_cell_for_each_month_that_has_come(sales):
    """With its share; a month that is not over has a dashed edge, and the legend says so."""
    scene = cohorts.draw(heat_map_of(sales, "en"))
    shares = [n for c in sales.cohorts for n in c.share[1:] if n is not None]
    cells = [n for n, _ in walk(scene.children) if isinstance(n, Rect) and n.width == cohorts.CELL]
    assert len(cells) == len(shares)
    begun = [cell for cell in cells if cell.stroke is not None]
    assert len(begun) == len(sales.cohorts)
    written = texts(scene)
    assert "2026-09 is not over: sales end on 2026-09-20" in written
    assert [c.month for c in sales.cohorts] == [
        t for t in written if re.fullmatch(r"\d{4}-\d\d", t)
    ]


def test_months_and_days_are_written_in_russian(sales):
    """As the pages around the picture write theirs."""
    written = texts(cohorts.draw(heat_map_of(sales, "ru")))
    assert "09.2026 не закончен: продажи до 20.09.2026" in written
    assert next(t for t in written if re.fullmatch(r"\d\d\.\d{4}", t)) == "01.2026"
    assert not [t for t in written if re.search(r"\d{4}-\d\d", t)]


def test_deeper_shades_are_larger_shares():
    """Nobody is the ground."""
    assert cohorts.shade_of(0) == "band"
    shares = [cohorts.shade_of(depth).share for depth in (0.1, 0.5, 1.0)]
    assert shares == sorted(shares, reverse=True)
    assert len(set(shares)) == 3


def test_no_picture_of_data_wears_the_hues_of_a_gap(sales, reviews):
    """Vermilion and blue are C, which neither orders nor reviews have."""
    pictures = (cohorts.draw(heat_map_of(sales, "en")), pains.draw(pains_of(reviews, "en")))
    worn = {
        token
        for picture in pictures
        for node, _ in walk(picture.children)
        for token in re.findall(r"(?:disappointment|satisfaction|delight)\.\w+", repr(node))
    }
    assert worn == set()


@pytest.mark.parametrize(
    ("language", "said"), [("en", "share who came back"), ("ru", "доля вернувшихся")]
)
def test_the_legend_says_what_a_shade_is(sales, language, said):
    """Before the least and the largest share, with its shades between them."""
    scene = cohorts.draw(heat_map_of(sales, language))
    legend = next(n for n, _ in walk(scene.children) if isinstance(n, Group) and n.role == "legend")
    runs = [node for node in legend.children if isinstance(node, TextRun)]
    assert [run.text[-1] for run in runs[1:3]] == ["%", "%"]
    assert runs[0].text == said
    first, begun = legend.children[:-2], legend.children[-2:]
    places = [node.x for node in first if isinstance(node, (TextRun, Rect))]
    assert places == sorted(places)
    assert min(node.y for node in begun) > max(node.y for node in first)


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_a_share_can_be_read_on_its_shade(sales, theme):
    """4.5 : 1, on every shade there can be, and in the colour in which cells are written."""
    palette = Palette(theme)
    ink = {
        span.paint
        for group, _ in walk(cohorts.draw(heat_map_of(sales, "en")).children)
        if isinstance(group, Group) and group.role == "cohort"
        for node in group.children
        if isinstance(node, TextRun)
        for span in node.spans
    }
    shades = [palette.solid(cohorts.shade_of(step / 50)) for step in range(51)]
    faint = [
        shade for paint in ink for shade in shades if contrast(palette.solid(paint), shade) < 4.5
    ]
    assert ink
    assert faint == []


def test_no_title_leaves_the_frame(reviews):
    """It stands on the other side of its topic where it would."""
    scene = pains.draw(pains_of(reviews, "en"))
    titles = {topic.title for topic in pains_of(reviews, "en").topics}
    runs = [n for n, _ in walk(scene.children) if isinstance(n, TextRun) and n.text in titles]
    assert len(runs) == len(titles)
    ends = [run.x + width_of(run.text, 13, bold=True) for run in runs]
    assert max(ends) <= pains.LEFT + pains.WIDTH + 1


def test_topics_stand_where_their_figures_are(reviews):
    """Right is more often, up is more negative, larger is more pain; no title hides a topic."""
    content = pains_of(reviews, "en")
    scene = pains.draw(content)
    groups = [n for n, _ in walk(scene.children) if isinstance(n, Group) and n.role == "topic"]
    circles = {
        g.data["topic"]: next(n for n in g.children if isinstance(n, Circle)) for g in groups
    }
    assert len(circles) == len(content.topics)
    for one, other in permutations(content.topics, 2):
        a, b = circles[one.id], circles[other.id]
        assert (a.x < b.x) == (one.share < other.share)
        assert (a.y > b.y) == (one.negative < other.negative)
        assert (a.radius < b.radius) == (one.pain < other.pain)
    for topic in content.topics:
        assert topic.title in texts(scene)


def test_the_frontier_is_of_topics_that_none_exceeds(reviews):
    """Neither more often and as negative, nor as often and more negative."""
    content = pains_of(reviews, "en")
    assert [topic.id for topic in content.topics if topic.leads] == ["queue", "app"]


@pytest.mark.parametrize("language", ["en", "ru"])
def test_pictures_speak_one_language(sales, reviews, language):
    """No English stands in Russian ones, besides the titles of topics."""
    scenes = (
        cohorts.draw(heat_map_of(sales, language)),
        pains.draw(pains_of(cjm.feedback("reviews-ru", COFFEE), language)),
    )
    for scene in scenes:
        assert scene.language == language
        words = " ".join([*texts(scene), scene.title, scene.description])
        assert bool(re.search("[A-Za-z]{2}", words)) == (language == "en")


@pytest.mark.parametrize("theme", ["light", "dark", "print", None])
@pytest.mark.parametrize(("format", "begin"), [("svg", b"<svg"), ("html", b"<!DOCTYPE")])
def test_pictures_are_written_in_every_theme(sales, reviews, format, begin, theme):
    """The same twice."""
    for draw, found in ((cjm.render_cohorts, sales), (cjm.render_pains, reviews)):
        content = draw(found, format, "en", theme)
        assert content.lower().startswith(begin.lower())
        assert content == draw(found, format, "en", theme)


def test_pictures_as_png_and_pdf(sales, reviews):
    """And what is no picture is refused."""
    assert cjm.render_cohorts(sales, "png").startswith(b"\x89PNG")
    assert cjm.render_pains(reviews, "pdf").startswith(b"%PDF")
    with pytest.raises(cjm.UsageError, match="dot"):
        cjm.render_pains(reviews, "dot")
    with pytest.raises(cjm.UsageError, match="blue"):
        cjm.render_cohorts(sales, theme="blue")


@pytest.mark.parametrize("language", ["en", "ru"])
def test_the_pictures_of_the_docs_are_what_is_drawn(sales, language):
    """Of the same coffee shop; its reviews are in both languages."""
    voices = cjm.feedback("reviews-ru" if language == "ru" else "reviews", COFFEE)
    images = COFFEE.parents[2] / "images"
    drawn = {
        "cohorts": cjm.render_cohorts(sales, language=language),
        "pains": cjm.render_pains(voices, language=language),
    }
    for name, content in drawn.items():
        assert (images / "results" / f"coffee-{name}.{language}.svg").read_bytes() == content
