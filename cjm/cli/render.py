"""`cjm render`."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, NamedTuple

import click

from cjm.cli.shared import FAILED, LANGUAGE, PATHS, tell, tell_findings

if TYPE_CHECKING:
    from cjm.checking.documents import Document
    from cjm.findings import Finding
    from cjm.journey import Journey
    from cjm.loading import Loaded
    from cjm.workspace import Workspaces

ENDINGS = {  # those of cjm.diagram.render, written again so that --help imports nothing
    "svg": "svg",
    "png": "png",
    "pdf": "pdf",
    "dot": "dot",
    "gv": "dot",
    "mmd": "mermaid",
    "mermaid": "mermaid",
}
FORMATS = tuple(dict.fromkeys(ENDINGS.values()))


@click.command(epilog="Example: cjm render journeys/ -o build --format png --theme dark")
@PATHS
@click.option("-o", "--output", metavar="FILE|DIR", help="Where to; default: the folder build.")
@click.option("--view", type=click.Choice(["graph", "map"]), default="graph", show_default=True)
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
    "--scale",
    type=click.FloatRange(0.1, 10),
    help="A PNG's pixels per unit; default: 2.",
)
@click.option(
    "--paper",
    type=click.Choice(["auto", "a4", "a3"]),
    help="A PDF's, landscape; default: auto, the smallest that can be read.",
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
    scale: float | None,
    paper: str | None,
) -> int:
    """Draw journeys as maps.

    PATHS are files and folders, - is standard input; default: the workspace's journeys. Maps are
    named after their journeys' files; ones drawn earlier are replaced. -o - writes a single map
    to standard output. A file's ending tells its format: .svg .png .pdf .dot .gv .mmd .mermaid
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
                paper=paper,
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
    from cjm.checking.documents import Document, Known, Trouble, documents, nothing_at
    from cjm.folders import Homes
    from cjm.loading import workspace_findings
    from cjm.workspace import Workspaces

    homes, workspaces = Homes(workspace), Workspaces()
    given = paths or workspaces.of(homes.of_folder(".")).workspace.paths
    jobs: dict[str, _Job | None] = {}
    held = set[str]()
    problems: list[str] = []
    findings: list[tuple[Finding, str]] = []
    for found in documents(given, homes):
        loaded = None
        if isinstance(found, Trouble):
            problems.append(found.message)
        elif isinstance(found, Document) and found.real not in jobs:
            loaded = _loaded(found, workspaces)
        if loaded and isinstance(found, Document):
            language = workspaces.of(found.home).workspace.language
            findings += ((finding, language) for finding in loaded.findings)
            name = _name(found.file, found.path)
            journey = loaded.journey
            jobs[found.real] = _Job(found.file, name, journey) if journey else None
        if loaded or isinstance(found, (Trouble, Known)):
            held.add(found.path)
    for home in workspaces.loaded.values():
        language = home.workspace.language
        findings += ((finding, language) for finding in workspace_findings(home))
    problems += [nothing_at(path) for path in dict.fromkeys(given) if path not in held]
    problems += homes.unreadable
    for finding, language in findings:
        tell_findings([finding], language)
    for problem in problems:
        tell(problem)
    return [job for job in jobs.values() if job], bool(problems or findings)


def _loaded(document: Document, workspaces: Workspaces) -> Loaded | None:
    """The journey in a file; None where it is YAML of another kind."""
    from cjm.loading import read_journey
    from cjm.source import parse
    from cjm.workspace import holds_journey

    source = parse(document.content)
    if not document.named and not holds_journey(document.content, source):
        return None
    return read_journey(source, document.file, workspaces.of(document.home).workspace)


def _name(file: str, path: str) -> str:
    """A map's name: the file's, with the folders between it and the path that was given."""
    if path == "-":
        return "journey"
    inside = os.path.relpath(file, path) if os.path.isdir(path) else os.path.basename(file)
    return os.path.splitext(inside)[0]


def _targets(jobs: list[_Job], output: str | None, form: str | None) -> list[str]:
    """Where each map goes. Raises UsageError where two would go to one place."""
    from cjm.errors import UsageError

    if output == "-" or (output and _ending(output) in ENDINGS):
        if len(jobs) > 1:
            raise UsageError(f"{len(jobs)} maps do not fit into one file", help="name a folder")
        _agree(output, form)
        return [output] * len(jobs)
    form = form or "svg"
    ending = next(e for e, f in ENDINGS.items() if f == form)
    targets = [os.path.join(output or "build", f"{job.name}.{ending}") for job in jobs]
    for target in targets:
        if targets.count(target) > 1:
            raise UsageError(f"two journeys would be drawn to {target}", help="draw them apart: -o")
    return targets


def _agree(output: str, form: str | None) -> None:
    """Raises UsageError where a file's ending says one format and --format another."""
    from cjm.errors import UsageError

    said = ENDINGS.get(_ending(output))
    if form and said and said != form:
        ending = next(e for e, f in ENDINGS.items() if f == form)
        other = f"{os.path.splitext(output)[0]}.{ending}"
        raise UsageError(
            f"{output} ends like {said}, but --format says {form}",
            help=f"leave --format out, or name it {other}",
        )


def _format(target: str, form: str | None) -> str:
    return form or ENDINGS.get(_ending(target), "svg")


def _ending(name: str) -> str:
    return os.path.splitext(name)[1][1:].lower()


def _write(target: str, picture: bytes) -> None:
    from cjm.files import write_bytes
    from cjm.reporters.wording import sentence

    if target == "-":
        sys.stdout.buffer.write(picture)
    else:
        write_bytes(target, picture)
        click.echo(sentence(target))
