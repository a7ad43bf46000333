"""Cohorts: what the heat map of who comes back says, in final words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cjm.i18n import Message, numbers, say, translate
from cjm.i18n.days import day_written
from cjm.i18n.numbers import ENGLISH, RUSSIAN, half_away
from cjm.tuples import NamedTuple

if TYPE_CHECKING:
    from cjm.data.sales.segmentation import Cohort, Segmentation


class Cell(NamedTuple):
    """A share as a whole per cent, as a part of the darkest one, and whether its month goes on."""

    text: str
    depth: float
    begun: bool


class Row(NamedTuple):
    """A month of first orders, its customers, and a cell for each later month; None: not yet."""

    month: str
    customers: str
    cells: tuple[Cell | None, ...]


class HeatMap(NamedTuple):
    """The whole picture; `shade` is what shades mean, from `least` to `most`."""

    title: str
    about: str
    customers: str
    later: str
    rows: tuple[Row, ...]
    shade: str
    least: str
    most: str
    begun: str
    language: str


def heat_map_of(found: Segmentation, language: str) -> HeatMap:
    """The cohorts of a segmentation, all of them, the first one at the top."""
    marks = RUSSIAN if language == "ru" else ENGLISH

    def text(message: Message) -> str:
        return translate(message, language)

    darkest = max((s for c in found.cohorts for s in c.share[1:] if s is not None), default=0.0)
    last = len(found.cohorts[0].customers)
    rows = [
        Row(
            day_written(cohort.month, language),
            numbers.quantity(cohort.size, marks, largest=numbers.BEYOND),
            tuple(_cell(found, cohort, k, darkest, last) for k in range(1, last)),
        )
        for cohort in found.cohorts
    ]
    begun = ""
    if found.begun is not None:
        begun = text(say("{month} is not over: sales end on {last}",
                         month=day_written(found.begun, language),
                         last=day_written(found.last.isoformat(), language)))  # fmt: skip
    return HeatMap(
        title=text(say("Who comes back")),
        about=text(say("Customers by the month of their first order: % who ordered later")),
        customers=text(say("customers")),
        later=text(say("months later")),
        rows=tuple(rows),
        shade=text(say("share who came back")),
        least=numbers.percentage(0.0, marks),
        most=numbers.percentage(darkest, marks),
        begun=begun,
        language=language,
    )


def _cell(found: Segmentation, cohort: Cohort, k: int, darkest: float, last: int) -> Cell | None:
    share = cohort.share[k]
    if share is None:
        return None
    is_last = k + 1 == last or cohort.share[k + 1] is None
    depth = share / darkest if darkest else 0.0
    return Cell(f"{half_away(100 * share, 0):.0f}", depth, is_last and found.begun is not None)
