"""`cjm segment`."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import click

from cjm.cli.data_options import data_options, named
from cjm.cli.days import DayType
from cjm.cli.language import run_language
from cjm.cli.options import PRINTED_LANGUAGE
from cjm.cli.pictures import PICTURE_THEME, picture_format, put_bytes
from cjm.cli.shared import put_data, put_page
from cjm.cli.translated import Command

if TYPE_CHECKING:
    from cjm.data.choosing import Wanted


@click.command(
    cls=Command,
    epilog="Example: cjm segment orders.csv --customer id --time paid_at --money total",
)
@click.argument("sales", required=False)
@click.option(
    "--reference",
    type=DayType(),
    metavar="YYYY-MM-DD",
    help="Count back from this day; default: the day after the last order.",
)
@click.option(
    "--active",
    type=click.IntRange(min=1),
    metavar="DAYS",
    help="A customer is active for so long after an order; default: 365.",
)
@click.option("--customers", is_flag=True, help="Every customer, too: scores, segment, class.")
@click.option("--personas", is_flag=True, help="The segments as personas, to paste into a journey.")
@data_options("sales", minimum=False)
@PRINTED_LANGUAGE
@PICTURE_THEME
def segment(
    sales: str | None,
    wanted: Wanted,
    reference: date | None,
    active: int | None,
    customers: bool,
    personas: bool,
    form: str,
    language: str | None,
    theme: str | None,
    output: str | None,
) -> None:
    """Tell customers apart by their orders: segments, ABC, cohorts, retention, lifetime value.

    SALES is a source of data.yaml, or a file; default: the only source of sales there is. --from
    and --to give the period of retention; recency, scores and cohorts are of all sales. As csv:
    a line a segment, with --customers a line a customer. An -o that ends in .svg, .html, .png or
    .pdf draws the cohorts.
    """
    from cjm.data.sales.segmenting import segment_wanted
    from cjm.project.outputs import check_output

    language = language or run_language()
    picture = picture_format(output, form, theme)
    check_output(output, [sales, wanted.data])
    found = segment_wanted(named(wanted, sales), reference, active, customers, language)
    if picture is not None:
        from cjm.maps.results import render_cohorts

        put_bytes(render_cohorts(found, picture, language, theme), output)
    elif personas:
        put_data(found.personas(language), output)
    elif form == "json":
        from cjm.source.json_text import json_text

        put_data(json_text(found.to_dict()), output)
    elif form == "csv":
        put_data(found.to_csv(), output)
    else:
        from cjm.terminal.segments import segments_page

        put_page(lambda *terminal: segments_page(found, language, *terminal), output)
