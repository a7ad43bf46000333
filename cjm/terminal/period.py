"""Figures of a period and of a loyalty programme, each explained in a line."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from cjm.i18n import Message, say
from cjm.terminal.sheet import Lines
from cjm.terminal.told import Told

if TYPE_CHECKING:
    from cjm.data.sales.periods import Period
    from cjm.data.sales.segmentation import Segmentation


def period_lines(found: Segmentation, told: Told) -> Lines:
    """Who came, stayed and left; what they bought; what one is worth."""
    period = found.period
    days = say("from {first} to {last}",
               first=period.first.isoformat(), last=period.last.isoformat())  # fmt: skip
    lines = told.sheet.headed(told.text(say("Retention and value")), told.text(days))
    facts = period_facts(found, told)
    return [*lines, *told.facts([(told.text(a), b, told.text(c)) for a, b, c in facts])]


Fact = tuple[Message, str, Message]
"""What a figure is called, the figure, and what it means."""


def period_facts(
    found: Segmentation, told: Told, day: Callable[[date], str] = date.isoformat
) -> list[Fact]:
    """The figures of a period, and below them those of all time; `day` writes a date."""
    period = found.period
    return [*_flow(period, told), *_value(period, told), *_whole(found, told, day(found.first))]


def _flow(period: Period, told: Told) -> list[Fact]:
    before = say("with an order in the {n} {n:day|days} before the period", n=period.active)
    ended = say("with an order in the {n} {n:day|days} up to its end", n=period.active)
    kept = say("CRR: of those at the start, active at the end, too")
    if not period.start:
        kept = say("CRR: nobody was active before the period; a later one begins with --from")
    won = say("active at the end and not at the start: {new} new, {back} won back",
              new=told.count(period.new), back=told.count(period.won_back))  # fmt: skip
    return [
        (say("Active at the start"), told.count(period.start), before),
        (say("Active at the end"), told.count(period.end), ended),
        (say("Won"), told.count(period.won), won),
        (say("Retained"), told.share(period.crr), kept),
        (say("Churned"), told.share(period.ccr), say("CCR: those who did not stay, 1 − CRR")),
    ]


def _value(period: Period, told: Told) -> list[Fact]:
    lifetime = say("periods that a customer stays: 1 / CCR, or lifetime in data.yaml")
    return [
        (say("Bought again"), told.share(period.rpr),
         say("RPR: of customers with an order in the period, those with more than one")),
        (say("Average order"), told.figure(period.average_order), say("money / orders")),
        (say("Orders per customer"), told.figure(period.orders_per_customer),
         say("of customers with an order in the period")),
        (say("Lifetime"), told.figure(period.lifetime), lifetime),
        (say("LTV by formula"), told.figure(period.ltv_formula),
         say("average order × orders per customer × lifetime × margin where given")),
    ]  # fmt: skip


def _whole(found: Segmentation, told: Told, since: str) -> list[Fact]:
    return [
        (say("LTV so far"), told.figure(found.ltv_historic),
         say("all money / all customers since {day} × margin where given", day=since)),
        (say("Bought again ever"), told.share(found.rpr),
         say("of all customers, those with more than one order")),
    ]  # fmt: skip


def programme_lines(found: Segmentation, told: Told) -> Lines:
    """Who takes part in the loyalty programme, and who uses it; nothing where sales do not say."""
    facts = programme_facts(found, told)
    if not facts:
        return []
    lines = told.sheet.headed(told.text(say("Loyalty programme")), told.text(say("95 % intervals")))
    return [*lines, *told.facts([(told.text(a), b, told.text(c)) for a, b, c in facts])]


def programme_facts(found: Segmentation, told: Told) -> list[Fact]:
    """The figures of the programme; none where sales do not tell of one."""
    programme = found.programme
    if programme is None:
        return []
    of_all = say("{n} of {all} customers; {interval}",
                 n=told.count(programme.members), all=told.count(found.customers),
                 interval=told.interval(programme.participation_interval))  # fmt: skip
    facts: list[Fact] = [(say("Members"), told.share(programme.participation), of_all)]
    if programme.used is not None:
        of_members = say("{count} {n:member|members} used a bonus; {interval}",
                         count=told.count(programme.used), n=programme.used,
                         interval=told.interval(programme.redemption_interval))  # fmt: skip
        facts.append((say("Redeemed"), told.share(programme.redemption), of_members))
    if programme.points_given is not None:
        points = say("{used} of {given} points given were used",
                     used=told.figure(programme.points_used),
                     given=told.figure(programme.points_given))  # fmt: skip
        facts.append((say("Points redeemed"), told.share(programme.redemption_points), points))
    return facts
