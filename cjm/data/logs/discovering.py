"""Discover: an event log, wherever it is described, → the journey that it tells of."""

from __future__ import annotations

import os
from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from cjm.data.definition import TOLERATE
from cjm.records import dataclass

if TYPE_CHECKING:
    from cjm.data.choosing import Wanted
    from cjm.data.logs.discovered import Discovered


@dataclass(frozen=True)
class DiscoverOptions:
    """How a journey is made of a log.

    Attributes:
        drop_repeats: Leave out events equal to another in case, touchpoint and time.
        collapse: Take visits to one touchpoint in a row for one.
        cover: Keep only the most frequent paths that carry this share of the cases.
        min_share: Leave out moves and starts of a smaller share.
        stages: Cut the touchpoints into so many stages.
        keep: A journey's file: all but its touchpoints, `next` and `start` is taken over.
        id: The journey's id; default: that of the file kept, else of the source.
        language: Of titles that are made here, `en` or `ru`.
    """

    drop_repeats: bool = False
    collapse: bool = False
    cover: float | None = None
    min_share: float | None = None
    stages: int | None = None
    keep: str | None = None
    id: str | None = None
    language: str = "en"


def discover(
    log: str | os.PathLike[str] | None = None,
    data: str | os.PathLike[str] | None = None,
    *,
    columns: Mapping[str, Any] | None = None,
    period: tuple[date | None, date | None] = (None, None),
    drop_repeats: bool = False,
    collapse: bool = False,
    cover: float | None = None,
    min_share: float | None = None,
    stages: int | None = None,
    keep: str | os.PathLike[str] | None = None,
    id: str | None = None,
    language: str = "en",
    tolerate: float = TOLERATE,
    outside: bool = False,
    python: bool = False,
) -> Discovered:
    """A journey from an event log: touchpoints, transitions with probabilities and waits, ends.

    Args:
        log: A source of `data.yaml`, or a file; default: the only event log.
        data: The `data.yaml` to use; default: the nearest upwards.
        columns: Of a file that no `data.yaml` describes: `case`, `touchpoint` and `time`, and what
            each is called there.
        period: Cases whose first event lies in it count, whole; both days included.
        drop_repeats: Leave out events equal to another in case, touchpoint and time.
        collapse: Take visits to one touchpoint in a row for one, which begins with the first.
        cover: Keep only the most frequent whole paths, as few as carry this share of the cases.
        min_share: Leave out moves with a smaller share of the visits to where they come from, and
            starts with a smaller share of the cases; a touchpoint's most frequent move stays.
        stages: Cut the touchpoints into so many stages, where mean positions lie furthest apart.
        keep: A journey's file: everything but `next`, `start` and the list of touchpoints is taken
            over, by id.
        id: The journey's id; default: that of the file kept, else of the source.
        language: Of titles that are made here, `en` or `ru`.
        tolerate: The share of the rows that may be left out, 0 to 1.
        outside: Whether files may lie beyond the folder of the definition.
        python: Whether functions that connections name may be imported and called.

    Returns:
        The journey as `journey`, as the `text` of a file and by `dump`; its figures by `to_dict`
        and `to_frame`.

    Raises:
        UsageError: No source is meant, or more than one may be; a column is not there.
        InvalidDataError: The `data.yaml` is faulty.
        InvalidJourneyError: The file to keep is faulty.
        CjmError: More rows than tolerated were left out, nothing is left, or no case has two
            events; a part is missing that is an extra.
    """
    from cjm.data.choosing import wanted_of

    wanted = wanted_of(
        log, data, columns=columns, period=period, tolerate=tolerate,
        outside=outside, python=python,
    )  # fmt: skip
    options = DiscoverOptions(
        drop_repeats, collapse, cover, min_share, stages,
        None if keep is None else os.fspath(keep), id, language,
    )  # fmt: skip
    return discover_wanted(wanted, options)


def discover_wanted(wanted: Wanted, options: DiscoverOptions) -> Discovered:
    """The same of what a command was asked for."""
    from cjm.data.choosing import choose
    from cjm.data.engine import local_engine
    from cjm.data.logs.making import made_of
    from cjm.data.logs.reading import LogOptions, read_log
    from cjm.data.trusted import trusted

    chosen = choose("events", wanted, language=options.language)
    source, asked = chosen.source, chosen.asked
    how = LogOptions(options.drop_repeats, options.collapse, options.cover)
    with local_engine("discover") as engine:
        rows = trusted(source, chosen, engine)
        log = read_log(rows, source, asked, how)
    return made_of(log, source, options)
