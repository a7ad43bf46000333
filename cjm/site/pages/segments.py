"""Segments: customers from sales, as `cjm segment` found them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from cjm.i18n import Message, say
from cjm.i18n.figures import Share
from cjm.records import replace
from cjm.site.pages.result_parts import (
    Cell,
    Figure,
    Part,
    Section,
    bar,
    day,
    figure,
    left_out,
    picture,
    result_pages,
    rows_read,
    table,
    told_in,
)

if TYPE_CHECKING:
    from cjm.data.sales.segmentation import Segmentation
    from cjm.project.results import Result
    from cjm.site.frame import Page, Site
    from cjm.terminal.told import Told

MOST_COHORTS = 36
"""The latest ones are drawn; how many more there are is told."""


def pages(site: Site) -> Iterator[Page]:
    """The page, where there are results of sales."""
    yield from result_pages(site, "segment", part_of(site))


def part_of(site: Site) -> Callable[[Result], Part]:
    """What makes a part of the page of a result."""
    return partial(_part, site.frame.language)


def _part(language: str, result: Result) -> Part:
    from cjm.data.sales.written import segmentation_of

    found, told = segmentation_of(result.data), told_in(language)
    return Part(
        _heading(found, told),
        list(_facts(found, result, told)),
        _figures(found, told),
        [
            _segments(found, told),
            _cohorts(found, told),
            _retention(found, told),
            *_programme(found, told),
            _classes(found, told),
            _scores(found, told),
            *left_out(result.data, told),
        ],
    )


def _heading(found: Segmentation, told: Told) -> Message:
    """Who brings most of the money."""
    best = found.abc["A"]
    customers = told.count(found.customers)
    if not found.money > 0:
        return say("{count} {n:customer|customers}", count=customers, n=found.customers)
    return say("{best} of {count} {n:customer brings|customers bring} {share} of the money",
               best=told.count(best.customers), count=customers, n=found.customers,
               share=Share(best.money / found.money))  # fmt: skip


def _facts(found: Segmentation, result: Result, told: Told) -> Iterator[Message]:
    yield rows_read(result.data, told)
    yield say("orders from {first} to {last}",
              first=day(found.first, told), last=day(found.last, told))  # fmt: skip
    yield say("days are counted back from {day}", day=day(found.reference, told))
    if found.returns:
        yield say("{count} {n:order|orders} of 0 or less, such as returns, are in all figures",
                  count=told.count(found.returns), n=found.returns)  # fmt: skip


def _figures(found: Segmentation, told: Told) -> list[Figure]:
    since = say("all money / all customers since {day} × margin where given",
                day=day(found.first, told))  # fmt: skip
    again = say("of all customers, those with more than one order")
    return [
        Figure(say("Customers"), told.count(found.customers)),
        Figure(say("Orders"), told.count(found.orders)),
        Figure(say("Money"), told.count(found.money)),
        Figure(say("LTV so far"), told.figure(found.ltv_historic), since),
        Figure(say("Bought again ever"), told.share(found.rpr), again),
    ]


def _segments(found: Segmentation, told: Told) -> Section:
    from cjm.data.sales.personas import segment_name

    heads = _heads(
        told, say("Segment"), say("customers"), say("share"), None, say("money"), say("share")
    )
    rows = [
        [
            Cell(segment_name(s.id, told.language)),
            figure(told.count(s.customers)),
            figure(told.share(s.share)),
            bar(s.share),
            figure(told.figure(s.money)),
            figure(told.share(_of(s.money, found.money))),
        ]
        for s in found.segments
    ]
    note = say("by how lately, how often and for how much each customer ordered")
    return Section(say("Segments"), note, table(heads, rows))


def _heads(told: Told, first: Message, *figures: Message | None) -> list[Cell]:
    """The heads of a table; None is one without a word."""
    return [Cell(told.text(first)), *(figure(told.text(head) if head else "") for head in figures)]


def _of(part: float, whole: float) -> float | None:
    return part / whole if whole > 0 else None


def _cohorts(found: Segmentation, told: Told) -> Section:
    """Who comes back, as the picture of `cjm segment` shows it."""
    from cjm.maps.content.cohorts import heat_map_of
    from cjm.maps.views.cohorts import draw

    shown = found.cohorts[-MOST_COHORTS:]
    months = max(len([n for n in cohort.customers if n is not None]) for cohort in shown)
    shown = tuple(replace(cohort, customers=cohort.customers[:months]) for cohort in shown)
    heat_map = heat_map_of(replace(found, cohorts=shown), told.language)
    remarks = []
    if earlier := len(found.cohorts) - len(shown):
        remarks.append(say("{n} earlier {n:cohort|cohorts} not shown", n=earlier))
    return Section(
        say("Who comes back"),
        picture=picture(draw(heat_map)),
        remarks=remarks,
    )


def _retention(found: Segmentation, told: Told) -> Section:
    from cjm.terminal.period import period_facts

    days = say(
        "from {first} to {last}",
        first=day(found.period.first, told),
        last=day(found.period.last, told),
    )
    facts = [Figure(*fact) for fact in period_facts(found, told, lambda of: day(of, told))]
    return Section(say("Retention and value"), days, figures=facts)


def _programme(found: Segmentation, told: Told) -> Iterator[Section]:
    from cjm.terminal.period import programme_facts

    if facts := programme_facts(found, told):
        figures = [Figure(*fact) for fact in facts]
        yield Section(say("Loyalty programme"), say("95 % intervals"), figures=figures)


def _classes(found: Segmentation, told: Told) -> Section:
    """ABC: who brings the money."""
    rows: list[Sequence[Cell]] = []
    for name, each in found.abc.items():
        held = _of(each.money, found.money)
        rows.append([
            Cell(name),
            figure(told.count(each.customers)),
            figure(told.share(each.customers / found.customers)),
            figure(told.figure(each.money)),
            figure(told.share(held)),
            bar(held),
            figure(told.figure(each.lowest)),
        ])  # fmt: skip
    heads = _heads(
        told, say("Class"), say("customers"), say("share"), say("money"), say("share"), None,
        say("paid at least"),
    )  # fmt: skip
    note = say("A: before 80 % of all money is reached, B: before 95 %, C: the rest")
    return Section(say("ABC by money"), note, table(heads, rows))


def _scores(found: Segmentation, told: Told) -> Section:
    """How many customers have which score."""
    rows: list[Sequence[Cell]] = []
    for score in range(5, 0, -1):
        row = [Cell(str(score))]
        for name in ("R", "F", "M"):
            share = found.rfm[name].get(score, 0) / found.customers
            row += [figure(told.share(share)), bar(share)]
        rows.append(row)
    heads = [Cell(told.text(say("Score")))]
    for head in (say("R how lately"), say("F how often"), say("M how much")):
        heads += [figure(told.text(head)), Cell()]
    note = say("5 is best; equal values, equal scores")
    return Section(say("Scores from 1 to 5"), note, table(heads, rows))
