"""What a notebook shows for a journey, an analysis, a plan or a report: HTML in its language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape
from typing import TYPE_CHECKING, Any

from cjm.design.css import colour_variable, stylesheet
from cjm.design.tokens import tone_of
from cjm.i18n import Message, numbers, say, translate
from cjm.i18n.glossary import wording
from cjm.i18n.ties import long_reasons, one_of

if TYPE_CHECKING:
    from cjm.analysis import Analysis
    from cjm.analysis.plans import Plan, PlanPoint
    from cjm.analysis.touchpoints import TouchpointFigures
    from cjm.checking.overview import Overview
    from cjm.checking.overview_rows import OverviewRow
    from cjm.diagnostics.findings import Finding, Report
    from cjm.journey import Journey

NONE = "–"
SIGNS = {"disappointment": "▼", "satisfaction": "=", "delight": "▲"}
SEVERITIES = {"error": say("error"), "warning": say("warning"), "info": say("info")}
TONES = {"error": "disappointment", "warning": "satisfaction", "info": "satisfaction"}
CELL_STYLE = """.cjm.cjm-cell{color:var(--cjm-ink);background:var(--cjm-canvas);padding:8px 12px}
.cjm.cjm-cell p{margin:0 0 8px}
.cjm.cjm-cell table{border-collapse:collapse;margin:0;color:inherit}
.cjm.cjm-cell tr:nth-child(n){background:none;border-bottom:1px solid var(--cjm-rule)}
.cjm.cjm-cell th,.cjm.cjm-cell td{padding:4px 8px;text-align:right;color:inherit}
.cjm.cjm-cell thead th{color:var(--cjm-muted);font-weight:normal}
.cjm.cjm-cell :is(th,td).cjm-words{text-align:left}
.cjm.cjm-cell tbody th{font-weight:normal}
.cjm.cjm-cell td{font-variant-numeric:tabular-nums}
.cjm.cjm-cell .cjm-tag{padding:1px 6px;border-radius:4px;white-space:nowrap}"""
"""Two classes, since notebooks have rules of their own for tables."""


def notebook_html(shown: Journey | Analysis | Plan | Report | Overview) -> str:
    """HTML for the cell of a notebook.

    Args:
        shown: A journey, which is drawn, or one of the results, of which a table is made.

    Returns:
        HTML in the language of the journey, or of the report, which loads nothing. It follows the
        theme of the notebook, else the system's, light or dark; levels are told by colour and by
        sign.
    """
    from cjm.analysis import Analysis
    from cjm.analysis.plans import Plan
    from cjm.checking.overview import Overview
    from cjm.journey import Journey

    style = stylesheet(notebook=True)
    if isinstance(shown, Journey):
        from cjm.maps.look import Look
        from cjm.maps.render import picture
        from cjm.maps.writers.html import inline_svg

        return f"<style>{style}</style>\n{inline_svg(picture(shown, Look()))}"
    cell = _Cell(shown.journey.language if isinstance(shown, Analysis) else shown.language)
    if isinstance(shown, Analysis):
        table = _analysis(shown, cell)
    elif isinstance(shown, Plan):
        table = _plan(shown, cell)
    elif isinstance(shown, Overview):
        table = _overview(shown, cell)
    else:
        table = _report(shown, cell)
    table += cell.assumed_note(table)
    return f'<style>{style}\n{CELL_STYLE}</style>\n<div class="cjm cjm-cell">{table}</div>'


class _Cell:
    """Words, figures and tables in one language."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._marks = numbers.RUSSIAN if language == "ru" else numbers.ENGLISH

    def word(self, message: Message) -> str:
        """A message as text that HTML may hold."""
        return escape(translate(message, self._language))

    def term(self, id: str, short: bool = False) -> str:
        """A term of the glossary; what it means shows where one points at it."""
        term = wording(id, self._language)
        name = term.short if short else term.long
        return f'<span title="{escape(term.definition)}">{escape(name)}</span>'

    def quantity(self, value: float | None) -> str:
        """A cost or a budget, or a dash."""
        return NONE if value is None else numbers.quantity(value, self._marks)

    def total(self, value: float | None, assumed: bool) -> str:
        """A balance or an impact, or a dash."""
        if value is None:
            return NONE
        return numbers.marked(numbers.total(value, self._marks), assumed)

    def score(self, value: float | None, digits: int) -> str:
        """An expectation or an experience, or a dash."""
        return NONE if value is None else numbers.score(value, self._marks, digits)

    def reasons(self, ids: Sequence[str], tied: Mapping[Any, int]) -> Iterator[str]:
        """Why it is a moment of truth, each with what that means."""
        for id, name in zip(ids, long_reasons(ids, tied, self._language), strict=True):
            definition = wording(id, self._language).definition
            yield f'<span title="{escape(definition)}">{escape(name)}</span>'

    def assumed_note(self, shown: str) -> str:
        """What ≈ means, where it is shown."""
        if numbers.ASSUMED not in shown:
            return ""
        note = say("{sign} rests on shares that nobody gave", sign=numbers.ASSUMED)
        return f"<p>{self.word(note)}</p>"

    def one_of(self, name: str, count: int) -> str:
        """A name, and of how many it stands for one, where they are several."""
        return one_of(name, count, self._language)

    def worst_gap(self, row: OverviewRow) -> str:
        """The lowest C of a journey, on the ground of its level."""
        level, scores = row.worst_level, row.worst_scores
        if level is None or scores is None:
            return NONE
        o, b, digits = scores
        shown = numbers.gap(o, b, self._marks, digits)
        return self.tag(f"{SIGNS[level]} {shown}", level, wording(level, self._language).long)

    def percentage(self, share: float | None, assumed: bool) -> str:
        """A share as a percentage, or a dash."""
        if share is None:
            return NONE
        return numbers.marked(numbers.percentage(share, self._marks), assumed)

    def gap(self, figures: TouchpointFigures) -> str:
        """C, the difference of the scores beside it, with the sign of its level on its ground."""
        level, o, b = figures.level, figures.expectation, figures.experience
        if level is None or o is None or b is None:
            return NONE
        shown = numbers.gap(o, b, self._marks, figures.digits)
        return self.tag(f"{SIGNS[level]} {shown}", level, wording(level, self._language).long)

    def tag(self, text: str, level: str, title: str = "") -> str:
        """A text on the ground of a level."""
        tone = tone_of(level)
        style = f"background:{colour_variable(tone.fill)};color:{colour_variable(tone.on)}"
        told = f' title="{escape(title)}"' if title else ""
        return f'<span class="cjm-tag" style="{style}"{told}>{text}</span>'

    def table(
        self,
        head: Iterable[str],
        columns: Sequence[str],
        rows: Iterable[Sequence[str]],
        words: Iterable[int],
    ) -> str:
        """A line of key figures over a table; `words` are the columns that hold no figures."""
        kinds = [' class="cjm-words"' if i in words else "" for i in range(len(columns))]
        titles = (
            f'<th scope="col"{kind}>{column}</th>'
            for kind, column in zip(kinds, columns, strict=True)
        )
        body = (
            f'<tr><th scope="row"{kinds[0]}>{row[0]}</th>'
            + "".join(f"<td{k}>{cell}</td>" for k, cell in zip(kinds[1:], row[1:], strict=True))
            + "</tr>"
            for row in rows
        )
        return (
            f"<p>{' · '.join(head)}</p>"
            f"<table><thead><tr>{''.join(titles)}</tr></thead><tbody>{''.join(body)}</tbody></table>"
        )


# ---- analysis -------------------------------------------------------------------------------


def _analysis(analysis: Analysis, cell: _Cell) -> str:
    title = analysis.journey.title
    if analysis.persona is not None:
        title = f"{title} · {analysis.journey.persona(analysis.persona).name}"
    success = analysis.outcomes["success"]
    assumed = success is not None and analysis.is_assumed("outcomes.success")
    head = [
        f"<strong>{escape(title)}</strong>",
        *_gap_figures(analysis, cell),
        f"{cell.term('success')} {cell.percentage(success, assumed)}",
    ]
    columns = [
        cell.word(say("touchpoint")),
        *(cell.term(side, short=True) for side in ("expectation", "experience", "gap")),
        *(cell.term(figure) for figure in ("reach", "impact", "moment-of-truth")),
    ]
    rows = (_row(analysis, figures, cell) for figures in analysis.touchpoints)
    return cell.table(head, columns, rows, (0, len(columns) - 1))


def _gap_figures(analysis: Analysis, cell: _Cell) -> list[str]:
    """Balance and disappointed share; nothing where customers meet nothing that is measured."""
    if analysis.unmeasured:
        return []
    unhappy, balance = analysis.disappointed, analysis.balance
    side = analysis.on_average
    total = cell.total(balance, balance is not None and analysis.is_assumed("balance"))
    share = cell.percentage(
        unhappy.share if unhappy else None, bool(unhappy) and analysis.is_assumed("disappointed")
    )
    means = say("on average below expectation")
    if side == "not below":
        means = say("on average not below expectation")
    return [
        f"{cell.term('balance', short=True)} {total}",
        cell.word(means) if side else f"{cell.term('disappointed')} {share}",
    ]


def _row(analysis: Analysis, figures: TouchpointFigures, cell: _Cell) -> tuple[str, ...]:
    reasons = ", ".join(cell.reasons(figures.moment_of_truth, analysis.tied))
    return (
        escape(analysis.journey.touchpoints[figures.place].title),
        cell.score(figures.expectation, figures.digits),
        cell.score(figures.experience, figures.digits),
        cell.gap(figures),
        cell.percentage(figures.reach, figures.is_assumed("reach")),
        cell.total(figures.impact, figures.is_assumed("impact")),
        f"★ {reasons}" if reasons else "",
    )


# ---- plan -----------------------------------------------------------------------------------


def _plan(plan: Plan, cell: _Cell) -> str:
    share = plan.objective == "disappointed"
    value = cell.percentage if share else cell.total
    name = cell.term(plan.objective, short=True)
    chosen = value(plan.chosen.value, plan.chosen.assumed)
    head = [
        f"<strong>{escape(plan.title)}</strong>",
        f"{name} {value(plan.before, plan.assumed)} → {chosen}",
    ]
    if plan.budget is not None:
        head.append(f"{cell.word(say('budget'))} {cell.quantity(plan.budget)}")
    points = list(plan.frontier) or [plan.chosen, *([plan.next] if plan.next else [])]
    rows = (
        (_improvements(point, plan), cell.quantity(point.cost), value(point.value, point.assumed))
        for point in points
    )
    columns = (cell.word(say("improvements")), cell.word(say("cost")), name)
    return cell.table(head, columns, rows, (0,))


def _improvements(point: PlanPoint, plan: Plan) -> str:
    """What is done at a point; the one that was chosen is marked."""
    done = escape(", ".join(point.improvements)) or NONE
    return f"<strong>★ {done}</strong>" if point == plan.chosen else done


# ---- overview -------------------------------------------------------------------------------


def _overview(overview: Overview, cell: _Cell) -> str:
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


def _journey(row: OverviewRow, cell: _Cell) -> tuple[str, ...]:
    return (
        escape(row.title or row.file or row.journey or ""),
        cell.term(row.state) if row.state else NONE,
        cell.total(row.balance, "balance" in row.assumed),
        cell.percentage(row.disappointed, "disappointed" in row.assumed),
        cell.percentage(row.success, "success" in row.assumed),
        cell.quantity(row.negative_moments_of_truth),
        escape(cell.one_of(row.worst_title or row.worst or "", row.worst_tied)),
        cell.worst_gap(row),
        *(cell.quantity(count) for count in (row.error, row.warning, row.info)),
    )


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
            escape(finding.message),
        )
        for finding in report.findings
    )
    names = (say("place"), say("severity"), say("rule"), say("finding"))
    return cell.table(head, [cell.word(name) for name in names], rows, range(4))
