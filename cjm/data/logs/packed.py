"""The packed way, for DuckDB here: a case is a sorted list of whole numbers.

Each event becomes one number whose order is the order wanted: time, place in the order given, row,
touchpoint. A case's numbers go into one list, which is sorted: no wide rows move and no window
runs. The lowest bits of a list are the path, neighbours are moves, and the difference of their
highest bits is the wait. Most logs tell whole seconds or milliseconds: then time is counted in
these, and numbers of 8 bytes hold what otherwise takes 16.
"""

from typing import Any

from cjm.data.logs.events import Events
from cjm.data.logs.ways import MoveRow, counted_path
from cjm.journey.paths import CountedPath
from cjm.tuples import NamedTuple

BITS, SMALL_BITS = 127, 62
"""What numbers of 16 and of 8 bytes with a sign hold, one bit of the latter to spare."""
_GRID = 20
"""Between whole numbers these quantiles lie on twentieths; beside them is the noise of floats."""
LISTS, PATHS = "cjm_log_lists", "cjm_log_paths"


class Layout(NamedTuple):
    """How an event is packed.

    Attributes:
        code, row, place: How many bits these parts of a number have below those of its time.
        unit: In how many microseconds time is counted.
        is_wide: Whether numbers take 16 bytes.
    """

    code: int
    row: int
    place: int
    unit: int = 1
    is_wide: bool = True

    @property
    def time(self) -> int:
        """Where the time begins."""
        return self.code + self.row + self.place

    @property
    def type(self) -> str:
        """The engine's type of the numbers."""
        return "HUGEINT" if self.is_wide else "BIGINT"


def layout_of(events: Events) -> Layout | None:
    """How events are packed; None where they are too many or lie too far apart."""
    extent = events.extent
    row, span = extent.rows.bit_length(), extent.latest - extent.earliest
    layout = Layout((len(events.ids) - 1).bit_length(), row, row if events.ordered else 0)
    if layout.code + layout.row > SMALL_BITS or layout.time + span.bit_length() > BITS:
        return None
    is_wide = layout.time + (span // extent.unit).bit_length() > SMALL_BITS
    return layout if is_wide else layout._replace(unit=extent.unit, is_wide=False)


class Packed:
    """Cases as sorted lists, in a temporary table."""

    def __init__(self, events: Events, layout: Layout, collapse: bool) -> None:
        self._events = events
        self._layout = layout
        self._code = f"& {_mask(layout.code)}"
        self._path = f"LIST_TRANSFORM(keys, lambda key: CAST(key {self._code} AS USMALLINT))"
        lists = (
            f'SELECT LIST_SORT(LIST({self._key()})) AS keys FROM {self._placed()} GROUP BY "case"'
        )
        if collapse:
            new = f"nth = 1 OR (key {self._code}) <> (keys[nth - 1] {self._code})"
            lists = f"SELECT LIST_FILTER(keys, lambda key, nth: {new}) AS keys FROM ({lists})"
        events.engine.rows(f"CREATE OR REPLACE TEMP TABLE {LISTS} AS {lists}")

    def _placed(self) -> str:
        """The events, each with its place in the order given where there is one."""
        if not self._events.ordered:
            return f"({self._events.select})"
        place = f"DENSE_RANK() OVER (ORDER BY {self._events.given}) - 1 AS place"
        return f"(SELECT *, {place} FROM ({self._events.select}))"

    def _key(self) -> str:
        """An event as one number."""
        layout, earliest = self._layout, self._events.extent.earliest
        time = f'"at" - {earliest}'
        if layout.unit > 1:
            time = f"({time}) // {layout.unit}"
        key = f"(CAST({time} AS {layout.type}) << {layout.time})"
        if layout.place:
            key += f" | (CAST(place AS {layout.type}) << {layout.code + layout.row})"
        return f'{key} | (("row" << {layout.code}) | code)'

    def paths(self, open_from: int | None) -> list[CountedPath]:
        """Each different path and how many cases went it, the most frequent first."""
        is_open = "0"
        if open_from is not None:
            since = max(0, open_from - self._events.extent.earliest)
            is_open = f"CASE WHEN {self._time('keys[-1]')} >= {since} THEN 1 ELSE 0 END"
        engine = self._events.engine
        engine.rows(f"""CREATE OR REPLACE TEMP TABLE {PATHS} AS
SELECT {self._path} AS path, COUNT(*) AS n, SUM({is_open}) AS n_open FROM {LISTS} GROUP BY path""")
        rows = engine.rows(f"SELECT path, n, n_open FROM {PATHS} ORDER BY n DESC, path")
        return [counted_path(self._events, *row) for row in rows]

    def moves(self, kept: int | None) -> list[MoveRow]:
        """Each move in the cases of the first `kept` paths, or in all cases."""
        chosen = ""
        if kept is not None:
            first = f"SELECT path FROM {PATHS} ORDER BY n DESC, path LIMIT {kept}"
            chosen = f"WHERE {self._path} IN ({first})"
        code = self._layout.code
        sql = _measured(f"""
  SELECT CAST(x {self._code} AS USMALLINT) AS code, CAST(y {self._code} AS USMALLINT) AS next_code,
    CAST({self._time("y")} - {self._time("x")} AS BIGINT) AS wait,
    CAST((y >> {code}) & {_mask(self._layout.row)} AS BIGINT) AS next_row
  FROM (SELECT UNNEST(keys[:-2]) AS x, UNNEST(keys[2:]) AS y FROM {LISTS} {chosen})""")
        return [_move_row(*row) for row in self._events.engine.rows(sql)]

    def _time(self, key: str) -> str:
        """The time of a number: microseconds since the first event."""
        time = f"({key} >> {self._layout.time})"
        return time if self._layout.unit == 1 else f"{time} * {self._layout.unit}"


def _measured(moves: str) -> str:
    """The moves (`code`, `next_code`, `wait`, `next_row`) summed up, by functions of DuckDB."""
    return f"""SELECT code, next_code, COUNT(*), SUM(wait), QUANTILE_CONT(wait, [0.5, 0.95]),
  SUM(CASE WHEN wait = 0 THEN 1 ELSE 0 END), MIN(next_row)
FROM ({moves}) GROUP BY code, next_code"""


def _move_row(
    source: int, target: int, n: int, total: Any, at: list[float], ties: Any, row: int
) -> MoveRow:
    """A row of `_measured`; sums come as what is wider than numbers of SQL."""
    median, p95 = (round(value * _GRID) / _GRID for value in at)
    return MoveRow(source, target, n, int(total), median, p95, int(ties), row)


def _mask(bits: int) -> int:
    return (1 << bits) - 1
