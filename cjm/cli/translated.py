"""click's commands with their helps in the language of the run."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import Any

import click

from cjm.cli.language import begin, of_click, run_language


class Command(click.Command):
    """A command whose help is in the language of the run."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run it. Raises UsageError where a file is given and has no name."""
        _refuse_nameless(ctx)
        return super().invoke(ctx)

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Usage, what it does, its options, an example."""
        _translate_helps(self, ctx)
        super().format_help(ctx, formatter)

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """What stands behind the command's name in its usage."""
        return [of_click(piece) for piece in super().collect_usage_pieces(ctx)]


class Group(click.Group):
    """A group of commands whose help is in the language of the run."""

    command_class = Command

    def main(self, args: Sequence[str] | None = None, *rest: Any, **extra: Any) -> Any:
        """Run the command line, in the language that is chosen for these arguments."""
        args = sys.argv[1:] if args is None else args
        begin(args)
        return super().main(args, *rest, **extra)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command. Raises UsageError where a file is given and has no name."""
        _refuse_nameless(ctx)
        return super().invoke(ctx)

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Usage, what it does, its options, its commands."""
        for command in (self, *self.commands.values()):
            _translate_helps(command, ctx)
        super().format_help(ctx, formatter)

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """What stands behind the program's name in its usage."""
        return [of_click(piece) for piece in super().collect_usage_pieces(ctx)]


_PLACES = ("FILE", "FILE|DIR", "DIR", "JOURNEY", "RESULT")
"""What options of files take, as their helps call it."""


def _refuse_nameless(context: click.Context) -> None:
    """Raise UsageError where an argument, a file or a source is "", as from an unset variable.

    Lists of paths and baselines are left alone: what reads them tells it, in Python as well.
    """
    for param in context.command.params:
        if context.params.get(param.name or "") != "" or param.name == "baseline":
            continue
        is_option = isinstance(param, click.Option)
        if is_option and param.metavar not in _PLACES and param.name != "source":
            continue
        from cjm.errors import UsageError
        from cjm.i18n import say

        name = param.opts[0] if is_option else (param.metavar or param.opts[0].upper()).strip("[]")
        mend = say("name it, or omit {option}", option=name)
        if param.required:
            mend = say("the variable that it comes from may not be set")
        raise UsageError(say("{option} is given and names nothing", option=name), help=mend)


_ENGLISH: dict[tuple[int, str], str] = {}
"""Every help as it was written, by the command or option it stands at."""


def _translate_helps(command: click.Command, context: click.Context) -> None:
    """Put the helps of a command and of its options into the language of the run."""
    options = [p for p in command.params if isinstance(p, click.Option)]
    owners: list[click.Command | click.Option] = [command, *options]
    for owner in owners:
        for name in ("help", "epilog") if owner is command else ("help",):
            english = _ENGLISH.setdefault((id(owner), name), getattr(owner, name) or "")
            if english:
                setattr(owner, name, _help(owner, name, english))
    if about := command.get_help_option(context):  # made by click, once
        about.help = of_click("Show this message and exit.")


def _help(owner: click.Command | click.Option, name: str, english: str) -> str:
    if run_language() == "en":
        return english
    from cjm.i18n.russian.helps import COMMANDS, HELPS

    if isinstance(owner, click.Command) and name == "help":
        return COMMANDS[owner.name or "cli"]
    return HELPS[english]
