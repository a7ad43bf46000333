"""`cjm render`."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, NamedTuple

import click

from cjm.cli.shared import FAILED, LANGUAGE, PATHS, tell, tell_findings

if TYPE_CHECKING:
    from cjm.journey import Journey

FORMATS = ("svg", "png")


@click.command(epilog="Example: cjm render journeys/ -o build --format png --theme dark")
@PATHS
@click.option("-o", "--output", metavar="FILE|DIR", help="Where to; default: the folder build.")
@click.option("--view", type=click.Choice(["graph"]), default="graph", show_default=True)
@click.option("--format", "form", type=click.Choice(FORMATS), help="Default: from the ending; svg.")
@click.option("--persona", metavar="ID", help="Draw the scores of this persona.")
@LANGUAGE
@click.option(
    "--theme", type=click.Choice(["light", "dark", "print"]), default="light", show_default=True
)
@click.option(
    "--engine",
    type=click.Choice(["embedded", "dot"]),
    default="embedded",
    show_default=True,
    help="Who lays the map out: the embedded engine, or the system's Graphviz.",
)
@click.option(
    "--scale", type=click.FloatRange(0.1, 10), default=2.0, show_default=True, help="Of a PNG."
)
@click.pass_context
def render(
    context: click.Context,
    paths: tuple[str, ...],
    output: str | None,
    view: str,
    form: str | None,
    persona: str | None,
    language: str | None,
    theme: str,
    engine: str,
    scale: float,
) -> int:
    """Draw journeys as maps.

    PATHS are files and folders, - is standard input; default: the workspace's journeys. Maps are
    named after their journeys' files; ones drawn earlier are replaced. -o - writes a single map
    to standard output.
    """
    from cjm.diagram import render as draw
    from cjm.errors import CjmError

    jobs, failed = _jobs(paths, context.obj)
    names = _targets(jobs, output, form)
    for job, target in zip(jobs, names, strict=True):
        try:
            picture = draw(
                job.journey,
                view=view,
                format=_format(target, form),
                persona=persona,
                language=language,
                theme=theme,
                engine=engine,
                scale=scale,
            )
            _write(target, picture)
        except CjmError as error:
            tell(f"{job.file}: {error.message}", error.help)
            failed = True
    return FAILED if failed else 0


class _Job(NamedTuple):
    file: str
    """As the user would name it."""
    name: str
    """What the map is called, without its ending."""
    journey: Journey


def _jobs(paths: tuple[str, ...], workspace: str | None) -> tuple[list[_Job], bool]:
    """The journeys at `paths`, and whether some could not be used, which is told."""
    from cjm.checking.documents import Document, Seen, Trouble, documents
    from cjm.loading import read_journey, workspace_findings
    from cjm.workspace import Workspaces

    homes = Workspaces(workspace)
    given = paths or homes.of_folder(".").workspace.paths
    jobs, failed = [], False
    seen: Seen = {}
    for path in given:
        for found in documents([path], homes, seen):
            if isinstance(found, Trouble):
                tell(found.message)
                failed = True
            elif isinstance(found, Document):
                loaded = read_journey(found.source, found.file, found.home.workspace)
                if loaded.journey:
                    jobs.append(_Job(found.file, _name(found.file, path), loaded.journey))
                tell_findings(loaded.findings, found.home.workspace.language)
                failed = failed or bool(loaded.findings)
    for home in homes.loaded.values():
        faults = workspace_findings(home)
        tell_findings(faults, home.workspace.language)
        failed = failed or bool(faults)
    for problem in homes.unreadable:
        tell(problem)
    return jobs, failed or bool(homes.unreadable)


def _name(file: str, path: str) -> str:
    """A map's name: the file's, with the folders between it and the path that was given."""
    if path == "-":
        return "journey"
    inside = os.path.relpath(file, path) if os.path.isdir(path) else os.path.basename(file)
    return os.path.splitext(inside)[0]


def _targets(jobs: list[_Job], output: str | None, form: str | None) -> list[str]:
    """Where each map goes. Raises UsageError where two would go to one place."""
    from cjm.errors import UsageError

    if output == "-" or (output and output.endswith(tuple(f".{f}" for f in FORMATS))):
        if len(jobs) > 1:
            raise UsageError(f"{len(jobs)} maps do not fit into one file", help="name a folder")
        return [output] * len(jobs)
    targets = [os.path.join(output or "build", f"{job.name}.{form or 'svg'}") for job in jobs]
    for target in targets:
        if targets.count(target) > 1:
            raise UsageError(f"two journeys would be drawn to {target}", help="draw them apart: -o")
    return targets


def _format(target: str, form: str | None) -> str:
    ending = os.path.splitext(target)[1][1:]
    return form or (ending if ending in FORMATS else "svg")


def _write(target: str, picture: bytes) -> None:
    from cjm.files import write_bytes
    from cjm.reporters.wording import sentence

    if target == "-":
        sys.stdout.buffer.write(picture)
    else:
        write_bytes(target, picture)
        click.echo(sentence(target))
