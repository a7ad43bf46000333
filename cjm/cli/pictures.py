"""Pictures of what data commands found: asked for by the ending of their file."""

from __future__ import annotations

import click

from cjm.errors import UsageError
from cjm.i18n import say
from cjm.names import ENDINGS, THEMES

FORMATS = ("svg", "html", "png", "pdf")
PICTURE_THEME = click.option(
    "--theme",
    type=click.Choice(THEMES),
    help="Of a picture; default: light; an HTML page follows its reader's system.",
)


def picture_format(output: str | None, form: str, theme: str | None) -> str | None:
    """The format of the picture that a file's ending asks for; None where it is no picture.

    Raises:
        UsageError: A theme was given and there is no picture.
    """
    ending = output.rpartition(".")[2].lower() if output and "." in output else ""
    format = ENDINGS.get(ending)
    if format in FORMATS and form == "text":
        return format
    if theme is not None:
        raise UsageError(
            say("--theme is of a picture"),
            help=say("write it to a file that ends in .svg, .html, .png or .pdf"),
        )
    return None


def put_bytes(content: bytes, output: str | None) -> None:
    """Write a picture's file, whole or not at all."""
    from cjm.system.atomic import write_parts

    assert output is not None  # its ending said what it is
    write_parts(output, [content])
