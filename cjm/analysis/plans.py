"""A plan: the set of improvements that was chosen, and what it brings."""

from __future__ import annotations

from typing import Any, Literal

from cjm.analysis.touchpoints import Fix
from cjm.journey import Language
from cjm.records import dataclass
from cjm.shown import notebook

Objective = Literal["balance", "disappointed"]


@dataclass(frozen=True, slots=True)
class PlanPoint:
    """A set of improvements (ids in file order), what it costs, and the objective with it done.

    `assumed` says that the value rests on shares that nobody gave.
    """

    improvements: tuple[str, ...]
    cost: float
    value: float
    assumed: bool = False


@dataclass(frozen=True, slots=True)
class Plan:
    """What to do first.

    `before` is the objective as things are; `chosen` the best set within the budget, of several
    equally good ones the cheapest; `next` the cheapest set that is better than it, whatever the
    budget. `frontier` holds every efficient point from the cheapest to the best, when no budget
    is given. `optimal` is True only where that is proved; else `bound` is a value that no set can
    beat, or None where shares are simulated. `fixes` tells, by touchpoint, what closing its gap
    would change.
    """

    journey: str
    persona: str | None
    objective: Objective
    budget: float | None
    before: float
    chosen: PlanPoint
    next: PlanPoint | None
    frontier: tuple[PlanPoint, ...]
    optimal: bool
    bound: float | None
    fixes: dict[str, Fix]
    title: str = ""
    language: Language = "en"
    assumed: bool = False
    """Whether `before`, and so `bound`, rests on shares that nobody gave."""

    def __repr__(self) -> str:
        chosen = ", ".join(self.chosen.improvements) or "nothing"
        change = f"{self.before:.4g} → {self.chosen.value:.4g}"
        return f"Plan({self.journey}: {chosen}; {self.objective} {change})"

    def _repr_html_(self) -> str:
        """The plan as a table, as a notebook shows it."""
        return notebook(self)

    @property
    def _assumed(self) -> list[str]:
        """The keys of what is assumed of the journey as it is."""
        names = ["before"] if self.bound is None else ["before", "bound"]
        return names if self.assumed else []

    def to_frame(self) -> Any:
        """The frontier as a pandas DataFrame, a row a point.

        Returns:
            Columns `improvements` (a list of ids), `cost`, `value`, `assumed` (the keys of what
            rests on shares that nobody gave) and `chosen`. With a budget
            there is no frontier: the rows are the point chosen and the next better one.

        Raises:
            CjmError: pandas is not installed.
        """
        from cjm.journey.frames import pandas

        points = self.frontier or tuple(p for p in (self.chosen, self.next) if p)
        rows = [{**_plain(point), "chosen": point == self.chosen} for point in points]
        return pandas().DataFrame(rows)

    def to_dict(self) -> dict[str, Any]:
        """The plan as plain data, as `cjm plan --format json` prints it."""
        return {
            "version": 1,
            "journey": self.journey,
            "persona": self.persona,
            "objective": self.objective,
            "budget": self.budget,
            "before": self.before,
            "chosen": _plain(self.chosen),
            "next": self.next and _plain(self.next),
            "frontier": [_plain(point) for point in self.frontier],
            "optimal": self.optimal,
            "bound": self.bound,
            "what_if": [
                {
                    "touchpoint": id,
                    "balance": fix.balance,
                    "disappointed": fix.disappointed,
                    "assumed": list(fix.assumed),
                }
                for id, fix in self.fixes.items()
            ],
            "assumed": self._assumed,
        }


def _plain(point: PlanPoint) -> dict[str, Any]:
    return {
        "improvements": list(point.improvements),
        "cost": point.cost,
        "value": point.value,
        "assumed": ["value"] if point.assumed else [],
    }
