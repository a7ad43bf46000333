"""The result of a comparison: what was planned beside what an event log holds, and its findings."""

from __future__ import annotations

from typing import Any

from cjm.analysis.conformance import Conformance
from cjm.data.left_out import LeftOut, as_data
from cjm.data.logs.log import Log
from cjm.diagnostics.export import finding_data, run_data
from cjm.diagnostics.findings import Report
from cjm.journey import Journey
from cjm.journey.frames import hold_to_frames, pandas
from cjm.records import dataclass
from cjm.shown import notebook

FRAMES = ("moves", "deviations", "findings")


@dataclass(frozen=True)
class ConformResult:
    """A journey beside an event log.

    Attributes:
        journey: The journey.
        conformance: Fit, deviations and moves.
        report: The findings, as of a check.
        log: What the log holds.
    """

    journey: Journey
    conformance: Conformance
    report: Report
    log: Log

    def __repr__(self) -> str:
        fit = self.conformance.fit
        return (
            f"ConformResult({self.journey.id}: {fit.fitting} of {fit.cases} cases fit, "
            f"{len(self.report.findings)} findings)"
        )

    @property
    def left_out(self) -> LeftOut:
        """Rows left out, by reason."""
        return self.log.left_out

    def _repr_html_(self) -> str:
        """The figures as tables, as a notebook shows them."""
        return notebook(self)

    def to_dict(self) -> dict[str, Any]:
        """Every figure, unrounded, as `cjm conform --format json` prints it."""
        days = self.log.days
        return {
            "version": 1,
            "command": "conform",
            "source": self.log.source,
            "rows": self.log.read,
            "left_out": as_data(self.left_out),
            "from": days and days[0].isoformat(),
            "to": days and days[1].isoformat(),
            **self.conformance.to_dict(),
            "findings": [finding_data(finding) for finding in self.report.findings],
            **run_data(self.report),
        }

    def to_frame(self, of: str = "moves") -> Any:
        """A part of it as a pandas DataFrame.

        Args:
            of: `moves`, indexed by from and to, None for where customers come in or leave;
                `deviations`, by kind and touchpoint, in events and cases; `findings`.

        Raises:
            UsageError: There is no such part.
            CjmError: pandas is not installed.
        """
        hold_to_frames(of, FRAMES)
        if of == "findings":
            return self.report.to_frame()
        if of == "deviations":
            rows = deviation_rows(self.conformance)
            columns = ["deviation", "touchpoint", "events", "cases"]
            return pandas().DataFrame(rows, columns=columns).set_index(columns[:2])
        frame = pandas().DataFrame(move_rows(self.conformance), columns=MOVE_COLUMNS)
        return frame.set_index(["from", "to"])

    def to_csv(self) -> str:
        """The moves as CSV: `from` is empty where customers come in, `to` where they leave."""
        from cjm.source.csv_text import csv_text

        return csv_text(move_rows(self.conformance), MOVE_COLUMNS)


MOVE_COLUMNS = (
    "from", "to", "n", "of", "declared", "assumed", "share", "low", "high", "p", "adjusted", "off",
)  # fmt: skip


def move_rows(lived: Conformance) -> list[dict[str, Any]]:
    """The moves with the two ends of each interval by themselves."""
    rows = lived.to_dict()["moves"]
    for row in rows:
        row["low"], row["high"] = row.pop("interval") or (None, None)
    return [{name: row[name] for name in MOVE_COLUMNS} for row in rows]


def deviation_rows(lived: Conformance) -> list[dict[str, Any]]:
    """The deviations, a row for each kind and touchpoint."""
    return [
        {"deviation": kind, "touchpoint": id, **occurrences}
        for kind, deviations in lived.to_dict()["deviations"].items()
        for id, occurrences in (deviations or {}).items()
    ]
