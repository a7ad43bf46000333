"""Without NumPy and SciPy: the same figures and findings, or what is missing is told."""

import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from in_page import asked, page, without

import cjm
from cjm.analysis import planning, remembered, solving
from cjm.analysis.unsolved import recorded
from cjm.testing.strategies import journeys

ROOT = Path(__file__).parents[2]
TEXTS = [
    *sorted(ROOT.glob("journeys/*.yaml")),
    *sorted(ROOT.glob("tests/data/**/*.yaml")),
]
LARGE = {"flow": (60, 40, 1), "remembered": (90, 3, 2), "disappointed": (60, 4, 3)}
"""Touchpoints, ways from each and luck of journeys of which a page cannot work something out,
where it may take no longer than ALONE."""
ALONE = 30_000
"""Products of an elimination without NumPy, in place of some millions: a test need not wait."""


def tangle(touchpoints, ways, luck):
    """A journey whose customers may go anywhere."""
    chance = random.Random(luck)
    lines = ["cjm: 1", "id: a", "language: en", "touchpoints:"]
    for n in range(touchpoints):
        to = chance.sample(range(touchpoints), ways)
        moves = ", ".join(f"t{other}: {0.9 / ways:.6f}" for other in to)
        low, high = (round(chance.uniform(0, 10), 1) for _ in range(2))
        lines.append(f"  t{n}: {{expectation: {low}, experience: {high}, next: {{{moves}}}}}")
    lines.append("  last: {expectation: 5, experience: 5, outcome: success}")
    return "\n".join(lines) + "\n"


def assessed(text, workspace="cjm: 1\nlanguage: en\n"):
    """What a page answers of a text that is read the first time."""
    host = page({"a.yaml": text, "cjm.yaml": workspace})
    return asked(host, "assess", file="a.yaml", text=text, language="en")


def without_solvers(text, **more):
    """The same without NumPy and SciPy."""
    with without("numpy", "scipy"):
        return assessed(text, **more)


def differences(one, other, place=""):
    """Where plain data differ by more than 1e-9 of their size."""
    if isinstance(one, dict) and isinstance(other, dict) and one.keys() == other.keys():
        for key in one:
            yield from differences(one[key], other[key], f"{place}/{key}")
    elif isinstance(one, list) and isinstance(other, list) and len(one) == len(other):
        for n, pair in enumerate(zip(one, other, strict=True)):
            yield from differences(*pair, f"{place}/{n}")
    elif isinstance(one, float) and isinstance(other, float | int):
        if abs(one - other) > 1e-9 * max(1, abs(one)):
            yield f"{place}: {one} {other}"
    elif one != other:
        yield f"{place}: {one} {other}"


@pytest.mark.parametrize("file", TEXTS, ids=lambda file: file.name)
def test_figures_and_findings_of_the_examples_are_the_same(file):
    """To 1e-9; nothing is missing."""
    text = file.read_text(encoding="utf-8")
    told = without_solvers(text)
    assert told["not_worked_out"] == []
    assert list(differences(assessed(text), told)) == []


@settings(max_examples=15)
@given(journeys(personas=True))
def test_figures_and_findings_of_small_journeys_are_the_same(journey):
    """Whatever they look like."""
    text = cjm.dump(journey)
    told = without_solvers(text)
    assert told["not_worked_out"] == []
    assert list(differences(assessed(text), told)) == []


@pytest.mark.parametrize("what", LARGE)
def test_what_takes_a_library_is_told_and_findings_that_rest_on_it_are_not_claimed(
    what, monkeypatch
):
    """All other findings are those that there are with one."""
    if what != "disappointed":
        monkeypatch.setattr(
            remembered if what == "remembered" else solving, "PRODUCTS_ALONE", ALONE
        )
    text = tangle(*LARGE[what])
    whole, told = assessed(text), without_solvers(text)
    assert whole["not_worked_out"] == []
    missing = {each["what"] for each in told["not_worked_out"]}
    assert what in missing
    found = [finding for finding in whole["findings"] if finding["code"] not in missing]
    if what != "flow":
        assert list(differences(found, told["findings"])) == []
    assert {f["code"] for f in told["findings"]} <= {f["code"] for f in whole["findings"]}
    message = told["not_worked_out"][0]["message"]
    assert message.startswith("not worked out here: ")


def test_a_rule_that_rests_on_a_missing_figure_is_named_in_both_languages():
    """The share of disappointed customers is simulated, so its rule finds nothing."""
    text = tangle(*LARGE["disappointed"])
    with without("numpy", "scipy"):
        host = page({"a.yaml": text})
        told = asked(host, "assess", file="a.yaml", text=text, language="ru")["not_worked_out"]
        again = asked(host, "assess", file="a.yaml", text=text, language="ru")["not_worked_out"]
    assert told[-1]["what"] == "CJM107"
    assert told[-1]["message"] == "не посчитано здесь: что находит CJM107"
    assert again == told


def test_a_waiver_of_what_is_not_worked_out_is_not_called_unused():
    """Nobody knows whether it covers something."""
    text = tangle(*LARGE["disappointed"])
    waiver = "waivers: [{rule: CJM107, reason: known, until: 2099-01-01}]\n"
    codes = [finding["code"] for finding in without_solvers(text + waiver)["findings"]]
    assert "CJM406" not in codes


def test_a_plan_that_takes_the_integer_program_is_told(monkeypatch):
    """Improvements of which too many sets are efficient: here a few are."""
    monkeypatch.setattr(planning, "MOST_SETS", 10)
    chance = random.Random(1)
    lines = [
        f"  i{n}: {{cost: {chance.randint(1, 1000)}, lifts: {{t{chance.randrange(8)}: "
        f"{chance.uniform(1, 2):.3f}}}}}"
        for n in range(6)
    ]
    text = tangle(8, 2, 6) + "improvements:\n" + "\n".join(lines) + "\n"
    missing = [each["what"] for each in without_solvers(text)["not_worked_out"]]
    assert missing == ["plan"]


def test_what_nobody_kept_a_record_of_is_told_to_who_does():
    """A command that asks first gets an estimate, and who keeps a record is told it is one."""
    text = tangle(*LARGE["disappointed"])
    with without("numpy", "scipy"):
        first = cjm.assess(text).analysis.disappointed
        with recorded(set()) as unsolved:
            again = cjm.assess(text).analysis.disappointed
    assert not first.exact
    assert again == first
    assert unsolved == {"disappointed"}
