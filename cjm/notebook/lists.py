"""Lists in a notebook: tables of an overview and of a report."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from cjm.i18n import say
from cjm.notebook.cell import NONE, Cell

if TYPE_CHECKING:
    from cjm.checking.overview import Overview
    from cjm.checking.overview_rows import OverviewRow
    from cjm.diagnostics.findings import Finding, Report

SEVERITIES = {"error": say("error"), "warning": say("warning"), "info": say("info")}
TONES = {"error": "disappointment", "warning": "satisfaction", "info": "satisfaction"}


def overview_table(overview: Overview, cell: Cell) -> str:
    """Many journeys, a row each."""
    counts = overview.summary
    head = [
        cell.word(say("{n} {n:journey|journeys}", n=counts["journeys"])),
        cell.word(say("{n} {n:touchpoint|touchpoints}", n=counts["touchpoints"])),
        *([cell.word(say("{n} unread", n=counts["unread"]))] if counts["unread"] else []),
    ]
    columns = (
        cell.word(say("journey")),
        cell.word(say("state")),
        *(cell.term(id, short=True) for id in ("balance", "disappointed", "success")),
        cell.word(say("negative moments of truth")),
        cell.word(say("worst touchpoint")),
        cell.term("gap", short=True),
        *(cell.word(word) for word in (say("errors"), say("warnings"), say("notes"))),
    )
    rows = (_journey(row, cell) for row in overview.journeys)
    return cell.table(head, columns, rows, (0, 1, 6))


def _journey(row: OverviewRow, cell: Cell) -> tuple[str, ...]:
    return (
        escape(row.title or row.file or row.journey or ""),
        cell.term(row.state) if row.state else NONE,
        cell.total(row.balance, "balance" in row.assumed),
        cell.estimate(row.disappointed, not row.simulated, "disappointed" in row.assumed),
        cell.percentage(row.success, "success" in row.assumed),
        cell.quantity(row.negative_moments_of_truth),
        escape(cell.one_of(row.worst_title or row.worst or "", row.worst_tied)),
        cell.worst_gap(row),
        *(cell.quantity(count) for count in (row.error, row.warning, row.info)),
    )


def _place(finding: Finding) -> str:
    return f"{finding.file}:{finding.span.line}" if finding.span else finding.journey or ""


def report_table(report: Report, cell: Cell) -> str:
    """The findings of a check, a row each."""
    counts = report.summary
    head = [
        cell.word(say("{n} {n:error|errors}", n=counts.error)),
        cell.word(say("{n} {n:warning|warnings}", n=counts.warning)),
        cell.word(say("{n} {n:note|notes}", n=counts.info)),
    ]
    rows = (
        (
            escape(_place(finding)),
            cell.tag(cell.word(SEVERITIES[finding.severity.value]), TONES[finding.severity.value]),
            escape(f"{finding.code} {finding.name}"),
            escape(finding.message),
        )
        for finding in report.findings
    )
    names = (say("place"), say("severity"), say("rule"), say("finding"))
    return cell.table(head, [cell.word(name) for name in names], rows, range(4))
