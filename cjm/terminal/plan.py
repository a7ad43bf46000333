"""Plan: what to fix first, as a page for a terminal."""

from __future__ import annotations

from itertools import groupby, pairwise

from rich.text import Text

from cjm.analysis.improving import open_improvements
from cjm.analysis.plans import Plan, PlanPoint
from cjm.analysis.touchpoints import Fix
from cjm.i18n.apart import quantity_beside
from cjm.i18n.glossary import wording
from cjm.journey import Improvement, Journey
from cjm.rounding import rounded
from cjm.terminal.metrics import judgement_text
from cjm.terminal.numbers import aligned, number, percentage, points, total
from cjm.terminal.page import page_of, sheet_of
from cjm.terminal.plan_words import PlanWords, plan_words_of
from cjm.terminal.sheet import MARGIN, Lines, Sheet
from cjm.terminal.signs import QUIET, STRONG
from cjm.terminal.text import cleaned, shortened, width_of

MORE_DIGITS = (0, 1, 2)
"""Digits of the objective beyond the rule's: as many as it takes to tell sets apart."""


def plan_page(
    journey: Journey,
    plan: Plan,
    language: str | None = None,
    width: int | None = None,
    color: bool = False,
    encoding: str = "utf-8",
) -> str:
    """A plan as a page: the best set, the next better one, the frontier, and single gaps closed.

    `language`, `width`, `color` and `encoding` are those of `cjm.show`.
    """
    chosen = language or journey.language
    page = _Page(journey, plan, sheet_of(width, chosen), plan_words_of(chosen))
    parts = (
        page.header(),
        page.chosen(),
        page.frontier(),
        page.what_if(),
        page.judged(),
        page.legend(),
    )
    return page_of([part for part in parts if part], color, encoding)


class _Page:
    """The parts of a plan's page."""

    def __init__(self, journey: Journey, plan: Plan, sheet: Sheet, words: PlanWords) -> None:
        self._journey = journey
        self._plan = plan
        self._sheet = sheet
        self._words = words
        self._by_id = {i.id: i for i in journey.improvements}
        self._more = next(n for n in MORE_DIGITS if n == MORE_DIGITS[-1] or self._all_differ(n))

    def header(self) -> Lines:
        """The journey, and the objective as things are."""
        words = self._sheet.words
        share = self._plan.objective == "disappointed"
        objective = words.disappointed if share else words.balance
        note = f"{objective} {self._value(self._plan.before, self._plan.assumed)}"
        title = f"{self._words.plan}: {cleaned(self._journey.title)}"
        if self._plan.persona is not None:
            persona = self._journey.persona(self._plan.persona)
            name = cleaned(persona.name) or cleaned(persona.id)
            title += f" · {words.lived_by.format(name)}"
        return [self._sheet.heading(title, note)]

    def chosen(self) -> Lines:
        """The best set, whether that is proved, and the next better point."""
        plan, words, sheet = self._plan, self._words, self._sheet
        if not open_improvements(self._journey):
            return sheet.paragraph(words.no_improvements)
        within = words.without_budget
        if plan.budget is not None:
            beyond = plan.next.cost if plan.next else None
            within = words.within.format(quantity_beside(plan.budget, beyond, sheet.words.marks))
        gain = f"{self._value(plan.before, plan.assumed)} → {self._at(plan.chosen)}"
        cost = words.cost.format(number(plan.chosen.cost, sheet.words))
        lines = sheet.paragraph(Text.assemble((f"{within}: ", ""), (gain, STRONG), f", {cost}"))
        if not plan.chosen.improvements:
            nothing = words.too_dear if plan.next else words.nothing
            lines += sheet.paragraph(nothing, 2 * MARGIN)
        for id in plan.chosen.improvements:
            lines += self._improvement(self._by_id[id])
        lines += sheet.paragraph(Text(self._proof(), QUIET))
        return [*lines, *self._next()]

    def _improvement(self, improvement: Improvement) -> Lines:
        words = self._words
        cost = words.cost.format(number(improvement.cost, self._sheet.words))
        owner = cleaned(improvement.owner or "")
        about = [cost, *([self._sheet.words.owner.format(owner)] if owner else [])]
        text = Text.assemble(
            (cleaned(improvement.title) or improvement.id, STRONG), (f" · {' · '.join(about)}", "")
        )
        return self._sheet.paragraph(text, 2 * MARGIN, "  + ")

    def _proof(self) -> str:
        plan = self._plan
        if plan.optimal:
            return self._words.optimal
        if plan.bound is None:
            return self._words.simulated
        return self._words.not_proved.format(self._value(plan.bound, plan.assumed))

    def _next(self) -> Lines:
        plan, words = self._plan, self._words
        if plan.budget is None:
            return []
        if plan.next is None:
            return self._sheet.paragraph(words.no_next)
        cost = quantity_beside(plan.next.cost, plan.budget, self._sheet.words.marks)
        text = words.next_best.format(cost, self._at(plan.next))
        return self._sheet.paragraph(f"{text}: {self._names(plan.next)}")

    def frontier(self) -> Lines:
        """Every efficient set whose gain can be seen, where no budget is given."""
        plan, words, sheet = self._plan, self._words, self._sheet
        points = [next(same) for _, same in groupby(plan.frontier, self._at)]
        if len(points) < 2:
            return []
        costs = aligned([number(p.cost, sheet.words) for p in points], sheet.words)
        values = aligned([self._at(p) for p in points], sheet.words)
        first, second = max(map(width_of, costs)), max(map(width_of, values))
        lines = [sheet.heading(words.frontier, words.frontier_note)]
        for cost, value, point in zip(costs, values, points, strict=True):
            start = f"{'':{MARGIN}}{cost:>{first}}  {value:>{second}}  "
            style = STRONG if point == plan.chosen else ""
            names = Text(self._names(point), style)
            lines += sheet.paragraph(names, width_of(start), start)
        return lines

    def what_if(self) -> Lines:
        """What closing each gap by itself would change."""
        words, sheet = self._words, self._sheet
        lines = [sheet.heading(words.what_if, words.what_if_note)]
        fixes = sorted(self._plan.fixes.items(), key=lambda item: -rounded(item[1].balance))
        if not fixes:
            return [*lines, *sheet.paragraph(words.no_gaps)]
        gains, shares = (aligned(texts, sheet.words) for texts in self._changes(fixes))
        heads = (sheet.words.balance, f"{sheet.words.disappointed}, %")
        columns = [
            max(width_of(head), *map(width_of, cells))
            for head, cells in zip(heads, (gains, shares), strict=True)
        ]
        titles = [cleaned(self._journey[id].title) or id for id, _ in fixes]
        room = min(max(map(width_of, titles)), sheet.width - MARGIN - sum(columns) - 4)
        rows = [("", *heads), *zip(titles, gains, shares, strict=True)]
        for n, (title, gain, share) in enumerate(rows):
            shown = shortened(title, room)
            cells = f"{gain:>{columns[0]}}  {share:>{columns[1]}}"
            pad = " " * (room - width_of(shown) + 2)
            lines.append(Text(f"{'':{MARGIN}}{shown}{pad}{cells}", QUIET if n == 0 else ""))
        return lines

    def judged(self) -> Lines:
        """What turns of the cycle are judged by; those without lifts, which no plan can choose."""
        words, sheet = self._words, self._sheet
        judged = [i for i in self._journey.improvements if i.judged_by]
        if not judged:
            return []
        lines = [sheet.heading(words.judged, words.judged_note)]
        for improvement in judged:
            phase = wording(improvement.phase, sheet.words.language).long
            about = [phase, *([] if improvement.lifts else [words.left_out])]
            title = cleaned(improvement.title) or improvement.id
            text = Text.assemble((title, STRONG), f" · {' · '.join(about)}")
            lines += sheet.paragraph(text)
            for metric in improvement.judged_by:
                lines += sheet.paragraph(judgement_text(metric, sheet.words), 2 * MARGIN)
        return lines

    def _changes(self, fixes: list[tuple[str, Fix]]) -> tuple[list[str], list[str]]:
        """What each fix changes: the balance, and the disappointed share."""
        words = self._sheet.words
        return (
            [total(f.balance, words, "balance" in f.assumed) for _, f in fixes],
            [points(f.disappointed, words, "disappointed" in f.assumed) for _, f in fixes],
        )

    def legend(self) -> Lines:
        """What improvements change; what ≈ means, where it stands."""
        lines = self._sheet.paragraph(Text(self._words.feelings, QUIET))
        fixes = self._plan.fixes.values()
        if self._plan.assumed or any(fix.assumed for fix in fixes):
            lines += self._sheet.paragraph(Text(self._sheet.words.assumed, QUIET))
        return lines

    def _names(self, point: PlanPoint) -> str:
        titles = [cleaned(self._by_id[id].title) or id for id in point.improvements]
        return " + ".join(titles) or "–"

    def _all_differ(self, more: int) -> bool:
        """Whether no two neighbouring sets look equal with so many more digits."""
        plan = self._plan
        points = plan.frontier or (plan.chosen, *([plan.next] if plan.next else []))
        texts = [self._text(point.value, point.assumed, more) for point in points]
        return all(one != other for one, other in pairwise(texts))

    def _at(self, point: PlanPoint) -> str:
        return self._value(point.value, point.assumed)

    def _value(self, value: float, assumed: bool) -> str:
        return self._text(value, assumed, self._more)

    def _text(self, value: float, assumed: bool, more: int) -> str:
        if self._plan.objective == "disappointed":
            return percentage(value, self._sheet.words, assumed, more)
        return total(value, self._sheet.words, assumed, more)
