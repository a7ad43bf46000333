"""`cjm measure`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from cjm.cli.data_options import data_options
from cjm.cli.language import run_language
from cjm.cli.options import LANGUAGE
from cjm.cli.shared import FAILED, put_data, put_page, tell_findings, tell_note
from cjm.cli.translated import Command
from cjm.errors import InvalidJourneyError
from cjm.i18n import say

if TYPE_CHECKING:
    from cjm.data.choosing import Wanted
    from cjm.data.surveys.result import MeasuredJourneys


@click.command(
    cls=Command,
    epilog="Example: cjm measure journeys/taxi.yaml --from 2026-07-01 --to 2026-09-30",
)
@click.argument("journeys", nargs=-1, metavar="[JOURNEY]...")
@LANGUAGE
@data_options("survey")
@click.pass_context
def measure(
    context: click.Context,
    journeys: tuple[str, ...],
    language: str | None,
    wanted: Wanted,
    form: str,
    output: str | None,
) -> None:
    """Measure journeys by surveys: scores, paired evidence and metrics with their intervals.

    JOURNEYS are files and folders; default: the workspace's journeys. Which surveys there are, and
    which of them feed which journey, stands in data.yaml, or the columns of --source FILE are
    named by options. What was measured is written beside each journey, into NAME.measured.yaml,
    whole or not at all; the journey itself never is. Groups with few answers are counted and give
    no figure. Exit code: 0, or 2 where the data cannot be trusted; then nothing is written.
    """
    from cjm.data.surveys.measure import measure_wanted
    from cjm.project.outputs import check_output

    check_output(output, [*journeys, context.obj, wanted.data])
    spoken = language or run_language()
    try:
        found = measure_wanted(journeys, wanted, context.obj, language=spoken)
    except InvalidJourneyError as error:
        tell_findings(error.findings)
        raise SystemExit(FAILED) from error
    for each in found.journeys:
        if each.status == "absent" and form != "text":  # the page says so itself
            id, file = each.journey.id, each.file
            tell_note(say("{id}: no answer counts, {file} is not written", id=id, file=file))
    _put(found, form, language, output)


def _put(found: MeasuredJourneys, form: str, language: str | None, output: str | None) -> None:
    if form == "csv":
        put_data(found.to_csv(), output)
    elif form == "json":
        from cjm.source.json_text import json_text

        put_data(json_text(found.to_dict()), output)
    else:
        from cjm.terminal.measured import measured_page

        put_page(lambda *terminal: measured_page(found, language, *terminal), output)
