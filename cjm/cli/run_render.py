"""What `cjm render` does."""

from __future__ import annotations

import os
import sys
from itertools import count
from typing import TYPE_CHECKING

from cjm.cli.progress import Progress
from cjm.cli.shared import (
    FAILED,
    echo,
    one_journey,
    open_file,
    paths_of,
    processors,
    tell,
    tell_findings,
    tell_note,
)
from cjm.i18n import say
from cjm.tuples import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cjm.maps.batch import Batch
    from cjm.maps.drawing import Drawing
    from cjm.maps.look import Look


class RenderOptions(NamedTuple):
    """What `cjm render` is asked, by the names of its options."""

    paths: tuple[str, ...] = ()
    workspace: str | None = None
    traceback: bool = False
    output: str | None = None
    view: str = "graph"
    form: str | None = None
    personas: tuple[str, ...] = ()
    lanes: tuple[str, ...] = ()
    compare: str | None = None
    flow: str | None = None
    language: str | None = None
    theme: str | None = None
    no_heading: bool = False
    no_legend: bool = False
    engine: str = "embedded"
    scale: float | None = None
    paper: str | None = None
    open_it: bool = False
    watch: bool = False
    no_cache: bool = False
    no_measured: bool = False


def run_render(asked: RenderOptions) -> int:
    """Draw journeys, name what was drawn; the exit code."""
    from cjm.errors import UsageError

    look = _look(asked)
    if not asked.watch:
        return _once(asked, look)
    if asked.output == "-":
        raise UsageError(say("--watch draws into files"), help=say("name one, or a folder"))
    from cjm.cli.watching import watch as watch_files
    from cjm.project.watch import watched

    read = (*paths_of(asked.paths, asked.workspace), *filter(None, [asked.compare, asked.flow]))
    rounds = count()
    watch_files(watched(read, asked.workspace), lambda: _once(asked, look, again=next(rounds) > 0))
    return 0


def _look(asked: RenderOptions) -> Look:
    """How the maps shall look, but for what is read from other files."""
    from cjm.checking.overrides import as_list
    from cjm.errors import UsageError
    from cjm.maps.look import Look

    personas = tuple(as_list(asked.personas))
    if asked.personas and not personas:
        raise UsageError(
            say("no persona is named"), help=say("leave --persona out to draw all customers")
        )
    return Look(
        asked.view,
        personas,
        asked.language,
        asked.theme,
        asked.engine,
        scale=asked.scale,
        paper=asked.paper,
        lanes=tuple(as_list(asked.lanes)) if asked.lanes else None,
        heading=not asked.no_heading,
        legend=not asked.no_legend,
    )


def _once(asked: RenderOptions, look: Look, again: bool = False) -> int:
    """Draw what is new; the exit code."""
    from cjm.maps.batch import Batch
    from cjm.maps.content.flow import read_flow

    measured = not asked.no_measured
    lived = read_flow(asked.flow) if asked.flow else None
    other = one_journey(asked.compare, asked.workspace, measured) if asked.compare else None
    batch = Batch(
        asked.paths,
        asked.output,
        format=asked.form,
        workspace=asked.workspace,
        measured=measured,
    )
    drawings = batch.draw(
        look._replace(compare=other, flow=lived),
        cache=not asked.no_cache,
        processes=processors(),
    )
    return _put(batch, drawings, again, asked.open_it and not again, asked.traceback)


def _put(
    batch: Batch, drawings: Iterator[Drawing], again: bool, open_it: bool, traceback: bool
) -> int:
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
            echo(sentence(drawing.target))
    for drawing in done:
        if drawing.note:
            tell_note(say("{path}: {reason}", path=drawing.file, reason=drawing.note))
    failed = _tell(batch, drawn, traceback)
    unchanged = sum(not drawing.new for drawing in done)
    if unchanged and not again:
        message = say(
            "{n} of {all} as drawn before: nothing has changed there", n=unchanged, all=len(done)
        )
        tell_note(message)
    if open_it and done:
        open_file(done[0].target if len(done) == 1 else os.path.dirname(done[0].target))
    return FAILED if failed else 0


def _tell(batch: Batch, drawn: list[Drawing], traceback: bool) -> bool:
    """Say why maps could not be drawn; whether there was anything to say."""
    findings = [f for drawing in drawn for f in drawing.findings]
    tell_findings([*findings, *batch.findings])
    errors = [(drawing.file, *drawing.error) for drawing in drawn if drawing.error]
    for file, message, help in errors:
        tell(say("{path}: {reason}", path=file, reason=message), help)
    if traceback:
        for trace in (drawing.trace for drawing in drawn if drawing.trace):
            echo(trace, err=True)
    for problem in batch.problems:
        tell(problem)
    return bool(findings or batch.findings or errors or batch.problems)
