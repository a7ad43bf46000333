"""A whole workshop: a new journey, eight touchpoints, scores, ways, a persona.

By keyboard and by mouse. Both begin where the dialog of a new journey has been asked for, and end
before it is saved.
"""

from __future__ import annotations

from pathlib import Path

from studio_page import Author

TESTS = Path(__file__).parents[1]
BY_KEYBOARD = TESTS / "studio/dry-cleaning.yaml"
BY_MOUSE = TESTS / "studio/shoe-repair.yaml"
"""What the workshops come to, as it was read by a person."""
FIRST = (
    ("before", "Finding us", 6, 7),
    ("during", "At the counter", 8, 8),
    ("after", "Back on the feet", 8, 9),
)
"""The touchpoints of a blank journey, with their new titles and both scores."""
MORE = ("Wearing it", "A spot is left", "A second cleaning", "Telling a friend", "Coming back")


def hold_by_keyboard(author: Author, title: str) -> None:
    """No hand leaves the keyboard."""
    author.page.locator("dialog[open] input[name=title]").wait_for()
    author.write(title)
    author.press("Enter")
    opened(author, title)
    author.press("w")
    walk_through(author)
    branch(author)
    author.press("Escape")
    add_persona(author, "Regular")
    choose(author, "own", "Regular")
    author.slider("experience", "regular").focus()
    author.press("ArrowRight")


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


def opened(author: Author, title: str) -> None:
    """Wait for the new journey, whose id is made of its title."""
    file = title.lower().replace(" ", "-")
    author.page.locator(".path", has_text=f"{file}.yaml").wait_for()
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


def hold_by_mouse(author: Author, title: str) -> None:
    """By clicks and drags, and whatever is typed into fields."""
    page = author.page
    answer(author, "Create", title=title)
    opened(author, title)
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
