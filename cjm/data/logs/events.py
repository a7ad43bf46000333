"""Events with codes for touchpoints: what every way of counting a log begins with, as SQL."""

from __future__ import annotations

from collections.abc import Sequence

from cjm.data.engine import Engine, text_literal
from cjm.data.logs.words import Named
from cjm.data.typed import Typed
from cjm.tuples import NamedTuple

MOST_TOUCHPOINTS = 65_535
"""More of them, and the mapping names the wrong column; so many have codes of two bytes."""
MARK = 5
"""Digits of a code as text, the same for all: then paths are in order as their texts are."""

COLUMNS = '"case", code, mark, "at", "row", "ord", failed'
"""Of events that count; words of SQL are quoted."""
_LAST = 'CASE WHEN "ord" IS NULL THEN 1 ELSE 0 END'
"""Events without a place in the order come behind those with one, on every engine."""


class Word(NamedTuple):
    """A word of the log: how many events have it, and the row where it first stands."""

    word: str
    events: int
    first_row: int


UNITS = (1_000_000, 1_000)
"""Microseconds of a second and of a millisecond, in which most logs tell times."""


class Extent(NamedTuple):
    """How many events there are, and how far they reach.

    Attributes:
        events: How many.
        rows: The last row.
        earliest, latest: The times between which they lie.
        unit: Of how many microseconds all times since the earliest are multiples.
    """

    events: int
    rows: int
    earliest: int
    latest: int
    unit: int = 1


class Events(NamedTuple):
    """The events that count.

    Attributes:
        select: A SELECT of `case`, `code`, `mark` (the code as text), `at`, `row`, `ord` and
            `failed`.
        engine: Where it runs.
        ids: The touchpoint of each code, in order of code points.
        extent: How many there are, and how far they reach.
        ordered: Whether `ord` tells which of two events at one time comes first.
    """

    select: str
    engine: Engine
    ids: tuple[str, ...]
    extent: Extent
    ordered: bool

    @property
    def order(self) -> str:
        """What the events of a case are in order of."""
        return f'"at", {self.ties}'

    @property
    def ties(self) -> str:
        """What events at one time are in order of."""
        return f'{self.given}, "row"' if self.ordered else '"row"'

    @property
    def given(self) -> str:
        """The order that the source gives by a column."""
        return f'{_LAST}, "ord"'


_RESTS = ", ".join(f'MIN("at" % {unit}), MAX("at" % {unit})' for unit in UNITS)
_EXTENT = f'COUNT(*), MAX("row"), MIN("at"), MAX("at"), {_RESTS}'
"""What `_extent` puts together."""


def words_and_extent_of(typed: Typed) -> tuple[list[Word], Extent]:
    """The different words in order of first appearance, and how far their events reach.

    There is at most one word more than there may be; the extent is that of these words.
    """
    sql = f"""SELECT word, MIN("row"), {_EXTENT} FROM ({typed.select}) AS typed_rows
GROUP BY word LIMIT {MOST_TOUCHPOINTS + 1}"""
    rows = typed.engine.rows(sql)
    words = (Word(word, int(events), first_row) for word, first_row, events, *_ in rows)
    extent = _extent([figures for _, _, *figures in rows])
    return sorted(words, key=lambda word: word.first_row), extent


def events_of(typed: Typed, named: Named, extent: Extent, ordered: bool) -> Events:
    """The events, with codes for their touchpoints. Every row has a word: theirs is its extent."""
    ids = tuple(sorted(set(named.ids.values())))
    codes = {id: code for code, id in enumerate(ids)}
    select = f"""SELECT "case", words.code, words.mark, "at", "row", "ord", failed
FROM ({typed.select}) AS typed_rows
JOIN ({_table_of(named, codes)}) AS words ON words.word = typed_rows.word"""
    return Events(select, typed.engine, ids, extent, ordered)


def _table_of(named: Named, codes: dict[str, int]) -> str:
    """Words with their codes, as a table that stands in the query."""
    rows = (
        f"({text_literal(word)}, {codes[id]}, '{codes[id]:0{MARK}d}')"
        for word, id in named.ids.items()
    )
    return f"SELECT word, code, mark FROM (VALUES {', '.join(rows)}) AS coded(word, code, mark)"


def _extent(parts: Sequence[Sequence[int]]) -> Extent:
    """The extent of all from the rows of `_EXTENT` of parts that share no event."""
    if not parts:
        return Extent(0, 0, 0, 0)
    events, rows, earliest, latest, *rests = (
        tuple(map(int, figures)) for figures in zip(*parts, strict=True)
    )
    pairs = zip(UNITS, rests[::2], rests[1::2], strict=True)
    unit = next((unit for unit, least, most in pairs if min(least) == max(most)), 1)
    return Extent(sum(events), max(rows), min(earliest), max(latest), unit)


def without_repeats(events: Events) -> Events:
    """The first of the events that are equal in case, touchpoint and time."""
    same = f'PARTITION BY "case", code, "at" ORDER BY {events.ties}'
    select = f"""SELECT {COLUMNS} FROM (
  SELECT {COLUMNS}, ROW_NUMBER() OVER ({same}) AS nth
  FROM ({events.select}) AS events
) AS numbered WHERE nth = 1"""
    rows = events.engine.rows(f"SELECT {_EXTENT} FROM ({select}) AS events")
    return events._replace(select=select, extent=_extent(rows))


def repeats_in(events: Events) -> int:
    """How many events equal another in case, touchpoint and time, beyond the first."""
    sql = f"""SELECT COALESCE(SUM(n - 1), 0) FROM (
  SELECT COUNT(*) AS n FROM ({events.select}) AS events GROUP BY "case", code, "at") AS sizes"""
    [(repeats,)] = events.engine.rows(sql)
    return int(repeats)


def failures_in(events: Events, collapse: bool) -> dict[str, tuple[int, int]]:
    """Of each touchpoint where something failed: how many events did, in how many cases.

    Args:
        events: The events that count.
        collapse: Whether visits to one touchpoint in a row are one, which failed where any did.
    """
    failed = f'SELECT "case", code FROM ({events.select}) AS events WHERE failed'
    if collapse:
        failed = _failed_visits(events)
    sql = f"""SELECT code, COUNT(*), COUNT(DISTINCT "case") FROM ({failed}) AS failures
GROUP BY code"""
    rows = sorted(events.engine.rows(sql))
    return {events.ids[code]: (int(n), int(cases)) for code, n, cases in rows}


def _failed_visits(events: Events) -> str:
    """Events in a row are those whose places in the case and at the touchpoint differ alike."""
    places = (
        f"ROW_NUMBER() OVER (PARTITION BY {within} ORDER BY {events.order})"
        for within in ('"case"', '"case", code')
    )
    return f"""SELECT "case", code FROM (
  SELECT "case", code, failed, {" - ".join(places)} AS visit
  FROM ({events.select}) AS events
) AS placed WHERE failed GROUP BY "case", code, visit"""
