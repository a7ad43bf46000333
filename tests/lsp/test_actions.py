"""Code actions: each is made, and the text is checked again."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

import cjm
from cjm.checking.assess import assess
from cjm.checking.checker import Checker
from cjm.checking.overrides import Overrides
from cjm.edits import apply
from cjm.lsp.actions import actions
from cjm.lsp.answers import Refused
from cjm.lsp.problems import problems
from cjm.lsp.reading import read
from cjm.lsp.settings import EditorSettings
from cjm.source import parse

ROOT = Path(__file__).parents[2]
EXAMPLES = [f for f in sorted(ROOT.glob("journeys/*.yaml")) if f.name != "cjm.yaml"]
TODAY = date(2026, 11, 26)
ENGLISH = EditorSettings(language="en")
DECIDED = "accept"
"""What is accepted needs a reason: that is asked for by an error until it is written."""


def offered(text, offset=None, path="j.yaml", **more):
    """The actions at an offset of a text, by their titles; by default for every finding."""
    reading = read(text, path, more.pop("shared", None), settings=ENGLISH, today=TODAY, **more)
    found = problems(reading, Checker(Overrides(), TODAY))
    stretch = (0, len(text)) if offset is None else (offset, offset)
    return reading, actions(reading, *stretch, found)


def codes(text):
    """The codes of all that is found in a text, sorted."""
    return sorted(f.code for f in assess(text, name="j.yaml", today=TODAY).findings)


HEAD = "cjm: 1\ntouchpoints:\n"
SAD = (
    HEAD + "  a: {expectation: 8, experience: 4, next: b}\n"
    "  b:\n    expectation: 7\n    experience: 7\n    owner: desk\n    outcome: success\n"
)
ENDS = HEAD + (
    "  a: {expectation: 8, experience: 8, next: {b: 0.9, c: 0.1}}\n"
    "  b: {expectation: 8, experience: 8, outcome: success}\n  c:\n    expectation: 6\n"
    "    experience: 6\n"
)
WAIVED = HEAD + "  a: {expectation: 8, experience: 8, outcome: success}\nwaivers:\n"
MENDED = [
    (HEAD + "\ta: {}\n", "CJM001", "indent with spaces, not tabs", "  a: {}"),
    (HEAD + "  a: {tilte: x}\n", "CJM002", "did you mean 'title'?", "title: x"),
    (HEAD + "  a: {experience: 8,4}\n", "CJM002", "8.4", "experience: 8.4"),
    (HEAD + "  booking: {next: bookin}\n", "CJM003", "booking", "next: booking"),
    (HEAD + "  a: {next: pay}\n", "CJM003", "add touchpoint pay", "  pay: {}\n"),
    (
        HEAD + "  a:\n    next: pay\n  z: {}\n",
        "CJM003",
        "add touchpoint pay",
        "next: pay\n  pay: {}\n  z",
    ),
    ("cjm: 1\ntouchpoints: {a: {next: [b]}}\n", "CJM003", "add touchpoint b", "}, b: {}}"),
    (HEAD + "  a: {}\nstart: [a, b]\n", "CJM003", "add touchpoint b", "  b: {}\nstart"),
    (SAD, "CJM401", "owner: desk", "experience: 4, owner: desk, next: b"),
    (ENDS, "CJM203", "write outcome: failure", "    experience: 6\n    outcome: failure\n"),
    (ENDS, "CJM203", "write outcome: neutral", "outcome: neutral\n"),
    (SAD.replace("next: b", "next: [a, b]"), "CJM305", "write the shares out", "{a: 0.5, b: 0.5}"),
    (
        SAD.replace("next: b", "next: {a: 0.2, b: , c: {label: x}}") + "  c: {}\n",
        "CJM305",
        "write the shares out",
        "{a: 0.2, b: 0.4, c: {label: x, probability: 0.4}}",
    ),
    (
        SAD.replace("next: b", "next: [a, b, c]") + "  c: {}\n",
        "CJM305",
        "write the shares out",
        "{a: 0.3333, b: 0.3333, c: 0.3334}",
    ),
    (SAD + "start: [a, b]\n", "CJM305", "write the shares out", "start: {a: 0.5, b: 0.5}"),
    (
        SAD + "start:  # two\n  - a  # one\n\n  # another\n  - 'b'\n",
        "CJM305",
        "write the shares out",
        "start:  # two\n  a: 0.5  # one\n\n  # another\n  'b': 0.5\n",
    ),
    (
        SAD + "start:\n- a # one\n- b\n",
        "CJM305",
        "write the shares out",
        "start:\n  a: 0.5 # one\n  b: 0.5\n",
    ),
    (
        SAD + "start: [\n  a,  # one\n  b,\n]\n",
        "CJM305",
        "write the shares out",
        "start: {\n  a: 0.5,  # one\n  b: 0.5,\n}\n",
    ),
    (
        WAIVED + "  - rule: negative-gap\n    reason: r\n    until: 2026-01-01  # gone\n",
        "CJM405",
        "extend by 90 days",
        "until: 2027-02-24  # gone",
    ),
    (
        WAIVED + "  - {rule: no-exit, reason: r, until: 2026-01-01}\n",
        "CJM405",
        "delete the waiver",
        None,
    ),
    (WAIVED + "  - {rule: no-exit, reason: r}\n", "CJM406", "delete the waiver", None),
]


@pytest.mark.parametrize("line_break", ["\n", "\r\n"], ids=["lf", "crlf"])
@pytest.mark.parametrize(("text", "code", "title", "written"), MENDED, ids=lambda v: repr(v)[-24:])
def test_a_quick_fix_mends_its_finding(text, code, title, written, line_break):
    """That finding is gone, and nothing that was not there before has come as a fault."""
    text = text.replace("\n", line_break)
    _, found = offered(text)
    (action,) = [
        each for each in found if each.finding and each.finding.code == code and title in each.title
    ]
    after = _made(action)
    if written is not None:
        assert written.replace("\n", line_break) in after
    before, now = codes(text), codes(after)
    assert now.count(code) < before.count(code)
    assert not [each for each in now if each[:4] in ("CJM0", "CJM6") and each not in before]


def _made(action):
    (change,) = action.make()
    return apply(change.text, change.edits)


def test_shares_that_are_written_out_are_those_that_were_assumed():
    """No figure changes, and the finding is gone."""
    text = SAD.replace("next: b", "next: [b, c, d]") + "  c: {outcome: neutral}\n  d: {}\n"
    _, found = offered(text)
    (action,) = [each for each in found if each.title == "write the shares out"]
    after = _made(action)
    assert "CJM305" not in codes(after)
    before, now = cjm.analyze(cjm.loads(text)), cjm.analyze(cjm.loads(after))
    assert [t.reach for t in now.touchpoints] == pytest.approx(
        [t.reach for t in before.touchpoints], abs=1e-3
    )


def test_what_is_accepted_asks_for_its_reason():
    """The finding is covered from then on; the empty reason is an error until it is written."""
    for text in (SAD, SAD + "waivers:\n  - {rule: no-exit, reason: r, until: 2027-01-01}\n"):
        _, found = offered(text)
        title = "accept negative-moment-of-truth for 90 days"
        (action,) = [each for each in found if each.title == title]
        after = _made(action)
        assert 'touchpoint: a, until: 2027-02-24, reason: ""' in after
        assert "CJM002" in codes(after)
        written = after.replace('reason: ""', "reason: agreed")
        assert not {"CJM002", "CJM102"} & {*codes(written)}
        assert not action.is_preferred


def test_a_planned_improvement_lifts_what_is_missing():
    """For both rules that ask for one; its id is free."""
    for text in (SAD, SAD + "improvements: {improve-a: {}}\n"):
        _, found = offered(text)
        plans = [each for each in found if each.title == "plan an improvement"]
        assert {each.finding.code for each in plans} == {"CJM102", "CJM402"}
        for action in plans:
            after = _made(action)
            journey = cjm.loads(after)
            lifts = [(lift.touchpoint, lift.points) for lift in journey.improvements[-1].lifts]
            assert lifts == [("a", 4)]
            assert journey.improvements[-1].phase == "plan"
            assert "CJM402" not in codes(after)


def test_three_owners_are_offered_at_most_the_most_frequent_first():
    """Of those that the journey names."""
    more = "".join(f"  t{n}: {{owner: {o}}}\n" for n, o in enumerate("wxyzyzy"))
    _, found = offered(SAD + more)
    titles = [each.title for each in found if each.title.startswith("owner")]
    assert titles == ["owner: y", "owner: z", "owner: desk"]


def test_faults_and_waivers_cannot_be_accepted():
    """A waiver does not cover them."""
    _, found = offered(WAIVED + "  - {rule: no-exit, reason: r}\n  - {rule: nothing, reason: r}\n")
    assert not [each for each in found if each.title.startswith(DECIDED)]


def test_only_what_can_mean_nothing_else_is_preferred():
    """An editor makes it unasked on a key press."""
    _, found = offered(HEAD + "  a: {next: pay}\n")
    assert [(each.title, each.is_preferred) for each in found if each.finding] == [
        ("add touchpoint pay", True)
    ]
    _, found = offered(ENDS)
    assert not any(each.is_preferred for each in found if each.finding.code == "CJM203")


def test_a_broken_text_has_its_own_fixes_alone():
    """Nothing else can be changed in it."""
    _, found = offered(HEAD + "\ta: {next: b}\n  c: {experience: 3, expectation: 9}\n")
    assert {each.finding.code for each in found} == {"CJM001"}


FORMS = [
    ("  a: {title: A, next: {b: 1}}\n", "  a:\n    title: A\n    next: {b: 1}\n"),
    ("  a: {title: '1.10', pains: [x, y]}\n", "  a:\n    title: '1.10'\n    pains: [x, y]\n"),
    ("  a: {duration: 1.50 h, title: 007}\n", "  a:\n    duration: 1.50 h\n    title: 007\n"),
]


@pytest.mark.parametrize(("flow", "block"), FORMS)
def test_a_touchpoint_is_written_in_its_other_form(flow, block):
    """And back, each scalar as it was written."""
    rest = "  b: {}\n"
    for one, other in ((flow, block), (block, flow)):
        _, found = offered(HEAD + one + rest, len(HEAD) + 3)
        (action,) = [each for each in found if "write it" in each.title]
        assert action.kind == "refactor.rewrite"
        assert _made(action) == HEAD + other + rest


@pytest.mark.parametrize(
    "text",
    [
        "  a:\n    title: A  # why\n",
        "  a: &x {title: A}\n  b: *x\n",
        "  a: {}\n",
        "  a: ~\n",
        f"  a:\n    title: {'long ' * 20}\n",
    ],
)
def test_a_form_that_would_lose_something_is_not_made(text):
    """Comments, shared values, and lines that nobody reads."""
    _, found = offered(HEAD + text, len(HEAD) + 3)
    forms = [each.make() for each in found if "write it" in each.title]
    assert all(isinstance(made, Refused) for made in forms)


def test_scores_by_persona_change_no_figure():
    """Each persona that has none of its own gets everybody's, to be changed from there."""
    shared = "personas: {anna: {share: 0.5}, boris: {share: 0.5}}\n"
    for own in ("", ", by_persona: {anna: {experience: 2}}"):
        text = HEAD + f"  a: {{expectation: 8, experience: 6{own}}}\n{shared}"
        _, found = offered(text, len(HEAD) + 3)
        (action,) = [each for each in found if each.title == "scores by persona"]
        after = _made(action)
        before, now = cjm.loads(text), cjm.loads(after)
        assert {p.persona for p in now.touchpoints[0].by_persona} == {"anna", "boris"}
        assert cjm.analyze(now).balance == cjm.analyze(before).balance
        _, again = offered(after, len(HEAD) + 3)
        assert not [each for each in again if each.title == "scores by persona"]


def test_what_was_measured_is_no_estimate():
    """A measured side is not copied to personas."""
    overlay = parse(
        "cjm-measured: 1\njourney: j\nstate: as-is\nscale: [0, 10]\nscores:\n"
        "  a: {experience: {score: 4, n: 120, sd: 1, measured: 2026-09-30}}\n"
    )
    text = HEAD + "  a: {expectation: 8, experience: 7}\npersonas: {anna: {share: 1}}\n"
    _, found = offered(text, len(HEAD) + 3, beside=(("j.measured.yaml", overlay),))
    (action,) = [each for each in found if each.title == "scores by persona"]
    assert "by_persona: {anna: {expectation: 8}}" in _made(action)


@pytest.mark.parametrize("file", EXAMPLES[::3], ids=lambda file: file.stem)
def test_every_action_on_an_example_leaves_a_journey(file):
    """All that is offered anywhere in it can be made; what nobody accepted stays sound."""
    text = file.read_text(encoding="utf-8")
    shared = (ROOT / "journeys/cjm.yaml").read_text("utf-8")
    reading, found = offered(text, path=str(file), shared=shared)
    places = [text.index(f"\n  {p.id}:") + 4 for p in reading.journey.touchpoints]
    for place in places[::4]:
        found += offered(text, place, path=str(file), shared=shared)[1]
    for action in found:
        if isinstance(action.make(), Refused):
            assert action.title == "write it in braces"
            continue
        after = _made(action)
        again = read(after, str(file), shared, settings=ENGLISH, today=TODAY)
        expected = {"CJM002"} if action.title.startswith(DECIDED) else set()
        assert {f.code for f in again.fresh.faults} == expected


@pytest.mark.parametrize(
    ("path", "text", "written"),
    [
        ("cjm.yaml", "cjm: 1\nwokspace: x\n", "workspace: x"),
        ("cjm.yaml", "cjm: 1\ntargets: {nps: '≥ 50'}\n", '">= 50"'),
        ("data.yaml", "cjm-data: 1\nsorces: {}\n", "sources: {}"),
    ],
)
def test_other_files_have_the_fixes_of_their_findings(path, text, written):
    """As `cjm check` tells them."""
    _, found = offered(text, path=path)
    assert written in _made(found[0])
