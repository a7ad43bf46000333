"""Changes: what was, what is, and how the two differ, as plain records."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Literal, TypeVar

from cjm.analysis.facts import number
from cjm.records import dataclass
from cjm.rounding import rounded

Item = TypeVar("Item")
Value = TypeVar("Value")
Sides = tuple[Value | None, Value | None]
"""A value before and after; None where there is none."""
Verdict = Literal["better", "worse", "same"]
Change = Literal["added", "removed", "changed"]

LEAST = 1e-9
"""A C that differs by no more is the same."""


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field of the format that says something else: what it said and says, as plain data.

    None stands for a field that is not there.
    """

    field: str
    before: Any
    after: Any

    @property
    def change(self) -> Change:
        """Whether the field is new, gone, or says something else."""
        if self.before is None:
            return "added"
        return "removed" if self.after is None else "changed"

    def to_dict(self) -> dict[str, Any]:
        """As JSON has it."""
        return {"field": self.field, "before": self.before, "after": self.after}


@dataclass(frozen=True, slots=True)
class PartChange:
    """An entry of a catalogue, such as a stage, that is new, gone, moved, or says something else.

    `change` is None where it only stands at another place.
    """

    id: str
    title: str
    change: Change | None
    fields: tuple[FieldChange, ...] = ()
    moved: bool = False

    def to_dict(self) -> dict[str, Any]:
        """As JSON has it."""
        return {
            "id": self.id,
            "title": self.title,
            "change": self.change,
            "moved": self.moved,
            "fields": [field.to_dict() for field in self.fields],
        }


def verdict(before: float | None, after: float | None) -> Verdict:
    """Whether a C rose or fell; one that is missing on a side did neither."""
    if before is None or after is None or abs(rounded(after - before)) <= LEAST:
        return "same"
    return "better" if after > before else "worse"


def numbers(sides: Sides[float]) -> list[float | None]:
    """Both sides as JSON has them."""
    return [number(side) for side in sides]


def both(
    before: Item | None, after: Item | None, get: Callable[[Item], Value | None]
) -> Sides[Value]:
    """What is to be got of each side; None where that is missing."""
    return (
        None if before is None else get(before),
        None if after is None else get(after),
    )


Data = Mapping[str, Any]
"""A record as plain data: the keys of the format and what they hold."""


def field_changes(
    before: Data,
    after: Data,
    order: Iterable[str],
    meant: Callable[[str, Any], Any] = lambda key, value: value,
) -> tuple[FieldChange, ...]:
    """The fields of a record that differ.

    Args:
        before: The record as it was.
        after: The record as it is.
        order: The keys in the order of the format; others, an author's own, follow by name.
        meant: What the old value of a key stands for now, where ids have changed.

    Returns:
        Those that differ, in that order.
    """
    known = list(order)
    keys = [key for key in known if key in before or key in after]
    keys += sorted({*before, *after} - set(known))
    return tuple(
        FieldChange(key, before.get(key), after.get(key))
        for key in keys
        if meant(key, before.get(key)) != after.get(key)
    )
