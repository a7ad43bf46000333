"""The standard way, for every engine: windows, groups and exact quantiles in plain SQL.

Quantiles are put together from order statistics that ROW_NUMBER and COUNT find, since engines
differ in what their own functions for them do.
"""

from typing import Any

from cjm.data.logs.events import MARK, Events
from cjm.data.logs.ways import MoveRow, counted_path
from cjm.journey.paths import CountedPath

MEDIAN, P95 = (1, 2), (19, 20)
"""Shares as fractions, so that the places of quantiles come out exact."""


class Standard:
    """Cases in order by windows over the events."""

    def __init__(self, events: Events, collapse: bool) -> None:
        self._events = events
        self._in_case = f'OVER (PARTITION BY "case" ORDER BY {events.order})'
        self._select = events.select
        if collapse:
            self._select = f"""SELECT * FROM (
  SELECT *, LAG(code) {self._in_case} AS code_before FROM ({events.select}) AS events
) AS behind WHERE code_before IS NULL OR code_before <> code"""

    def paths(self, open_from: int | None) -> list[CountedPath]:
        """Each different path and how many cases went it, the most frequent first."""
        is_open = "0" if open_from is None else f"CASE WHEN latest >= {open_from} THEN 1 ELSE 0 END"
        sql = f"""SELECT path, COUNT(*), SUM({is_open})
FROM ({self._cases()}) AS cases GROUP BY path"""
        rows = sorted(self._events.engine.rows(sql), key=lambda row: (-row[1], row[0]))
        return [counted_path(self._events, _codes(path), n, n_open) for path, n, n_open in rows]

    def _cases(self) -> str:
        """Each case with its path, as the marks of its touchpoints in order."""
        return f"""
  SELECT "case", STRING_AGG(mark, '' ORDER BY nth) AS path, MAX("at") AS latest
  FROM (
    SELECT "case", mark, "at", ROW_NUMBER() {self._in_case} AS nth FROM ({self._select}) AS events
  ) AS numbered GROUP BY "case\""""

    def moves(self, kept: int | None) -> list[MoveRow]:
        """Each move in the cases of the first `kept` paths, or in all cases."""
        chosen = "" if kept is None else f'AND "case" IN ({self._cases_of(kept)})'
        sql = f"""WITH followed AS (
  SELECT "case", code, LEAD(code) {self._in_case} AS next_code,
    LEAD("at") {self._in_case} - "at" AS wait, LEAD("row") {self._in_case} AS next_row
  FROM ({self._select}) AS events
),
moves AS (
  SELECT code, next_code, wait, next_row,
    COUNT(*) OVER (PARTITION BY code, next_code) AS n,
    ROW_NUMBER() OVER (PARTITION BY code, next_code ORDER BY wait) AS nth
  FROM followed WHERE next_code IS NOT NULL {chosen}
)
SELECT code, next_code, COUNT(*), SUM(wait), SUM(CASE WHEN wait = 0 THEN 1 ELSE 0 END),
  MIN(next_row), {", ".join((*_neighbours(*MEDIAN), *_neighbours(*P95)))}
FROM moves GROUP BY code, next_code"""
        return [_move_row(*row) for row in self._events.engine.rows(sql)]

    def _cases_of(self, kept: int) -> str:
        """The cases that went the first paths."""
        return f"""SELECT "case" FROM ({self._cases()}) AS cases WHERE path IN (
  SELECT path FROM (
    SELECT path, ROW_NUMBER() OVER (ORDER BY n DESC, path) AS nth
    FROM (SELECT path, COUNT(*) AS n FROM ({self._cases()}) AS cases GROUP BY path) AS counted
  ) AS ranked WHERE nth <= {kept})"""


def _codes(path: str) -> list[int]:
    return [int(path[start : start + MARK]) for start in range(0, len(path), MARK)]


def _neighbours(part: int, of: int) -> tuple[str, str]:
    """The order statistics on both sides of a quantile, of `wait` numbered by `nth` of `n`."""
    below = f"CAST(FLOOR((n - 1) * {part} / CAST({of} AS DOUBLE)) AS BIGINT) + 1"
    above = f"CASE WHEN {below} < n THEN {below} + 1 ELSE n END"
    first, second = (
        f"MAX(CASE WHEN nth = {place} THEN wait ELSE NULL END)" for place in (below, above)
    )
    return first, second


def _move_row(
    source: int, target: int, n: int, total: Any, ties: Any, row: int, *at: Any
) -> MoveRow:
    median = _between(int(at[0]), int(at[1]), n, *MEDIAN)
    p95 = _between(int(at[2]), int(at[3]), n, *P95)
    return MoveRow(source, target, n, int(total), median, p95, int(ties), row)


def _between(low: int, high: int, n: int, part: int, of: int) -> float:
    """A quantile of `n` values from the order statistics on both sides of it (type 7)."""
    return low + (high - low) * ((n - 1) * part % of / of)
