"""Segments: customers from sales, as a page for a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from cjm.data.sales.personas import segment_name
from cjm.i18n import say
from cjm.terminal.cohorts import cohort_lines
from cjm.terminal.columns import Column
from cjm.terminal.left_out import left_out_lines
from cjm.terminal.page import page_of
from cjm.terminal.period import period_lines, programme_lines
from cjm.terminal.sheet import MARGIN, Lines
from cjm.terminal.signs import BAD, GOOD, QUIET
from cjm.terminal.text import cleaned, shortened, width_of
from cjm.terminal.told import MOST_ROWS, Told, right, share_bar

if TYPE_CHECKING:
    from cjm.data.sales.segmentation import Segmentation

BAR = 20
SCORE_BAR = 12
LONGEST_NAME = 32
GOOD_SEGMENTS, BAD_SEGMENTS = ("champions", "loyal"), ("at-risk", "lost")


def segments_page(
    found: Segmentation,
    language: str = "en",
    width: int | None = None,
    color: bool = False,
    encoding: str = "utf-8",
) -> str:
    """Customers as a page: segments, scores, classes, cohorts, a period's figures, what is missing.

    Args:
        found: What `cjm.segment` gives.
        language: `en` or `ru`.
        width: In terminal cells, held within 40 to 140; default: 100.
        color: Whether it has ANSI colours.
        encoding: Signs that it does not have become plainer ones.
    """
    told = Told(language, width)
    parts = [
        _heading(found, told),
        _segments(found, told),
        _scores(found, told),
        _classes(found, told),
        cohort_lines(found, told),
        period_lines(found, told),
        programme_lines(found, told),
        _customers(found, told),
        left_out_lines(found.source, found.left_out, found.read, told.sheet, language),
    ]
    return page_of([part for part in parts if part], color, encoding)


def _heading(found: Segmentation, told: Told) -> Lines:
    """How many customers and orders there are, how much money, and of which days."""
    gist = say(
        "{customers} {n:customer|customers} · {orders} {k:order|orders} · {money} in all",
        customers=told.count(found.customers), n=found.customers,
        orders=told.count(found.orders), k=found.orders, money=told.count(found.money),
    )  # fmt: skip
    lines = told.sheet.headed(told.text(say("Customers from sales")), told.text(gist))
    facts = [
        told.text(say("orders from {first} to {last}",
                      first=found.first.isoformat(), last=found.last.isoformat())),
        told.text(say("days are counted back from {day}", day=found.reference.isoformat())),
    ]  # fmt: skip
    if found.returns:
        facts.append(told.text(
            say("{count} {n:order|orders} of 0 or less, such as returns, are in all figures",
                count=told.count(found.returns), n=found.returns)
        ))  # fmt: skip
    return [*lines, *told.sheet.listed(facts, style=QUIET)]


def _segments(found: Segmentation, told: Told) -> Lines:
    shown = found.segments[:MOST_ROWS]
    names = [shortened(cleaned(segment_name(s.id, told.language)), LONGEST_NAME) for s in shown]
    styles = [GOOD if s.id in GOOD_SEGMENTS else BAD if s.id in BAD_SEGMENTS else "" for s in shown]
    bars = [share_bar(s.share, BAR, style) for s, style in zip(shown, styles, strict=True)]
    lines = told.sheet.headed(
        told.text(say("Segments")), told.text(say("the middle customer's days, orders and money"))
    )
    columns = [
        right([told.count(s.customers) for s in shown], told.text(say("customers"))),
        right([told.share(s.share) for s in shown], ""),
        Column("", bars, 0, "left"),
        right(told.figures([s.recency for s in shown]), told.text(say("R days"))),
        right(told.figures([s.frequency for s in shown]), told.text(say("F orders"))),
        right(told.figures([s.median_money for s in shown]), told.text(say("M money"))),
    ]
    lines += told.table(names, _fitting(columns, names, told))
    return [*lines, *more_rows(len(found.segments), told)]


def _fitting(columns: list[Column], names: list[str], told: Told) -> list[Column]:
    """Without the bars where there is no room for them."""
    room = told.sheet.width - MARGIN - max(map(width_of, names))
    if sum(column.width for column in columns) <= room:
        return columns
    return [column for column in columns if column.align == "right"]


def more_rows(count: int, told: Told) -> Lines:
    """How many rows a table leaves out."""
    if count <= MOST_ROWS:
        return []
    return told.sheet.paragraph(Text(told.text(say("and {n} more", n=count - MOST_ROWS)), QUIET))


def _scores(found: Segmentation, told: Told) -> Lines:
    """How many customers have which score: 5 is the best."""
    lines = told.sheet.headed(
        told.text(say("Scores from 1 to 5")),
        told.text(say("5 is best; equal values, equal scores")),
    )
    heads = {
        "R": say("R how lately"),
        "F": say("F how often"),
        "M": say("M how much"),
    }
    columns = []
    for name, head in heads.items():
        shares = [found.rfm[name].get(score, 0) / found.customers for score in range(5, 0, -1)]
        columns.append(right([told.share(share) for share in shares], name))
        bars = [share_bar(share, SCORE_BAR) for share in shares]
        columns.append(Column(told.text(head)[2:], bars, 0, "left"))
    return [*lines, *told.table([str(score) for score in range(5, 0, -1)], columns)]


def _classes(found: Segmentation, told: Told) -> Lines:
    """ABC: who brings the money."""
    lines = told.sheet.headed(
        told.text(say("ABC by money")),
        told.text(say("A: before 80 % of all money is reached, B: before 95 %, C: the rest")),
    )
    classes = list(found.abc.values())
    shares = [c.customers / found.customers for c in classes]
    held = [c.money / found.money if found.money > 0 else None for c in classes]
    bars = [share_bar(min(1.0, max(0.0, share or 0.0)), BAR) for share in held]
    columns = [
        right([told.count(c.customers) for c in classes], told.text(say("customers"))),
        right([told.share(share) for share in shares], ""),
        right(told.figures([c.money for c in classes]), told.text(say("money"))),
        right([told.share(share) for share in held], ""),
        Column("", bars, 0, "left"),
        right(told.figures([c.lowest for c in classes]), told.text(say("paid at least"))),
    ]
    return [*lines, *told.table(list(found.abc), _fitting(columns, list(found.abc), told))]


def _customers(found: Segmentation, told: Told) -> Lines:
    """The customers, where they were asked for: those who paid most first."""
    if found.each is None:
        return []
    ranked = sorted(found.each, key=lambda customer: (-customer.money, customer.customer))
    shown = ranked[:MOST_ROWS]
    lines = told.sheet.headed(
        told.text(say("Customers")), told.text(say("all of them: --format csv or json"))
    )
    columns = [
        right([told.count(c.recency) for c in shown], told.text(say("R days"))),
        right([told.count(c.frequency) for c in shown], told.text(say("F orders"))),
        right(told.figures([c.money for c in shown]), told.text(say("M money"))),
        right([f"{c.R} {c.F} {c.M}" for c in shown], "R F M"),
        Column(
            "", [Text(cleaned(segment_name(c.segment, told.language))) for c in shown], 0, "left"
        ),
        right([c.abc for c in shown], "ABC"),
    ]
    names = [shortened(cleaned(c.customer), LONGEST_NAME) for c in shown]
    return [*lines, *told.table(names, columns), *more_rows(len(ranked), told)]
