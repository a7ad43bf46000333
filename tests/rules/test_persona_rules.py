"""What personas make: findings of the whole that only some of them have, and CJM308.

Every figure here is worked out by hand from the definitions.
"""

from __future__ import annotations

import pytest
from rule_samples import place


def two(touchpoints: str, shares: tuple[float, float] = (0.5, 0.5), more: str = "") -> str:
    """A journey of Anna and Boris, who together are all its customers."""
    anna, boris = shares
    names = f"a: {{name: Anna, share: {anna}}}, b: {{name: Boris, share: {boris}}}"
    return f"cjm: 1\n{more}personas: {{{names}}}\ntouchpoints:\n{touchpoints}"


RIDE = """  ride:
    expectation: 6
    experience: 6
    by_persona: {a: {experience: 3}, b: {experience: 7}}
"""
"""Own C 0, Anna's −3, Boris' +1: on average −1."""


def test_a_moment_of_truth_that_disappoints_its_personas_is_told(told):
    """C̄ −1 < 0 at the only touchpoint: CJM102 in place of CJM101, naming Anna with her figure."""
    [finding] = told("CJM101,CJM102", two(RIDE))
    assert (finding.code, finding.touchpoint) == ("CJM102", "ride")
    assert finding.message.startswith("ride: less than expected for Anna, O 6, B 3, C −3 (")
    assert dict(finding.personas) == {"a": -3}
    assert place(finding)[0] == 7


def test_where_the_personas_make_up_for_each_other_the_gap_of_one_is_told(told):
    """C̄ (0.2·−3 + 0.8·1 = 0.2) is no loss: Anna's is CJM101, though the ride decides."""
    [finding] = told("CJM101,CJM102", two(RIDE, (0.2, 0.8)))
    assert finding.code == "CJM101"


def test_of_several_personas_the_worst_is_named_with_its_figures(told):
    """Anna −3 and Boris −1, own C 0."""
    [finding] = told("CJM101", two(RIDE.replace(" 7", " 5")))
    assert finding.message == (
        "ride: less than expected for Anna, Boris, worst for Anna, O 6, B 3, C −3"
    )


def test_a_gap_of_the_whole_that_one_persona_makes_names_it(told):
    """Own C −1, Anna's −5, Boris' +1; where both lose, it is everybody's."""
    own = "by_persona: {a: {experience: 3}, b: {experience: %s}}"
    ride = f"  ride: {{expectation: 8, experience: 7, {own}}}\n"
    [finding] = told("CJM101", two(ride % 9))
    assert finding.message == (
        "ride: customers get less than they expected, O 8, B 7, C −1; worst for Anna: −5"
    )
    [finding] = told("CJM101", two(ride % 7))
    assert finding.message == "ride: customers get less than they expected, O 8, B 7, C −1"


@pytest.mark.parametrize(
    ("personas", "names"), [(4, "p0, p1, p2, p3"), (5, "p0, p1, p2 and 2 more")]
)
def test_of_many_personas_a_few_are_named(told, personas, names):
    """The message can still be read; JSON has them all."""
    shares = ", ".join(f"p{n}: {{share: {1 / (personas + 1)}}}" for n in range(personas + 1))
    own = ", ".join(f"p{n}: {{experience: 5}}" for n in range(personas))
    text = f"cjm: 1\npersonas: {{{shares}}}\ntouchpoints:\n"
    text += f"  ride: {{expectation: 6, experience: 9, by_persona: {{{own}}}}}\n"
    [finding] = told("CJM101", text)
    assert finding.message == (
        f"ride: less than expected for {names}, worst for {names}, O 6, B 5, C −1"
    )
    assert len(finding.personas) == personas


def test_a_balance_that_one_persona_makes_negative_names_it(told):
    """Anna −3, Boris +1: −1 on average; where both lose, it is everybody's."""
    [finding] = told("CJM108", two(RIDE))
    assert finding.message == (
        "the average customer ends with a balance of −1.00; worst for Anna: −3.00"
    )
    [finding] = told("CJM108", two(RIDE.replace(" 7", " 5")))
    assert finding.message == "the average customer ends with a balance of −2.00"


def test_a_share_that_one_persona_makes_names_it(told):
    """Half of all, and all of Anna's: also on a single path, where each ends as the others."""
    [finding] = told("CJM107", two(RIDE))
    assert finding.message == (
        "50% of customers end with a negative balance, more than 20%; worst for Anna: 100%"
    )


def test_a_loop_that_one_persona_makes_names_it(told):
    """A round costs Anna −3 and gives Boris +1: −1 on average."""
    text = two(RIDE + "    next: {ride: 0.5}\n")
    [finding] = told("CJM103", text)
    assert finding.message == (
        "ride → ride: a doom loop, every round adds −1.00 to the balance; worst for Anna: −3.00"
    )


def test_an_account_that_one_persona_overdraws_names_it(told):
    """On the likely path −1 on average, −3 for Anna; CJM101 is not selected."""
    [finding] = told("CJM104", two(RIDE))
    assert finding.message == (
        "ride: on the likely path the balance falls to −1.00 here; worst for Anna: −3.00"
    )


# ---- CJM308 -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("anna", "found"), [(5, False), (4, False), (3.98, True), (6, False), (6.02, True)]
)
def test_own_and_weighted_c_may_be_a_twentieth_of_the_scale_apart(told, anna, found):
    """Own C 0, on average (Anna's B − 6 + 1) / 2: up to 0.5 either way is allowed."""
    ride = RIDE.replace("experience: 3", f"experience: {anna}")
    assert bool(told("CJM308", two(ride))) == found


def test_the_finding_stands_at_the_own_score_and_says_both_figures(told):
    """Own C 0 at the experience, −1 by the personas; the difference may be set."""
    text = two(RIDE)
    [finding] = told("CJM308", text)
    assert (finding.touchpoint, place(finding)[0], finding.severity) == ("ride", 6, "warning")
    assert finding.message == (
        "ride: C is 0 for everybody and −1 by the personas' own scores and shares"
    )
    assert "both cannot be true" in finding.help
    assert told("CJM308", text, "{personas-disagree: {difference: 1}}") == []
    assert len(told("CJM308", text, "{personas-disagree: {difference: 0.99}}")) == 1


@pytest.mark.parametrize("by_persona", ["{a: {experience: 3}}", "{b: {experience: 1}}"])
def test_where_a_persona_inherits_nothing_contradicts(told, by_persona):
    """Boris lives the score of everybody: Anna's own is an exception, not a contradiction."""
    ride = RIDE.replace("{a: {experience: 3}, b: {experience: 7}}", by_persona)
    assert told("CJM308", two(ride)) == []


def test_without_full_shares_nothing_contradicts(told):
    """Who the customers are is not known."""
    assert told("CJM308", two(RIDE).replace(", share: 0.5}}", "}}")) == []


def test_measured_scores_are_told_to_be_weighted(told):
    """Answers come as they come: their mix is not that of the shares."""
    measured = RIDE.replace("experience: 3", "experience: {score: 3, n: 40}")
    [finding] = told("CJM308", two(measured))
    assert finding.help.startswith("the answers are mixed otherwise than the shares")


def test_assumed_figures_are_marked_in_messages(told):
    """Half go each way because nobody said how many: reach, impact, share and balance are ≈."""
    text = """cjm: 1
touchpoints:
  a: {expectation: 5, experience: 5, next: [b, c]}
  b: {moment_of_truth: true, expectation: 5, experience: 1, next: {d: 0.6}}
  c: {expectation: 5, experience: 6, next: d}
  d: {expectation: 5, experience: 5}
"""
    messages = [f.message for f in told("CJM102,CJM107,CJM108,CJM208", text)]
    assert any("reached by ≈50% of customers, impact ≈−2.00" in m for m in messages)
    assert any(m.startswith("≈50% of customers end with") for m in messages)
    assert any("b: ≈20% of customers are lost" in m for m in messages)
    [balance] = told("CJM108", text)
    assert balance.message.endswith("a balance of ≈−1.50")
    written = text.replace("[b, c]", "{b: 0.5, c: 0.5}")
    assert "≈" not in "".join(f.message for f in told("CJM102,CJM107,CJM208", written))
