"""The improvements of all journeys as a board: plan, do, check, act."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from cjm.i18n import Message, say
from cjm.i18n.figures import GapFigure
from cjm.i18n.numbers import score_digits
from cjm.rounding import rounded
from cjm.site import addresses
from cjm.site.figures import Figures
from cjm.site.frame import Entry, Frame, Page, Site
from cjm.site.templating import for_script

TICKETS = 20
"""How many tickets of a column a page holds."""
PHASES = (
    ("plan", say("decided what to change")),
    ("do", say("changing it")),
    ("check", say("measuring again")),
    ("act", say("now the standard")),
)
"""The columns, and what happens in each."""
Ticket = dict[str, Any]
_COLUMN, _TICKET = "<!--column-->", "<!--item-->"


def pages(site: Site) -> Iterator[Page]:
    """The board, due soonest first; pages of twenty a column, and the rest of it as data."""
    frame, tickets = site.frame, [t for entry in site.as_is for t in _tickets(entry, site.frame)]
    columns = [sorted((t for t in tickets if t["phase"] == p), key=_order) for p, _ in PHASES]
    texts = _rendered(frame, columns)
    count = max(1, *(-(-len(column) // TICKETS) for column in columns))
    for part in range(count):
        yield frame.page(
            _address(part),
            "improvements.html",
            "improvements",
            title=_title(tickets),
            lead=_lead(tickets, frame),
            count=len(tickets),
            part=part,
            addresses=[_address(n) for n in range(count)],
            columns=[_column(*one, part) for one in zip(PHASES, texts, strict=True)],
        )
    if count > 1:
        rest = for_script([[str(text) for text in column[TICKETS:]] for column in texts])
        yield Page("improvements.rows.js", f"window.cjmTickets={rest};\n".encode())


def _address(part: int) -> str:
    return "improvements.html" if part == 0 else f"improvements-{part + 1}.html"


def _column(phase: tuple[str, Message], texts: Sequence[Any], part: int) -> Ticket:
    name, note = phase
    return {
        "name": name,
        "note": note,
        "count": len(texts),
        "items": texts[part * TICKETS : (part + 1) * TICKETS],
        "rest": max(0, len(texts) - (part + 1) * TICKETS),
    }


def _rendered(frame: Frame, columns: Sequence[Sequence[Ticket]]) -> list[list[Any]]:
    """Every ticket once, by columns."""
    from markupsafe import Markup

    page = frame.page("improvements.html", "tickets.html", "improvements", columns=columns)
    found = page.content.decode().split(_COLUMN)[1:]
    return [[Markup(text) for text in column.split(_TICKET)[1:]] for column in found]


def _tickets(entry: Entry, frame: Frame) -> Iterator[Ticket]:
    data, figures = entry.data, Figures(entry.data)
    for one in data["improvements"]:
        late = bool(one["due"]) and one["due"] < frame.today.isoformat() and one["phase"] != "act"
        yield {
            **one,
            "title": one["title"] or one["id"],
            "url": addresses.at(addresses.journey(entry.stem)),
            "journey": data["title"] or data["id"],
            "overdue": late,
            "lifts": [_lift(figures, lift, one["phase"]) for lift in one["lifts"]],
        }


def _lift(figures: Figures, lift: Mapping[str, Any], phase: str) -> dict[str, Any]:
    """C of a touchpoint as it is and, while the improvement is ahead, as it should become."""
    point = figures.by_id[lift["touchpoint"]]
    o, b = point["expectation"], point["experience"]
    then = None if phase == "act" else figures.lifted(point, lift["points"])
    if then is None or o is None or b is None:
        return {"title": point["title"], "now": point, "then": None, "side": ""}
    digits = max(point["digits"], score_digits([(o, b), (o, then)], figures.scale))
    gap = rounded(then - o)
    return {
        "title": point["title"],
        "now": {**point, "digits": digits},
        "then": say("{gap}", gap=GapFigure(o, then, digits)),
        "side": "d" if gap < 0 else "a" if gap > 0 else "",
    }


def _order(ticket: Ticket) -> tuple[bool, str, str, str]:
    return not ticket["due"], ticket["due"] or "", ticket["journey"], ticket["title"]


def _title(tickets: Sequence[Ticket]) -> Message:
    if not tickets:
        return say("No improvements yet")
    kept = sum(ticket["phase"] == "act" for ticket in tickets)
    return say(
        "{n} {n:improvement|improvements} ahead, {k} already the standard",
        n=len(tickets) - kept,
        k=kept,
    )


def _lead(tickets: Sequence[Ticket], frame: Frame) -> list[Message]:
    """What is late, what is due next, and how to read a ticket."""
    if not tickets:
        return [say("Improvements of journeys stand here by their phase: plan, do, check, act.")]
    told = []
    if late := sum(ticket["overdue"] for ticket in tickets):
        told.append(say("{n} {n:improvement is|improvements are} overdue.", n=late))
    coming = [t for t in tickets if t["phase"] != "act" and t["due"] and not t["overdue"]]
    if coming:
        first = min(coming, key=_order)
        told.append(say("Next due: {day}, {title}.", day=_day(first, frame), title=first["title"]))
    told.append(say("The tag is C now; after the arrow is what it should become."))
    return told


def _day(ticket: Ticket, frame: Frame) -> Any:
    from markupsafe import Markup

    from cjm.site.templating import Words

    return Markup("{}").format(Words(frame.language).day(ticket["due"]))
