"""Planned against lived: the worked example, moves, and what is tested."""

from __future__ import annotations

import pytest

import cjm
from cjm.analysis.conformance import Conformance, align, conformance_of, planned_of
from cjm.errors import CjmError
from cjm.journey import Journey, Touchpoint
from cjm.journey.paths import CountedPath

NAMES = {"s": "search", "c": "cart", "p": "pay"}
CASES = ("s c p", "s s c", "s c p", "c p", "s", "s p c", "s c chat p", "s p")
JOURNEY = cjm.loads("""
cjm: 1
id: shop
touchpoints:
  search: {next: {search: 0.1, cart: 0.7}}
  cart: {next: pay}
  pay: {}
""")


def path(text: str, cases: int = 1, open: int = 0) -> CountedPath:
    return CountedPath(tuple(NAMES.get(word, word) for word in text.split()), cases, open)


@pytest.fixture(scope="module")
def example() -> Conformance:
    return conformance_of(JOURNEY, map(path, CASES))


def test_edits_and_fitness_by_case():
    """Of each of the eight cases, with a shortest walk of one touchpoint."""
    planned = planned_of(JOURNEY)
    edits = [align(planned, path(case).touchpoints).edits for case in CASES]
    assert edits == [0, 1, 0, 1, 0, 2, 1, 1]
    fitness = [conformance_of(JOURNEY, [path(case)]).fit.mean for case in CASES]
    expected = [1, 0.75, 1, 0.666667, 1, 0.5, 0.8, 0.666667]
    assert fitness == pytest.approx(expected, abs=5e-7)


def test_fit_and_fitness_of_the_log(example: Conformance):
    """Three of eight cases fit."""
    assert (example.fit.fitting, example.share, example.shortest) == (3, 0.375, 1)
    assert example.fit.mean == pytest.approx(0.797917, abs=5e-7)
    assert example.fit.log == pytest.approx(0.793103, abs=5e-7)


def test_deviations_by_touchpoint(example: Conformance):
    """What is missing and passed over in one case is out of sequence, once."""
    data = example.to_dict()["deviations"]
    once = {"events": 1, "cases": 1}
    assert data == {
        "missing": {"search": once, "cart": once, "pay": once},
        "out_of_sequence": {"cart": once},
        "ad_hoc": {"chat": once},
        "failed": None,
    }


def test_a_path_of_several_cases_counts_as_each_of_them_would():
    """Figures of 3 + 2 cases on two paths, and of five single ones."""
    together = conformance_of(JOURNEY, [path("s p c", 3), path("s s c", 2)])
    apart = conformance_of(JOURNEY, [path("s p c")] * 3 + [path("s s c")] * 2)
    assert together.to_dict() == apart.to_dict()


def test_events_and_cases_of_a_deviation_are_counted_apart():
    """Two chats in one case are two events of one case."""
    data = conformance_of(JOURNEY, [path("s chat c chat p", 4)]).to_dict()
    assert data["deviations"]["ad_hoc"] == {"chat": {"events": 8, "cases": 4}}


def test_what_was_done_between_known_touchpoints_is_a_move(example: Conformance):
    """An ad hoc touchpoint is taken out; a start and an end that are not planned are moves too."""
    moves = {(move.source, move.target): move for move in example.moves}
    assert moves["cart", "pay"].n == 4
    assert [(m.source, m.target, m.n, m.of) for m in example.not_declared] == [
        (None, "cart", 1, 8),
        ("search", "pay", 2, 8),
        ("cart", None, 2, 6),
        ("pay", "cart", 1, 6),
    ]
    assert example.never_taken == ()


def test_visits_are_the_sum_of_moves_and_ends(example: Conformance):
    """Everything that follows a visit is a move of its touchpoint, but for ends at exits."""
    for id in ("search", "cart"):
        assert sum(m.n for m in example.moves if m.source == id) == example.visits[id]


def test_planned_and_never_taken():
    """A transition nobody took; drop-off that nobody used is none."""
    result = conformance_of(JOURNEY, [path("s c p", 5)])
    assert [(m.source, m.target, m.of) for m in result.never_taken] == [("search", "search", 5)]
    assert result.to_dict()["never_taken"] == [{"from": "search", "to": "search", "n": 0, "of": 5}]


def test_a_case_of_foreign_touchpoints_alone_has_no_move():
    """It is a case, it fits badly, and it starts and ends nowhere."""
    result = conformance_of(JOURNEY, [path("chat", 2), path("s c p", 1)])
    assert result.fit.cases == 3
    assert {(m.source, m.target, m.of) for m in result.moves if m.source is None} == {
        (None, "search", 1)
    }


def test_the_last_visit_of_a_case_that_may_not_be_over_is_no_end():
    """What follows it is not known: it counts as a visit, and in no share."""
    result = conformance_of(JOURNEY, [path("s c", 6, open=4)])
    moves = {(move.source, move.target): move for move in result.moves}
    assert result.visits["cart"] == 6
    assert (moves["cart", None].n, moves["cart", None].of) == (2, 2)
    assert result.fit.fitting == 4


TESTED = Journey(
    "tested",
    [
        Touchpoint("a", next={"b": 0.6, "k": 0.2}),
        Touchpoint("b", next={"d": 0.9}),
        Touchpoint("k", next=["d", "e"]),
        Touchpoint("d"),
        Touchpoint("e"),
    ],
)


def test_probabilities_are_tested_as_one_family():
    """The worked example: 40, 33, 27 of 100; 70 and 10 of 80."""
    journey = Journey(
        "two",
        [
            Touchpoint("a", next={"x": 0.6, "y": 0.2}),
            Touchpoint("x"),
            Touchpoint("y"),
            Touchpoint("b", next={"z": 0.9}),
            Touchpoint("z"),
        ],
        start=["a", "b"],
    )
    lived = [path("a x", 40), path("a y", 33), path("a", 27), path("b z", 70), path("b", 10)]
    result = conformance_of(journey, lived)
    tested = [move for move in result.moves if move.p is not None]
    assert [(m.source, m.target) for m in tested] == [
        ("a", "x"), ("a", "y"), ("a", None), ("b", "z"), ("b", None),
    ]  # fmt: skip
    values = [0.000059, 0.002406, 0.102745, 0.453467, 0.453467]
    assert [m.p for m in tested] == pytest.approx(values, abs=5e-7)
    adjusted = [0.000294, 0.009623, 0.308235, 0.906933, 0.906933]
    assert [m.adjusted for m in tested] == pytest.approx(adjusted, abs=5e-7)
    assert [m.off for m in tested] == [True, True, False, False, False]


def test_only_given_probabilities_of_enough_visits_are_tested():
    """Assumed ones, a certain one, and those of too few visits are shown without a P value."""
    lived = [path("a b d", 29), path("a k d", 40), path("a", 31)]
    result = conformance_of(TESTED, lived)
    tested = {(m.source, m.target) for m in result.moves if m.p is not None}
    assert tested == {("a", "b"), ("a", "k"), ("a", None)}
    assert result.too_few == {"b": 29}
    assumed = {(m.source, m.target): m.declared for m in result.moves if m.assumed}
    assert assumed == {("k", "d"): 0.5, ("k", "e"): 0.5}
    assert conformance_of(TESTED, lived, least=29).too_few == {}


def test_shares_of_starts_are_tested():
    """Given ones; where nobody gave any they are shown only."""
    points = [Touchpoint("a"), Touchpoint("b")]
    lived = [path("a", 40), path("b", 60)]
    given = conformance_of(Journey("j", points, start={"a": 0.8, "b": 0.2}), lived)
    assert [m.off for m in given.moves] == [True, True]
    assumed = conformance_of(Journey("j", points, start=["a", "b"]), lived)
    assert [(m.assumed, m.p) for m in assumed.moves] == [(True, None), (True, None)]


def test_a_small_difference_is_not_off_however_sure():
    """0.04 from the declared one in a million visits; 0.05 is."""
    journey = Journey("j", [Touchpoint("a", next={"x": 0.5, "y": 0.5}), *map(Touchpoint, "xy")])
    for share, off in ((0.54, False), (0.55, True)):
        n = round(1_000_000 * share)
        lived = [path("a x", n), path("a y", 1_000_000 - n)]
        moves = [m for m in conformance_of(journey, lived).moves if m.source == "a"]
        assert moves[0].adjusted < 1e-300
        assert [m.off for m in moves] == [off, off]


def test_what_only_a_single_test_would_find_is_not_off():
    """P is below 0.05, adjusted for both tests of the journey it is not."""
    journey = Journey("j", [Touchpoint("a", next={"x": 0.5, "y": 0.5}), *map(Touchpoint, "xy")])
    moves = conformance_of(journey, [path("a x", 39), path("a y", 61)]).moves
    tested = [m for m in moves if m.p is not None]
    assert [m.p < 0.05 < m.adjusted for m in tested] == [True, True]
    assert [m.off for m in tested] == [False, False]


def test_visits_of_one_case_to_a_tested_touchpoint_depend():
    """Named where a case comes back, and not where none does."""
    assert conformance_of(JOURNEY, [path("s s c p", 30)]).dependent == ("search",)
    assert conformance_of(JOURNEY, [path("s c p", 30)]).dependent == ()


def test_failed_events_are_what_the_log_says():
    """By touchpoint, those where something failed; in file order."""
    failed = {"chat": (1, 1), "pay": (3, 2), "search": (0, 0), "cart": (2, 2)}
    result = conformance_of(JOURNEY, [path("s c p")], failed=failed)
    assert list(result.to_dict()["deviations"]["failed"]) == ["cart", "pay", "chat"]
    assert result.to_dict()["deviations"]["failed"]["pay"] == {"events": 3, "cases": 2}
    assert (
        conformance_of(JOURNEY, [path("s c p")], failed={}).to_dict()["deviations"]["failed"] == {}
    )


def test_what_cannot_be_compared_is_told():
    """No case; no planned walk."""
    with pytest.raises(CjmError, match="no case"):
        conformance_of(JOURNEY, [])
    trap = Journey("trap", [Touchpoint("a", next="a")])
    with pytest.raises(CjmError, match="no planned walk"):
        conformance_of(trap, [path("a")])
