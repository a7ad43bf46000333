"""Findings: what a check tells, where, how bad it is, and what to do."""

from __future__ import annotations

from typing import Any

from cjm.diagnostics.places import Route, Span
from cjm.diagnostics.severity import Severity
from cjm.errors import CjmError
from cjm.i18n import say
from cjm.i18n.characters import is_boundary
from cjm.records import dataclass, field
from cjm.shown import notebook
from cjm.tuples import NamedTuple

__all__ = [
    "Excerpt",
    "FileEdit",
    "Finding",
    "FindingFix",
    "Related",
    "Report",
    "Severity",
    "Span",
    "Summary",
]


class Excerpt(NamedTuple):
    """What the source says where a finding stands: the line, or the part of it around the place.

    `column` is the 1-based column of the first character of `text`.
    """

    text: str
    column: int = 1

    @classmethod
    def around(cls, line: str, column: int) -> Excerpt:
        """At most some 160 characters of a line, the place among them; … stands for more."""
        if len(line) <= 160:
            return cls(line)
        first, last = max(0, column - 61), max(160, column + 99)
        # A character of several code points is left out whole, but for one without an end.
        start, end = first + 1 if first else 0, last - 1 if last < len(line) else len(line)
        start = next((n for n in range(start, column) if is_boundary(line, n)), start)
        end = next((n for n in range(end, column, -1) if is_boundary(line, n)), end)
        before, after = "…" if first else "", "…" if last < len(line) else ""
        return cls(f"{before}{line[start:end]}{after}", start + 1 - len(before))


@dataclass(frozen=True, slots=True)
class Related:
    """Another place that belongs to a finding, such as the first of two duplicate keys."""

    message: str
    file: str | None
    span: Span | None


class FileEdit(NamedTuple):
    """A stretch of a file, and what shall stand there.

    `start` and `end` are offsets in code points of the text as it lies in the file, a byte order
    mark counted, the end exclusive; `span` is the same stretch in lines and columns.
    """

    file: str | None
    start: int
    end: int
    text: str
    span: Span


class FindingFix(NamedTuple):
    """What would mend a finding. One that is `safe` can mean nothing else: `--fix` makes it."""

    title: str
    safe: bool
    edits: tuple[FileEdit, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is not right, at one place.

    `item` tells it from others of its rule at its touchpoint: a metric, a stage, an improvement.
    `personas` is C by the persona who has it, where not everybody does. `values` is what a later
    run is compared with: C, a share or a balance by persona id, the whole journey's under "".
    `words` is the message in English, empty where that is `message` itself. `state` is the
    journey's, `route` the way through the file, keys and places in lists, where there is one;
    `impact` is that of its touchpoint on the balance, where it was worked out; `fixes` are the ways
    to mend it that a program can make. A text without a name has no `file`; a journey built in
    Python has no `span` either.
    """

    code: str
    name: str
    severity: Severity
    message: str
    file: str | None
    span: Span | None
    journey: str | None = None
    touchpoint: str | None = None
    help: str | None = None
    related: tuple[Related, ...] = ()
    personas: tuple[tuple[str, float], ...] = ()
    values: tuple[tuple[str, float], ...] = ()
    excerpt: Excerpt = field(default_factory=lambda: Excerpt(""))
    words: str = ""
    item: str = ""
    state: str | None = None
    route: Route | None = None
    fixes: tuple[FindingFix, ...] = ()
    impact: float | None = None

    @property
    def safe_fix(self) -> FindingFix | None:
        """The fix that can be made unasked; None where each wants a decision."""
        return next((fix for fix in self.fixes if fix.safe), None)

    @property
    def language(self) -> str:
        """What it is told in."""
        return "ru" if self.words else "en"

    @property
    def sort_key(self) -> tuple[str, int, int, str, str]:
        """File, line, column, code, message."""
        line, column = (self.span.line, self.span.column) if self.span else (0, 0)
        return (self.file or "", line, column, self.code, self.message)


class Mended(NamedTuple):
    """A file in which so many fixes were made, with its text before and after.

    Standard input is among them, changed or not, as `stdin`.
    """

    file: str
    before: str
    after: str
    fixes: int
    stdin: bool = False


@dataclass(frozen=True, slots=True)
class Summary:
    """What a run covered and found; `error`, `warning` and `info` count the findings listed.

    `journeys` were read; `unread` are those too broken to be, and what could not be opened.
    `skipped` are YAML files of another kind. `unchanged` journeys were left out because a run was
    about what changed since a revision.
    `fixed` fixes were made before; `preexisting` findings were left out because they were there at
    the revision that the run was held against.
    """

    journeys: int = 0
    touchpoints: int = 0
    error: int = 0
    warning: int = 0
    info: int = 0
    waived: int = 0
    baselined: int = 0
    skipped: int = 0
    unchanged: int = 0
    fixed: int = 0
    unread: int = 0
    preexisting: int = 0


@dataclass(frozen=True, slots=True)
class Report:
    """The outcome of a check.

    `problems` are sentences about what could not be done at all (an unreadable path); `resolved`
    names baseline entries whose finding went away, `recorded` those that a baseline took in as new
    or worse, `written` the baselines that were written; `notes` are sentences about what did not
    matter to the outcome. `language` is the workspace's, in which all of it is told. `traces` are
    Python's, of faults of cjm's own. `mended` are the files that fixes were made in.
    """

    findings: tuple[Finding, ...]
    summary: Summary
    problems: tuple[str, ...] = ()
    resolved: tuple[str, ...] = ()
    written: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    language: str = "en"
    traces: tuple[str, ...] = ()
    mended: tuple[Mended, ...] = ()
    recorded: tuple[str, ...] = ()

    def __repr__(self) -> str:
        names = ("journeys", "error", "warning", "info")
        counts = {name: getattr(self.summary, name) for name in names}
        told = ", ".join(f"{name} {count}" for name, count in counts.items())
        return f"Report({told})"

    def _repr_html_(self) -> str:
        """The findings as a table, as a notebook shows them."""
        return notebook(self)

    def to_frame(self) -> Any:
        """The findings as a pandas DataFrame.

        Returns:
            A row a finding: code, name, severity, message, file, line, column, journey,
            touchpoint, help.

        Raises:
            CjmError: pandas is not installed.
        """
        try:
            import pandas
        except ModuleNotFoundError as error:
            raise CjmError(
                say("pandas is not installed"), help=say("pip install pandas")
            ) from error
        rows = [
            {
                "code": f.code,
                "name": f.name,
                "severity": f.severity.value,
                "message": str(f.message),
                "file": f.file,
                "line": f.span and f.span.line,
                "column": f.span and f.span.column,
                "journey": f.journey,
                "touchpoint": f.touchpoint,
                "help": None if f.help is None else str(f.help),
            }
            for f in self.findings
        ]
        columns = ["code", "name", "severity", "message", "file", "line", "column"]
        columns += ["journey", "touchpoint", "help"]
        return pandas.DataFrame(rows, columns=columns)

    def exit_code(self, fail_on: Severity = Severity.ERROR) -> int:
        """0 nothing at or above `fail_on`, 1 findings, 2 the work could not all be done."""
        if self.problems:
            return 2
        return int(any(f.severity.rank >= fail_on.rank for f in self.findings))
