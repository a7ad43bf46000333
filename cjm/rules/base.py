"""What a rule is, what it is given, and what it tells."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from cjm.analysis import Analysis
from cjm.findings import Severity
from cjm.source import Route


@dataclass(frozen=True, slots=True)
class Place:
    """A way through the file to a value, or to its key; turned into a line and column later."""

    route: Route
    key: bool = False


@dataclass(frozen=True, slots=True)
class Problem:
    """What a rule found: the first of `places` that the file holds is where it stands."""

    message: str
    places: tuple[Place, ...]
    touchpoint: str | None = None
    help: str | None = None
    severity: Severity | None = None
    related: tuple[tuple[str, Place], ...] = ()
    personas: tuple[str, ...] = ()
    figures: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Option:
    """A number that a rule can be tuned with; `default` None is explained by `doc`."""

    name: str
    doc: str
    default: float | None = None
    at_least: float | None = None
    at_most: float | None = None


@dataclass(frozen=True, slots=True)
class Subject:
    """What a rule looks at: the whole journey's analysis, the rule's options, today's date."""

    analysis: Analysis
    options: Mapping[str, float | None]
    today: date


@dataclass(frozen=True, slots=True)
class Rule:
    """A check with a code that never changes meaning; `page` is its documentation in Markdown.

    `find` is None where loading the files itself finds it.
    """

    code: str
    name: str
    severity: Severity
    page: str
    find: Callable[[Subject], Iterable[Problem]] | None = None
    options: tuple[Option, ...] = ()

    @property
    def title(self) -> str:
        """The page's first line, without its sign."""
        return self.page.strip().splitlines()[0].lstrip("# ").strip()


def touchpoint_key(id: str) -> Place:
    """The key of a touchpoint, where something missing is told."""
    return Place(("touchpoints", id), key=True)
