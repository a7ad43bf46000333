"""The formats of reports, as options name them: NAME or NAME=FILE."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from cjm.cli.language import run_language
from cjm.i18n import say, translate

if TYPE_CHECKING:
    Format = click.ParamType[tuple[str, str | None]]
else:
    # Before click 8.4 it takes no parameter while it runs.
    Format = click.ParamType


class FormatType(Format):
    """NAME or NAME=FILE, of some names."""

    name = "format"

    def __init__(self, names: tuple[str, ...]) -> None:
        self.names = names

    def convert(
        self, value: str, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, str | None]:
        """The format's name, and the file it goes to."""
        name, equals, file = value.partition("=")
        if name not in self.names:
            known = ", ".join(self.names)
            message = say("{name!r} is none of {known}", name=name, known=known)
            self.fail(translate(message, run_language()), param, ctx)
        if equals and not file:
            message = say("{format} names no file", format=value)
            self.fail(translate(message, run_language()), param, ctx)
        return name, file or None
