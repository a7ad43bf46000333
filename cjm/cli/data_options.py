"""Options and behaviour that all data commands share.

`data_options(kind)` gives a command its options and one argument for all of them, `wanted`, which
`cjm.data.choosing` makes a source of; `named` adds what stood on the line. What is wrong with a
`data.yaml` is told finding by finding; where too much was left out, the account of it comes first.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from typing import TYPE_CHECKING, Any, TypeVar

import click

from cjm.cli.data_progress import watched
from cjm.cli.days import DayType
from cjm.cli.language import run_language
from cjm.cli.options import OUTPUT
from cjm.cli.shared import FAILED, echo, tell, tell_findings, terminal_width
from cjm.errors import InvalidDataError, UsageError
from cjm.i18n import say, translate
from cjm.names import DATA_FORMATS
from cjm.records import replace

if TYPE_CHECKING:
    from cjm.data.choosing import Wanted

    Scale = click.ParamType[tuple[float, float]]
else:
    Scale = click.ParamType  # before click 8.4 it takes no parameter while it runs

Function = TypeVar("Function", bound=Callable[..., Any])

_SCALE = re.compile(r"\[?\s*([-+]?[\d.]+)\s*(?:,|-|–|\.\.)\s*([-+]?[\d.]+)\s*\]?")


class ScaleType(Scale):
    """LOW-HIGH."""

    name = "scale"

    def convert(
        self, value: str, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[float, float]:
        """Its two ends."""
        found = _SCALE.fullmatch(value)
        ends = (float(found[1]), float(found[2])) if found else (0.0, 0.0)
        if not ends[0] < ends[1]:
            message = say("{text!r} is no scale; write 1-5", text=value)
            self.fail(translate(message, run_language()), param, ctx)
        return ends


COLUMNS = {
    "case": click.option("--case", metavar="COLUMN", help="Of a log: tells cases apart."),
    "touchpoint": click.option("--touchpoint", metavar="COLUMN", help="What a row is about."),
    "time": click.option("--time", metavar="COLUMN", help="When it was."),
    "customer": click.option("--customer", metavar="COLUMN", help="Tells customers apart."),
    "money": click.option("--money", metavar="COLUMN", help="Of sales: what was paid."),
    "score": click.option("--score", metavar="COLUMN", help="The answers or ratings."),
    "side": click.option(
        "--side", metavar="COLUMN", help="Of a survey: expectation, experience, or a column."
    ),
    "scale": click.option(
        "--scale", type=ScaleType(), metavar="LOW-HIGH", help="The ends of answers or ratings."
    ),
    "text": click.option("--text", metavar="COLUMN", help="Of reviews: what was written."),
}
"""Options that say what the columns of a file hold which no data.yaml describes."""
OF_KIND = {
    "survey": ("customer", "touchpoint", "side", "score", "scale", "time"),
    "events": ("case", "touchpoint", "time"),
    "sales": ("customer", "time", "money"),
    "reviews": ("text", "score", "scale", "time", "touchpoint"),
}
MINIMUM = click.option(
    "--minimum", type=click.IntRange(min=1), metavar="N", help="Groups with fewer give no figure."
)
LIMITS = (
    click.option("--data", metavar="FILE", help="Use this data.yaml, not the nearest one upwards."),
    click.option("--source", metavar="NAME", help="Which source, where more than one fits."),
    click.option("--from", "first", type=DayType(), metavar="YYYY-MM-DD", help="The first day."),
    click.option("--to", "last", type=DayType(), metavar="YYYY-MM-DD", help="The last day."),
    click.option(
        "--tolerate",
        type=click.FloatRange(0, 1),
        default=0.05,
        show_default=True,
        help="The share of rows that may be left out.",
    ),
)
ALLOWED = (
    click.option(
        "--allow-outside", "outside", is_flag=True, help="Read files beyond data.yaml's folder."
    ),
    click.option(
        "--allow-python", "python", is_flag=True, help="Import the functions of connections."
    ),
)
FORMAT = click.option(
    "--format",
    "form",
    type=click.Choice(DATA_FORMATS),
    default="text",
    show_default=True,
    help="For people, for programs, or as a table.",
)


def data_options(
    kind: str, *, minimum: bool = True, form: bool = True
) -> Callable[[Function], Function]:
    """Give a command the options of all data commands, as one argument `wanted`.

    Args:
        kind: Of source: which columns can be named.
        minimum: Whether small groups mean something to it.
        form: Whether it has the formats of all data commands; one may have others of its own.

    Returns:
        A decorator; `form` and `output` stay arguments of their own.
    """
    columns = OF_KIND[kind]
    options = [
        *LIMITS,
        *((MINIMUM,) if minimum else ()),
        *(COLUMNS[name] for name in columns),
        *ALLOWED,
        *((FORMAT,) if form else ()),
        OUTPUT,
    ]

    def decorate(function: Function) -> Function:
        @wraps(function)
        def run(*arguments: Any, **given: Any) -> Any:
            from cjm.data.choosing import Wanted

            named = {name: given.pop(name) for name in columns}
            wanted = Wanted(
                columns={name: value for name, value in named.items() if value is not None},
                period=(given.pop("first"), given.pop("last")),
                minimum=given.pop("minimum", None),
                **{name: given.pop(name) for name in _ALIKE},
            )
            with _faults_told(), watched():
                return function(*arguments, wanted=wanted, **given)

        decorated: Any = run
        for option in reversed(options):
            decorated = option(decorated)
        return decorated  # type: ignore[no-any-return]

    return decorate


_ALIKE = ("source", "data", "tolerate", "outside", "python")
"""Options that are called as what they become."""


def named(wanted: Wanted, source: str | None) -> Wanted:
    """What is wanted, of the source or file that stands on the command line."""
    if source is None:
        return wanted
    if wanted.source not in (None, source):
        raise UsageError(
            say("two sources are named: {first} and {second}", first=source, second=wanted.source)
        )
    return replace(wanted, source=source)


@contextmanager
def _faults_told() -> Iterator[None]:
    """Say on standard error what is wrong with the data or their description, and end."""
    from cjm.data.tolerance import TooMuchLeftOutError

    try:
        yield
    except InvalidDataError as error:
        tell_findings(error.findings)
        raise SystemExit(FAILED) from error
    except TooMuchLeftOutError as error:
        from cjm.terminal.left_out import left_out_page

        page = (error.source, error.left_out, error.read, run_language(), terminal_width())
        echo(left_out_page(*page), err=True)
        tell(error.message, error.help)
        raise SystemExit(FAILED) from error
