"""Answers of one source, counted for one journey."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from cjm.data.definition import Survey
from cjm.data.left_out import ANSWERED_AGAIN, OTHER_JOURNEY, LeftOut, Reason, merged
from cjm.data.surveys.sql import rows_sql, sums_sql
from cjm.data.surveys.sums import Sums
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
    sums = {Group(*row[:3]): _sums(row[3:]) for row in rows}
    [(total,)] = typed.engine.rows(f'SELECT COUNT(DISTINCT "row") FROM ({typed.select}) AS answers')
    [(own, used, first, last)] = typed.engine.rows(rows_sql(typed.select, survey, ids))
    reasons = {OTHER_JOURNEY: total - own, ANSWERED_AGAIN: own - used}
    more = {name: Reason(count) for name, count in reasons.items() if count}
    return Answers(
        source=survey,
        sums=sums,
        read=typed.read,
        used=used,
        days=(first, last) if first else None,
        left_out=merged([typed.left_out, more]),
    )


def _sums(row: tuple[Any, ...]) -> Sums:
    """A row of the SELECT as sums; engines differ in what a count or a sum of decimals is."""
    n, weight, squares, first, second, low, high, weighted, below, last = row
    return Sums(
        n=int(n),
        weight=float(weight),
        squares=float(squares),
        first=float(first),
        second=float(second),
        low=float(low),
        high=float(high),
        weighted=bool(weighted),
        below=float(below),
        last=last,
    )
