"""The language of a run, and click's own words in it.

`--language`, else the nearest workspace's, else the environment's. It is chosen when the first
sentence is said: a run that says nothing does not look for it.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from cjm.i18n.choice import declared_language, default_language
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
        import gettext  # click has loaded it; a plain call does without both

        if getattr(module, "_", None) is gettext.gettext:
            vars(module)["_"] = of_click
        if getattr(module, "ngettext", None) is gettext.ngettext:
            vars(module)["ngettext"] = _countedof_click


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
        from cjm.project.discovery import read_workspace

        return declared_language(read_workspace(workspace))
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


def of_click(text: str) -> str:
    """What click says, in the language of the run."""
    if run_language() == "en":
        return text
    from cjm.i18n.russian.click import CLICK

    return CLICK.get(text, text)


def _countedof_click(one: str, many: str, count: int) -> str:
    if run_language() == "en":
        return one if count == 1 else many
    from cjm.i18n.russian.click import COUNTED

    forms = COUNTED.get(one)
    if forms is None:
        return one if count == 1 else many
    return plural(count, forms)
