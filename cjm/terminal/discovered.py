"""Discovered: a journey from an event log, as a page for a terminal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from rich.text import Text

from cjm.data.logs.shares import wait_text
from cjm.i18n import Message, say
from cjm.i18n.durations import duration
from cjm.terminal.columns import Column
from cjm.terminal.left_out import left_out_lines
from cjm.terminal.page import page_of
from cjm.terminal.sheet import MARGIN, Lines
from cjm.terminal.signs import NONE, QUIET
from cjm.terminal.text import cleaned, shortened, width_of
from cjm.terminal.told import MOST_ROWS, Told, right, share_bar

if TYPE_CHECKING:
    from cjm.data.logs.discovered import Discovered

BAR = 16
LONGEST_NAME = 34
MOST_PATHS = 8
"""So many paths are shown; how many more there are is told."""
LONGEST_PATH = 12
"""Of a longer path so many touchpoints are named."""
ARROW = " → "


def discovered_page(
    found: Discovered,
    language: str = "en",
    width: int | None = None,
    color: bool = False,
    encoding: str = "utf-8",
) -> str:
    """What a log tells of as a page: touchpoints, paths, moves with waits, what was left out.

    Args:
        found: What `cjm.discover` gives.
        language: `en` or `ru`.
        width: In terminal cells, held within 40 to 140; default: 100.
        color: Whether it has ANSI colours.
        encoding: Signs that it does not have become plainer ones.
    """
    told = Told(language, width)
    page = _Page(found, told)
    parts = [
        page.heading(),
        page.touchpoints(),
        page.paths(),
        page.moves(),
        page.rare(),
        left_out_lines(found.log.source, found.log.left_out, found.log.read, told.sheet, language),
    ]
    return page_of([part for part in parts if part], color, encoding)


class _Page:
    """The parts of the page."""

    def __init__(self, found: Discovered, told: Told) -> None:
        self._found, self._told = found, told

    def heading(self) -> Lines:
        """How many cases and events there are, of which days, and what is odd about them."""
        found, told = self._found, self._told
        gist = say(
            "{cases} {n:case|cases} · {events} {k:event|events}",
            cases=told.count(found.cases), n=found.cases,
            events=told.count(found.events), k=found.events,
        )  # fmt: skip
        title = cleaned(str(found.data["title"]))
        facts = [
            say("{first} to {last}", first=first.isoformat(), last=last.isoformat())
            for first, last in ([found.log.days] if found.log.days else [])
        ]
        if found.log.ties:
            ties = found.log.ties
            facts.append(say(
                "{count} {n:event|events} at the time of the one before: the file's order decides",
                count=told.count(ties), n=ties,
            ))  # fmt: skip
        if found.log.repeated and found.log.ties:
            repeated = found.log.repeated
            facts.append(say(
                "{count} {n:repeats|repeat} an event: --drop-repeats leaves them out",
                count=told.count(repeated), n=repeated,
            ))  # fmt: skip
        lines = told.sheet.headed(title, told.text(gist))
        return [*lines, *told.sheet.listed([told.text(fact) for fact in facts], style=QUIET)]

    def touchpoints(self) -> Lines:
        """Each touchpoint in order: visits, who starts and ends there, and where it first comes."""
        found, told = self._found, self._told
        shown = found.order[:MOST_ROWS]
        most = max(found.counts.visits.values())
        visits = [found.counts.visits[point.id] for point in shown]
        columns = [
            right([told.count(n) for n in visits], told.text(say("visits"))),
            Column("", [share_bar(n / most, BAR) for n in visits], 0, "left"),
            right([self._share(found.starting(p.id)) for p in shown], told.text(say("start"))),
            right([self._share(found.ending(p.id)) for p in shown], told.text(say("end here"))),
            right(told.figures([p.position for p in shown]), told.text(say("position"))),
        ]
        lines = told.sheet.headed(
            told.text(say("Touchpoints")),
            told.text(say("in order of the mean position of the first visit")),
        )
        return [
            *lines,
            *self._table([self._name(p.id) for p in shown], columns),
            *self._more(len(found.order), MOST_ROWS),
        ]

    def paths(self) -> Lines:
        """The most frequent whole paths."""
        found, told = self._found, self._told
        paths = found.log.paths
        gist = say("{count} different {n:path|paths}", count=told.count(len(paths)), n=len(paths))
        lines = told.sheet.headed(told.text(say("Paths")), told.text(gist))
        shown = paths[:MOST_PATHS]
        counts = [told.count(path.cases) for path in shown]
        widest = max(map(width_of, counts))
        for path, count in zip(shown, counts, strict=True):
            share = path.cases / found.cases
            start = f"{'':{MARGIN}}{count:>{widest}} {told.share(share):>6} "
            head = Text.assemble(start, share_bar(share, BAR), " ")
            first, *rest = told.sheet.paragraph(self._way(path.touchpoints), width_of(head.plain))
            lines += [head + first[width_of(head.plain) :], *rest]
        return [*lines, *self._more(len(paths), MOST_PATHS)]

    def moves(self) -> Lines:
        """Each move: how often, which share of those there, and how long they wait."""
        found, told = self._found, self._told
        moves = found.moves
        shown = sorted(moves, key=lambda move: -found.counts.moves[move])[:MOST_ROWS]
        if not shown:
            return []
        shares = [found.probability(move) for move in shown]
        waits = [found.log.waits[move] for move in shown]
        columns = [
            right(
                [told.count(found.counts.moves[move]) for move in shown], told.text(say("times"))
            ),
            right([told.share(share) for share in shares], ""),
            Column("", [share_bar(share, BAR) for share in shares], 0, "left"),
            right([self._wait(w.median) for w in waits], told.text(say("median wait"))),
            right([self._wait(w.mean) for w in waits], told.text(say("mean"))),
            right([self._wait(w.p95) for w in waits], told.text(say("95 % within"))),
        ]
        lines = told.sheet.headed(
            told.text(say("Moves")),
            told.text(say("the most frequent first; shares of those there")),
        )
        names = [
            ARROW.join(shortened(self._name(id), LONGEST_NAME) for id in move) for move in shown
        ]
        return [*lines, *self._table(names, columns), *self._more(len(moves), MOST_ROWS)]

    def rare(self) -> Lines:
        """What the noise filters left out."""
        told, thin, rare = self._told, self._found.thinned, self._found.log.rare
        facts: list[Message] = []
        if rare.paths:
            facts.append(say(
                "{paths} {n:path|paths} of {cases} {k:case|cases}",
                paths=told.count(rare.paths), n=rare.paths,
                cases=told.count(rare.cases), k=rare.cases,
            ))  # fmt: skip
        if thin.moves:
            facts.append(say(
                "{moves} {n:move|moves}, made {times} {k:time|times}",
                moves=told.count(len(thin.moves)), n=len(thin.moves),
                times=told.count(_sum(thin.moves)), k=_sum(thin.moves),
            ))  # fmt: skip
        if thin.starts:
            facts.append(say(
                "{starts} {n:start|starts} of {cases} {k:case|cases}",
                starts=told.count(len(thin.starts)), n=len(thin.starts),
                cases=told.count(_sum(thin.starts)), k=_sum(thin.starts),
            ))  # fmt: skip
        if thin.touchpoints:
            facts.append(say(
                "{points} {n:touchpoint|touchpoints} with {visits} {k:visit|visits}",
                points=told.count(len(thin.touchpoints)), n=len(thin.touchpoints),
                visits=told.count(_sum(thin.touchpoints)), k=_sum(thin.touchpoints),
            ))  # fmt: skip
        if not facts:
            return []
        lines = told.sheet.headed(told.text(say("Left out as too rare")), "")
        return [*lines, *told.sheet.listed([told.text(fact) for fact in facts])]

    def _name(self, id: str) -> str:
        return cleaned(self._found.log.titles.get(id, id)) or cleaned(id)

    def _way(self, ids: Sequence[str]) -> str:
        """The touchpoints of a path; of a long one its beginning and its end."""
        names = [shortened(self._name(id), LONGEST_NAME) for id in ids]
        if len(names) > LONGEST_PATH:
            n = len(names) - LONGEST_PATH + 1
            more = self._told.text(say("{n} more", n=n))
            names = [*names[: LONGEST_PATH - 2], f"… {more} …", names[-1]]
        return ARROW.join(names)

    def _share(self, share: float) -> str:
        return self._told.share(share) if share else NONE

    def _wait(self, seconds: float) -> str:
        return duration(wait_text(seconds), self._told.language, self._told.marks)

    def _table(self, names: list[str], columns: list[Column]) -> Lines:
        """A table; the bars, then the last columns go where there is no room for all."""
        names = [shortened(name, 2 * LONGEST_NAME) for name in names]
        room = self._told.sheet.width - MARGIN - min(LONGEST_NAME, max(map(width_of, names)))
        if sum(column.width for column in columns) > room:
            columns = [column for column in columns if column.align == "right"]
        while len(columns) > 2 and sum(column.width for column in columns) > room:
            columns = columns[:-1]
        return self._told.table(names, columns)

    def _more(self, count: int, shown: int) -> Lines:
        if count <= shown:
            return []
        told = self._told
        return told.sheet.paragraph(Text(told.text(say("and {n} more", n=count - shown)), QUIET))


def _sum(counts: Mapping[Any, int]) -> int:
    return sum(counts.values())
