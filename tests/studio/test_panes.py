"""What the studio tells beside the map: findings, figures, what-if; in either language."""

from __future__ import annotations

import re

import pytest
from axe import needs_axe, violations
from studio_page import Author
from studio_server import studio

import cjm
from cjm.analysis.improving import improved
from cjm.i18n.numbers import ENGLISH, percentage, total

SPACES = re.compile(r"\s+")
STATES = (
    ("figures", ("i",)),
    ("what if", ("e",)),
    ("findings", ("e", "1", "l")),
)
"""What is looked at, and the keys that lead there from the state before."""
PERSONAS = ("", "business", "occasion")


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    """A studio of a journey with personas, improvements and metrics."""
    with studio(tmp_path_factory.mktemp("panes"), "business-taxi.en.yaml") as server:
        yield server


@pytest.fixture(scope="module")
def handle(server):
    """What the studio calls its one journey."""
    (listed,) = server.call("list")
    return listed["file"]


@pytest.fixture(scope="module")
def assessment(server, handle):
    """What the host knows of it."""
    text = server.call("text", file=handle)["text"]
    return server.call("assess", file=handle, text=text, language="en")


def told(author: Author, selector: str) -> str:
    """A text of the page, its spaces made plain."""
    return SPACES.sub(" ", author.page.locator(selector).first.inner_text())


def test_figures_are_those_of_the_assessment(reader, handle, assessment):
    """Of everybody and each persona: written as the report and the terminal write them."""
    for persona in PERSONAS:
        author = Author(reader, f"file={handle}&aside=figures&persona={persona}")
        view = assessment["views"][persona]
        for name, text in (
            ("balance", total(view["balance"], ENGLISH)),
            ("remembered", total(view["remembered"], ENGLISH)),
            ("disappointed", percentage(view["disappointed"]["share"], ENGLISH)),
            ("success", percentage(view["outcomes"]["success"], ENGLISH)),
            ("drop_off", percentage(view["outcomes"]["drop_off"], ENGLISH)),
            ("negative", str(len(view["negative_moments_of_truth"]))),
        ):
            assert told(author, f".aside [data-figure={name}] b") == text, (persona, name)
        rows = author.page.locator(".aside [data-persona]")
        assert rows.count() == len(PERSONAS)
        moments = author.page.locator(".aside [data-moment]")
        assert {each.get_attribute("data-moment") for each in moments.all()} == set(
            view["moments_of_truth"]
        )


def test_what_if_is_what_python_works_out_and_is_written_in_one_step(server, reader, handle):
    """Two touchpoints lifted by keys; the text is as before until somebody writes it."""
    author = Author(reader, f"file={handle}&aside=whatif")
    page = author.page
    text = server.call("text", file=handle)["text"]
    author.field("lift ride-rough").focus()
    author.press("PageUp", "ArrowRight", "ArrowRight")
    author.field("lift second-thoughts").focus()
    author.press("ArrowRight")
    page.locator("[data-what-if=balance] s").wait_for()
    assert page.locator(".canvas .ghost").count() == 2
    assert page.locator(".cm-changed").count() == 0

    lifts = [cjm.Lift("ride-rough", 3), cjm.Lift("second-thoughts", 0.5)]
    lifted = cjm.analyze(improved(cjm.loads(text), [cjm.Improvement("if", lifts=lifts)]))
    assert lifted.balance is not None
    assert lifted.disappointed is not None
    share = percentage(lifted.disappointed.share, ENGLISH)
    page.locator("[data-what-if=disappointed] b", has_text=share).wait_for()
    assert told(author, "[data-what-if=balance] b") == total(lifted.balance, ENGLISH)

    author.field("write").click()
    author.rest()
    assert author.state() == "Not saved"
    assert told(author, "[data-figure=balance] span.num") == total(lifted.balance, ENGLISH)
    assert page.locator("[data-what-if=balance] s").count() == 0
    author.press("Escape", "Control+z")
    assert author.state() == "Watching the file"


def test_another_language_keeps_the_text_and_what_can_be_undone(server, reader, handle):
    """Words, findings and the map change; what was typed, chosen and opened does not."""
    author = Author(reader, f"file={handle}&t=ride-rough&aside=figures")
    page = author.page
    page.locator(".cm-content").focus()
    page.keyboard.press("Control+Home")
    author.write("# мой комментарий ")
    author.rest()
    page.locator(".topbar .language").click()
    page.locator(".live", has_text="Не записано").wait_for()
    author.rest()
    page.locator(".aside h2", has_text="Показатели").wait_for()
    assert page.locator("html").get_attribute("lang") == "ru"
    assert page.locator(".touchpoint.selected").get_attribute("data-touchpoint") == "ride-rough"
    assert "клиенты получают меньше, чем ожидали" in page.locator(".problems").first.inner_text()
    assert "Неудача" in (page.locator(".canvas svg").text_content() or "")
    assert page.locator(".topbar").count() == page.locator("main").count() == 1
    author.press(*["Control+z"] * 20)  # whoever types slowly takes it back in several steps
    page.locator(".live", has_text="Следит за файлом").wait_for()
    author.press("i", "j")
    assert page.locator(".inspector:visible label").first.inner_text().startswith("Точка контакта")


def test_findings_are_filtered_shown_and_mended(reader, handle):
    """A click leads to the line and to the card; what can be mended has a button that does it."""
    author = Author(reader, f"file={handle}")
    page = author.page
    rows = page.locator(".editor .problems li")
    all = rows.count()
    errors = page.locator(".editor .problems .finding:has([aria-label=error])").count()
    assert 0 < errors < all
    page.locator(".editor .filter [data-value=error]").click()
    assert rows.count() == all - errors
    page.locator(".editor .filter [data-value=error]").click()
    rows.filter(has_text="ride-rough: customers get less").locator(".finding").click()
    author.rest()
    assert page.locator(".touchpoint.selected").get_attribute("data-touchpoint") == "ride-rough"
    assert page.locator(".cm-line.cm-here").count() > 0
    page.locator(".cm-line.cm-here", has_text="experience: 3").click()
    page.keyboard.press("End")
    author.write(",5")
    fix = page.locator(".editor .problems").get_by_role("button", name="Fix it")
    fix.click()
    author.rest()
    assert "experience: 3.5" in page.locator(".cm-content").inner_text()
    assert fix.count() == 0


def test_of_many_findings_some_are_listed_at_once(reader, handle):
    """The others come by a button, which leads to the first of them; all are counted."""
    author = Author(reader, f"file={handle}")
    page = author.page
    page.locator(".cm-content").focus()
    author.press("Control+a", "Delete")
    page.keyboard.insert_text("cjm: 1\nid: a\ntouchpoints:\n" + "  a: {}\n" * 801)
    rows = page.locator(".editor .problems .finding")
    page.locator(".editor .problems h2", has_text="800").wait_for()
    assert rows.count() == 300
    more = page.locator(".editor .problems [data-more]")
    assert told(author, ".editor .problems [data-more]") == "Show 300 more of 500 that are left"
    more.focus()
    author.press("Enter")
    assert rows.count() == 600
    assert rows.nth(300).evaluate("row => row === document.activeElement")
    more.click()
    assert (rows.count(), more.count()) == (800, 0)
    author.press(*["Control+z"] * 3)
    author.rest()


def test_what_opened_a_pane_has_the_focus_again_when_it_goes(reader, handle):
    """Keyboard and screen reader are where they were."""
    author = Author(reader, f"file={handle}")
    page = author.page
    page.locator(".asides [data-aside=figures]").focus()
    author.press("Enter")
    page.locator(".aside:focus").wait_for()
    author.press("Escape")
    page.locator(".asides [data-aside=figures]:focus").wait_for()
    assert page.locator(".aside:visible").count() == 0


@needs_axe
@pytest.mark.parametrize(("width", "theme"), [(1280, "dark"), (390, "light")])
def test_nobody_is_kept_out_of_them(reader, handle, width, theme):
    """Figures, what-if and findings, each by its key."""
    author = Author(reader, f"file={handle}&persona=business", width, theme)
    found = {}
    for state, keys in STATES:
        author.press(*keys)
        author.page.locator(".aside:visible").wait_for()
        reader.check_width(author.page)
        found[state] = violations(author.page)
    assert {state: each for state, each in found.items() if each} == {}
