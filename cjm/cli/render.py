"""`cjm render`."""

from __future__ import annotations

from typing import Any

import click

from cjm.cli.options import LANGUAGE, NO_MEASURED, PATHS
from cjm.cli.run_render import RenderOptions, run_render
from cjm.cli.translated import Command
from cjm.names import ENGINES, PAPERS, PICTURE_FORMATS, THEMES, VIEWS


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
@click.option(
    "--flow", metavar="RESULT", help="On a graph, what customers did: the JSON of cjm conform."
)
@LANGUAGE
@click.option(
    "--theme",
    type=click.Choice(THEMES),
    help="Default: light; an HTML page follows its reader's system.",
)
@click.option("--no-heading", is_flag=True, help="Leave out title, personas and figures.")
@click.option("--no-legend", is_flag=True, help="Leave out what the signs mean.")
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
@NO_MEASURED
@click.option("--no-cache", is_flag=True, help="Draw every map anew, changed or not.")
@click.pass_context
def render(context: click.Context, /, **given: Any) -> int:
    """Draw journeys: as graphs of touchpoints, or as maps, the classic sheet of rows.

    A map's rows, for --lanes: touchpoint, scores, because, curve, reach, moments, description,
    actions, thoughts, emotions, strengths, pains, quotes, opportunities, root-cause, standard,
    scenario, backstage, channels, time, evidence, metrics, links, owner, improvements, waivers,
    and keys of your own, which begin with x-. --lanes and --persona may be repeated or take a
    comma-separated list.

    PATHS are files and folders, - is standard input; default: the workspace's journeys. Maps are
    named after their journeys' files; those whose journey or look has changed are
    drawn anew. -o - writes a single map to standard output. A file's ending tells its format:
    .svg .html .png .pdf .pptx .dot .gv .mmd .mermaid
    """
    traceback = bool(context.find_root().params.get("traceback"))
    return run_render(RenderOptions(workspace=context.obj, traceback=traceback, **given))
