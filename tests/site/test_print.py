"""Pages on paper: what is printed, in which order, and where pages end."""

from __future__ import annotations

import re

import pytest

TAXI = "en/journeys/business-taxi.as-is.html"
PAGE = re.compile(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]")
"""The width and height of a page of a PDF."""
PAPER = 690
"""CSS pixels between the margins of an A4 page that stands."""
TOPS = """() => ['.print h2', '.print .sheet', '#curve', '#findings'].map(
    (one) => document.querySelector(one).getBoundingClientRect().top)"""


@pytest.fixture
def paper(reader):
    """Opens a page as it is printed."""

    def opened(address):
        page = reader.open(address, PAPER)
        page.emulate_media(media="print")
        return page

    return opened


@pytest.mark.parametrize("address", ["ru/journeys/eco-hotel.as-is.html", TAXI])
def test_three_pages_of_paper_and_the_middle_one_is_turned(paper, address):
    """However many moments of truth there are, they fill no second page; findings may go on."""
    page = paper(address)
    tops = page.evaluate(TOPS)
    assert tops == sorted(tops)
    sizes = PAGE.findall(page.pdf(prefer_css_page_size=True))
    turned = [float(wide) > float(high) for wide, high in sizes]
    assert turned[:3] == [False, True, False]
    assert not any(turned[3:])


def test_paper_says_how_its_signs_are_read(paper):
    """Those of the sheet; the widths of arrows belong to the graph, which is not printed."""
    page = paper(TAXI)
    legends = page.locator(".legend:visible")
    assert legends.count() == 1
    assert "expected" in legends.inner_text()
    assert "share of customers" not in legends.inner_text()


def test_the_board_fills_the_width_of_paper(paper):
    """Phases follow each other, three improvements beside each other."""
    page = paper("ru/improvements.html")
    lefts = {round(box.bounding_box()["x"]) for box in page.locator(".board > section").all()}
    first = page.locator(".board > section").first.locator(".ticket").all()
    assert len(lefts) == 1
    assert len({round(one.bounding_box()["x"]) for one in first}) == 3


def test_no_row_of_a_table_is_alone_on_a_page(paper):
    """Three stay together at its head and at its foot."""
    broken = "(one) => [getComputedStyle(one).breakAfter, getComputedStyle(one).breakBefore]"
    page = paper("ru/index.html")
    table = f'<div class="found"><table><tbody>{"<tr><td>1</td></tr>" * 9}</tbody></table></div>'
    page.evaluate("(table) => { document.querySelector('main').innerHTML = table; }", table)
    found = [row.evaluate(broken) for row in page.locator(".found tr").all()]
    assert [after == "avoid" for after, _ in found] == [True] * 3 + [False] * 6
    assert [before == "avoid" for _, before in found] == [False] * 6 + [True] * 3
