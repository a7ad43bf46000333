"""Whatever the order in which an engine adds up answers, figures are the same to the last bit."""

from __future__ import annotations

import random
from fractions import Fraction

import pytest

from cjm.data.definition import Answer, Rows, Survey
from cjm.data.engine import local_engine
from cjm.data.surveys.answers import Answers, Group, answers_of
from cjm.data.typed import Typed

ROWS = 200_000
"""More than one processor takes at a time."""
COLUMNS = """row AS "row", 'r' || row % 150000 AS respondent,
  CASE WHEN row % 5 < 4 THEN 't' || row % 3 END AS touchpoint,
  CASE row % 5 WHEN 4 THEN 'effort' WHEN 0 THEN 'expectation' ELSE 'experience' END AS part,
  CASE row % 5 WHEN 4 THEN -700 ELSE 0 END
    + CASE row % 5 WHEN 4 THEN 1400 ELSE 1 END * SQRT(hash(row) / 18446744073709551616.0) AS answer,
  EXP(20 * SIN(hash(row + 7) % 1000003)) AS weight, 'p' || row % 2 AS persona,
  CAST(NULL AS BIGINT) AS "at", CAST(NULL AS DATE) AS "day",
  CASE row % 5 WHEN 4 THEN -700.0 ELSE 0.0 END AS worst,
  CASE row % 5 WHEN 4 THEN 700.0 ELSE 1.0 END AS best"""
"""Answers with all digits that floats have, and weights from a billionth to a billion."""


def counted(order: str, threads: int, **how: str) -> Answers:
    """What is counted of the same answers, in some order, by so many processors."""
    scales = {"effort": Answer("effort", scale=(-700, 700))}
    survey = Survey(id="s", rows=Rows(), scale=(0, 1), metrics=scales, **how)
    with local_engine("measure", threads) as engine:
        engine.run(f"CREATE TABLE t AS SELECT {COLUMNS} FROM range({ROWS}) AS n(row) {order}")
        return answers_of(survey, Typed("SELECT * FROM t", engine, ROWS, {}), ["t0", "t1", "t2"])


@pytest.mark.parametrize("how", [{}, {"answers": "mean"}], ids=["latest", "mean"])
def test_sums_do_not_depend_on_the_order_of_rows(how):
    """Nor on how many processors add them up."""
    first = counted("", 1, **how)
    assert len(first.sums) > 20
    for order, threads in (("", 4), ("ORDER BY hash(row)", 1), ("ORDER BY hash(row + 1)", 4)):
        assert counted(order, threads, **how) == first


def test_sums_are_those_of_whole_numbers():
    """Of the floats as they are, without any that rounding makes of their sums."""
    draw = random.Random(7)
    answers = [draw.random() * 7 for _ in range(3000)]
    weights = [10 ** draw.uniform(-9, 9) for _ in answers]
    survey = Survey(id="s", rows=Rows(), scale=(0, 7), metrics={"effort": Answer("effort")})
    with local_engine("measure") as engine:
        engine.connection.execute(
            """CREATE TABLE t AS SELECT UNNEST(RANGE(3000)) AS "row", NULL::VARCHAR AS respondent,
            NULL::VARCHAR AS touchpoint, 'effort' AS part, UNNEST(?::DOUBLE[]) AS answer,
            UNNEST(?::DOUBLE[]) AS weight, NULL::VARCHAR AS persona, NULL::BIGINT AS "at",
            NULL::DATE AS "day", 0.0::DOUBLE AS worst, 7.0::DOUBLE AS best""",
            [answers, weights],
        )
        found = answers_of(survey, Typed("SELECT * FROM t", engine, 3000, {}), [])
    sums = found.sums[Group("", "effort")]
    exact = list(zip(map(Fraction, weights), map(Fraction, answers), strict=True))
    assert sums.weight == sum(w for w, _ in exact)
    assert sums.squares == pytest.approx(float(sum(w * w for w, _ in exact)), rel=1e-15)
    assert float(sums.first) == pytest.approx(float(sum(w * y for w, y in exact)), rel=1e-15)
    assert float(sums.second) == pytest.approx(float(sum(w * y * y for w, y in exact)), rel=1e-15)
