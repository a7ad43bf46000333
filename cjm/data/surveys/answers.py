"""Answers of one source, counted for one journey."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from cjm.data.definition import Survey
from cjm.data.left_out import ANSWERED_AGAIN, OTHER_JOURNEY, LeftOut, Reason, merged
from cjm.data.surveys.fixed_point import number_of, sizes_of
from cjm.data.surveys.sql import rows_sql, sums_sql
from cjm.data.surveys.sums import Sums
from cjm.data.surveys.sums import merged as sums_of_all
from cjm.data.typed import Typed
from cjm.records import dataclass, field
from cjm.tuples import NamedTuple


class Group(NamedTuple):
    """Whose answers to what: an empty touchpoint is the journey, an empty persona everybody."""

    touchpoint: str
    part: str
    persona: str = ""


@dataclass(frozen=True)
class Answers:
    """What a survey says about one journey.

    Attributes:
        source: The survey.
        sums: The sums of each group of answers; sides on a scale from −½ to ½.
        read: How many rows were read.
        used: How many of them hold an answer that counts.
        days: The first and last day of these; None where none has one.
        left_out: Which rows do not count, by reason.
    """

    source: Survey
    sums: Mapping[Group, Sums] = field(default_factory=dict)
    read: int = 0
    used: int = 0
    days: tuple[date, date] | None = None
    left_out: LeftOut = field(default_factory=dict)


def answers_of(survey: Survey, typed: Typed, touchpoints: Iterable[str]) -> Answers:
    """Count the answers of a survey about the touchpoints of a journey.

    Args:
        survey: How the source is read.
        typed: Its rows.
        touchpoints: The ids of the journey's touchpoints.

    Returns:
        The sums of every group, and which rows they are of.
    """
    ids = tuple(touchpoints)
    rows = typed.engine.rows(sums_sql(typed.select, survey, ids))
    sizes = sizes_of(survey)
    parts: dict[Group, list[Sums]] = defaultdict(list)
    for row in rows:
        parts[Group(*row[:3])].append(_sums(row[3:], sizes.get(row[1], 0)))
    [(total,)] = typed.engine.rows(f'SELECT COUNT(DISTINCT "row") FROM ({typed.select}) AS answers')
    [(own, used, first, last)] = typed.engine.rows(rows_sql(typed.select, survey, ids))
    reasons = {OTHER_JOURNEY: total - own, ANSWERED_AGAIN: own - used}
    more = {name: Reason(count) for name, count in reasons.items() if count}
    return Answers(
        source=survey,
        sums={group: whole for group, each in parts.items() if (whole := sums_of_all(each))},
        read=typed.read,
        used=used,
        days=(first, last) if first else None,
        left_out=merged([typed.left_out, more]),
    )


def _sums(row: tuple[Any, ...], size: int) -> Sums:
    """A row of the SELECT as sums; engines differ in what a count or a sum of decimals is."""
    magnitude, n, weight, squares, first, second, low, high, weighted, below, last = row
    unit = int(magnitude)
    return Sums(
        n=int(n),
        weight=number_of(weight, unit),
        squares=number_of(squares, 2 * unit),
        first=number_of(first, unit + size),
        second=number_of(second, unit + 2 * size),
        low=float(low),
        high=float(high),
        weighted=bool(weighted),
        below=number_of(below, unit),
        last=last,
    )
