"""The language of a run, and click's own words and our helps in it.

`--language`, else the nearest workspace's, else the environment's. It is chosen when the first
sentence is said: a run that says nothing does not look for it.
"""

from __future__ import annotations

import gettext
import os
import sys
from collections.abc import Sequence
from typing import Any

import click

from cjm.i18n.choice import MOST_BYTES, declared_language, default_language
from cjm.i18n.message import plural
from cjm.names import JOURNEY_ENDINGS, LANGUAGES


class _Run:
    """What this run was called with, and the language once it is chosen."""

    arguments: Sequence[str] = ()
    language: str | None = None


def begin(arguments: Sequence[str]) -> None:
    """Note what the run was called with, and let click speak through us."""
    _Run.arguments, _Run.language = arguments, None
    for name, module in list(sys.modules.items()):
        if name.partition(".")[0] != "click":
            continue
        if getattr(module, "_", None) is gettext.gettext:
            vars(module)["_"] = _of_click
        if getattr(module, "ngettext", None) is gettext.ngettext:
            vars(module)["ngettext"] = _counted_of_click


def run_language() -> str:
    """The language in which this run says what it says."""
    if _Run.language is None:
        _Run.language = _chosen(_Run.arguments)
    return _Run.language


def _chosen(arguments: Sequence[str]) -> str:
    named = _value(arguments, "--language")
    if named in LANGUAGES:
        return named
    workspace = _value(arguments, "--workspace")
    if workspace is None or not os.path.isfile(workspace):
        from cjm.project.discovery import find_workspace

        try:
            workspace = find_workspace(_folder(arguments))
        except OSError:  # the current folder was deleted
            workspace = None
    return (workspace and _language_in(workspace)) or default_language()


def _language_in(workspace: str) -> str | None:
    """What a `cjm.yaml` says; where it cannot be read, nothing: the command will tell that."""
    try:
        with open(workspace, "rb") as stream:
            return declared_language(stream.read(MOST_BYTES))
    except OSError:
        return None


def _value(arguments: Sequence[str], option: str) -> str | None:
    """What was given to an option, before click has looked."""
    for place, argument in enumerate(arguments):
        if argument == "--":
            break
        if argument == option and place + 1 < len(arguments):
            return arguments[place + 1]
        if argument.startswith(f"{option}="):
            return argument.partition("=")[2]
    return None


def _folder(arguments: Sequence[str]) -> str:
    """Where the first path leads that was given."""
    for argument in arguments[1:]:
        if os.path.isdir(argument):
            return argument
        if os.path.isfile(argument) or argument.endswith(JOURNEY_ENDINGS):
            return os.path.dirname(argument) or "."
    return "."


def _of_click(text: str) -> str:
    if run_language() == "en":
        return text
    from cjm.i18n.russian.click import CLICK

    return CLICK.get(text, text)


def _counted_of_click(one: str, many: str, count: int) -> str:
    if run_language() == "en":
        return one if count == 1 else many
    from cjm.i18n.russian.click import COUNTED

    forms = COUNTED.get(one)
    if forms is None:
        return one if count == 1 else many
    return plural(count, forms)


class Command(click.Command):
    """A command whose help is in the language of the run."""

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Usage, what it does, its options, an example."""
        _translate_helps(self, ctx)
        super().format_help(ctx, formatter)


class Group(click.Group):
    """A group of commands whose help is in the language of the run."""

    command_class = Command

    def main(self, args: Sequence[str] | None = None, *rest: Any, **extra: Any) -> Any:
        """Run the command line, in the language that is chosen for these arguments."""
        args = sys.argv[1:] if args is None else args
        begin(args)
        return super().main(args, *rest, **extra)

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Usage, what it does, its options, its commands."""
        for command in (self, *self.commands.values()):
            _translate_helps(command, ctx)
        super().format_help(ctx, formatter)


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
        about.help = _of_click("Show this message and exit.")


def _help(owner: click.Command | click.Option, name: str, english: str) -> str:
    if run_language() == "en":
        return english
    from cjm.i18n.russian.helps import COMMANDS, HELPS

    if isinstance(owner, click.Command) and name == "help":
        return COMMANDS[owner.name or "cli"]
    return HELPS[english]
