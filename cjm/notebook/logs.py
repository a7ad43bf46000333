"""Event logs in a notebook: a journey that was discovered, and one beside what was lived."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from cjm.data.logs.shares import wait_text
from cjm.i18n import say
from cjm.i18n.durations import duration
from cjm.i18n.numbers import chance
from cjm.notebook.cell import NONE, Cell
from cjm.notebook.lists import report_table

if TYPE_CHECKING:
    from cjm.analysis.conformance.moves import Move
    from cjm.data.logs.conform_result import ConformResult
    from cjm.data.logs.discovered import Discovered

ARROW = " → "


def discover_tables(found: Discovered, cell: Cell) -> str:
    """The touchpoints of a log in order, then its most frequent moves."""
    counts = say(
        "{cases} {n:case|cases} · {events} {k:event|events}",
        cases=cell.count(found.cases), n=found.cases,
        events=cell.count(found.events), k=found.events,
    )  # fmt: skip
    head = [
        f"<strong>{escape(str(found.data['title']))}</strong>",
        cell.word(counts),
        cell.left_out(found.log.source, found.log.left_out, found.log.read),
    ]

    def name(id: str) -> str:
        return escape(found.log.titles.get(id, id))

    points = [
        (
            name(point.id),
            cell.count(found.counts.visits[point.id]),
            cell.percentage(found.starting(point.id) or None, False),
            cell.percentage(found.ending(point.id) or None, False),
            cell.quantity(point.position),
        )
        for point in found.order
    ]
    columns = (say("touchpoint"), say("visits"), say("start"), say("end here"), say("position"))
    moves = sorted(found.moves, key=lambda move: -found.counts.moves[move])
    ways = []
    for move in moves:
        wait = found.log.waits[move]
        ways.append((
            ARROW.join(map(name, move)),
            cell.count(found.counts.moves[move]),
            cell.percentage(found.probability(move), False),
            *(_duration(seconds, cell) for seconds in (wait.median, wait.mean, wait.p95)),
        ))  # fmt: skip
    headings = (say("Moves"), say("times"), say("share"), say("median wait"), say("mean"),
                say("95 % within"))  # fmt: skip
    first = cell.long_table(head, [cell.word(column) for column in columns], points, (0,))
    if not ways:
        return first
    return f"{first}\n{cell.long_table((), [cell.word(h) for h in headings], ways, (0,))}"


def _duration(seconds: float, cell: Cell) -> str:
    return escape(duration(wait_text(seconds), cell.language, cell.marks))


def conform_tables(result: ConformResult, cell: Cell) -> str:
    """How many cases fit, where they leave the plan, and the findings."""
    lived, log = result.conformance, result.log
    fit = lived.fit
    gist = say(
        "{fitting} of {cases} {n:case|cases} go as planned",
        fitting=cell.count(fit.fitting),
        cases=cell.count(fit.cases),
        n=fit.cases,
    )
    title = say("Planned and lived: {title}", title=result.journey.title)
    head = [
        f"<strong>{cell.word(title)}</strong>",
        f"{cell.word(gist)} ({cell.percentage(lived.share, False)})",
        cell.word(say("mean fitness {value}", value=cell.fraction(fit.mean))),
        cell.left_out(log.source, result.left_out, log.read),
    ]
    deviations = _deviations(result, cell)
    if not deviations:
        head.append(f"{cell.word(say('Deviations'))}: "
                    f"{cell.word(say('none: every case goes as planned'))}")  # fmt: skip
    tables = [cell.long_table(head, _deviation_columns(cell), deviations, (0, 1))]
    if moves := [_move(move, result, cell) for move in lived.moves if _is_told(move)]:
        headings = (say("Declared and observed"), say("declared"), say("observed"),
                    say("95 % interval"), say("of visits"))  # fmt: skip
        columns = [*(cell.word(h) for h in headings), "P", ""]
        tables.append(cell.long_table((), columns, moves, (0, 6)))
    if result.report.findings:
        tables.append(report_table(result.report, cell))
    return "\n".join(tables)


def _deviation_columns(cell: Cell) -> list[str]:
    names = (say("touchpoint"), say("deviation"), say("cases"), say("share"), say("events"))
    return [cell.word(name) for name in names]


def _deviations(result: ConformResult, cell: Cell) -> list[tuple[str, ...]]:
    lived = result.conformance
    kinds = (
        (say("missing"), lived.fit.missing),
        (say("out of sequence"), lived.fit.out_of_sequence),
        (say("ad hoc"), lived.fit.ad_hoc),
        (say("failed"), lived.failed or {}),
    )
    met = [(id, kind, n) for kind, deviations in kinds for id, n in deviations.items()]
    return [
        (
            escape(_name(id, result)),
            cell.word(kind),
            cell.count(n.cases),
            cell.percentage(n.cases / lived.fit.cases, False),
            cell.count(n.events),
        )
        for id, kind, n in sorted(met, key=lambda row: -row[2].cases)
    ]


def _is_told(move: Move) -> bool:
    """Whether it is planned, could be made, and says more than that all went the only way."""
    return bool(move.is_planned and move.of and (move.declared != 1 or move.n < move.of))


def _move(move: Move, result: ConformResult, cell: Cell) -> tuple[str, ...]:
    source = cell.word(say("start")) if move.source is None else escape(_name(move.source, result))
    target = cell.word(say("left")) if move.target is None else escape(_name(move.target, result))
    return (
        f"{source}{ARROW}{target}",
        cell.percentage(move.declared, move.assumed),
        cell.percentage(move.share, False),
        cell.interval(move.interval, lambda end: cell.percentage(end, False)),
        cell.count(move.of),
        NONE if move.adjusted is None else escape(chance(move.adjusted, cell.marks)),
        cell.tag("≠", "disappointment") if move.off else "",
    )


def _name(id: str, result: ConformResult) -> str:
    titles = {point.id: point.title for point in result.journey.touchpoints}
    return titles.get(id) or result.conformance.titles.get(id, id)
