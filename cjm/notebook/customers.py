"""Customers in a notebook: their segments by sales, and what their reviews are about."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from cjm.data.sales.personas import segment_name
from cjm.i18n import say
from cjm.notebook.cell import NONE, Cell

if TYPE_CHECKING:
    from cjm.data.reviews.feedback import Feedback, ToneFigures
    from cjm.data.sales.segmentation import Segmentation


def segment_tables(found: Segmentation, cell: Cell) -> str:
    """The segments with the middle customer of each, then what a period says of all."""
    gist = say(
        "{customers} {n:customer|customers} · {orders} {k:order|orders} · {money} in all",
        customers=cell.count(found.customers), n=found.customers,
        orders=cell.count(found.orders), k=found.orders, money=cell.count(found.money),
    )  # fmt: skip
    head = [
        f"<strong>{cell.word(say('Customers from sales'))}</strong>",
        cell.word(gist),
        cell.left_out(found.source, found.left_out, found.read),
    ]
    names = (say("Segments"), say("customers"), say("share"), say("R days"), say("F orders"),
             say("M money"))  # fmt: skip
    rows = [
        (
            escape(segment_name(segment.id, cell.language)),
            cell.count(segment.customers),
            cell.percentage(segment.share, False),
            *map(cell.quantity, (segment.recency, segment.frequency, segment.median_money)),
        )
        for segment in found.segments
    ]
    first = cell.long_table(head, [cell.word(name) for name in names], rows, (0,))
    return f"{first}\n{_period(found, cell)}"


def _period(found: Segmentation, cell: Cell) -> str:
    """Retention and value, a row a figure."""
    period = found.period
    days = say("{first} to {last}", first=period.first.isoformat(), last=period.last.isoformat())
    rows = (
        (say("Active at the start"), cell.count(period.start)),
        (say("Active at the end"), cell.count(period.end)),
        (say("Won"), cell.count(period.won)),
        (say("Retained"), cell.percentage(period.crr, False)),
        (say("Churned"), cell.percentage(period.ccr, False)),
        (say("Bought again"), cell.percentage(period.rpr, False)),
        (say("Average order"), cell.quantity(period.average_order)),
        (say("Orders per customer"), cell.quantity(period.orders_per_customer)),
        (say("Lifetime"), cell.quantity(period.lifetime)),
        (say("LTV by formula"), cell.quantity(period.ltv_formula)),
    )
    told = [(cell.word(name), value) for name, value in rows if value != NONE]
    columns = (cell.word(say("Retention and value")), cell.word(days))
    return cell.table((), columns, told, (0,))


def feedback_tables(found: Feedback, cell: Cell) -> str:
    """The topics of reviews, the one that hurts most first."""
    figures = found.figures
    gist = say("{reviews} {n:review|reviews} · {toned} with a tone · mean {tone}",
               reviews=cell.count(figures.reviews), n=figures.reviews,
               toned=cell.count(figures.toned), tone=cell.tone(figures.tone))  # fmt: skip
    head = [
        f"<strong>{cell.word(say('Reviews by topic'))}</strong>",
        cell.word(gist),
        cell.left_out(found.source, found.left_out, found.read),
    ]
    names = (say("Topics"), say("reviews"), say("share"), say("negative"), say("95 % interval"),
             say("tone"), say("pain"))  # fmt: skip
    rows = [
        (
            escape(topic.title or topic.id),
            cell.count(topic.figures.reviews),
            cell.percentage(topic.share, False),
            *_tone(topic.figures, cell),
            NONE if topic.pain is None else escape(cell.fraction(topic.pain)),
        )
        for topic in found.topics
    ]
    return cell.long_table(head, [cell.word(name) for name in names], rows, (0,))


def _tone(figures: ToneFigures, cell: Cell) -> tuple[str, ...]:
    return (
        cell.percentage(figures.negative_share, False),
        cell.interval(figures.interval, lambda end: cell.percentage(end, False)),
        escape(cell.tone(figures.tone)),
    )
