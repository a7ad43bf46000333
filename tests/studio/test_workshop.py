"""A whole workshop in the studio, by keyboard: what comes of it is what a person would write."""

from __future__ import annotations

from pathlib import Path

import pytest
from axe import needs_axe, violations
from browser import Reader, chromium
from studio_page import Author
from studio_server import studio

import cjm

WRITTEN = Path(__file__).with_name("dry-cleaning.yaml")
"""What the workshop comes to, as it was read by a person."""
BY_MOUSE = Path(__file__).with_name("shoe-repair.yaml")
FIRST = (
    ("before", "Finding us", 6, 7),
    ("during", "At the counter", 8, 8),
    ("after", "Back on the feet", 8, 9),
)
"""The touchpoints of a blank journey, with their new titles and both scores."""
MORE = ("Wearing it", "A spot is left", "A second cleaning", "Telling a friend", "Coming back")
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


@pytest.fixture(scope="module")
def browser():
    """One for all."""
    with chromium() as browser:
        yield browser


@pytest.fixture
def reader(browser, server):
    """Whoever the page belongs to; the test fails on anything that no page may do."""
    reader = Reader(browser, f"http://localhost:{server.port}/")
    yield reader
    reader.close()
    assert reader.faults == []


def name(author: Author, title: str) -> None:
    """Another title of the touchpoint that is shown."""
    author.press("t", "Control+a")
    author.write(title)
    author.press("Enter")


def score(author: Author, expectation: str, experience: str) -> None:
    """Both scores of the touchpoint that is shown, by digits."""
    author.press("o", expectation, "b", experience)


def add(author: Author, title: str) -> None:
    """One more touchpoint, behind the one that is shown, which leads to it."""
    author.page.keyboard.press("a")
    author.page.locator("dialog[open] input[name=title]").wait_for()
    author.write(title)
    author.press("Enter")
    author.page.locator("dialog").wait_for(state="detached")
    author.rest()


def choose(author: Author, field: str, letters: str) -> None:
    """An entry of a list, by its first letters; Enter says that it is meant."""
    author.field(field).focus()
    author.write(letters)
    author.press("Enter")


def new_journey(author: Author, title: str) -> None:
    """A blank one of that title; its id is made of it."""
    author.page.keyboard.press("n")
    author.page.locator("dialog[open] input[name=title]").wait_for()
    author.write(title)
    author.press("Enter")
    author.page.locator(".path", has_text="dry-cleaning.yaml").wait_for()
    author.rest()


def walk_through(author: Author) -> None:
    """The three touchpoints of the template get titles, scores and answers; five more follow."""
    name(author, "Finding us")
    score(author, "6", "7")
    author.press("j")
    name(author, "Handing it over")
    score(author, "8", "8")
    author.press("q")
    author.write("back by Friday\nno questions asked")
    author.press("Control+Enter")
    author.write("trust")
    author.press("Escape", "j")
    name(author, "Picking it up")
    score(author, "8", "Shift+8")
    for title in MORE:
        add(author, title)
        score(author, "7", "7")


def branch(author: Author) -> None:
    """Whoever wears it finds a spot, or tells a friend."""
    author.press("k", "k", "k", "k")
    choose(author, "connect", "Telling")
    for way, share in (("a-spot-is-left", "10"), ("telling-a-friend", "90")):
        author.field(f"percent {way}").fill(share)
        author.press("Enter", "Escape")


def add_persona(author: Author, who: str) -> None:
    """From the menu over the map."""
    author.page.locator(".menu.add summary").focus()
    author.press("Enter", "Tab", "Tab", "Tab", "Tab")
    author.page.keyboard.press("Enter")
    author.page.locator("dialog[open] input[name=title]").wait_for()
    author.write(who)
    author.press("Enter")
    author.page.locator("dialog").wait_for(state="detached")
    author.rest()


def test_a_workshop_by_keyboard(server, reader):
    """A new journey, eight touchpoints, scores, ways, a persona: as a person would have written."""
    author = Author(reader)
    new_journey(author, "Dry cleaning")
    author.press("w")
    walk_through(author)
    branch(author)
    author.press("Escape")
    add_persona(author, "Regular")
    choose(author, "own", "Regular")
    author.slider("experience", "regular").focus()
    author.press("ArrowRight", "Control+s")
    author.page.locator(".live", has_text="Saved").wait_for()

    file = server.folder / "dry-cleaning.yaml"
    assert file.read_text("utf-8") == WRITTEN.read_text("utf-8")
    report = cjm.check([str(file)])
    assert [each for each in report.findings if each.severity.value == "error"] == []


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


def click(author: Author, name: str, within: str = "body") -> None:
    """A button, by its name."""
    author.page.locator(within).get_by_role("button", name=name, exact=True).first.click()
    author.rest()


def answer(author: Author, yes: str, **fields: str) -> None:
    """What a dialog asks, and its button."""
    dialog = author.page.locator("dialog[open]")
    for field, text in fields.items():
        dialog.locator(f"[name={field}]").fill(text)
    dialog.get_by_role("button", name=yes, exact=True).click()
    dialog.wait_for(state="detached")
    author.rest()


def drag(author: Author, side: str, score: float, persona: str = "") -> None:
    """A ring or a disc, to a place of the scale that ends at both ends of the axis."""
    handle = author.slider(side, persona)
    handle.scroll_into_view_if_needed()
    axis = author.page.locator(".inspector .bell", has=handle).bounding_box()
    box = handle.bounding_box()
    assert axis is not None
    assert box is not None
    author.page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    author.page.mouse.down()
    author.page.mouse.move(axis["x"] + axis["width"] * (12 + 21.6 * score) / 240, box["y"] + 4)
    author.page.mouse.up()
    author.rest()


def draw_scores(author: Author, expectation: float, experience: float) -> None:
    """Both of the touchpoint that is chosen."""
    drag(author, "expectation", expectation)
    drag(author, "experience", experience)


def test_a_workshop_by_mouse(server, reader):
    """The same by clicks and drags: what is written is what a person would have written."""
    author = Author(reader)
    page = author.page
    click(author, "New journey")
    answer(author, "Create", title="Shoe repair")
    page.locator(".path", has_text="shoe-repair.yaml").wait_for()
    author.rest()
    for id, title, expectation, experience in FIRST:
        page.locator(f'.touchpoint[data-touchpoint="{id}"]').click()
        author.field("title").fill(title)
        draw_scores(author, expectation, experience)
    for title in ("On the street", "A heel comes off", "The boss calls", "Again", "A friend asks"):
        author.field("add").click()
        answer(author, "Add", title=title)
        draw_scores(author, 7, 7)
    page.locator('.touchpoint[data-touchpoint="on-the-street"]').click()
    author.field("connect").select_option(label="A friend asks")
    author.rest()
    for way, share in (("a-heel-comes-off", "20"), ("a-friend-asks", "80")):
        author.field(f"percent {way}").fill(share)
        author.field("title").click()
        author.rest()
    author.field("owner").fill("the master")
    page.locator(".menu.add summary").click()
    click(author, "Add a persona", ".menu.add")
    answer(author, "Add", title="Hiker")
    author.field("own").select_option(label="Hiker")
    author.rest()
    drag(author, "experience", 7.5, "hiker")
    click(author, "Save", ".inspector")
    page.locator(".live", has_text="Saved").wait_for()

    file = server.folder / "shoe-repair.yaml"
    assert file.read_text("utf-8") == BY_MOUSE.read_text("utf-8")
    report = cjm.check([str(file)])
    assert [each for each in report.findings if each.severity.value == "error"] == []
