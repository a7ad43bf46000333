"""Loyalty programme: how many take part, and how many of them use what they are given."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from cjm.analysis.proportions import wilson_interval
from cjm.data.definition import Sales
from cjm.records import dataclass

FIGURES = (
    "members", "participation", "participation_interval", "used", "redemption",
    "redemption_interval", "points_used", "points_given", "redemption_points",
)  # fmt: skip


@dataclass(frozen=True)
class Programme:
    """A loyalty programme; None where the sales do not tell.

    Attributes:
        members: Customers whom a row of theirs calls members.
        participation: Members / customers, with Wilson's interval.
        used: Members who used a bonus.
        redemption: Those / members, with Wilson's interval.
        points_used, points_given: Of all rows.
        redemption_points: Points used / points given.
    """

    members: int
    participation: float
    participation_interval: tuple[float, float]
    used: int | None = None
    redemption: float | None = None
    redemption_interval: tuple[float, float] | None = None
    points_used: float | None = None
    points_given: float | None = None
    redemption_points: float | None = None

    def to_dict(self) -> dict[str, Any]:
        """Every figure, unrounded."""
        figures = {name: getattr(self, name) for name in FIGURES}
        return {n: list(v) if isinstance(v, tuple) else v for n, v in figures.items()}


def programme_of(rows: Sequence[Sequence[Any]], customers: int, sales: Sales) -> Programme:
    """The figures from what `programme_sql` counts."""
    members, used, points_used, points_given = rows[0]
    members = int(members or 0)
    used = int(used or 0) if sales.used is not None else None
    participation = members / customers
    redemption = used / members if used is not None and members else None
    spent, given = _points(points_used), _points(points_given)
    return Programme(
        members=members,
        participation=participation,
        participation_interval=wilson_interval(participation, customers),
        used=used,
        redemption=redemption,
        redemption_interval=None if redemption is None else wilson_interval(redemption, members),
        points_used=spent,
        points_given=given,
        redemption_points=spent / given if spent is not None and given else None,
    )


def _points(value: Any) -> float | None:
    return None if value is None else float(value)
