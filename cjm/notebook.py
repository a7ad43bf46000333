"""What a notebook shows for a journey, an analysis, a plan or a report: HTML in its language."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from typing import TYPE_CHECKING

from cjm.design.themes import LIGHT
from cjm.i18n import Message, numbers, say, translate

if TYPE_CHECKING:
    from cjm.analysis import Analysis
    from cjm.analysis.planning import Plan
    from cjm.analysis.touchpoints import TouchpointFigures
    from cjm.diagnostics.findings import Finding, Report
    from cjm.journey import Journey

SIGNS = {"disappointment": "▼", "satisfaction": "=", "delight": "▲"}
LEVELS = {
    "disappointment": say("disappointment"),
    "satisfaction": say("satisfaction"),
    "delight": say("delight"),
}
SEVERITIES = {"error": say("error"), "warning": say("warning"), "info": say("info")}
TONES = {"error": "disappointment", "warning": "satisfaction", "info": "satisfaction"}
FIT = "<style>.cjm-picture svg{max-width:100%;height:auto}</style>"
"""A picture is never wider than its cell; the class keeps the style to itself."""


def notebook_html(shown: Journey | Analysis | Plan | Report) -> str:
    """HTML for the cell of a notebook.

    Args:
        shown: A journey, which is drawn, or one of the results, of which a table is made.

    Returns:
        HTML in the language of the journey, or of the report; levels by colour and by sign.
    """
    from cjm.analysis import Analysis
    from cjm.analysis.planning import Plan
    from cjm.journey import Journey

    if isinstance(shown, Journey):
        from cjm.maps import render

        return f'{FIT}<div class="cjm-picture">{render(shown).decode()}</div>'
    if isinstance(shown, Analysis):
        return _analysis(shown, _Cell(shown.journey.language))
    if isinstance(shown, Plan):
        return _plan(shown, _Cell(shown.language))
    return _report(shown, _Cell(shown.language))


class _Cell:
    """Words, numbers and tables in one language."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._marks = numbers.RUSSIAN if language == "ru" else numbers.ENGLISH

    def word(self, message: Message) -> str:
        """A message as text that HTML may hold."""
        return escape(translate(message, self._language))

    def quantity(self, value: float | None) -> str:
        """A cost or a budget, or a dash."""
        return "–" if value is None else numbers.quantity(value, self._marks)

    def total(self, value: float | None) -> str:
        """A balance or an impact, or a dash."""
        return "–" if value is None else numbers.total(value, self._marks)

    def score(self, value: float | None, digits: int) -> str:
        """An expectation or an experience, or a dash."""
        return "–" if value is None else numbers.score(value, self._marks, digits)

    def gap(self, o: float | None, b: float | None, digits: int) -> str:
        """C, the difference of the scores beside it, or a dash."""
        return "–" if o is None or b is None else numbers.gap(o, b, self._marks, digits)

    def percentage(self, share: float | None) -> str:
        """A share as a percentage, or a dash."""
        return "–" if share is None else numbers.percentage(share, self._marks)

    def tag(self, text: str, tone: str, title: str = "") -> str:
        """A text on the ground of a level."""
        colours = LIGHT.tone(tone)
        style = (
            f"background:{colours.fill};color:{colours.on};padding:1px 6px;border-radius:3px;"
            "white-space:nowrap"
        )
        return f'<span style="{style}" title="{title}">{text}</span>'

    def table(
        self, head: Iterable[str], columns: Sequence[Message], rows: Iterable[Sequence[str]]
    ) -> str:
        """A line of key figures over a table; the first column is what its row is about."""
        titles = "".join(f"<th>{self.word(column)}</th>" for column in columns)
        body = "".join(
            f'<tr><th style="text-align:left">{row[0]}</th>'
            + "".join(f"<td>{cell}</td>" for cell in row[1:])
            + "</tr>"
            for row in rows
        )
        return (
            f"<p>{' · '.join(head)}</p>"
            f"<table><thead><tr>{titles}</tr></thead><tbody>{body}</tbody></table>"
        )


# ---- analysis -------------------------------------------------------------------------------


def _analysis(analysis: Analysis, cell: _Cell) -> str:
    unhappy = analysis.disappointed
    title = analysis.journey.title
    if analysis.persona is not None:
        title = f"{title} · {analysis.journey.persona(analysis.persona).name}"
    success = analysis.outcomes["success"]
    head = [
        f"<strong>{escape(title)}</strong>",
        f"{cell.word(say('balance'))} {cell.total(analysis.balance)}",
        f"{cell.word(say('disappointed'))} {cell.percentage(unhappy.share if unhappy else None)}",
        f"{cell.word(say('success'))} {cell.percentage(success)}",
    ]
    columns = (
        say("touchpoint"),
        say("O"),
        say("B"),
        say("C"),
        say("reach"),
        say("impact"),
        say("moment of truth"),
    )
    return cell.table(head, columns, (_row(analysis, f, cell) for f in analysis.touchpoints))


def _row(analysis: Analysis, figures: TouchpointFigures, cell: _Cell) -> tuple[str, ...]:
    level = figures.level
    point = analysis.journey.touchpoints[figures.place]
    digits = figures.digits
    gap = "–"
    if level is not None:
        text = f"{SIGNS[level]} {cell.gap(figures.expectation, figures.experience, digits)}"
        gap = cell.tag(text, level, cell.word(LEVELS[level]))
    return (
        escape(point.title),
        cell.score(figures.expectation, digits),
        cell.score(figures.experience, digits),
        gap,
        cell.percentage(figures.reach),
        cell.total(figures.impact),
        "★" if figures.moment_of_truth else "",
    )


# ---- plan -----------------------------------------------------------------------------------


def _plan(plan: Plan, cell: _Cell) -> str:
    share = plan.objective == "disappointed"
    value = cell.percentage if share else cell.total
    name = cell.word(say("disappointed") if share else say("balance"))
    head = [
        f"<strong>{escape(plan.title)}</strong>",
        f"{name} {value(plan.before)} → {value(plan.chosen.value)}",
    ]
    if plan.budget is not None:
        head.append(f"{cell.word(say('budget'))} {cell.quantity(plan.budget)}")
    points = list(plan.frontier) or [plan.chosen, *([plan.next] if plan.next else [])]
    rows = []
    for point in points:
        done = escape(", ".join(point.improvements)) or "–"
        mark = "★ " if point == plan.chosen else ""
        rows.append((mark + done, cell.quantity(point.cost), value(point.value)))
    objective = say("disappointed") if share else say("balance")
    return cell.table(head, (say("improvements"), say("cost"), objective), rows)


# ---- report ---------------------------------------------------------------------------------


def _place(finding: Finding) -> str:
    return f"{finding.file}:{finding.span.line}" if finding.span else finding.journey or ""


def _report(report: Report, cell: _Cell) -> str:
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
            escape(str(finding.message)),
        )
        for finding in report.findings
    )
    return cell.table(head, (say("place"), say("severity"), say("rule"), say("finding")), rows)
