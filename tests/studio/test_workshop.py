"""A whole workshop in the studio, by keyboard: what comes of it is what a person would write."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from axe import needs_axe, violations
from browser import Reader
from studio_page import Author
from studio_server import studio
from workshops import BY_KEYBOARD, BY_MOUSE, click, hold_by_keyboard, hold_by_mouse

import cjm

STATES = (
    ("map", ("Escape",)),
    ("keys", ("Shift+Slash",)),
    ("a question", ("Escape", "a")),
    ("text", ("Escape", "3")),
    ("workshop", ("w",)),
)
"""What is looked at, and the keys that lead there from the state before."""


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    """A studio of a workspace, which new journeys are written in."""
    with studio(tmp_path_factory.mktemp("workshop"), "bakery.as-is.yaml") as server:
        yield server


def test_a_workshop_by_keyboard(server, reader):
    """A new journey, eight touchpoints, scores, ways, a persona: as a person would have written."""
    author = Author(reader)
    author.page.keyboard.press("n")
    hold_by_keyboard(author, "Dry cleaning")
    author.press("Control+s")
    author.page.locator(".live", has_text="Saved").wait_for()
    hold(server.folder / "dry-cleaning.yaml", BY_KEYBOARD)


def test_a_score_is_dragged(server, reader):
    """The balance follows the hand, the text the release; one step takes it back."""
    author = Author(reader, "file=bakery.as-is&t=wrapping")
    page = author.page
    axis = page.locator(".inspector .bell").first.bounding_box()
    disc = author.slider("experience").bounding_box()
    assert axis is not None
    assert disc is not None
    balance = page.locator("[data-figure=balance] span.num").first
    before = balance.inner_text()
    text = server.call("text", file="bakery.as-is")["text"]
    page.mouse.move(disc["x"] + disc["width"] / 2, disc["y"] + disc["height"] / 2)
    page.mouse.down()
    page.mouse.move(axis["x"] + axis["width"] * 228 / 240, disc["y"])
    page.locator("[data-figure=balance] span.num", has_not_text=before).first.wait_for()
    assert author.changes() == []
    page.mouse.up()
    author.rest()
    assert author.changes()[-1].endswith("experience: 10")
    assert author.slider("experience").get_attribute("aria-valuetext") == "10 of 10"
    author.press("Control+z")
    assert author.changes() == []
    assert server.call("text", file="bakery.as-is")["text"] == text


def test_two_touchpoints_are_connected_by_dragging(server, reader):
    """From the handle of the one that is chosen to another card."""
    author = Author(reader, "file=bakery.as-is&t=wrapping")
    page = author.page
    handle = page.locator(".canvas .connect circle").bounding_box()
    target = page.locator('.touchpoint[data-touchpoint="queue"] rect').first.bounding_box()
    assert handle is not None
    assert target is not None
    page.mouse.move(handle["x"] + 9, handle["y"] + 9)
    page.mouse.down()
    page.mouse.move(target["x"] + 30, target["y"] + 30, steps=4)
    page.locator(".touchpoint.aimed").wait_for()
    page.mouse.up()
    author.rest()
    assert any("queue" in line for line in author.changes())
    author.press("Control+z")
    assert author.changes() == []


@needs_axe
@pytest.mark.parametrize(("width", "theme"), [(1440, "light"), (390, "dark")])
def test_nobody_is_kept_out(reader, width, theme):
    """Neither from the form, nor from the text, a dialog or the workshop."""
    author = Author(reader, "file=bakery.as-is&t=queue", width, theme)
    found = {"form": violations(author.page)}
    for state, keys in STATES:
        author.press(*keys)
        reader.check_width(author.page)
        found[state] = violations(author.page)
    assert {state: each for state, each in found.items() if each} == {}


def test_a_fault_is_mended_over_the_last_good_map(reader):
    """What is broken, where, and what would mend it; what was zoomed and chosen stays."""
    author = Author(reader, "file=bakery.as-is&t=wrapping")
    page = author.page
    page.locator(".zoom .icon").nth(1).click()
    zoom = page.locator(".zoom output").inner_text()
    page.locator(".cm-line", has_text="experience: 6").last.click()
    page.keyboard.press("End")
    author.write(",5")
    page.locator(".live-map.is-broken .overlay h2").wait_for()
    author.rest()
    assert author.state() == "Broken; the map is the last good one"
    assert page.locator(".canvas .touchpoint").count() > 0
    assert page.locator(".overlay pre b").inner_text() == "6,5"
    page.locator(".overlay").get_by_role("button", name="Fix it").click()
    page.locator(".overlay").wait_for(state="hidden")
    author.rest()
    assert [line.partition("experience: ")[2] for line in author.changes()] == ["6", "6.5"]
    assert page.locator(".zoom output").inner_text() == zoom
    assert page.locator(".touchpoint.selected").get_attribute("data-touchpoint") == "wrapping"


def test_that_a_save_failed_is_told_until_one_succeeds(server, reader):
    """The reason stands over the map; once the file may be written, nothing says that it is not."""
    author = Author(reader, "file=bakery.as-is&t=wrapping")
    file = server.folder / "bakery.as-is.yaml"
    text = file.read_text("utf-8")
    author.slider("experience").focus()
    author.press("PageUp")
    file.chmod(0o444)
    author.press("Control+s")
    told = author.page.locator(".toast-line", has_text="Not saved")
    told.wait_for()
    file.chmod(0o644)
    author.press("Control+s")
    told.wait_for(state="detached", timeout=3000)  # long before it would go by itself
    assert file.read_text("utf-8") != text
    file.write_text(text, "utf-8")


AT_ONCE = "() => { const later = setTimeout; window.setTimeout = (act) => later(act); }"
"""Whatever waits for its time has waited."""
SHARED = """\
cjm: 1
touchpoints:
  call: {title: Call, owner: &us "We, the shop", next: pay, expectation: 8, experience: &five 5}
  pay: {title: Pay, owner: *us, expectation: 7, experience: *five}
"""


@pytest.fixture
def shared(server):
    """A journey in which two touchpoints share what no form can change in one of them."""
    file = server.folder / "shared.yaml"
    file.write_text(SHARED, "utf-8")
    while not any(each["file"] == "shared.as-is" for each in server.call("list")):
        time.sleep(0.1)
    yield file
    file.unlink()


@pytest.mark.parametrize("pressed", ["Escape", "w"])
def test_a_refused_change_is_told_at_its_field_until_it_is_another(shared, reader, pressed):
    """Beside the map and in a workshop; it goes with what is typed, and with a change made."""
    author = Author(reader, "file=shared.as-is&t=pay")
    author.press(pressed)
    if pressed == "Escape":
        author.page.locator('.touchpoint[data-touchpoint="pay"]').click()
    owner, told = author.field("owner"), author.page.locator(".refusal:visible")
    owner.fill("They")
    author.field("title").focus()
    told.wait_for()
    assert "shared with *us; edit it there · its anchor stands at line 3" in told.inner_text()
    assert owner.get_attribute("aria-invalid") == "true"
    words = author.page.locator(f"#{owner.get_attribute('aria-describedby')}")
    assert words.inner_text() in told.inner_text()
    assert author.page.locator(".toast-line").count() == 0
    author.page.wait_for_timeout(500)
    assert owner.input_value() == "They"
    owner.fill("Them")
    assert told.count() == 0
    assert owner.get_attribute("aria-describedby") is None
    author.slider("experience").focus()
    author.press("PageUp")
    told.wait_for()
    assert author.slider("experience").get_attribute("aria-describedby") is not None
    author.field("title").fill("Paying")
    author.field("owner").focus()
    told.wait_for(state="detached")
    assert shared.read_text("utf-8") == SHARED


def test_a_refused_change_without_a_field_stays_until_it_is_closed(shared, reader):
    """Nothing takes it away but whoever has read it, or the next change."""
    author = Author(reader, "file=shared.as-is&t=call")
    author.page.evaluate(AT_ONCE)
    author.press("Delete", "Enter")
    told = author.page.locator(".toast-line", has_text="shared with *us")
    told.wait_for()
    author.rest()
    assert told.count() == 1
    told.get_by_role("button").click()
    assert told.count() == 0


def test_an_address_of_a_file_that_is_not_here_chooses_nothing(reader):
    """The first journey is open; a touchpoint of that name in it was not meant."""
    author = Author(reader, "file=nowhere&t=wrapping")
    assert author.page.locator(".path").inner_text() == "bakery.as-is.yaml"
    assert author.page.locator(".touchpoint.selected").count() == 0


def test_a_field_that_two_changed_is_asked_for(server, reader):
    """What was, what is in the file, what is yours; other changes outside are taken."""
    author = Author(reader, "file=bakery.as-is&t=wrapping")
    file = server.folder / "bakery.as-is.yaml"
    text = file.read_text("utf-8")
    author.slider("experience").focus()
    author.press("PageUp")
    theirs = text.replace("experience: 6\n", "experience: 7\n", 1)
    file.write_text(theirs.replace("title: Упаковка на кассе", "title: Упаковка"), "utf-8")
    author.page.locator(".overlay table").wait_for()
    author.rest()
    assert author.page.locator(".overlay td").all_inner_texts() == ["6", "7", "8"]
    assert author.page.locator(".inspector input.title").input_value() == "Упаковка"
    author.page.get_by_role("button", name="Take the file’s").click()
    author.page.locator(".overlay").wait_for(state="hidden")
    author.rest()
    assert author.changes() == []
    file.write_text(text, "utf-8")


def test_two_who_edit_one_file_lose_nothing(server, browser, reader):
    """What one saves the other sees; where both changed a score, the second is asked."""
    other = Reader(browser, f"http://localhost:{server.port}/")
    file = server.folder / "bakery.as-is.yaml"
    text = file.read_text("utf-8")
    one, two = (Author(each, "file=bakery.as-is&t=wrapping") for each in (reader, other))
    two.slider("expectation").focus()
    two.press("ArrowRight")
    one.slider("experience").focus()
    one.press("PageUp", "Control+s")
    two.slider("experience").and_(two.page.locator("[aria-valuenow='8']")).wait_for()
    two.rest()
    assert [line.partition(" ")[2] for line in two.changes()][-1].endswith("expectation: 8.5")
    two.slider("experience").focus()
    two.press("ArrowLeft")
    one.slider("experience").focus()
    one.press("ArrowRight", "Control+s")
    two.page.locator(".overlay table").wait_for()
    assert two.page.locator(".overlay td").all_inner_texts() == ["8", "8.5", "7.5"]
    two.page.get_by_role("button", name="Keep mine").click()
    two.page.locator(".overlay").wait_for(state="hidden")
    two.press("Control+s")
    one.slider("experience").and_(one.page.locator("[aria-valuenow='7.5']")).wait_for()
    one.rest()
    assert one.slider("expectation").get_attribute("aria-valuenow") == "8.5"
    old, new = text.split("\n  wrapping:\n")
    new = new.replace("expectation: 8\n", "expectation: 8.5\n", 1)
    new = new.replace("experience: 6\n", "experience: 7.5\n", 1)
    assert file.read_text("utf-8") == f"{old}\n  wrapping:\n{new}"
    other.close()
    assert other.faults == []
    file.write_text(text, "utf-8")


def test_a_workshop_by_mouse(server, reader):
    """The same by clicks and drags: what is written is what a person would have written."""
    author = Author(reader)
    click(author, "New journey")
    hold_by_mouse(author, "Shoe repair")
    click(author, "Save", ".inspector")
    author.page.locator(".live", has_text="Saved").wait_for()
    hold(server.folder / "shoe-repair.yaml", BY_MOUSE)


def hold(file: Path, written: Path) -> None:
    """A file is what was written, and checks without an error."""
    assert file.read_text("utf-8") == written.read_text("utf-8")
    report = cjm.check([str(file)])
    assert [each for each in report.findings if each.severity.value == "error"] == []


def test_a_journey_without_touchpoints_is_begun_with_the_first(server, reader):
    """It is no broken text: its card asks for what the map begins with."""
    file = server.folder / "begun.yaml"
    file.write_text("cjm: 1\ntitle: Tea  # to be drawn\ntouchpoints:\n", "utf-8")
    while not any(each["file"] == "begun" for each in server.call("list")):
        time.sleep(0.1)
    author = Author(reader, "file=begun")
    card = author.page.locator(".overlay")
    assert "No touchpoint yet" in card.inner_text()
    assert author.page.locator(".live-map .nothing").is_hidden()
    assert "Error" not in author.state()
    assert author.page.title().startswith("begun")
    views = author.page.locator(".under > .shown").bounding_box()
    lies = card.bounding_box()
    assert views
    assert lies
    assert lies["y"] + lies["height"] <= views["y"]
    card.get_by_role("button", name="Add the first touchpoint").click()
    author.write("Order a cup")
    author.press("Enter")
    author.page.locator('.touchpoint.selected[data-touchpoint="order-a-cup"]').wait_for()
    assert card.is_hidden()
    author.press("Control+s")
    assert file.read_text("utf-8") == (
        "cjm: 1\ntitle: Tea  # to be drawn\ntouchpoints:\n  order-a-cup: {title: Order a cup}\n"
    )
    file.unlink()
