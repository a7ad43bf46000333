"""A page reads its pictures as HTML, which is quicker: they are the same as read as XML."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from in_page import asked, page

if TYPE_CHECKING:
    from playwright.sync_api import Browser

JOURNEYS = Path(__file__).parents[2] / "journeys"
HOSTILE = """cjm: 1
id: hostile
title: 'a & b <script>alert(1)</script> "q" ]]> &amp; &nbsp; </title></svg><img src=x>'
stages: {s: {title: '</text><style>*{}</style><!-- '}}
touchpoints:
  order: {title: "tab\\tline\\nreturn\\r <b>\\u00a0\\u2028</b> \\U0001F695 рус", stage: s,
    expectation: 8, experience: 3, next: {drink: 0.5, order: 0.3}}
  drink: {title: '<foreignObject><p>', expectation: 5, experience: 6, outcome: success}
"""
TEXTS = {
    "hostile": HOSTILE,
    **{
        name: (JOURNEYS / f"{name}.yaml").read_text() for name in ("coffee-shop.en", "bakery.to-be")
    },
}
BOTH = """svg => {
    const xml = new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement;
    const held = document.createElement('template');
    held.innerHTML = svg;
    const { childNodes } = held.content;
    return [childNodes.length, document.importNode(xml, true).isEqualNode(childNodes[0])];
}"""


@pytest.mark.parametrize("name", TEXTS)
@pytest.mark.parametrize("view", ["graph", "map"])
def test_a_picture_is_the_same_as_html_and_as_xml(browser: Browser, name: str, view: str) -> None:
    """Whatever stands in a text."""
    text = TEXTS[name]
    host = page({f"{name}.yaml": text})
    [listed] = asked(host, "list")
    svg = asked(host, "picture", file=listed["file"], text=text, view=view)["svg"]
    opened = browser.new_page()
    assert opened.evaluate(BOTH, svg) == [1, True]
    opened.close()
