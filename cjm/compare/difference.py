"""Difference: all that differs between two sides, a journey each or many."""

from __future__ import annotations

from typing import Any

from cjm.compare.journeys import JourneyDifference
from cjm.diagnostics.findings import Finding
from cjm.i18n import Message
from cjm.journey import State
from cjm.records import dataclass

VERSION = 1


@dataclass(frozen=True, slots=True)
class Alone:
    """A journey that only one side has."""

    journey: str
    state: State
    title: str
    file: str | None

    def to_dict(self) -> dict[str, Any]:
        """As JSON has it."""
        about = {"journey": self.journey, "state": self.state}
        return {**about, "title": self.title, "file": self.file}


@dataclass(frozen=True, slots=True)
class Difference:
    """What differs between two sides.

    `journeys` are those on both sides that differ, those with a C that fell first, then by how much
    the balance changed; `unchanged` counts the others. `faults` say why a file could not be
    compared, `problems` what could not be opened at all.
    """

    journeys: tuple[JourneyDifference, ...]
    only_in_a: tuple[Alone, ...] = ()
    only_in_b: tuple[Alone, ...] = ()
    unchanged: int = 0
    persona: str | None = None
    faults: tuple[Finding, ...] = ()
    problems: tuple[Message, ...] = ()

    def __repr__(self) -> str:
        return (
            f"Difference({len(self.journeys)} journeys, {self.better} better, {self.worse} worse)"
        )

    @property
    def better(self) -> int:
        """How many touchpoints have a C that rose."""
        return sum(len(journey.better) for journey in self.journeys)

    @property
    def worse(self) -> int:
        """How many touchpoints have a C that fell."""
        return sum(len(journey.worse) for journey in self.journeys)

    @property
    def has_regressed(self) -> bool:
        """Whether a C fell, or a touchpoint was added that disappoints."""
        return any(journey.has_regressed for journey in self.journeys)

    @property
    def is_empty(self) -> bool:
        """Whether nothing differs."""
        return not (self.journeys or self.only_in_a or self.only_in_b)

    def to_dict(self) -> dict[str, Any]:
        """All of it, as `cjm diff --format json` prints it."""
        return {
            "version": VERSION,
            "persona": self.persona,
            "journeys": [journey.to_dict() for journey in self.journeys],
            "only_in_a": [alone.to_dict() for alone in self.only_in_a],
            "only_in_b": [alone.to_dict() for alone in self.only_in_b],
            "unchanged": self.unchanged,
            "better": self.better,
            "worse": self.worse,
        }
