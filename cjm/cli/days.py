"""Days as options take them."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

import click

from cjm.cli.language import run_language
from cjm.i18n import say, translate

if TYPE_CHECKING:
    Day = click.ParamType[date]
else:
    Day = click.ParamType  # before click 8.4 it takes no parameter while it runs


class DayType(Day):
    """YYYY-MM-DD."""

    name = "day"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """The day."""
        try:
            return datetime.strptime(value, "%Y-%m-%d").date()
        except ValueError:
            message = say("{text!r} is no day; write YYYY-MM-DD", text=value)
            self.fail(translate(message, run_language()), param, ctx)
