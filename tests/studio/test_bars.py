"""The bars around the map: one row below it, and a menu of what a narrow window has no room for."""

from __future__ import annotations

import re

import pytest
from axe import needs_axe, violations
from studio_page import Author
from studio_server import studio

BOXES = """selector => [...document.querySelectorAll(selector)]
    .filter(node => node.checkVisibility())
    .map(node => node.getBoundingClientRect())
    .map(box => [box.left, box.right, box.top, box.bottom])"""
WHOLE = """node => [...node.querySelectorAll('button')]
    .every(each => each.scrollWidth <= each.clientWidth)"""
WRITTEN_WIDER = """() => {
    const switcher = document.querySelector('.switcher');
    const pen = document.createElement('canvas').getContext('2d');
    const { font, paddingLeft, paddingRight } = getComputedStyle(switcher);
    pen.font = font;
    const name = pen.measureText(switcher.selectedOptions[0].text).width;
    return name - (switcher.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight));
}"""
"""How many pixels of the journey's name have no room."""
ROW = ".zoom, .shown .seg, .shown summary"


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    """A studio of a journey whose personas have long names."""
    with studio(tmp_path_factory.mktemp("bars"), "business-taxi.yaml") as server:
        yield server


@pytest.mark.parametrize("width", [1440, 1280, 390, 320])
def test_one_row_stands_below_the_map(server, reader, width):
    """Nothing of it lies over another part or out of the map, with a persona chosen or not."""
    (listed,) = server.call("list")
    for chosen in ("", "&persona=occasion", "&persona=occasion&t=pickup"):
        author = Author(reader, f"file={listed['file']}{chosen}", width)
        pane = author.page.evaluate(BOXES, ".live-map")[0]
        boxes = sorted(author.page.evaluate(BOXES, ROW))
        assert len(boxes) == 4
        middles = {round((top + bottom) / 2) for _, _, top, bottom in boxes}
        assert max(middles) - min(middles) <= 1
        places = [pane[0], *[at for box in boxes for at in box[:2]], pane[1]]
        assert places == sorted(places), (width, chosen)


@pytest.mark.parametrize("width", [1440, 390])
def test_who_lives_the_map_is_chosen_by_keys(server, reader, width):
    """Every name is whole in the menu; a choice and Escape lead back to the button."""
    (listed,) = server.call("list")
    author = Author(reader, f"file={listed['file']}", width)
    page = author.page
    button = page.locator("[data-part=persona] summary")
    button.focus()
    page.keyboard.press("Enter")
    card = page.locator("[data-part=persona] .card")
    card.wait_for()
    assert card.evaluate(WHOLE)
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    author.rest()
    assert "persona=business" in page.evaluate("location.hash")
    assert page.evaluate("document.activeElement.innerText").endswith("Деловой пассажир")
    page.keyboard.press("Enter")
    page.keyboard.press("Escape")
    card.wait_for(state="hidden")
    assert page.evaluate("document.activeElement.matches('[data-part=persona] summary')")
    page.keyboard.press("Enter")
    card.wait_for()
    page.mouse.click(width / 2, 300)
    card.wait_for(state="hidden")


def test_figures_that_come_leave_an_open_menu_open(server, reader):
    """They come of themselves where the file changes; the menu says nothing else by them."""
    (listed,) = server.call("list")
    author = Author(reader, f"file={listed['file']}")
    page = author.page
    page.locator("[data-part=look] summary").click()
    page.locator("[data-part=look] [data-value=print]").focus()
    balance = page.locator("[data-figure=balance] span.num").first
    before = balance.inner_text()
    file = server.folder / "business-taxi.yaml"
    text = file.read_text(encoding="utf-8")
    try:
        file.write_text(
            re.sub(r"(experience: (?:\{score: )?)\d", r"\g<1>1", text, count=1), "utf-8"
        )
        page.locator("[data-figure=balance] span.num", has_not_text=before).first.wait_for()
        author.rest()
        assert page.locator("[data-part=look][open]").count() == 1
        assert page.evaluate("document.activeElement.matches('[data-value=print]')")
    finally:
        file.write_text(text, encoding="utf-8")
    page.locator("[data-figure=balance] span.num", has_text=before).first.wait_for()


@needs_axe
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_narrow_window_has_all_in_a_menu(server, reader, theme):
    """The journey's name has room; language, theme and help are one key or touch away."""
    (listed,) = server.call("list")
    author = Author(reader, f"file={listed['file']}", 390, theme)
    page = author.page
    ((left, right, *_),) = page.evaluate(BOXES, ".switcher")
    assert right - left >= 150
    map_button = page.locator(".topbar .seg [data-value=map]")
    assert map_button.get_attribute("aria-pressed") == "true"
    more = page.locator(".topbar .more")
    more.locator("summary").focus()
    page.keyboard.press("Enter")
    more.locator(".card").wait_for()
    assert violations(page) == []
    before = page.evaluate("document.documentElement.dataset.theme ?? ''")
    more.get_by_role("button", name="Light or dark theme").click()
    assert page.evaluate("document.documentElement.dataset.theme ?? ''") != before
    more.locator("summary").click()
    more.get_by_role("button", name="Keys and hints").click()
    page.locator("dialog#keys").wait_for()
    page.keyboard.press("Escape")
    more.locator("summary").click()
    more.get_by_role("button", name="По-русски").click()
    page.locator("html[lang=ru]").wait_for()
    author.rest()
    assert page.evaluate("document.activeElement.matches('.topbar .more summary')")
    page.locator(".topbar .seg [data-value=text]").click()
    page.locator(".editor .text").wait_for()


@pytest.mark.parametrize("width", [1440, 390])
def test_no_card_lies_below_the_row(server, reader, width):
    """What is lowest on a map can be read and pressed, scrolled or not."""
    (listed,) = server.call("list")
    author = Author(reader, f"file={listed['file']}", width)
    ((*_, bottom),) = author.page.evaluate(BOXES, ".canvas")
    ((_, _, top, _),) = author.page.evaluate(BOXES, ".under")
    assert bottom <= top


@pytest.mark.parametrize("language", ["en", "ru"])
def test_everybody_is_written_whole_on_a_phone(server, reader, language):
    """In the one word that has room there; to whoever listens as everywhere."""
    (listed,) = server.call("list")
    author = Author(reader, f"file={listed['file']}", 390)
    page = author.page
    if language == "ru":
        page.locator(".topbar .more summary").click()
        page.get_by_role("button", name="По-русски").click()
        page.locator("html[lang=ru]").wait_for()
        author.rest()
    brief = page.locator("[data-part=persona] .chosen .brief")
    assert brief.inner_text() == {"en": "All", "ru": "Все"}[language]
    chosen = page.locator("[data-part=persona] .chosen")
    assert chosen.evaluate("node => node.scrollWidth <= node.clientWidth")


@pytest.mark.parametrize(("width", "letters"), [(720, 1), (640, 1), (1440, 2), (390, 2)])
def test_larger_text_leaves_the_name_of_a_journey_whole(server, reader, width, letters):
    """At twice the size of everything, and at twice the size of letters alone."""
    (listed,) = server.call("list")
    author = Author(reader, f"file={listed['file']}", width)
    page = author.page
    page.evaluate("size => { document.documentElement.style.fontSize = size; }", f"{letters}00%")
    assert page.evaluate(WRITTEN_WIDER) <= 0
    reader.check_width(page)
    ((*_, bottom),) = page.evaluate(BOXES, ".topbar")
    inside = [box for box in page.evaluate(BOXES, ".topbar .tools > *, .switcher") if box[2] < 400]
    assert max(at[3] for at in inside) <= bottom


@pytest.mark.parametrize("is_phone", [True, False])
def test_keys_are_named_where_there_may_be_any(server, browser, is_phone):
    """Fingers have no Ctrl to press."""
    (listed,) = server.call("list")
    context = browser.new_context(
        viewport={"width": 390, "height": 844}, is_mobile=is_phone, has_touch=is_phone
    )
    page = context.new_page()
    page.goto(f"http://localhost:{server.port}/studio.html#file={listed['file']}&t=pickup")
    save = page.locator('.inspector [data-focus="save"]')
    save.wait_for()
    assert page.locator(".inspector .acts kbd").is_visible() is not is_phone
    context.close()
