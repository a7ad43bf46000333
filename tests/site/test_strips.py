"""Pictures too long for paper are printed in strips."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from browser import Reader
from markupsafe import Markup

import cjm
from cjm.site.journeys import SizedPicture
from cjm.site.pages.strips import CURVE, SHEET, strips

LAST = "  t{n}: {{title: End}}\n"
POINT = "  t{n}: {{title: Touchpoint {n}, expectation: 5, experience: {b}, next: t{m}}}\n"
WIDE = "() => [...document.querySelectorAll('.slip')].map(one => one.getBoundingClientRect().width)"
LANDSCAPE = 1047
"""CSS pixels between the margins of an A4 page that lies."""


@pytest.mark.parametrize("cut", [SHEET, CURVE])
@pytest.mark.parametrize("width", [1801, 2500, 5170, 8376])
def test_each_touchpoint_is_whole_in_a_strip(cut, width):
    """They begin at the first, overlap by a touchpoint, and end at the last."""
    picture = SizedPicture("", width, 347, Markup('<svg width="1">…</svg>'))
    cut_up = strips(picture, cut, "long")
    assert cut_up["svg"].startswith('<svg id="long" ')
    views = [re.findall(r'viewBox="([\d.]+) 0 ([\d.]+) 347"', strip) for strip in cut_up["strips"]]
    spans = [(float(at), float(at) + float(room)) for _, _, (at, room) in views]
    assert spans[0][0] == cut.labels
    assert spans[-1][1] == width
    assert all(after[0] <= before[1] - cut.column for before, after in pairwise(spans))
    assert all('href="#long"' in strip for strip in cut_up["strips"])


def test_a_picture_that_fits_stays_as_it_is():
    """Without an id, for there may be many."""
    picture = SizedPicture("", 1400, 347, Markup("<svg>…</svg>"))
    assert strips(picture, CURVE, "short") == {"svg": picture.svg, "strips": []}


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
