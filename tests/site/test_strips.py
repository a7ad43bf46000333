"""Pictures too long for paper are printed in strips."""

from __future__ import annotations

import re

import pytest
from browser import Reader
from markupsafe import Markup

import cjm
from cjm.maps.look import look_of
from cjm.maps.render import picture
from cjm.maps.scene.model import Group, TextRun
from cjm.maps.views.map.curve.alone import curves
from cjm.maps.writers.html import inline_svg
from cjm.site.journeys import SizedPicture
from cjm.site.pages.picture_parts import columns_of, heads_of, texts_of
from cjm.site.pages.strips import CURVE, SHEET, spans, strips

LAST = "  t{n}: {{title: End}}\n"
POINT = "  t{n}: {{title: Touchpoint {n}, expectation: 5, experience: {b}, next: t{m}}}\n"
WIDE = "() => [...document.querySelectorAll('.slip')].map(one => one.getBoundingClientRect().width)"
LANDSCAPE = 1047
"""CSS pixels between the margins of an A4 page that lies."""


def long_journey(stages):
    """Forty touchpoints, as many as each stage is given of them."""
    names = [name for name, count in stages for _ in range(count)]
    points = "".join(
        POINT.format(n=n, b=n % 10, m=n + 1).replace("next", f"stage: {name}, next")
        for n, name in enumerate(names)
    )
    heads = "".join(f"  {name}: {{title: {name.title()} of many words}}\n" for name, _ in stages)
    text = f"cjm: 1\ntitle: Long\nstart: t0\nstages:\n{heads}touchpoints:\n{points}"
    end = LAST.format(n=len(names)).replace("End", f"End, stage: {stages[-1][0]}")
    return cjm.loads(text + end)


def drawn(journey, view):
    """A picture as pages have it."""
    if view == "map":
        scene = picture(journey, look_of(view="map", heading=False, legend=False))
    else:
        scene = curves(journey)[0]
    return SizedPicture(scene, Markup(inline_svg(scene)))


STAGES = [("choose", 9), ("buy", 20), ("use", 11)]
KINDS = pytest.mark.parametrize(("view", "cut"), [("map", SHEET), ("curve", CURVE)])


@KINDS
def test_strips_end_between_touchpoints(view, cut):
    """Each touchpoint is whole in one strip, from the first to the last; none is too long."""
    shown = drawn(long_journey(STAGES), view)
    columns, parts = columns_of(shown.scene, cut.labels), spans(shown, cut)
    inside = [
        [n for n, column in enumerate(columns) if left <= column.left and column.right <= right]
        for left, right in parts
    ]
    assert [n for part in inside for n in part] == list(range(41))
    assert max(right - left for left, right in parts) <= cut.longest - cut.labels
    assert min(map(len, inside)) > max(map(len, inside)) / 2
    assert len(strips(shown, cut, "long")["strips"]) == len(parts)


@KINDS
def test_no_text_runs_over_the_end_of_a_strip(view, cut):
    """Names of rows stand before each, and stages have heads of their own in it."""
    shown = drawn(long_journey(STAGES), view)
    runs = texts_of(shown.scene)
    cut_through = [
        run.text for _, end in spans(shown, cut) for run in runs if run.left < end < run.right
    ]
    assert cut_through == []


@KINDS
@pytest.mark.parametrize(("language", "mark"), [("en", "(continued)"), ("ru", "(продолжение)")])
def test_a_stage_has_its_head_in_each_strip(view, cut, language, mark):
    """With its name and that it goes on; one that is whole in a strip is left as it is."""
    shown = drawn(long_journey(STAGES), view)
    shown = shown._replace(scene=shown.scene._replace(language=language))
    heads = heads_of(shown.scene)
    titles = dict.fromkeys(head.title.removesuffix(" (continued)") for head in heads)
    assert list(titles) == [
        f"{n}. {name.title()} of many words" for n, (name, _) in enumerate(STAGES, 1)
    ]
    for (left, right), strip in zip(
        spans(shown, cut), strips(shown, cut, "long")["strips"], strict=True
    ):
        said = re.findall("<text[^>]*>([^<]*)</text>", strip)
        assert not [text for text in said if text.count("(") > 1]
        goes_on = [h for h in heads if h.left < left < h.right]
        assert [text.endswith(mark) for text in said].count(True) == len(goes_on)
        assert all(any(text.startswith(h.title[:6]) for text in said) for h in goes_on)
        parted = [h for h in heads if h.left < left < h.right or h.left < right < h.right]
        assert len(goes_on) <= strip.count("<rect") <= len(parted)


def test_a_strip_ends_with_a_stage_where_one_ends_nearby():
    """So that fewer of them go on."""
    shown = drawn(long_journey([("one", 12), ("two", 12), ("three", 16)]), "map")
    ends = [head.right for head in heads_of(shown.scene)]
    parts = spans(shown, SHEET)
    assert sum(any(abs(right - end) < 8 for end in ends) for _, right in parts) >= 3


def test_hostile_names_of_stages_are_text():
    """As everywhere on a page."""
    shown = drawn(long_journey(STAGES), "map")
    scene = shown.scene._replace(
        children=tuple(renamed(node, "<script>alert(1)</script>") for node in shown.scene.children)
    )
    found = strips(shown._replace(scene=scene), SHEET, "long")["strips"]
    assert "<script" not in "".join(found)
    assert "&lt;script" in "".join(found)


def renamed(node, title):
    """A part of a scene whose stages are called something else."""
    if isinstance(node, TextRun) and node.spans[0].bold and "of many words" in node.text:
        return node._replace(spans=(node.spans[0]._replace(text=title),))
    if isinstance(node, Group):
        return node._replace(children=tuple(renamed(child, title) for child in node.children))
    return node


def test_a_picture_that_fits_stays_as_it_is():
    """Without an id, for there may be many."""
    shown = drawn(long_journey([("one", 4)]), "curve")
    assert strips(shown, CURVE, "short") == {"svg": shown.svg, "strips": []}


def test_paper_shows_strips_and_the_screen_the_whole(browser, tmp_path):
    """Sheet and curve of forty touchpoints; a row of the sheet is as wide as the paper."""
    points = "".join(POINT.format(n=n, b=n % 10, m=n + 1) for n in range(40))
    text = f"cjm: 1\ntitle: Long\nstart: t0\ntouchpoints:\n{points}" + LAST.format(n=40)
    (tmp_path / "long.yaml").write_text(text)
    cjm.report([str(tmp_path)], str(tmp_path / "site"), language="en")
    reader = Reader(browser, (tmp_path / "site").as_uri() + "/")
    page = reader.open("en/journeys/long.as-is.html#view=sheet", LANDSCAPE)
    assert page.locator(".slip:visible").count() == 0
    assert page.locator(".canvas svg[id]").count() == 0
    assert page.locator("#curve .entire:visible").count() == 1
    page.emulate_media(media="print")
    assert page.locator(".entire:visible").count() == 0
    shown = [width for width in page.evaluate(WIDE) if width]
    assert len(shown) > 4
    assert min(shown) > 0.9 * LANDSCAPE
    page.emulate_media(media="screen")
    reader.close()
    assert reader.faults == []
