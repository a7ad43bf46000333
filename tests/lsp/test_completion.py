"""Completion: what is offered at a cursor, what is not, and what is written."""

from __future__ import annotations

from datetime import date

import pytest

from cjm.lsp.completion import complete
from cjm.lsp.reading import read
from cjm.lsp.settings import EditorSettings

TODAY = date(2026, 11, 26)
SHARED = """cjm: 1
language: en
journeys: [journeys]
stages: {choose: Choosing, order: Заказ}
channels: {app: {title: App, kind: online}, shop: Shop}
personas: {anna: {name: Анна}, boris: Boris}
lanes: {x-systems: Systems}
"""
HEAD = "cjm: 1\nstages: {trip: {title: The trip}}\ntouchpoints:\n"
TWO = HEAD + (
    "  a: {title: Первая, owner: shop, expectation: 8, experience: 4, next: {b: 0.7}}\n"
    "  b: {title: Second, owner: desk, expectation: 7, experience: 7}\n"
)
WAIVED = TWO + "waivers:\n"
NOTHING = "nothing at all"

JOURNEY_ROWS = [
    # keys, in block and in flow form
    (HEAD + "  a:\n    @\n", "title expectation next", "cjm a", "title: "),
    (HEAD + "  a:\n    ti@\n    stage: trip\n", "title channel", "stage", "title: "),
    (HEAD + "  a:\n    title: A\n    @", "stage", "title", "stage: "),
    (HEAD + "  a:\n    title: A\n\n    @\n    stage: trip\n", "owner", "title stage", None),
    (HEAD + "  a: {@}\n", "title expectation", "a", "title: "),
    (HEAD + "  a: {title: A, @}\n", "stage", "title", None),
    (HEAD + "  a: {title: A,@", "stage", "title", " stage: "),
    (HEAD + "  a: {\n    title: A,\n    @\n  }\n", "stage", "title", None),
    (HEAD + "  a: {title: A, sta@\n  b: {title: B}\n", "stage", "title", "stage: "),
    (HEAD + "  a:\n    expectation: {@}\n", "score n sd", "title", "score: "),
    (HEAD + "  a:\n    expectation:\n      @\n", "score n sd", "title", None),
    (HEAD + "  a:\n    tit@le: A\n", "title", "", "title"),
    (HEAD + "  a:\n    moment_of_truth@", "moment_of_truth", "", "moment_of_truth: true"),
    (HEAD + "  a:\n    @\n", "by_persona", "", "by_persona:\n      "),
    (HEAD + "  a:\n    x-@\n", "x-systems", "", "x-systems: "),
    ("cjm: 1\n@\ntouchpoints: {a: {}}\n", "title waivers", "cjm touchpoints", "title: "),
    ("cjm: 1\n@", "touchpoints", "cjm", "touchpoints:\n  "),
    ("tit@\ncjm: 1\n", "title", "cjm", None),
    (HEAD + "  a:\n    metrics:\n      nps: {@}\n", "value target unit", "nps", None),
    (HEAD + "  a:\n    scenario:\n      - @\n", "step say do", "title", "step: "),
    (HEAD + "  a:\n    scenario:\n      - step: Greet\n        @\n", "say do", "step", None),
    (WAIVED + "  - rule: negative-gap\n    @\n", "touchpoint until", "rule", "touchpoint: "),
    (WAIVED + "- rule: negative-gap\n  @\n", "touchpoint until", "rule", None),
    (WAIVED + "  - {rule: negative-gap, @}\n", "reason until", "rule", None),
    # entries
    (TWO + "  @\n", "touchpoint", "a b title", None),
    (TWO + "  c: {next: nowhere}\n  @\n", "nowhere touchpoint", "c", None),
    ("cjm: 1\ntouchpoints: {a: {next: b}, @}\n", "b", "a", "b: {title: "),
    (TWO + "improvements:\n  @\n", "improvement", "a", None),
    (WAIVED + "  - @\n", "rule waiver", "title", None),
    (WAIVED + "  @\n", "waiver rule", "title", "- rule: "),
    (WAIVED + "  rul@\n", "rule", "title", "- rule: "),
    (TWO + "stages:\n  @\n", "stage", "", None),
    (TWO + "channels:\n  @\n", "channel", "", None),
    (TWO + "personas:\n  @\n", "persona", "", None),
    # ids
    (HEAD + "  a:\n    stage: @\n", "trip choose order", "app a", "trip"),
    (HEAD + "  a:\n    stage:@\n", "trip choose", "", " trip"),
    (HEAD + "  a: {stage: cho@}\n", "choose", "", "choose"),
    (HEAD + '  a:\n    stage: "@"\n', "trip", "", "trip"),
    (HEAD + '  a:\n    stage: "tr@\n    title: A\n', "trip", "", "trip"),
    (HEAD + "  a:\n    channel: [app, @]\n", "shop", "app trip", "shop"),
    (HEAD + "  a:\n    channel:\n      - app\n      - @\n", "shop", "app", "shop"),
    (HEAD + "  a:\n    by_persona:\n      @\n", "anna boris", "a", None),
    (HEAD + "  a:\n    by_persona: {anna: {experience: 3}, @}\n", "boris", "anna", None),
    (TWO + "personas: [anna, @]\n", "boris", "anna", "boris"),
    (TWO + "  c:\n    next: @\n", "a b {a:0.9}", "c", "a"),
    (TWO + "  c:\n    next: {b: 0.4, @}\n", "a:0.6", "b c", "a: 0.6"),
    (TWO + "  c:\n    next:\n      b: 0.4\n      @\n", "a:0.6", "b c", "a: 0.6"),
    (TWO + "  c:\n    next:\n      b: {probability: 0.25}\n      @\n", "a:0.75", "b", None),
    (TWO + "  c:\n    next: [a, @]\n", "b", "a c", "b"),
    (TWO + "  c:\n    next:\n      - @\n", "a b", "c title", "a"),
    (TWO + "start: @\n", "a b", "", "a"),
    (TWO + "start: {a: 0.8, @}\n", "b:0.2", "a", None),
    (TWO + "improvements:\n  x: {lifts: {a: 1, @}}\n", "b", "a", "b: "),
    (WAIVED + "  - touchpoint: @\n", "a b", "trip", None),
    # rules, words, days, people
    (
        WAIVED + "  - rule: @\n",
        "negative-gap unmeasured",
        "CJM101 invalid-yaml unused-waiver",
        None,
    ),
    (WAIVED + "  - rule: [negative-gap, @]\n", "unmeasured", "negative-gap", None),
    (HEAD + "  a: {outcome: @}\n", "success failure neutral", "true", "success"),
    (HEAD + "  a:\n    moment_of_truth: @\n", "true false", "success", "true"),
    ("cjm: 1\nstate: @\n", "as-is to-be", "", "as-is"),
    ("cjm: 1\nlanguage: @\n", "en ru", "", "en"),
    ("cjm: 1\ncustomers: {value: 9, per: @}\n", "day month", "", "day"),
    (TWO + "channels: {app: {kind: @}}\n", "online offline", "", "online"),
    (TWO + "improvements:\n  x: {phase: @}\n", "plan do check act", "", "plan"),
    (TWO + "improvements:\n  x: {due: @}\n", "2026-11-26 2026-12-26 2027-02-24", "", "2026-11-26"),
    (WAIVED + "  - until: @\n", "2026-11-26 2027-02-24", "", "2026-11-26"),
    (HEAD + "  a:\n    experience: {score: 8, measured: @}\n", "2026-11-26", "2026-12-26", None),
    (TWO + "  c: {owner: @}\n", "shop desk", "true", "shop"),
    (TWO + "  c: {title: C, owner: de@}\n", "desk", "", None),
    ("cjm: @\n", "1", "", "1"),
    # where nothing is to be offered
    (HEAD + "  a:\n    title: A # st@\n", NOTHING, "", None),
    (HEAD + "  # @\n  a: {}\n", NOTHING, "", None),
    (HEAD + "  a:\n    description: |\n      sta@\n    title: A\n", NOTHING, "", None),
    (HEAD + "  a:\n    description: >-\n      sta\n\n      @\n", NOTHING, "", None),
    (HEAD + '  a:\n    description: "a\n      sta@ b"\n', NOTHING, "", None),
    (HEAD + "  a:\n    title: @\n", NOTHING, "", None),
    (HEAD + "  a:\n    title: A\n      @\n", NOTHING, "", None),
    (HEAD + "  a:\n    expectation: @\n", NOTHING, "", None),
    (HEAD + "  a:\n    next: {b: 1} @\n", NOTHING, "", None),
    (HEAD + "  a:\n    stage: trip @\n", NOTHING, "", None),
    (HEAD + "  a:\n    nonsense: {@}\n", NOTHING, "", None),
    # signs before the cursor that some count otherwise, and both ends of lines
    (HEAD + "  a: {title: Ёлка 🎄\U0001f468\u200d\U0001f469, st@}\n", "stage", "title", "stage: "),
    (HEAD + "  # a\u2028  # b\n  a:\n    stage: @\n", "trip", "", "trip"),
    (HEAD + "  a:\n    title: é\x85    @\n", "stage", "title", None),
    ((HEAD + "  a:\n    stage: @\n").replace("\n", "\r\n"), "trip", "", "trip"),
    ((HEAD + "  a:\n    @\n").replace("\n", "\r\n"), "by_persona", "", "by_persona:\r\n      "),
    ("\ufeff" + HEAD + "  a:\n    stage: @\n", "trip", "", "trip"),
    # a text that is broken elsewhere
    (HEAD + "  a: {title: A\n  b:\n    stage: @\n", "trip", "", "trip"),
    (HEAD + "  a:\n    titl\n    stage: @\n", "trip", "", "trip"),
    (TWO + '  c:\n    title: "C\n    next: @\n', "a b", "", "a"),
    (HEAD + "\ta: x\n  b:\n    @\n", "title", "", None),
]
OTHER_ROWS = [
    ("cjm.yaml", "cjm: 1\n@\n", "workspace targets check", "touchpoints cjm", "workspace: "),
    ("cjm.yaml", "@", "workspace", "", None),
    ("cjm.yaml", "cjm: 1\ncheck: {@}\n", "select ignore severity", "title", None),
    ("cjm.yaml", "cjm: 1\ncheck: {ignore: [@]}\n", "no-owner", "", "no-owner"),
    ("cjm.yaml", "cjm: 1\ncheck:\n  severity:\n    @\n", "no-owner", "error", "no-owner: "),
    ("cjm.yaml", "cjm: 1\ncheck:\n  severity: {no-owner: @}\n", "error info", "", "error"),
    ("cjm.yaml", "cjm: 1\ncheck:\n  options:\n    @\n", "stale-score", "invalid-yaml", None),
    ("data.yaml", "cjm-data: 1\nsources:\n  s:\n    kind: @\n", "survey events", "", "survey"),
    ("data.yaml", "cjm-data: 1\nsources:\n  s: {@}\n", "kind file", "", "kind: "),
    (
        "data.yaml",
        "cjm-data: 1\nsources:\n  s:\n    kind: events\n    @\n",
        "case outcomes",
        "kind text",
        None,
    ),
    ("data.yaml", "cjm-data: 1\nsources: {s: {}}\njourneys: {j: [@]}\n", "s", "j", "s"),
    ("topics.yaml", "cjm-topics: 1\n@\n", "language topics", "title", None),
]
ROWS = [("journeys/j.yaml", *row) for row in JOURNEY_ROWS] + OTHER_ROWS


def offered(marked, path="journeys/j.yaml", **settings):
    """What is offered at the mark of a text, by label."""
    offset, text = marked.index("@"), marked.replace("@", "")
    reading = read(text, path, SHARED, today=TODAY, settings=EditorSettings(**settings))
    assert reading is not None
    return {found.label.replace(" ", ""): found for found in complete(reading, offset)}


@pytest.mark.parametrize(
    ("path", "marked", "must", "must_not", "written"), ROWS, ids=lambda row: repr(row)[-44:]
)
def test_what_is_offered_at_a_cursor(path, marked, must, must_not, written):
    """All that must, in that order, nothing that must not, and what the first of them writes."""
    found = offered(marked, path)
    if must == NOTHING:
        assert not found
        return
    wanted = must.split()
    assert [label for label in found if label in wanted] == wanted
    assert not {*must_not.split()} & {*found}
    first = found[wanted[0]]
    if written is not None:
        assert first.text == written or (first.is_snippet and first.text.startswith(written))


def test_ids_are_told_with_title_and_c_and_found_by_the_title():
    """A Russian title finds its Latin id; a stage has no C."""
    found = offered(TWO + "  c:\n    next: @\n")
    assert (found["a"].detail, found["a"].filter) == ("Первая · C\xa0−4", "a Первая")
    found = offered(HEAD + "  a: {stage: @}\n")
    assert [(label, each.detail) for label, each in found.items()] == [
        ("trip", "The trip"),
        ("choose", "Choosing"),
        ("order", "Заказ"),
    ]


def test_rules_are_told_with_code_and_title():
    """And found by the code."""
    found = offered(WAIVED + "  - rule: @\n")["negative-gap"]
    assert found.detail.startswith("CJM101 · ")
    assert "CJM101" in found.filter
    assert found.documentation


def test_figures_and_ids_are_those_of_the_last_good_version_and_of_this_text():
    """What is being typed makes no journey; what it declares already is offered."""
    good = read(TWO, "j.yaml", SHARED, today=TODAY)
    unknown = TWO + "  new: {title: New, next: nowhere}\n"
    before = read(unknown, "j.yaml", SHARED, today=TODAY, before=good)
    text = unknown + "  c:\n    next: [x, "
    after = read(text, "j.yaml", SHARED, today=TODAY, before=before)
    found = {each.label: each.detail for each in complete(after, len(text))}
    assert found["a"] == "Первая · C\xa0−4"
    assert "new" in found


def test_what_is_written_is_plain_where_a_client_knows_no_stops():
    """Without a dollar sign; with them there are places to type at."""
    marked = TWO + "  c: {next: nowhere}\n  @\n"
    assert "${2:" in offered(marked)["nowhere"].text
    plain = offered(marked, snippets=False)["nowhere"]
    assert plain.text.startswith("nowhere:\n    title: Title\n")
    assert "$" not in plain.text
    assert not plain.is_snippet


def test_a_schema_server_is_not_asked_twice():
    """Keys and words are left to it where the file names a schema, ids and rules never are."""
    line = "# yaml-language-server: $schema=x.json\n"
    for text, settings, is_there in (
        (line, {"schema_server": True}, False),
        ("", {"schema_server": True}, True),
        (line, {}, True),
        (line, {"schema_server": True, "completion_keys": "on"}, True),
        ("", {"completion_keys": "off"}, False),
    ):
        keys = offered(f"{text}{HEAD}  a:\n    @\n", **settings)
        words = offered(f"{text}{HEAD}  a: {{outcome: @}}\n", **settings)
        assert ("title" in keys, "success" in words) == (is_there, is_there)
        assert "trip" in offered(f"{text}{HEAD}  a: {{stage: @}}\n", **settings)


@pytest.mark.parametrize(
    ("path", "label"), [("journeys/new.yaml", "journey"), ("cjm.yaml", "workspace")]
)
@pytest.mark.parametrize("text", ["", "\ufeff", "\n\n"])
def test_an_empty_file_begins_with_the_smallest_one(path, label, text):
    """Which is sound as it stands."""
    reading = read(text, path, SHARED, settings=EditorSettings(language="en", snippets=False))
    (found,) = complete(reading, len(text))
    assert found.label == label
    after = text[: found.start] + found.text + text[found.end :]
    again = read(after, path, SHARED)
    if label == "journey":
        assert again.fresh.journey is not None
        assert not again.fresh.faults
    else:
        assert not again.workspace.faults


def test_owners_are_those_of_the_workspace_the_most_frequent_first(tmp_path):
    """Of open documents what the editor shows."""
    from cjm.project.discovery import WorkspaceFile

    shared = tmp_path / "cjm.yaml"
    shared.write_text("cjm: 1\njourneys: [.]\n", "utf-8")
    other = tmp_path / "other.yaml"
    other.write_text(
        "cjm: 1\ntouchpoints: {a: {owner: x}, b: {owner: y}, c: {owner: y}}\n", "utf-8"
    )
    text = "cjm: 1\ntouchpoints: {a: {owner: z}, b: {owner: }}\n"
    home = WorkspaceFile(str(shared), shared.read_bytes())
    offset = text.index("owner: }") + 7
    reading = read(text, str(tmp_path / "j.yaml"), home)
    assert [found.label for found in complete(reading, offset)] == ["y", "z", "x"]
    typed = {str(other.resolve()): "cjm: 1\ntouchpoints: {a: {owner: w}}\n"}
    reading = read(text, str(tmp_path / "j.yaml"), home, opened=typed)
    assert [found.label for found in complete(reading, offset)] == ["z", "w"]


def test_what_is_offered_can_be_written_and_read():
    """Every key of a touchpoint, put in, gives YAML again."""
    from cjm.source import parse

    for marked in (HEAD + "  a:\n    @\n  b: {}\n", HEAD + "  a: {@}\n  b: {}\n"):
        for found in offered(marked, snippets=False).values():
            text = marked.replace("@", found.text)
            assert parse(text).readable, text
