"""Operations of the studio in a text: what is written, where, and what is refused."""

from __future__ import annotations

from textwrap import dedent

import pytest

from cjm.edits import Edit, apply
from cjm.errors import UsageError
from cjm.studio.editing import edited

TEXT = dedent(
    """\
    cjm: 1
    # Tea of the house.
    touchpoints:
      order:  # at the counter
        title: Order
        expectation: 8
        experience: {score: 3, because: [slow]}
        next: drink

      drink:
        title: Drink
        # Who brings it?
        # expectation:
        # experience:
        # owner:
        outcome: success
    """
)
ORDER, DRINK = ["touchpoints", "order"], ["touchpoints", "drink"]


def put(route, value):
    """A value set, as the front end asks for it."""
    return {"op": "set_value", "route": route, "value": value}


def written(*operations, text=TEXT):
    """The lines that went and came, each with its sign."""
    import difflib

    after = edited(text, operations).text
    lines = difflib.unified_diff(text.splitlines(), after.splitlines(), n=0, lineterm="")
    return [line for line in lines if line[:2] not in ("--", "++", "@@")]


def test_a_value_is_changed_where_it_stands():
    """Nothing else of its line changes."""
    assert written(put([*ORDER, "experience", "score"], 6)) == [
        "-    experience: {score: 3, because: [slow]}",
        "+    experience: {score: 6, because: [slow]}",
    ]


def test_a_missing_field_stands_where_the_format_lists_it():
    """Before all others, too, and behind the last of those that come before it."""
    assert edited(TEXT, [put([*ORDER, "stage"], "shop")]).text == TEXT.replace(
        "    title: Order\n", "    title: Order\n    stage: shop\n"
    )
    text = "cjm: 1\ntouchpoints:\n  a:\n    expectation: 8\n  b: {experience: 3}\n"
    after = edited(text, [put(["touchpoints", x, "title"], "T") for x in "ab"])
    assert after.text == (
        "cjm: 1\ntouchpoints:\n  a:\n    title: T\n    expectation: 8\n"
        "  b: {title: T, experience: 3}\n"
    )


def test_what_lies_on_the_way_is_begun():
    """A persona's own score needs no second question."""
    assert written(put([*ORDER, "by_persona", "guest", "experience"], 2)) == [
        "+    by_persona: {guest: {experience: 2}}"
    ]


def test_a_field_takes_the_place_that_a_template_holds_for_it():
    """The comment was there for it."""
    assert written(put([*DRINK, "owner"], "bar"), put([*DRINK, "experience"], 7)) == [
        "-    # experience:",
        "-    # owner:",
        "+    experience: 7",
        "+    owner: bar",
    ]


def test_a_field_stands_behind_the_place_of_one_that_comes_before_it():
    """Though that one is not written yet."""
    drink = TEXT.replace("    outcome: success\n", "")
    assert edited(drink, [put([*DRINK, "outcome"], "success")]).text == TEXT
    assert edited(drink, [put([*DRINK, "emotions"], ["calm"])]).text == drink.replace(
        "    # experience:\n", "    # experience:\n    emotions: [calm]\n"
    )


def test_a_field_that_goes_leaves_the_places_of_others():
    """The questions of a template are not its own."""
    assert written({"op": "remove", "route": [*DRINK, "outcome"]}) == ["-    outcome: success"]


def test_a_touchpoint_is_written_as_its_brothers_are():
    """On lines of its own, apart by a blank line where they are."""
    new = {"op": "insert", "route": ["touchpoints"], "key": "pay", "value": {"title": "Pay"}}
    assert edited(TEXT, [{**new, "after": "order"}]).text == TEXT.replace(
        "    next: drink\n", "    next: drink\n\n  pay:\n    title: Pay\n"
    )
    flow = "cjm: 1\ntouchpoints:\n  order: {title: Order}\n"
    assert written(new, text=flow) == ["+  pay: {title: Pay}"]
    empty = "cjm: 1\ntouchpoints:\n  order:\n"
    assert written(put([*ORDER, "title"], "Order"), text=empty) == ["+    title: Order"]


def test_the_last_field_does_not_take_its_touchpoint_along():
    """It is still a contact, of which nothing is known."""
    text = "cjm: 1\ntouchpoints:\n  order:\n    title: Order\n  drink:\n"
    after = edited(text, [{"op": "remove", "route": [*ORDER, "title"]}]).text
    assert after == "cjm: 1\ntouchpoints:\n  order: ~\n  drink:\n"
    nested = text.replace("title: Order", "by_persona: {guest: {experience: 2}}")
    route = [*ORDER, "by_persona", "guest", "experience"]
    assert edited(nested, [{"op": "remove", "route": route}]).text == after


def test_edits_lead_there_and_back():
    """By offsets of the text before, and of the text after."""
    operations = [
        put([*ORDER, "title"], "Ordering"),
        {"op": "rename", "kind": "touchpoint", "id": "drink", "new": "чай"},
        put(["touchpoints", "чай", "title"], "Чай"),
        {"op": "remove", "route": [*ORDER, "expectation"]},
    ]
    done = edited(TEXT, operations)
    assert apply(TEXT, done.edits) == done.text
    assert apply(done.text, done.inverse) == TEXT
    assert Edit(TEXT.index("next: drink") + 6, TEXT.index("next: drink") + 11, "чай") in done.edits


SHARED = "cjm: 1\ntouchpoints:\n  a: {experience: &five 5}\n  b: {experience: *five}\n"


@pytest.mark.parametrize(
    ("text", "operation", "told"),
    [
        (SHARED, put(["touchpoints", "a", "experience"], 6), "shared with *five"),
        (SHARED, put(["touchpoints", "b", "experience"], 6), "shared with *five"),
        (TEXT + "x: [\n", put([*ORDER, "title"], "x"), "has faults"),
        (TEXT, put(["touchpoints", "nowhere", "title"], "x"), "nothing called 'nowhere'"),
        (TEXT, put(["touchpoints", "nowhere"], {}), "nothing called 'nowhere'"),
        (TEXT, put([*ORDER, "titel"], "x"), "nothing called 'titel'"),
        (TEXT, put([*ORDER, "title", "x"], "x"), "nothing called 'x'"),
        (TEXT, put([*ORDER, "next", 7], "x"), "nothing called 7"),
        (TEXT, put([*ORDER, -1], "x"), "nothing called -1"),
        (TEXT, put([], "x"), "no part of it"),
        (TEXT, put(["touchpoints", 0], "x"), "nothing called 0"),
        (TEXT, {"op": "remove", "route": [*ORDER, "owner"]}, "nothing called 'owner'"),
        (TEXT, {"op": "insert", "route": ORDER, "key": "title", "value": 1}, "is there already"),
        (TEXT, {"op": "insert", "route": ORDER, "key": None, "value": 1}, "not a list"),
        (TEXT, {"op": "rename", "kind": "x", "id": "a", "new": "b"}, "what can be renamed"),
        (TEXT, {"op": "rename", "kind": "touchpoint", "id": "order", "new": "a b"}, "be an id"),
        (TEXT, {"op": "rename", "kind": "touchpoint", "id": "order", "new": "drink"}, "already"),
        (TEXT, {"op": "rename", "kind": "stage", "id": "s", "new": "t"}, "workspace declares"),
    ],
)  # fmt: skip
def test_what_cannot_be_done_is_refused_in_a_sentence(text, operation, told):
    """And nothing that came before it is done."""
    with pytest.raises(UsageError) as refused:
        edited(text, [operation], {("stage", "s")})
    assert told in str(refused.value.message)


@pytest.mark.parametrize(
    "data",
    [
        None, 1, "set_value", [], {}, {"op": 1}, {"op": "eval"}, {"op": ["set_value"]},
        {"op": "set_value"}, {"op": "set_value", "route": "title", "value": 1},
        {"op": "set_value", "route": ["title"]}, {"op": "set_value", "route": [None], "value": 1},
        {"op": "set_value", "route": [True], "value": 1},
        {"op": "set_value", "route": [1.5], "value": 1},
        {"op": "set_value", "route": ["title"], "value": "\ud800"},
        {"op": "set_value", "route": ["title"], "value": {"a": ["\udfff"]}},
        {"op": "set_value", "route": ["title"], "value": float("nan")},
        {"op": "set_value", "route": ["title"], "value": [float("inf")]},
        {"op": "set_value", "route": ["title"], "value": 1, "more": 2},
        {"op": "insert", "route": [], "key": 1, "value": 1},
        {"op": "insert", "route": [], "key": "a", "value": 1, "after": {}},
        {"op": "rename", "kind": "touchpoint", "id": 1, "new": "x"},
        {"op": "remove", "route": {}},
    ],
)  # fmt: skip
def test_what_is_no_operation_is_refused_in_a_sentence(data):
    """Whatever a page sends."""
    with pytest.raises(UsageError, match="no operation of the studio"):
        edited(TEXT, [data])
