"""The figures of a touchpoint, each with what it is called."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from cjm.i18n import Message, say
from cjm.i18n.figures import Quantity, Share, Total
from cjm.i18n.numbers import ENGLISH, RUSSIAN, marked, mean_gap, points, quantity
from cjm.i18n.phrases import phrases
from cjm.rounding import rounded
from cjm.site.money import money

Data = Mapping[str, Any]
Row = tuple[Message, Message]


def figures_of(point: Data, view: Data, data: Data, language: str) -> Iterator[Row]:
    """What is known of a touchpoint in one view; nothing of what nobody can know there.

    Args:
        point: The touchpoint, of `Figures.points`.
        view: The figures that it belongs to.
        data: The journey's data.
        language: What periods and money are written in.

    Yields:
        What a figure is called, and the figure.
    """
    marks = RUSSIAN if language == "ru" else ENGLISH
    assumed = point["assumed"]
    if mean := mean_gap(
        point["weighted_gap"], point["expectation"], point["experience"], marks, point["digits"]
    ):
        yield say("mean C by the personas' shares"), say("{figure}", figure=mean)
    if point["below_expectation"] is not None:
        yield (
            say("got less than they expected"),
            say("{share}", share=Share(point["below_expectation"])),
        )
    if point["reach"] is None:
        return
    yield say("come this far"), say("{share}", share=Share(point["reach"], "reach" in assumed))
    visits = marked(quantity(point["visits"], marks), "visits" in assumed)
    yield say("visits per customer"), say("{figure}", figure=visits)
    if point["impact"] is not None:
        impact = Total(point["impact"], "impact" in assumed)
        yield say("adds to the balance"), say("{balance}", balance=impact)
    yield from _leaving(point, view, language)
    yield from _stakes(point, marks)
    yield from _fix(point, marks)


def _leaving(point: Data, view: Data, language: str) -> Iterator[Row]:
    assumed, leaving = point["assumed"], point["text"]["leaving"]
    if leaving:
        yield say("of those here leave silently"), say("{share}", share=Share(leaving))
    if point["drop_off"]:
        share = Share(point["drop_off"], "drop_off" in assumed)
        yield say("leave silently, of all"), say("{share}", share=share)
    customers = view["customers"]
    if point["lost"] and customers is not None:
        count = Quantity(float(round(point["lost"])) or 1.0)
        yield say("lost here"), _per(say("≈ {n}", n=count), customers["per"], language)
    if point["lost_worth"] and customers is not None:
        text = money(point["lost_worth"], customers["currency"], language)
        told = say("{figure}", figure=marked(text, "lost_worth" in assumed))
        yield say("leaves with them"), _per(told, customers["per"], language)


def _per(figure: Message, period: str | None, language: str) -> Message:
    if period is None:
        return figure
    return say("{n} {per}", n=figure, per=phrases(language)["per"][period])


def _stakes(point: Data, marks: Any) -> Iterator[Row]:
    assumed = point["assumed"]
    if point["stakes"]:
        text = marked(quantity(point["stakes"], marks, decimals=3), "stakes" in assumed)
        yield say("stakes: how much is decided here"), say("{figure}", figure=text)
    if point["chance"] is not None:
        share = Share(point["chance"], "chance" in assumed)
        yield say("chance of success"), say("{share}", share=share)
    told = say("yes") if point["unavoidable"] else say("no")
    yield say("cannot be led round"), told


def _fix(point: Data, marks: Any) -> Iterator[Row]:
    """What closing the gap would change."""
    fix = point["fix"]
    if fix is None:
        return
    balance = Total(fix["balance"], "fix.balance" in point["assumed"])
    yield say("closing the gap: balance"), say("{balance}", balance=balance)
    if fix["disappointed"] is not None and rounded(fix["disappointed"]):
        change = points(fix["disappointed"], marks)
        text = marked(change, "fix.disappointed" in point["assumed"])
        yield (
            say("closing the gap: disappointed, percentage points"),
            say("{figure}", figure=text),
        )
