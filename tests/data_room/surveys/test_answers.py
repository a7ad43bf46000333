"""Answers counted by SQL: against the definitions, written out in Python."""

from __future__ import annotations

import math
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cjm.data.definition import Answer, Rows, Survey
from cjm.data.engine import local_engine
from cjm.data.surveys.answers import Group, answers_of
from cjm.data.surveys.sql import PAIR
from cjm.data.typed import Typed

COLUMNS = "row, respondent, touchpoint, part, answer, weight, persona, at, day, worst, best"
TYPES = "BIGINT, VARCHAR, VARCHAR, VARCHAR, DOUBLE, DOUBLE, VARCHAR, BIGINT, DATE, DOUBLE, DOUBLE"


@pytest.fixture(scope="module")
def engine():
    with local_engine("measure", threads=1) as found:
        yield found


def typed(engine, rows):
    """Rows by hand, with the columns of the contract."""
    names, types = COLUMNS.split(", "), TYPES.split(", ")
    pairs = enumerate(zip(names, types, strict=True))
    columns = ", ".join(f'CAST(col{n} AS {type}) AS "{name}"' for n, (name, type) in pairs)
    values = ", ".join(f"({', '.join('?' * len(names))})" for _ in rows)
    engine.connection.execute("DROP TABLE IF EXISTS t")
    engine.connection.execute(
        f"CREATE TABLE t AS SELECT {columns} FROM (VALUES {values})",
        [value for row in rows for value in row],
    )
    return Typed("SELECT * FROM t", engine, len(rows), {})


def survey(**given):
    return Survey(id="s", rows=Rows(), **{"scale": (1, 5), **given})


def row(nth, who, point, part, answer, weight=None, persona=None, at=None, day=None, ends=(1, 5)):
    """One answer; `ends` are the worst and the best one there is."""
    return (nth, who, point, part, answer, weight, persona, at, day, *ends)


def test_a_respondent_counts_once(engine):
    """The latest answer counts: by time, then by row; and without a time before any with one."""
    rows = [
        row(1, "ann", "ride", "experience", 1, at=30, day=date(2026, 7, 3)),
        row(2, "ann", "ride", "experience", 5, at=20, day=date(2026, 7, 2)),
        row(3, "bob", "ride", "experience", 2, at=10, day=date(2026, 7, 1)),
        row(4, "bob", "ride", "experience", 3, at=10, day=date(2026, 7, 1)),
        row(5, "cat", "ride", "experience", 4, at=-5),
        row(6, "cat", "ride", "experience", 1),
    ]
    found = answers_of(survey(), typed(engine, rows), ["ride"])
    sums = found.sums[Group("ride", "experience")]
    assert sums.n == 3
    assert sums.first == pytest.approx((1 - 3) / 4 + (3 - 3) / 4 + (4 - 3) / 4)
    assert sums.last == date(2026, 7, 3)
    assert (found.used, found.left_out["answered again later"].rows) == (3, 3)
    assert found.days == (date(2026, 7, 1), date(2026, 7, 3))


def test_or_with_the_mean_of_all_answers(engine):
    """Where `answers: mean` says so; then every row is used."""
    rows = [
        row(1, "ann", "ride", "experience", 1, weight=1, persona="a"),
        row(2, "ann", "ride", "experience", 4, weight=2, persona="b"),
        row(3, "bob", "ride", "experience", 5, weight=3),
    ]
    found = answers_of(survey(answers="mean"), typed(engine, rows), ["ride"])
    sums = found.sums[Group("ride", "experience")]
    assert (sums.n, sums.weight) == (2, 5)  # the latest weight and persona hold
    assert sums.first == pytest.approx(2 * (2.5 - 3) / 4 + 3 * (5 - 3) / 4)
    assert found.sums[Group("ride", "experience", "b")].n == 1
    assert Group("ride", "experience", "a") not in found.sums
    assert (found.used, found.left_out) == (3, {})


def test_without_a_respondent_every_row_is_one(engine):
    """Two answers in one row of a wide survey are a pair; two long rows are not."""
    rows = [
        row(1, None, "ride", "expectation", 5),
        row(1, None, "ride", "experience", 2),
        row(2, None, "ride", "expectation", 4),
        row(3, None, "ride", "experience", 4),
    ]
    sums = answers_of(survey(), typed(engine, rows), ["ride"]).sums
    assert sums[Group("ride", "experience")].n == 2
    assert sums[Group("ride", PAIR)].n == 1


def test_several_columns_of_one_side_are_one_answer(engine):
    """Their mean, over those answered."""
    rows = [
        row(1, "ann", "ride", "experience", 5),
        row(1, "ann", "ride", "experience", 2),
        row(2, "bob", "ride", "experience", 4),
    ]
    sums = answers_of(survey(), typed(engine, rows), ["ride"]).sums
    assert sums[Group("ride", "experience")].n == 2
    assert sums[Group("ride", "experience")].first == pytest.approx((0.5 + 1) / 4)


def test_pairs_are_those_who_gave_both(engine):
    """B − O by respondent; below tells who got less; the experience's weight holds."""
    rows = [
        row(1, "ann", "ride", "expectation", 5, weight=1),
        row(2, "ann", "ride", "experience", 3, weight=2, day=date(2026, 7, 9)),
        row(3, "bob", "ride", "expectation", 2, weight=1),
        row(4, "bob", "ride", "experience", 2, weight=1),
        row(5, "cat", "ride", "experience", 1, weight=1),
    ]
    pairs = answers_of(survey(), typed(engine, rows), ["ride"]).sums[Group("ride", PAIR)]
    assert (pairs.n, pairs.weight, pairs.below, pairs.first) == (2, 3, 2, -1)
    assert (pairs.last, pairs.weighted) == (date(2026, 7, 9), True)


def test_a_pair_of_a_persona_is_of_one_persona(engine):
    """Who changed persona between both is a pair of everybody's only."""
    rows = [
        row(1, "ann", "ride", "expectation", 5, persona="a"),
        row(2, "ann", "ride", "experience", 3, persona="b"),
        row(3, "bob", "ride", "expectation", 5, persona="a"),
        row(4, "bob", "ride", "experience", 3, persona="a"),
    ]
    sums = answers_of(survey(), typed(engine, rows), ["ride"]).sums
    assert sums[Group("ride", PAIR)].n == 2
    assert sums[Group("ride", PAIR, "a")].n == 1
    assert Group("ride", PAIR, "b") not in sums


def test_equal_answers_on_different_scales_are_not_below(engine):
    """Noise of floats makes no one get less than they expected."""
    rows = [
        row(n, str(n), "ride", part, answer, ends=ends)
        for n, step in enumerate(range(4))
        for part, answer, ends in (
            ("expectation", 1 + 2 * step, (1, 7)),
            ("experience", step, (0, 3)),
        )
    ]
    pairs = answers_of(survey(), typed(engine, rows), ["ride"]).sums
    assert pairs[Group("ride", PAIR)].below == 0


def test_the_lowest_answer_can_be_the_best(engine):
    """Then its scale goes down; columns of one side may be on different scales."""
    rows = [
        row(1, None, "ride", "experience", 1, ends=(5, 1)),
        row(1, None, "ride", "experience", 10, ends=(1, 10)),
        row(1, None, "ride", "expectation", 1),
    ]
    sums = answers_of(survey(), typed(engine, rows), ["ride"]).sums
    assert sums[Group("ride", "experience")].first == 0.5
    assert sums[Group("ride", "expectation")].first == -0.5


def test_promoters_and_detractors(engine):
    """9 and 10 count 1, 0 to 6 count −1; the half between 8 and 9 is passive."""
    rows = [row(n, None, None, "nps", n) for n in range(11)]
    sums = answers_of(survey(), typed(engine, rows), [])
    assert sums.sums[Group("", "nps")].first == 2 - 7
    rows = [row(1, "a", None, "nps", 8), row(2, "a", None, "nps", 9)]
    sums = answers_of(survey(answers="mean"), typed(engine, rows), [])
    assert sums.sums[Group("", "nps")].first == 0


def test_the_highest_answers_are_satisfied(engine):
    """The top two of its own scale; each column of a wide survey as it says."""
    columns = {
        "a": Answer("csat", "ride", (1, 7), top=3),
        "b": Answer("csat", "pay"),
        "c": Answer("csat", ""),
    }
    rows = [row(n, None, p, "csat", n) for n in range(1, 6) for p in ("ride", "pay", None)]
    sums = answers_of(survey(columns=columns), typed(engine, rows), ["ride", "pay"]).sums
    assert sums[Group("ride", "csat")].first == 1  # 5
    assert sums[Group("pay", "csat")].first == 2  # 4 and 5
    assert sums[Group("", "csat")].first == 2


def test_other_metrics_count_as_they_are(engine):
    """Effort, first contact resolution, and what one calls as one likes."""
    rows = [row(1, None, None, part, 3, persona="a") for part in ("ces", "ces1", "fcr", "o'clock")]
    sums = answers_of(survey(), typed(engine, rows), []).sums
    assert {group.part: each.first for group, each in sums.items() if not group.persona} == {
        "ces": 3,
        "ces1": 3,
        "fcr": 3,
        "o'clock": 3,
    }
    assert Group("", "ces", "a") in sums


def test_answers_of_other_journeys_are_told(engine):
    """One survey feeds several; nothing is dropped in silence."""
    rows = [
        row(1, "ann", "ride", "experience", 5),
        row(2, "ann", "cook", "experience", 5),
        row(3, "bob", "o'cook", "experience", 5),
    ]
    found = answers_of(survey(), typed(engine, rows), ["ride"])
    assert set(found.sums) == {Group("ride", "experience")}
    assert (found.used, found.left_out["touchpoint of another journey"].rows) == (1, 2)
    nothing = answers_of(survey(), typed(engine, rows), [])
    assert (nothing.sums, nothing.used, nothing.days) == ({}, 0, None)


ROWS = st.lists(
    st.tuples(
        st.sampled_from(["ann", "bob", "cat", None]),
        st.sampled_from(["ride", "pay", "cook", None]),
        st.sampled_from(["expectation", "experience", "nps", "csat"]),
        st.integers(1, 5),
        st.sampled_from([1.0, 2.0, 0.5]),
        st.sampled_from(["a", "b", None]),
        st.sampled_from([10, 20, None]),
    ),
    max_size=14,
)


@given(ROWS, st.booleans())
def test_sums_are_those_of_the_definition(engine, given, weighted):
    """Whatever rows come: counted by hand and by SQL."""
    rows = [
        row(n, who, point, part, answer, weight if weighted else None, persona, at)
        for n, (who, point, part, answer, weight, persona, at) in enumerate(given, 1)
    ]
    if not rows:
        return
    found = answers_of(survey(), typed(engine, rows), ["ride", "pay"])
    expected = by_hand(rows)
    assert {(*group,): each.n for group, each in found.sums.items()} == {
        group: len(each) for group, each in expected.items()
    }
    for group, each in found.sums.items():
        pairs = expected[group]
        assert each.first == pytest.approx(math.fsum(w * v for v, w in pairs))
        assert each.second == pytest.approx(math.fsum(w * v * v for v, w in pairs))
        assert each.squares == pytest.approx(math.fsum(w * w for _, w in pairs))
        assert (each.low, each.high) == (min(v for v, _ in pairs), max(v for v, _ in pairs))


def by_hand(rows):
    """Values and weights of each group."""
    latest = {}
    for nth, who, point, part, answer, weight, persona, at, *_ in rows:
        side = part in ("expectation", "experience")
        if point == "cook" or (point is None and side):
            continue
        key = (who or nth, point or "", part)
        order = (-1 if at is None else at, nth)
        if key not in latest or order > latest[key][0]:
            value = (answer - 3) / 4 if side else count(part, answer)
            latest[key] = (order, value, weight or 1.0, persona)
    groups = {}
    for (who, point, part), (_, value, weight, persona) in latest.items():
        for whose in {"", persona or ""}:
            groups.setdefault((point, part, whose), []).append((value, weight))
        if part == "experience" and (who, point, "expectation") in latest:
            _, other, _, before = latest[who, point, "expectation"]
            for whose in {"", persona or ""} if persona == before else {""}:
                groups.setdefault((point, PAIR, whose), []).append((value - other, weight))
    return groups


def count(part, answer):
    """What an answer to a metric counts."""
    if part == "nps":
        return 1 if answer >= 9 else -1 if answer <= 6 else 0
    return 1 if answer > 3 else 0
