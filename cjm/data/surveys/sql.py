"""The SQL of measuring: typed answers → sums by touchpoint, part and persona.

Canonical: CASE, COALESCE, ROW_NUMBER, sums over windows, GROUP BY; so that it runs anywhere.
"""

from __future__ import annotations

from collections.abc import Iterable

from cjm.data.conversion.numbers import double_literal
from cjm.data.definition import Answer, Survey
from cjm.data.engine import text_literal
from cjm.data.metric_kinds import DETRACTOR, PROMOTER, SIDES, metric_of, scale_of
from cjm.data.surveys.fixed_point import magnitude, mean_sql, places, power, sizes_of

PAIR = "B - O"
"""The part that stands for differences within a respondent; no id has blanks."""
SAME = "0.0000000005"
"""Differences within it are the noise of floats: figures are compared to 9 decimals."""
_NEVER = "-9000000000000000000"
"""Of an answer without a time: before all others."""


def sums_sql(select: str, survey: Survey, touchpoints: Iterable[str]) -> str:
    """A SELECT of sums: touchpoint, part, persona, magnitude, then the fields of `Sums`.

    An empty touchpoint is the journey, an empty persona everybody. Sides are on a scale from −½
    to ½, the higher the better; metrics as they are counted. A group has a row for each magnitude
    of weights; its sums are whole numbers of steps, of weights in units of the magnitude and of
    answers in units of their part's size.
    """
    return f"""{_answers(select, survey, touchpoints)},
pairs AS (
  SELECT touchpoint, persona, b - o AS value, weight, weighted, on_day FROM (
    SELECT touchpoint, persona, respondent, single,
      MAX(CASE WHEN part = 'expectation' THEN value END) AS o,
      MAX(CASE WHEN part = 'experience' THEN value END) AS b,
      MAX(CASE WHEN part = 'experience' THEN weight END) AS weight,
      MAX(CASE WHEN part = 'experience' THEN weighted END) AS weighted,
      MAX(on_day) AS on_day
    FROM (
      SELECT touchpoint, '' AS persona, respondent, single, part, value, weight, weighted, on_day
      FROM counted WHERE part IN ('expectation', 'experience')
      UNION ALL
      SELECT touchpoint, persona, respondent, single, part, value, weight, weighted, on_day
      FROM counted WHERE part IN ('expectation', 'experience') AND persona <> ''
    ) AS sides
    GROUP BY touchpoint, persona, respondent, single
  ) AS both_sides
  WHERE o IS NOT NULL AND b IS NOT NULL
),
parts AS (
  SELECT touchpoint, part, '' AS persona, value, weight, weighted, on_day FROM counted
  UNION ALL
  SELECT touchpoint, part, persona, value, weight, weighted, on_day FROM counted WHERE persona <> ''
  UNION ALL
  SELECT touchpoint, '{PAIR}' AS part, persona, value, weight, weighted, on_day FROM pairs
)
SELECT touchpoint, part, persona, magnitude, COUNT(*), SUM({places("w")}), SUM({places("w * w")}),
  SUM({places("w * v")}), SUM({places("w * (v * v)")}), MIN(value), MAX(value), MAX(weighted),
  SUM(CASE WHEN value < -{SAME} THEN {places("w")} ELSE 0 END), MAX(on_day)
FROM (
  SELECT touchpoint, part, persona, magnitude, value, weighted, on_day,
    weight / {power("magnitude")} AS w, value / {_size(survey)} AS v
  FROM (SELECT *, {magnitude("weight")} AS magnitude FROM parts) AS sized
) AS scaled
GROUP BY touchpoint, part, persona, magnitude
ORDER BY touchpoint, part, persona, magnitude"""


def rows_sql(select: str, survey: Survey, touchpoints: Iterable[str]) -> str:
    """A SELECT of one row: rows that answer of the journey, rows used, first and last day used."""
    return f"""{_answers(select, survey, touchpoints)}
SELECT COUNT(DISTINCT line), COUNT(DISTINCT CASE WHEN used = 1 THEN line END),
  MIN(CASE WHEN used = 1 THEN on_day END), MAX(CASE WHEN used = 1 THEN on_day END)
FROM ranked"""


def _answers(select: str, survey: Survey, touchpoints: Iterable[str]) -> str:
    """The answers of one journey, and of each respondent, touchpoint and part the one counted."""
    named = ", ".join(text_literal(id) for id in touchpoints) or "NULL"
    everyone = "PARTITION BY respondent, single, touchpoint, part"
    mean = survey.answers == "mean"
    answer = mean_sql("answer", _size(survey), f" OVER ({everyone})") if mean else "answer"
    return f"""WITH answers AS ({select}),
known AS (
  SELECT "row" AS line, COALESCE(respondent, '') AS respondent,
    CASE WHEN respondent IS NULL THEN "row" ELSE 0 END AS single,
    COALESCE(touchpoint, '') AS touchpoint, part, {_on_one_scale()} AS answer,
    COALESCE(persona, '') AS persona, COALESCE(weight, 1) AS weight,
    CASE WHEN weight IS NULL THEN 0 ELSE 1 END AS weighted,
    COALESCE("at", {_NEVER}) AS moment, "day" AS on_day
  FROM answers
  WHERE touchpoint IN ({named}) OR touchpoint IS NULL AND part NOT IN ({_texts(SIDES)})
),
rowwise AS (
  SELECT line, respondent, single, touchpoint, part, persona, weight, weighted, moment, on_day,
    {mean_sql("answer", _size(survey))} AS answer
  FROM known
  GROUP BY line, respondent, single, touchpoint, part, persona, weight, weighted, moment, on_day
),
ranked AS (
  SELECT line, respondent, single, touchpoint, part, persona, weight, weighted, on_day,
    {answer} AS answer, place, {"1" if mean else "CASE WHEN place = 1 THEN 1 ELSE 0 END"} AS used
  FROM (
    SELECT *, ROW_NUMBER() OVER ({everyone} ORDER BY moment DESC, line DESC) AS place FROM rowwise
  ) AS placed
),
counted AS (
  SELECT respondent, single, touchpoint, part, persona, weight, weighted, on_day,
    {_counts(survey)} AS value
  FROM ranked WHERE place = 1
)"""


def _size(survey: Survey) -> str:
    """The power of two that no answer to a part is above."""
    cases = " ".join(
        f"WHEN {text_literal(part)} THEN {double_literal(2.0**size)}"
        for part, size in sizes_of(survey).items()
        if size
    )
    return f"(CASE part {cases} ELSE {double_literal(1)} END)" if cases else double_literal(1)


def _on_one_scale() -> str:
    """An answer about a side on a scale from −½ to ½; one of a metric as it is."""
    moved = "(answer - (worst + best) / 2) / (best - worst)"
    return f"CASE WHEN part IN ({_texts(SIDES)}) THEN {moved} ELSE answer END"


def _counts(survey: Survey) -> str:
    """What an answer counts: of NPS 1, 0 or −1; of CSAT 1 where it is high; else itself."""
    columns = [answer for answer in survey.columns.values() if answer.part == "csat"]
    own = [
        f"WHEN part = 'csat' AND touchpoint = {text_literal(answer.touchpoint)} "
        f"THEN {_satisfied(survey, answer)}"
        for answer in columns
    ]
    return f"""CASE
      WHEN part = 'nps' AND answer >= {PROMOTER} THEN 1
      WHEN part = 'nps' AND answer <= {DETRACTOR} THEN -1
      WHEN part = 'nps' THEN 0
      {" ".join(own)}
      WHEN part = 'csat' THEN {_satisfied(survey, metric_of(survey, "csat"))}
      ELSE answer END"""


def _satisfied(survey: Survey, csat: Answer) -> str:
    least = float(scale_of(survey, csat)[1] - csat.top)
    return f"CASE WHEN answer > {least!r} THEN 1 ELSE 0 END"


def _texts(texts: Iterable[str]) -> str:
    return ", ".join(text_literal(text) for text in texts)
