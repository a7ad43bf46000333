"""Reading a log: typed events → Log, by the way that suits the engine and what is asked for."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from cjm.data import left_out
from cjm.data.definition import Asked
from cjm.data.definition import Events as Source
from cjm.data.engine import LocalEngine
from cjm.data.left_out import LeftOut, Reason, merged
from cjm.data.logs.counting import Counts, Move, counts_of
from cjm.data.logs.covering import covering
from cjm.data.logs.events import (
    MOST_TOUCHPOINTS,
    Events,
    events_of,
    failures_in,
    repeats_in,
    without_repeats,
    words_and_extent_of,
)
from cjm.data.logs.log import Failures, Log, RarePaths, Wait
from cjm.data.logs.packed import Packed, layout_of
from cjm.data.logs.standard import Standard
from cjm.data.logs.ways import MICROSECONDS_OF_A_DAY, MoveRow, Way
from cjm.data.logs.words import named
from cjm.data.typed import Typed
from cjm.errors import CjmError
from cjm.i18n import say
from cjm.journey.paths import CountedPath
from cjm.records import dataclass
from cjm.tuples import NamedTuple


@dataclass(frozen=True)
class LogOptions:
    """How a log is read.

    Attributes:
        drop_repeats: Leave out events equal to another in case, touchpoint and time.
        collapse: Take visits to one touchpoint in a row for one, which begins with the first.
        cover: Keep only the most frequent paths, as many as carry this share of the cases.
        open_days: Cases whose last event is within so many days of the log's last may not be over.
        waits: Whether waits are wanted.
    """

    drop_repeats: bool = False
    collapse: bool = False
    cover: float | None = None
    open_days: float | None = None
    waits: bool = True


def read_log(typed: Typed, source: Source, asked: Asked, options: LogOptions | None = None) -> Log:
    """Count the events of a source.

    Args:
        typed: Its rows. Those without case, touchpoint or time are left out already, and those of
            cases that begin outside the period.
        source: What `data.yaml` says of it.
        asked: In which timezone days are days.
        options: How it is read.

    Returns:
        The log: counts and paths, and waits where they are wanted.

    Raises:
        CjmError: No event is left, no case has two, or there are more touchpoints than anything
            that people call a touchpoint can have.
    """
    options = options or LogOptions()
    words, extent = words_and_extent_of(typed)
    if len(words) > MOST_TOUCHPOINTS:
        raise _too_many(source)
    naming = named([word.word for word in words], source.touchpoints)
    if not words:
        raise _nothing(source, typed.left_out)
    events = events_of(typed, naming, extent, source.order is not None)
    kept = without_repeats(events) if options.drop_repeats else events
    counted = _counted(kept, options)
    if counted.whole.events == counted.whole.cases:
        raise _single(source)
    ties = sum(move.ties for move in counted.moves)
    return Log(
        source=source.id,
        counts=counted.counts,
        paths=counted.paths,
        rare=counted.rare,
        titles=naming.titles,
        waits=_waits(kept, counted.moves),
        failed=_failed(kept, options.collapse) if source.failed else None,
        ties=ties,
        repeated=repeats_in(events) if ties or options.collapse or options.drop_repeats else 0,
        days=_days(events, asked.timezone),
        read=typed.read,
        left_out=merged(
            (
                typed.left_out,
                _reason(left_out.REPEATED, events.extent.events - kept.extent.events),
                _reason(left_out.CONSECUTIVE, kept.extent.events - counted.whole.events),
                _reason(left_out.RARE_PATH, counted.whole.events - counted.counts.events),
            )
        ),
    )


class _Counted(NamedTuple):
    """What a way found: counts of all cases, and of those on the paths that are kept."""

    whole: Counts
    counts: Counts
    paths: tuple[CountedPath, ...]
    rare: RarePaths
    moves: list[MoveRow]


def _counted(events: Events, options: LogOptions) -> _Counted:
    way = way_of(events, options.collapse)
    paths = way.paths(_open_from(events, options.open_days))
    whole = counts = counts_of(paths)
    kept = None if options.cover is None else covering(paths, options.cover)
    rare = RarePaths()
    if kept is not None and kept < len(paths):
        rare = RarePaths(len(paths) - kept, sum(path.cases for path in paths[kept:]))
        paths = paths[:kept]
        counts = counts_of(paths)
    moves = way.moves(kept) if options.waits else []
    return _Counted(whole, counts, tuple(paths), rare, moves)


def way_of(events: Events, collapse: bool) -> Way:
    """Packed numbers on this machine where they fit, standard SQL elsewhere."""
    layout = layout_of(events) if isinstance(events.engine, LocalEngine) else None
    return Packed(events, layout, collapse) if layout else Standard(events, collapse)


def _open_from(events: Events, days: float | None) -> int | None:
    if days is None:
        return None
    return events.extent.latest - int(days * MICROSECONDS_OF_A_DAY)


def _waits(events: Events, moves: list[MoveRow]) -> dict[Move, Wait]:
    ordered = sorted(moves, key=lambda move: move.first_row)
    return {(events.ids[move.source], events.ids[move.target]): move.wait for move in ordered}


def _failed(events: Events, collapse: bool) -> dict[str, Failures]:
    return {id: Failures(*counts) for id, counts in failures_in(events, collapse).items()}


def _days(events: Events, timezone: str) -> tuple[date, date]:
    """The days of the first and the last event, where the data are."""
    epoch, zone = datetime(1970, 1, 1, tzinfo=UTC), ZoneInfo(timezone)
    ends = (events.extent.earliest, events.extent.latest)
    first, last = ((epoch + timedelta(microseconds=at)).astimezone(zone).date() for at in ends)
    return first, last


def _reason(name: str, rows: int) -> LeftOut:
    return {name: Reason(rows)} if rows else {}


def _nothing(source: Source, left: LeftOut) -> CjmError:
    if left_out.OUTSIDE_PERIOD in left:
        message = say("no case of {source} begins in the period", source=source.id)
        return CjmError(message, say("a case counts whole, by the day of its first event"))
    return CjmError(say("{source} has no event that counts", source=source.id))


def _single(source: Source) -> CjmError:
    return CjmError(
        say(
            "every case of {source} has one event, so that nothing leads anywhere", source=source.id
        ),
        say("does {column} say whose events they are?", column=str(source.case)),
    )


def _too_many(source: Source) -> CjmError:
    return CjmError(
        say(
            "{column} of {source} has more than {most} different touchpoints",
            column=str(source.touchpoint),
            source=source.id,
            most=MOST_TOUCHPOINTS,
        ),
        say("name the column that says what customers did, or merge words under touchpoints"),
    )
