"""Pages on paper: what is printed, in which order, and where pages end."""

from __future__ import annotations

import pytest

PAPER = 690
"""CSS pixels between the margins of an A4 page that stands."""
TOPS = """() => ['.print h2', '#curve', '#findings', '.print .sheet'].map(
    (one) => document.querySelector(one).getBoundingClientRect().top)"""


@pytest.fixture
def paper(reader):
    """Opens a page as it is printed."""

    def opened(address):
        page = reader.open(address, PAPER)
        page.emulate_media(media="print")
        return page

    return opened


def test_the_sheet_lies_behind_all_that_stands(paper):
    """Paper is turned once: no page before it ends early, however many moments there are."""
    tops = paper("ru/journeys/eco-hotel.as-is.html").evaluate(TOPS)
    assert tops == sorted(tops)


def test_paper_says_how_its_signs_are_read(paper):
    """Those of the sheet; the widths of arrows belong to the graph, which is not printed."""
    page = paper("en/journeys/business-taxi.as-is.html")
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
