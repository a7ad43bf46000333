"""`cjm history`."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import click

from cjm.cli.days import DayType
from cjm.cli.language import run_language
from cjm.cli.options import LANGUAGE, NO_MEASURED
from cjm.cli.pictures import PICTURE_THEME, picture_format, put_bytes
from cjm.cli.shared import processors, put_data, put_page, tell_note
from cjm.cli.translated import Command
from cjm.i18n import say, translate
from cjm.names import HISTORY_FORMATS

if TYPE_CHECKING:
    from cjm.compare.history_rows import History


@click.command(cls=Command, epilog="Example: cjm history journeys/taxi.yaml --since 2026-01-01")
@click.argument("path")
@click.option("--since", type=DayType(), metavar="DAY", help="Only revisions from this day on.")
@click.option(
    "-n", "--last", type=click.IntRange(min=1), metavar="N", help="Only the last N revisions."
)
@click.option("--touchpoint", metavar="ID", help="Only this touchpoint.")
@click.option(
    "--metric", metavar="ID", help="Only this metric: the touchpoint's, else the journey's."
)
@click.option("--persona", metavar="ID", help="As this persona lives it.")
@click.option(
    "--format", "form", type=click.Choice(HISTORY_FORMATS), default="text", show_default=True
)
@PICTURE_THEME
@LANGUAGE
@NO_MEASURED
@click.option("-o", "--output", metavar="FILE", help="Write it there, not to standard output.")
@click.pass_context
def history(
    context: click.Context,
    path: str,
    since: date | None,
    last: int | None,
    touchpoint: str | None,
    metric: str | None,
    persona: str | None,
    form: str,
    theme: str | None,
    language: str | None,
    no_measured: bool,
    output: str | None,
) -> None:
    """Tell how a journey came about: C of its touchpoints over the revisions of its file.

    A revision is read whole: the journey under the name it had, the overlay beside it and the
    cjm.yaml of that time. The working tree is the last one, where it differs. Touchpoints are
    followed over changes of their id.
    """
    from cjm.compare.history import history as history_of
    from cjm.project.outputs import check_output

    check_output(output, [path, context.obj])
    picture = "svg" if form == "svg" else picture_format(output, form, theme)
    found = history_of(
        path,
        since=since,
        last=last,
        touchpoint=touchpoint,
        metric=metric,
        persona=persona,
        workspace=context.obj,
        measured=not no_measured,
        processes=processors(),
    )
    _tell(found)
    if picture is None:
        _put(found, form, language, output)
        return
    from cjm.maps.results import render_history

    content = render_history(found, picture, language, theme)
    if output in (None, "-"):
        put_data(content.decode(), None)
    else:
        put_bytes(content, output)


def _put(found: History, form: str, language: str | None, output: str | None) -> None:
    if form == "json":
        from cjm.source.json_text import json_text

        put_data(json_text(found.to_dict()), output)
    elif form == "csv":
        put_data(found.to_csv(), output)
    else:
        from cjm.terminal.history import history_page

        put_page(lambda *terminal: history_page(found, language, *terminal), output)


def _tell(found: History) -> None:
    """What could not be read, and what the clone does not hold."""
    if found.skipped:
        told = (
            f"{each.commit[:7] if each.commit else translate(say('now'), run_language())}"
            f" ({translate(each.reason, run_language())})"
            for each in found.skipped
        )
        tell_note(
            say(
                "{n} {n:revision was|revisions were} not read: {which}",
                n=len(found.skipped),
                which=", ".join(told),
            )
        )
    if found.shallow:
        tell_note(
            say(
                "the clone holds only the last {n} {n:commit|commits}: git fetch --unshallow",
                n=found.commits,
            )
        )
