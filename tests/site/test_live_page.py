"""The live page in a browser: a save shows, what a reader had chosen stays, faults are told."""

from __future__ import annotations

import pytest
from live_server import PATIENCE, served

PAGE = "ru/journeys/bakery.as-is.html"
FILE = "bakery.as-is.yaml"
CARD = '.canvas .touchpoint[data-touchpoint="queue"]'
SOON = PATIENCE * 1000


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    """A server whose files the tests change, and change back."""
    with served(tmp_path_factory.mktemp("live"), FILE) as server:
        yield server


@pytest.fixture(scope="module")
def page(browser, server):
    """The journey, open for as long as the tests run: none of them loads it.

    The browser goes back to no place by itself, which would hide where the page forgets one.
    """
    page = browser.new_page(viewport={"width": 1440, "height": 900}, reduced_motion="reduce")
    page.add_init_script("history.scrollRestoration = 'manual'")
    page.goto(f"http://localhost:{server.port}/{PAGE}")
    yield page
    page.close()


@pytest.fixture
def file(server, page):
    """The journey's file; the page shows it again as it was before the next test."""
    path = server.folder / FILE
    text = path.read_text(encoding="utf-8")
    yield path
    path.write_text(text, encoding="utf-8")
    page.locator(".canvas", has_text="Очередь").wait_for(timeout=SOON)
    page.locator(".broken").wait_for(state="detached", timeout=SOON)


def test_a_save_shows_and_keeps_what_the_reader_chose(page, file):
    """The touchpoint in the panel, the part of the map, the place of the page, the focus."""
    # A script that is run while the page loads again may never answer: what is asked here waits.
    page.goto(page.url.partition("#")[0] + "#t=queue")
    page.locator(".panel h2", has_text="Очередь").wait_for(timeout=SOON)
    page.locator("[data-zoom=in]").click()
    zoom = page.locator(".zoom output").inner_text()
    page.locator(CARD).focus()
    page.mouse.move(200, 400)
    page.mouse.wheel(0, 60)
    page.locator(f"{CARD}:focus").wait_for()
    place = settled(page)
    file.write_text(file.read_text(encoding="utf-8").replace("title: Очередь", "title: Хвост"))
    page.locator(".panel h2", has_text="Хвост").wait_for(timeout=SOON)
    page.locator(f"{CARD}:focus").wait_for(timeout=SOON)
    page.locator(".zoom output", has_text=zoom).wait_for(timeout=SOON)
    assert settled(page) == place


def test_slides_that_are_black_stay_black(browser, page, file, server):
    """Whoever pauses a talk is not shown a slide because a colleague saves."""
    slides = browser.new_page()
    slides.goto(f"http://localhost:{server.port}/{PAGE.replace('.html', '.present.html')}#s2")
    slides.locator(".slide.on").wait_for(timeout=SOON)
    slides.keyboard.press("b")
    slides.locator("html.black").wait_for(state="attached", timeout=SOON)
    slides.evaluate("document.documentElement.dataset.old = 'yes'")
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("title: Очередь", "title: Хвост"))
    page.locator(".canvas", has_text="Хвост").wait_for(timeout=SOON)  # and is shown anew after this
    slides.locator("html:not([data-old])").wait_for(state="attached", timeout=SOON)
    slides.locator("html.black").wait_for(state="attached", timeout=SOON)
    slides.keyboard.press("b")
    slides.locator("#s2.on").wait_for(timeout=SOON)
    slides.close()


def test_a_save_does_not_interrupt_who_types(page, file, server):
    """The field keeps the focus and the caret; a search is renewed behind, once it is closed."""
    page.goto(f"http://localhost:{server.port}/ru/index.html")
    field = page.locator("[name=q]")
    field.fill("Пека")
    field.evaluate("field => field.setSelectionRange(1, 3)")
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("title: Пекарня у дома", "title: Пекарня за углом"), "utf-8")
    page.locator("main", has_text="Пекарня за углом").wait_for(timeout=SOON)
    page.locator("[name=q]:focus").wait_for(timeout=SOON)
    assert field.input_value() == "Пека"
    assert field.evaluate("field => [field.selectionStart, field.selectionEnd]") == [1, 3]
    with server.events() as states:
        next(states)
        page.keyboard.press("Control+k")
        page.keyboard.type("витр")
        file.write_text(text, encoding="utf-8")
        next(states)
    page.locator("#hits [role=option]").first.wait_for()
    assert page.locator("#palette input").input_value() == "витр"
    page.keyboard.press("Escape")
    page.locator("main", has_text="Пекарня у дома").wait_for(timeout=SOON)
    page.goto(f"http://localhost:{server.port}/{PAGE}")


def test_parts_that_were_scrolled_stay_where_they_are(page, file):
    """The curve of a narrow window, for example."""
    page.set_viewport_size({"width": 390, "height": 844})
    scrolled = "document.querySelector('#curve .curve')?.scrollLeft"
    # The page may be loaded anew meanwhile, for what the test before wrote.
    page.wait_for_function(
        "() => { const curve = document.querySelector('#curve .curve');"
        " if (curve) curve.scrollLeft = 120; return curve?.scrollLeft === 120; }",
        timeout=SOON,
    )
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("title: Пекарня у дома", "title: Пекарня за углом"), "utf-8")
    page.locator("h1", has_text="Пекарня за углом").wait_for(timeout=SOON)
    page.wait_for_function(f"{scrolled} === 120", timeout=SOON)
    page.set_viewport_size({"width": 1440, "height": 900})


def test_the_page_of_a_persona_of_several_journeys_is_renewed(browser, page, file, server):
    """Its name begins with no journey's."""
    shared = server.folder / "cjm.yaml"
    before = shared.read_text(encoding="utf-8")
    text = file.read_text(encoding="utf-8")
    shared.write_text(before + "personas: {bread: {name: За хлебом, share: 1}}\n", "utf-8")
    while server.ask("/ru/personas/bread.html")[0] != 200:
        page.wait_for_timeout(100)
    persona = browser.new_page()
    persona.goto(f"http://localhost:{server.port}/ru/personas/bread.html")
    file.write_text(text.replace("title: Пекарня у дома", "title: Пекарня за углом"), "utf-8")
    persona.locator("main", has_text="Пекарня за углом").wait_for(timeout=SOON)
    persona.close()
    shared.write_text(before, encoding="utf-8")


def settled(page):
    """Where the page's heading comes to rest, once it glides no more."""
    before = None
    while (place := page.locator("h1").bounding_box()) != before:
        before = place
        page.wait_for_timeout(200)
    return place


def test_a_fault_is_told_over_the_last_good_page(page, file):
    """With its file, line and excerpt; it goes when it is mended."""
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("touchpoints:", "touchpoints: [", 1), encoding="utf-8")
    told = page.locator(".broken")
    told.wait_for(timeout=SOON)
    assert f"{FILE}:" in told.inner_text()
    assert "title: Витрина с тортами" in told.locator("pre").inner_text()  # where reading stopped
    assert page.locator(".canvas", has_text="Очередь").is_visible()
    file.write_text(text, encoding="utf-8")
    told.wait_for(state="detached", timeout=SOON)


def test_the_page_of_a_file_that_went_away_waits_for_its_return(page, file):
    """And says so."""
    text = file.read_text(encoding="utf-8")
    file.unlink()
    page.locator("h1", has_text="Этой страницы здесь нет").wait_for(timeout=SOON)
    file.write_text(text, encoding="utf-8")
    page.locator(".canvas", has_text="Очередь").wait_for(timeout=SOON)


TABS = 8
"""More than the connections that a browser keeps to one host."""


def test_more_tabs_follow_than_a_browser_has_connections(browser, server, file):
    """And go on when the one through which all of them heard is closed."""
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    tabs = [context.new_page() for _ in range(TABS)]
    for tab in tabs:
        tab.goto(f"http://localhost:{server.port}/{PAGE}", timeout=SOON)
    text = file.read_text(encoding="utf-8")
    for title, first in (("Хвост", 0), ("Толпа", 1)):
        file.write_text(text.replace("title: Очередь", f"title: {title}"))
        for tab in tabs[first:]:
            tab.locator(".canvas", has_text=title).wait_for(timeout=SOON)
        tabs[first].close()
    context.close()
