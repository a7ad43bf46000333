"""The short way, for a file whose rows are in order already: one pass over it, no sorting.

It gives moves, starts and ends without any path. It relies on DuckDB reading rows in the file's
order and on its streaming window, which standard SQL promises nowhere; so the same pass checks that
rows came in order and that time never went back within a case, and a second one that each case is
one run.
"""

from collections import Counter

from cjm.data.logs.counting import Counts
from cjm.data.logs.events import Events
from cjm.data.logs.packed import measured, move_row
from cjm.data.logs.ways import MoveRow


def count_in_order(events: Events) -> tuple[Counts, list[MoveRow]] | None:
    """The counts and moves of events that lie in order; None where they do not.

    A visit that no move led to is a start.
    """
    if events.ordered:
        return None
    rows = events.engine.rows(measured(_followed(events), "SUM(back)", "SUM(jump)"))
    if any(back or jump for *_, back, jump in rows):
        return None
    visits: Counter[str] = Counter()
    ends: Counter[str] = Counter()
    for code, target, n, *_ in rows:
        visits[events.ids[code]] += n
        if target is None:
            ends[events.ids[code]] += n
    if ends.total() != _cases_in(events):
        return None
    moves = [move_row(*row[:-2]) for row in rows if row[1] is not None]
    starts = Counter(visits)
    for move in moves:
        starts[events.ids[move.target]] -= move.n
    made = {(events.ids[move.source], events.ids[move.target]): move.n for move in moves}
    return Counts(visits, +starts, ends, made), moves


def _followed(events: Events) -> str:
    """Each event with the one in the next row, where that is of the same case."""
    return f"""
  SELECT code, CASE WHEN below_case = "case" THEN below_code END AS next_code,
    CASE WHEN below_case = "case" THEN below_at - "at" END AS wait,
    CASE WHEN below_case = "case" THEN below_row END AS next_row,
    CASE WHEN below_case = "case" AND below_at < "at" THEN 1 ELSE 0 END AS back,
    CASE WHEN below_row <= "row" THEN 1 ELSE 0 END AS jump
  FROM (
    SELECT "case", code, "at", "row", LEAD("case") OVER () AS below_case,
      LEAD(code) OVER () AS below_code, LEAD("at") OVER () AS below_at,
      LEAD("row") OVER () AS below_row
    FROM ({events.select})
  )"""


def _cases_in(events: Events) -> int:
    [(cases,)] = events.engine.rows(f'SELECT COUNT(DISTINCT "case") FROM ({events.select})')
    return int(cases)
