"""Cohorts: a heat map of who comes back, month by month, in characters."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING

from rich.text import Text

from cjm.i18n import say
from cjm.i18n.numbers import half_away
from cjm.terminal.columns import Column
from cjm.terminal.sheet import MARGIN, Lines
from cjm.terminal.signs import GOOD, QUIET
from cjm.terminal.told import MOST_ROWS, Told, right

if TYPE_CHECKING:
    from cjm.data.sales.segmentation import Cohort, Segmentation

SHADES = " ░▒▓█"
"""From nobody to the most that came back in any month."""
MONTH = 7
"""Cells of `2026-01`."""


def cohort_lines(found: Segmentation, told: Told) -> Lines:
    """A row a month of first orders; a column for each month after it, as many as fit.

    The latest cohorts are shown; how many earlier ones and later months there are is told.
    """
    shown = found.cohorts[-MOST_ROWS:]
    sizes = right([told.count(cohort.size) for cohort in shown], told.text(say("customers")))
    months = max(len([n for n in c.customers if n is not None]) for c in shown)
    columns = [_column(found, shown, k) for k in range(1, months)]
    widths = accumulate((c.width for c in columns), initial=MARGIN + MONTH + sizes.width)
    fitting = sum(width <= told.sheet.width for width in widths) - 1
    lines = told.sheet.headed(
        told.text(say("Cohorts by month of the first order")),
        told.text(say("% who ordered so many months later")),
    )
    lines += told.table([cohort.month for cohort in shown], [sizes, *columns[:fitting]])
    notes = _notes(found, told, len(found.cohorts) - len(shown), len(columns) - fitting)
    return [*lines, *(told.sheet.listed(notes, style=QUIET) if notes else [])]


def darkest_share(found: Segmentation) -> float:
    """The largest share that came back in a later month; what the shades are measured by."""
    later = (share for cohort in found.cohorts for share in cohort.share[1:] if share is not None)
    return max(later, default=0.0)


def _column(found: Segmentation, shown: tuple[Cohort, ...], k: int) -> Column:
    """The shares of one month after the first, each with its shade."""
    darkest = darkest_share(found)
    cells = []
    for cohort in shown:
        share = cohort.share[k]
        if share is None:
            cells.append(Text())
            continue
        level = shade_level(share, darkest)
        begun = found.begun is not None and _month_after(cohort.month, k) == found.begun
        text = f"{'*' if begun else ''}{half_away(100 * share, 0):.0f}"
        cells.append(Text.assemble((text, "" if share else QUIET), (SHADES[level], GOOD)))
    return Column(f"{k} ", cells, 0)


def shade_level(share: float, darkest: float) -> int:
    """Which of the shades a share has: none for 0, and the darkest for the largest."""
    if share <= 0 or darkest <= 0:
        return 0
    return min(len(SHADES) - 1, 1 + int(share / darkest * (len(SHADES) - 1)))


def _month_after(month: str, k: int) -> str:
    year, number = map(int, month.split("-"))
    year, number = divmod(year * 12 + number - 1 + k, 12)
    return f"{year:04d}-{number + 1:02d}"


def _notes(found: Segmentation, told: Told, earlier: int, later: int) -> list[str]:
    notes = []
    if found.begun is not None and len(found.cohorts) > 1:
        notes.append(say("* {month} is not over: sales end on {last}",
                         month=found.begun, last=found.last.isoformat()))  # fmt: skip
    if darkest := darkest_share(found):
        notes.append(say("{shade} is {share}", shade=SHADES[-1], share=told.share(darkest)))
    if earlier > 0:
        notes.append(say("{n} earlier {n:cohort|cohorts} not shown", n=earlier))
    if later > 0:
        notes.append(say("{n} later {n:month|months} not shown", n=later))
    return [told.text(note) for note in notes]
