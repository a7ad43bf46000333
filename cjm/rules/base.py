"""What a rule is, what it is given, and what it tells."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from cjm.analysis import Analysis
from cjm.diagnostics import Diagnostic, Place, Severity
from cjm.i18n import Message
from cjm.journey import Comparison, Stage
from cjm.records import dataclass, field
from cjm.source import Source

if TYPE_CHECKING:
    from cjm.analysis.conformance import Conformance


@dataclass(frozen=True, slots=True)
class Option:
    """What a rule can be tuned with: a number, or a list of `texts`, by default none.

    A number's `default` None is explained by `doc`.
    """

    name: str
    doc: Message
    default: float | None = None
    at_least: float | None = None
    at_most: float | None = None
    whole: bool = False
    texts: bool = False


@dataclass(frozen=True, slots=True)
class Subject:
    """What a rule looks at: the whole journey's analysis, the rule's options, today's date.

    `selected` are the codes of all rules that run, `all_options` their options by code; `targets`
    are the workspace's, for metrics that name none, `stages` those it shares, and `declared` the
    ids of all that it does, by the key of their kind. `source` is the text that was written; None
    where the journey was built in Python.
    """

    analysis: Analysis
    options: Mapping[str, Any]
    today: date
    selected: frozenset[str] = frozenset()
    all_options: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    targets: tuple[tuple[str, Comparison], ...] = ()
    stages: tuple[Stage, ...] = ()
    source: Source | None = None
    declared: Mapping[str, Iterable[str]] = field(default_factory=dict)

    def option(self, code: str, name: str) -> float | None:
        """Another rule's option, as the workspace sets it; None where it is not set."""
        value: float | None = self.all_options.get(code, {}).get(name)
        return value

    def texts(self, name: str) -> tuple[str, ...]:
        """An option that is a list of texts."""
        return self.options.get(name) or ()


@dataclass(frozen=True, slots=True)
class Rule:
    """A check with a code that never changes meaning; `page` is its documentation in Markdown.

    `find` is None where loading the files itself finds it. `needs_flow` tells that it asks how
    customers go, which is dear in large journeys: an editor tells the others first. `find_in_flow`
    finds what a rule that needs no flow can tell only with it. `find_in_log` finds where an event
    log departs from the journey; a rule that has it runs in `cjm conform` alone.
    """

    code: str
    name: str
    severity: Severity
    page: str
    find: Callable[[Subject], Iterable[Diagnostic]] | None = None
    options: tuple[Option, ...] = ()
    needs_flow: bool = False
    find_in_flow: Callable[[Subject], Iterable[Diagnostic]] | None = None
    find_in_log: Callable[[Subject, Conformance], Iterable[Diagnostic]] | None = None

    @property
    def title(self) -> str:
        """The page's first line, without its sign."""
        return self.page.strip().splitlines()[0].lstrip("# ").strip()


def touchpoint_key(id: str) -> Place:
    """The key of a touchpoint, where something missing is told."""
    return Place(("touchpoints", id), key=True)
