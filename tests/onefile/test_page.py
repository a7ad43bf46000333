"""What a person does with the one page: a double-click opens it, and nothing is installed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from axe import needs_axe, violations
from browser import Reader
from one_file import PATIENCE_MS, needs_build
from one_page import Visitor
from workshops import BY_KEYBOARD, BY_MOUSE, hold_by_keyboard, hold_by_mouse

import cjm

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = needs_build
HOSTILE = """\
cjm: 1
title: "<script>alert(1)</script>"
owner: "<img src=x onerror=alert(2)>"
stages: {a: "<b>bold</b>"}
touchpoints:
  one:
    title: "<script>alert(3)</script> 🚕"
    stage: a
    expectation: 7
    experience: {score: 5, because: ["<script>alert(4)</script>"]}
    pains: ["<iframe src=javascript:alert(5)>"]
    outcome: success
"""
CYRILLIC = """\
cjm: 1
title: Поездка 🚕
language: ru
touchpoints:
  дорога: {title: Дорога 🛣, expectation: 8, experience: 9, outcome: success}
"""

SAVE_AS = re.compile("Save as|Download a copy")
"""What it is called where the browser has pickers, and where it had none yet."""
PICKED = """([name, text]) => {
    window.disk = { text, modified: 1 };
    const handle = {
        kind: 'file', name,
        getFile: async () => new File([disk.text], name, { lastModified: disk.modified }),
        requestPermission: async () => 'granted',
        createWritable: async () => {
            let bytes;
            return {
                write: async written => { bytes = written; }, abort: async () => undefined,
                close: async () => {
                    disk.text = new TextDecoder().decode(bytes);
                    disk.modified += 1;
                },
            };
        },
    };
    Object.defineProperty(
        window, 'showOpenFilePicker', { value: async () => [handle], configurable: true });
}"""
"""A browser that gives a file that can be written, and what lies in it."""

UNSOLVED = """() => {
    const parse = JSON.parse;
    JSON.parse = text => {
        const data = parse(text);
        if (data?.findings)
            data.not_worked_out = [{ what: 'plan', message: 'the plan wants a solver' }];
        return data;
    };
}"""
"""As if Python told of whatever it is asked about that no page has what works it out."""


@pytest.fixture
def reader(browser: Browser, one_file: Path) -> Iterator[Reader]:
    """Whoever opened the page from the disk; the test fails on anything that it may not do."""
    reader = Reader(browser, f"{one_file.as_uri()}/")
    yield reader
    reader.close()
    assert reader.faults == []


@pytest.fixture
def visitor(reader: Reader) -> Visitor:
    """Before the first screen."""
    return Visitor(reader)


def hold(content: bytes, written: Path, folder: Path) -> None:
    """A download is what was written, and checks without an error."""
    assert content.decode() == written.read_text("utf-8")
    path = folder / written.name
    path.write_bytes(content)
    report = cjm.check(path)
    assert [each for each in report.findings if each.severity.value == "error"] == []


def test_a_workshop_by_keyboard(visitor: Visitor, tmp_path: Path) -> None:
    """From the first screen to the file, and no hand leaves the keyboard."""
    page = visitor.page
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.dataset.template") == "blank":
            break
    page.keyboard.press("Enter")
    hold_by_keyboard(visitor, "Dry cleaning")
    with page.expect_download() as waiting:
        page.keyboard.press("Control+s")
    assert waiting.value.suggested_filename == "dry-cleaning.yaml"
    hold(Path(waiting.value.path()).read_bytes(), BY_KEYBOARD, tmp_path)
    visitor.rest()
    assert visitor.state() == "Downloaded"


def test_a_workshop_by_mouse(visitor: Visitor, tmp_path: Path) -> None:
    """From the first screen to the file, by clicks and drags."""
    visitor.page.locator('[data-template="blank"]').click()
    hold_by_mouse(visitor, "Shoe repair")
    name, content = visitor.downloaded("Save")
    assert name == "shoe-repair.yaml"
    hold(content, BY_MOUSE, tmp_path)


def test_an_example_opens_and_the_brand_leads_back(visitor: Visitor) -> None:
    """It lies in no file that could be written, and says so; the first screen leads back to it."""
    visitor.example("coffee-shop.en.yaml")
    assert visitor.state() == "A copy"
    assert visitor.page.locator(".canvas .touchpoint").count() == 7
    visitor.page.locator("button.brand").click()
    visitor.start.get_by_role("button", name="Back to “The coffee shop that remembers”").click()
    visitor.opened()


def test_another_example_takes_the_place_of_the_first(visitor: Visitor) -> None:
    """Python lets go of the files that are no longer there, and goes on."""
    for file, count in (("coffee-shop.en.yaml", 7), ("business-taxi.en.yaml", 11)):
        visitor.example(file)
        assert visitor.page.locator(".path").inner_text() == file
        assert visitor.page.locator(".canvas .touchpoint").count() == count
        visitor.page.locator("button.brand").click()


def test_the_first_minute_is_a_journey_of_ones_own(visitor: Visitor) -> None:
    """It lies nowhere yet."""
    visitor.page.locator('[data-template="first"]').click()
    visitor.opened()
    assert visitor.state() == "Not saved"
    assert visitor.page.locator(".canvas .touchpoint").count() == 3


def test_the_picture_is_the_command_line_s(visitor: Visitor, tmp_path: Path) -> None:
    """Byte for byte, and a journey goes out as CSV and Mermaid."""
    visitor.example("coffee-shop.en.yaml")
    name, content = visitor.downloaded("light")
    journeys = Path(__file__).parents[2] / "journeys"
    assert name == "coffee-shop.en.svg"
    assert content == cjm.render(journeys / "coffee-shop.en.yaml", theme="light")
    _, picture = visitor.downloaded("light", 1)
    assert picture.startswith(b"\x89PNG")
    for form, ending in (("CSV", "csv"), ("Mermaid", "mmd")):
        visitor.choose(form)
        visitor.dialog.locator("li").first.wait_for()
        with visitor.page.expect_download() as waiting:
            visitor.dialog.get_by_role("button", name="Take it").click()
        assert waiting.value.suggested_filename == f"coffee-shop.en.{ending}"


def test_nothing_says_that_all_is_well_where_something_was_not_worked_out(
    visitor: Visitor,
) -> None:
    """The headline and the findings name it, with the command that works it out."""
    visitor.page.evaluate(UNSOLVED)
    visitor.page.locator('[data-template="first"]').click()
    visitor.opened()
    visitor.page.locator(".missing summary").click()
    told = visitor.page.locator(".missing .card").inner_text()
    assert "the plan wants a solver" in told
    assert "cjm check pizza.yaml" in told
    findings = visitor.page.locator(".editor .problems").inner_text()
    assert "the plan wants a solver" in findings
    assert "Nothing to find fault with" not in findings


def test_other_forms_come_in_and_what_is_lost_is_told_first(visitor: Visitor) -> None:
    """A diagram of Mermaid, whose colours no journey has."""
    visitor.drop("way.mmd", "flowchart LR\n a[Site] --> b[Order]\n style a fill:#f00\n")
    visitor.dialog.locator("li", has_text="way.mmd, line 3").wait_for()
    visitor.dialog.get_by_role("button", name="Take it").click()
    visitor.opened()
    assert visitor.page.locator(".path").inner_text() == "way.yaml"
    assert visitor.page.locator(".canvas .touchpoint").count() == 2


def test_a_file_in_another_encoding_is_told_with_its_line(visitor: Visitor) -> None:
    """What was open stays."""
    visitor.drop("карта.yaml", "cjm: 1\ntitle: Путь\n".encode("cp1251"))
    visitor.dialog.locator("li", has_text="карта.yaml: line 2 is no UTF-8").wait_for()
    visitor.page.keyboard.press("Escape")
    visitor.start.wait_for()


def test_a_broken_file_opens_at_its_fault(visitor: Visitor) -> None:
    """People open what they want to mend."""
    visitor.drop("half.yaml", "cjm: 1\ntouchpoints:\n  a: {title: [}\n")
    visitor.page.locator(".overlay h2").wait_for()
    assert visitor.state() == "Broken; there is no map yet"


def test_a_file_is_written_over_and_what_changed_outside_is_met(visitor: Visitor) -> None:
    """Where the browser gives its handle: the file is read again before it is written."""
    page = visitor.page
    page.evaluate(PICKED, ["путь.yaml", CYRILLIC])
    visitor.start.get_by_role("button", name="Open a file…").click()
    visitor.opened()
    assert visitor.state() == "Watching the file"
    page.locator(".touchpoint").first.click()
    visitor.slider("experience").focus()
    visitor.press("ArrowLeft", "Control+s")
    page.locator(".live", has_text="Saved").wait_for()
    assert page.evaluate("disk.text") == CYRILLIC.replace("experience: 9", "experience: 8.5")
    visitor.slider("experience").focus()
    visitor.press("ArrowLeft")
    page.evaluate("disk.text = disk.text.replace('8.5', '6').replace('Поездка', 'Такси')")
    visitor.press("Control+s")
    page.locator(".overlay table").wait_for()
    assert page.locator(".overlay td").all_inner_texts() == ["8.5", "6", "8"]
    assert "experience: 6" in page.evaluate("disk.text")
    page.get_by_role("button", name="Keep mine").click()
    page.locator(".overlay").wait_for(state="hidden")
    visitor.press("Control+s")
    page.locator(".live", has_text="Saved").wait_for()
    text = CYRILLIC.replace("experience: 9", "experience: 8").replace("Поездка", "Такси")
    assert page.evaluate("disk.text") == text
    page.evaluate("disk.text = disk.text.replace('Такси', 'Трамвай'); disk.modified += 1")
    page.evaluate("dispatchEvent(new Event('focus'))")
    page.locator(".cm-content", has_text="Трамвай").wait_for()


def test_save_as_keeps_what_can_be_undone(visitor: Visitor) -> None:
    """And what was chosen; the first file stays as it was."""
    page = visitor.page
    page.evaluate(PICKED, ["путь.yaml", CYRILLIC])
    visitor.start.get_by_role("button", name="Open a file…").click()
    visitor.opened()
    page.locator(".touchpoint").first.click()
    visitor.slider("experience").focus()
    visitor.press("ArrowLeft")
    page.evaluate("window.first = disk")
    page.evaluate(PICKED, ["копия.yaml", ""])
    page.evaluate(
        "Object.defineProperty(window, 'showSaveFilePicker',"
        " { value: async () => (await showOpenFilePicker())[0], configurable: true })"
    )
    visitor.choose(SAVE_AS)
    page.locator(".path", has_text="копия.yaml").wait_for()
    visitor.rest()
    assert page.evaluate("[first.text, disk.text]") == [
        CYRILLIC,
        CYRILLIC.replace("experience: 9", "experience: 8.5"),
    ]
    assert visitor.state() == "Saved"
    assert page.locator(".touchpoint.selected").count() == 1
    visitor.press("Escape", "Control+z")
    assert "experience: 9" in page.locator(".cm-content").inner_text()
    assert visitor.state() == "Not saved"


def test_what_is_typed_stays_while_another_journey_is_open(visitor: Visitor) -> None:
    """Nothing is asked, and nothing lost."""
    for name in ("one", "two"):
        visitor.drop(f"{name}.yaml", CYRILLIC.replace("cjm: 1", f"cjm: 1\nid: {name}"))
        visitor.page.locator(".path", has_text=f"{name}.yaml").wait_for()
        visitor.rest()
    visitor.page.locator(".cm-content").click()
    visitor.press("Control+End")
    visitor.write("# kept")
    switcher = visitor.page.locator("select.switcher")
    for file in ("one.yaml", "two.yaml"):
        switcher.select_option(file)
        visitor.page.locator(".path", has_text=file).wait_for()
        visitor.rest()
    assert "# kept" in visitor.page.locator(".cm-content").inner_text()
    assert visitor.state() == "Not saved"


def test_a_link_opens_what_it_was_made_of(reader: Reader, visitor: Visitor) -> None:
    """Cyrillic, emoji, view and language; what comes from a link lies in no file."""
    visitor.drop("путь.yaml", CYRILLIC)
    visitor.opened()
    visitor.choose("Share by link")
    link = visitor.dialog.locator("textarea.link").input_value()
    other = Visitor(reader, link)
    other.opened()
    assert other.page.locator(".path").inner_text() == "путь.yaml"
    assert other.page.evaluate("document.title").startswith("Поездка 🚕")
    assert other.page.evaluate("location.hash") == ""
    text = other.page.locator(".cm-content").inner_text()
    assert "Дорога 🛣" in text
    assert other.state() == "Not saved"


@pytest.mark.parametrize("persona", ["nobody", "__proto__"])
def test_a_link_of_a_persona_that_is_none_shows_everybody(visitor: Visitor, persona: str) -> None:
    """With the figures of all customers."""
    visitor.follow(visitor.link_to(name="a.yaml", text=CYRILLIC, persona=persona))
    visitor.opened()
    assert visitor.page.locator(".canvas .touchpoint").count() == 1
    assert persona not in visitor.page.locator("main").inner_text()


def test_an_example_is_left_only_where_somebody_says_so(visitor: Visitor) -> None:
    """A new journey takes its place: first it is asked, and a no at either question leaves it."""
    visitor.example("coffee-shop.en.yaml")
    type_into(visitor, "# mine")
    visitor.choose("New journey")
    visitor.dialog.locator("p", has_text="Not saved: coffee-shop.en.yaml").wait_for()
    visitor.dialog.get_by_role("button", name="Open").click()
    visitor.dialog.locator("[name=title]").wait_for()
    visitor.page.keyboard.press("Escape")
    visitor.dialog.wait_for(state="detached")
    assert "# mine" in visitor.page.locator(".cm-content").inner_text()


@pytest.mark.parametrize(
    ("hash", "said"), [("#1abc", "cut or damaged"), ("#1", "cut or damaged"), ("#9a", "newer page")]
)
def test_a_link_that_is_none_leaves_the_first_screen(reader: Reader, hash: str, said: str) -> None:
    """A sentence, and everything else as it was."""
    visitor = Visitor(reader, hash)
    visitor.dialog.locator("li", has_text=said).wait_for()
    visitor.page.keyboard.press("Escape")
    visitor.start.wait_for()


def test_hostile_text_stays_text(visitor: Visitor) -> None:
    """In every field, from a link; and another one takes its place only where somebody says so."""
    link = visitor.link_to(name="../evil.yaml", text=HOSTILE, view="map", language="en")
    visitor.follow(link)
    visitor.opened()
    assert visitor.page.locator(".path").inner_text() == "evil.yaml"
    scripts = "document.querySelectorAll('main script, main iframe, main img').length"
    assert visitor.page.evaluate(scripts) == 0
    visitor.follow(link)
    visitor.dialog.locator("p", has_text="Not saved: evil.yaml").wait_for()
    visitor.page.keyboard.press("Escape")
    assert visitor.state() == "Not saved"


def type_into(visitor: Visitor, text: str) -> None:
    """At the end of the text."""
    visitor.page.locator(".cm-content").click()
    visitor.press("Control+End")
    visitor.write(text)
    visitor.rest()


def kept(visitor: Visitor) -> list[str]:
    """What the browser keeps for the page."""
    names: list[str] = visitor.page.evaluate("Object.keys(localStorage).sort()")
    return names


def test_nothing_is_kept_where_nobody_agreed(visitor: Visitor) -> None:
    """It is asked once; a no is all that is remembered."""
    visitor.example("coffee-shop.en.yaml")
    type_into(visitor, "# mine")
    question = visitor.page.locator(".draft-question")
    question.wait_for()
    assert kept(visitor) == []
    question.get_by_role("button", name="No").click()
    question.wait_for(state="detached")
    type_into(visitor, " and more")
    assert question.count() == 0
    assert kept(visitor) == ["cjm-drafts"]


def test_a_draft_outlives_the_page_where_somebody_agreed(reader: Reader, visitor: Visitor) -> None:
    """Until it is forgotten."""
    page = visitor.page
    visitor.example("coffee-shop.en.yaml")
    type_into(visitor, "# mine")
    page.locator(".draft-question").get_by_role("button", name="Keep drafts").click()
    page.locator(".banner", has_text="A draft is kept").wait_for()
    other = page.context.new_page()
    assert [fault.endswith("opens about:blank") for fault in reader.faults] == [True]
    reader.faults.clear()  # it was this test that opened it
    other.goto(page.url)
    # A tab that is closed at once takes along what its browser had still to write.
    other.wait_for_function("() => Object.keys(localStorage).length === 2")
    page.close()
    other.reload()
    visitor.page = page = other
    page.set_default_timeout(PATIENCE_MS)
    visitor.start.get_by_role("button", name="Continue").click()
    visitor.opened()
    page.locator(".cm-content").click()
    visitor.press("Control+End")
    assert "# mine" in page.locator(".cm-content").inner_text()
    visitor.write(" and more")
    visitor.choose("Forget all drafts")
    page.locator(".banner", has_text="No draft is left").wait_for()
    page.wait_for_timeout(1500)  # longer than typing rests before it becomes a draft
    assert kept(visitor) == ["cjm-drafts"]
    type_into(visitor, " again")
    page.wait_for_function("() => Object.keys(localStorage).length === 2")


def test_closing_the_tab_asks(browser: Browser, one_file: Path) -> None:
    """As long as anything is not saved."""
    reader = Reader(browser, f"{one_file.as_uri()}/")
    visitor = Visitor(reader)
    visitor.page.locator('[data-template="first"]').click()
    visitor.opened()
    visitor.page.locator(".live").click()  # a browser asks only where somebody did something
    with visitor.page.expect_event("dialog") as asked:
        visitor.page.close(run_before_unload=True)
    assert asked.value.type == "beforeunload"


@needs_axe
@pytest.mark.parametrize(("width", "theme"), [(1440, "light"), (390, "dark")])
def test_nobody_is_kept_out(reader: Reader, width: int, theme: str) -> None:
    """Of the first screen, the workplace, the menu and the dialogs."""
    visitor = Visitor(reader, width=width, theme=theme)
    found = {"start": violations(visitor.page)}
    visitor.example("coffee-shop.en.yaml")
    found["studio"] = violations(visitor.page)
    for item in ("Share by link", "Take it further", "About"):
        visitor.choose(item)
        visitor.dialog.wait_for()
        found[item] = violations(visitor.page)
        visitor.page.keyboard.press("Escape")
        visitor.dialog.wait_for(state="detached")
    visitor.page.locator(".file-menu summary").click()
    found["menu"] = violations(visitor.page)
    assert {state: each for state, each in found.items() if each} == {}
