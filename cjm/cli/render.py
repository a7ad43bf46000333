"""`cjm render`."""

from __future__ import annotations

import os
import sys
from itertools import count
from typing import TYPE_CHECKING

import click

from cjm.cli.language import Command
from cjm.cli.progress import Progress
from cjm.cli.shared import (
    FAILED,
    LANGUAGE,
    PATHS,
    one_journey,
    paths_of,
    processors,
    tell,
    tell_findings,
    tell_note,
)
from cjm.i18n import say
from cjm.names import ENGINES, PAPERS, PICTURE_FORMATS, THEMES, VIEWS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cjm.maps.batch import Batch, Drawing


@click.command(
    cls=Command, epilog="Example: cjm render journeys/ -o build --format png --theme dark"
)
@PATHS
@click.option("-o", "--output", metavar="FILE|DIR", help="Where to; default: the folder build.")
@click.option("--view", type=click.Choice(VIEWS), default="graph", show_default=True)
@click.option(
    "--format", "form", type=click.Choice(PICTURE_FORMATS), help="Default: from the ending; svg."
)
@click.option(
    "--persona",
    "personas",
    multiple=True,
    metavar="IDS",
    help="Draw the scores of this persona; on a map of several, a curve for each.",
)
@click.option("--lanes", multiple=True, metavar="NAMES", help="Only these rows of a map.")
@click.option(
    "--compare", metavar="FILE", help="On a map, the same journey in its other state as well."
)
@LANGUAGE
@click.option("--theme", type=click.Choice(THEMES), default="light", show_default=True)
@click.option(
    "--engine",
    type=click.Choice(ENGINES),
    default="embedded",
    show_default=True,
    help="Who lays the map out: the embedded engine, or the system's Graphviz.",
)
@click.option(
    "--scale",
    type=click.FloatRange(0.1, 10),
    help="A PNG's pixels per unit; default: 2.",
)
@click.option(
    "--paper",
    type=click.Choice(PAPERS),
    help="A PDF's, landscape; default: auto, the smallest that can be read.",
)
@click.option("--open", "open_it", is_flag=True, help="Show the map, or the folder of several.")
@click.option("--watch", is_flag=True, help="Draw again whenever a journey is saved.")
@click.option("--no-cache", is_flag=True, help="Draw every map anew, changed or not.")
@click.pass_context
def render(
    context: click.Context,
    paths: tuple[str, ...],
    output: str | None,
    view: str,
    form: str | None,
    personas: tuple[str, ...],
    lanes: tuple[str, ...],
    compare: str | None,
    language: str | None,
    theme: str,
    engine: str,
    scale: float | None,
    paper: str | None,
    open_it: bool,
    watch: bool,
    no_cache: bool,
) -> int:
    """Draw journeys: as graphs of touchpoints, or as maps, the classic sheet of rows.

    A map's rows, for --lanes: touchpoint, scores, because, curve, reach, moments, emotions,
    strengths, pains, root-cause, quotes, standard, scenario, backstage, evidence, metrics, owner,
    improvements. --lanes and --persona may be repeated or take a comma-separated list.

    PATHS are files and folders, - is standard input; default: the workspace's journeys. Maps are
    named after their journeys' files; those whose journey or look has changed are
    drawn anew. -o - writes a single map to standard output. A file's ending tells its format:
    .svg .png .pdf .dot .gv .mmd .mermaid
    """
    from cjm.checking.overrides import as_list
    from cjm.errors import UsageError
    from cjm.maps.batch import Batch
    from cjm.maps.look import Look

    if personas and not as_list(personas):
        raise UsageError(
            say("no persona is named"), help=say("leave --persona out to draw all customers")
        )
    look = Look(
        view,
        tuple(as_list(personas)),
        language,
        theme,
        engine,
        scale=scale,
        paper=paper,
        lanes=tuple(as_list(lanes)) if lanes else None,
    )

    def once(again: bool = False) -> int:
        other = one_journey(compare, context.obj) if compare else None
        batch = Batch(paths, output, format=form, workspace=context.obj)
        drawings = batch.draw(
            look._replace(compare=other), cache=not no_cache, processes=processors()
        )
        return _put(batch, drawings, again, open_it and not again)

    if not watch:
        return once()
    if output == "-":
        raise UsageError(say("--watch draws into files"), help=say("name one, or a folder"))
    from cjm.cli.watching import watch as watch_files

    given = (*paths_of(paths, context.obj), *([compare] if compare else []))
    rounds = count()
    watch_files(given, context.obj, lambda: once(again=next(rounds) > 0))
    return 0


def _put(batch: Batch, drawings: Iterator[Drawing], again: bool, open_it: bool) -> int:
    """Draw what has to be drawn, name the maps, and say what went wrong."""
    from cjm.maps.targets import STDOUT
    from cjm.reporters.wording import sentence

    drawn: list[Drawing] = []
    with Progress(lambda n, all: say("drawn {n} of {all} maps", n=n, all=all)) as progress:
        for drawing in drawings:
            drawn.append(drawing._replace(content=None))
            if drawing.content is not None:
                sys.stdout.buffer.write(drawing.content)
            progress(len(drawn), len(batch))
    done = [drawing for drawing in drawn if drawing.done]
    for drawing in done:
        if drawing.target != STDOUT and (drawing.new or not again):
            click.echo(sentence(drawing.target))
    failed = _tell(batch, drawn)
    unchanged = sum(not drawing.new for drawing in done)
    if unchanged and not again:
        message = say(
            "{n} of {all} as drawn before: nothing has changed there", n=unchanged, all=len(done)
        )
        tell_note(message)
    if open_it and done:
        _open(done[0].target if len(done) == 1 else os.path.dirname(done[0].target))
    return FAILED if failed else 0


def _tell(batch: Batch, drawn: list[Drawing]) -> bool:
    """Say why maps could not be drawn; whether there was anything to say."""
    findings = [f for drawing in drawn for f in drawing.findings]
    tell_findings([*findings, *batch.findings])
    errors = [(drawing.file, *drawing.error) for drawing in drawn if drawing.error]
    for file, message, help in errors:
        tell(say("{path}: {reason}", path=file, reason=message), help)
    if click.get_current_context().find_root().params.get("traceback"):
        for trace in (drawing.trace for drawing in drawn if drawing.trace):
            click.echo(trace, err=True)
    for problem in batch.problems:
        tell(problem)
    return bool(findings or batch.findings or errors or batch.problems)


def _open(target: str) -> None:
    """Show a file, or a folder, with the program that the system has for it."""
    if click.launch(target) != 0:
        tell_note(say("nothing here opens {file}", file=target))
