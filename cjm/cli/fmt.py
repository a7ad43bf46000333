"""`cjm fmt`."""

from __future__ import annotations

from typing import Any

import click

from cjm.cli.options import PATHS
from cjm.cli.run_fmt import run_fmt
from cjm.cli.translated import Command


@click.command(cls=Command, epilog="Example: cjm fmt journeys/ --check")
@PATHS
@click.option("--check", is_flag=True, help="Name the files that would change, and write nothing.")
@click.option("--diff", is_flag=True, help="Show what would change, and write nothing.")
@click.pass_context
def fmt(context: click.Context, /, **given: Any) -> int:
    """Lay journeys out alike: white space, ends of lines and quotes, and nothing else.

    PATHS are files and folders, - is standard input, which goes formatted to standard output;
    default: the workspace's journeys, its cjm.yaml, data.yaml and topics. What was measured is
    never formatted. A file that is not YAML is named and left alone. Exit code: 0, 1 where a file
    is not YAML or, with --check, would change, or 2 where the work could not all be done.
    """
    return run_fmt(workspace=context.obj, **given)
