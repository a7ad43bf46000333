"""Formats of times: which of the usual ones fits a column, where ISO 8601 does not."""

from itertools import product

from cjm.data.advice import placed
from cjm.data.conversion.context import Context
from cjm.data.definition import Rows
from cjm.data.engine import text_literal
from cjm.i18n import Message, say
from cjm.tuples import NamedTuple

DAYS = (
    "%d.%m.%Y", "%m.%d.%Y", "%d/%m/%Y", "%m/%d/%Y", "%d-%m-%Y", "%m-%d-%Y", "%Y/%m/%d", "%Y.%m.%d",
    "%Y-%m-%d", "%Y%m%d", "%d.%m.%y", "%m.%d.%y", "%d/%m/%y", "%m/%d/%y", "%d-%m-%y", "%m-%d-%y",
    "%d %b %Y", "%d %B %Y", "%d-%b-%Y", "%d-%b-%y", "%b %d, %Y", "%B %d, %Y", "%b %d %Y",
    "%a %b %d %Y", "%a, %d %b %Y",
)  # fmt: skip
HOURS = (
    "", " %H:%M", " %H:%M:%S", " %H:%M:%S.%f", " %I:%M %p", " %I:%M:%S %p", ", %H:%M",
    ", %H:%M:%S", ", %I:%M %p", ", %I:%M:%S %p", "T%H:%M:%S", " %H.%M", " %H:%M:%S %z",
    " %H:%M %z",
)  # fmt: skip
"""What people and programs write, the usual first."""
LOOKED_AT = 200
"""So many values choose the formats that are then tried on all."""


class Fit(NamedTuple):
    """A format, how many values it fits, and how many there are."""

    format: str
    fits: int
    values: int


def fitting_formats(context: Context, text: str) -> list[Fit]:
    """The formats that fit most values of a column, and more than half; equal ones all of them."""
    values = f"SELECT {text} AS t FROM {context.relation}"
    some = f"SELECT t FROM ({values}) WHERE t IS NOT NULL LIMIT {LOOKED_AT}"
    formats = [day + hour for day, hour in product(DAYS, HOURS)]
    likely = [fit for fit in _counted(context, formats, some) if 2 * fit.fits > fit.values]
    if not likely:
        return []
    fits = _counted(context, [fit.format for fit in likely], values)
    most = max(fit.fits for fit in fits)
    return [fit for fit in fits if fit.fits == most and 2 * most > fit.values]


def _counted(context: Context, formats: list[str], values: str) -> list[Fit]:
    counts = ", ".join(f"COUNT(CASE WHEN {_fits(name)} THEN 1 END)" for name in formats)
    [(total, *fits)] = context.rows(f"SELECT COUNT(t), {counts} FROM ({values})")
    return [Fit(name, count, total) for name, count in zip(formats, fits, strict=True)]


def _fits(format: str) -> str:
    """Whether a value fits, and gives a year that data can have."""
    parsed = f"TRY_STRPTIME(t, {text_literal(format)})"
    earliest = "TIMESTAMPTZ" if "%z" in format else "TIMESTAMP"
    return f"{parsed} >= {earliest} '1000-01-01'"


def format_help(fits: list[Fit], rows: Rows) -> Message:
    """What to write: the format that fits; both where day and month could be swapped."""
    example = fits[0].format if fits else "%d.%m.%Y %H:%M"
    return placed(_advice(fits), "time_format", example, rows)


def _advice(fits: list[Fit]) -> Message:
    if not fits:
        return say("write its form as time_format, for example %d.%m.%Y %H:%M")
    first, *others = fits
    swapped = [fit for fit in others if _swapped(first.format) == fit.format]
    if swapped:
        return say(
            "day and month could be swapped: write time_format: '{one}' or '{other}'",
            one=first.format,
            other=swapped[0].format,
        )
    if first.fits == first.values:
        return say("all fit it: write time_format: '{format}'", format=first.format)
    return say(
        "{fits} of {n} fit it: write time_format: '{format}'",
        fits=first.fits,
        n=first.values,
        format=first.format,
    )


def _swapped(format: str) -> str:
    return format.translate(str.maketrans("dm", "md"))
