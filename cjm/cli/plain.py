"""Plain calls: arguments that need no click, read in a hundredth of the time it takes to load.

click is a fifth of a short command, and most calls are plain: a command, paths, a few options.
These are read here. Whatever is not known here, or not well-formed (help, a misspelt option, a
wrong value), is left to click, which then does and says the same as if this did not exist.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from cjm.names import (
    DIFF_FORMATS,
    ENGINES,
    LANGUAGES,
    PAPERS,
    PICTURE_FORMATS,
    REPORT_FORMATS,
    SEVERITIES,
    SHOW_FORMATS,
    THEMES,
    VIEWS,
)


class NotPlain(Exception):
    """An argument is none that can be read here."""


def _flag(given: str) -> bool:
    return True


def _text(given: str) -> str:
    return given


def _file(given: str) -> str:
    if not given:
        raise NotPlain
    return given


def _one_of(words: tuple[str, ...]) -> Callable[[str], str]:
    def read(given: str) -> str:
        if given not in words:
            raise NotPlain
        return given

    return read


def _report(given: str) -> tuple[str, str | None]:
    """NAME or NAME=FILE, as `cjm check --format` takes it."""
    name, equals, file = given.partition("=")
    if name not in REPORT_FORMATS or (equals and not file):
        raise NotPlain
    return name, file or None


Table = dict[str, tuple[str, Callable[[str], object], bool]]
"""An option as it is written → its parameter, how its value is read, and whether it may be
repeated."""

CHECK: Table = {
    "--select": ("select", _text, True),
    "--ignore": ("ignore", _text, True),
    "--format": ("formats", _report, True),
    "-o": ("output", _file, False),
    "--output": ("output", _file, False),
    "--fail-on": ("fail_on", _one_of(SEVERITIES), False),
    "--diff-base": ("diff_base", _text, False),
    "--against": ("against", _text, False),
    "--baseline": ("baseline", _text, False),
    "--update-baseline": ("update_baseline", _flag, False),
    "--shrink-baseline": ("shrink_baseline", _flag, False),
    "--fix": ("fix", _flag, False),
    "--diff": ("diff", _flag, False),
    "--statistics": ("statistics", _flag, False),
    "--no-measured": ("no_measured", _flag, False),
    "--no-cache": ("no_cache", _flag, False),
}
RENDER: Table = {
    "-o": ("output", _file, False),
    "--output": ("output", _file, False),
    "--view": ("view", _one_of(VIEWS), False),
    "--format": ("form", _one_of(PICTURE_FORMATS), False),
    "--persona": ("personas", _text, True),
    "--lanes": ("lanes", _text, True),
    "--compare": ("compare", _file, False),
    "--language": ("language", _one_of(LANGUAGES), False),
    "--theme": ("theme", _one_of(THEMES), False),
    "--no-heading": ("no_heading", _flag, False),
    "--no-legend": ("no_legend", _flag, False),
    "--engine": ("engine", _one_of(ENGINES), False),
    "--paper": ("paper", _one_of(PAPERS), False),
    "--no-measured": ("no_measured", _flag, False),
    "--no-cache": ("no_cache", _flag, False),
}
SHOW: Table = {
    "--persona": ("persona", _text, False),
    "--format": ("form", _one_of(SHOW_FORMATS), False),
    "--language": ("language", _one_of(LANGUAGES), False),
    "-o": ("output", _file, False),
    "--output": ("output", _file, False),
    "--no-measured": ("no_measured", _flag, False),
    "--no-cache": ("no_cache", _flag, False),
}
FMT: Table = {
    "--check": ("check", _flag, False),
    "--diff": ("diff", _flag, False),
}
DIFF: Table = {
    "--format": ("form", _one_of(DIFF_FORMATS), False),
    "--exit-code": ("exit_code", _flag, False),
    "--renamed": ("renamed", _text, True),
    "--persona": ("persona", _text, False),
    "--theme": ("theme", _one_of(THEMES), False),
    "--language": ("language", _one_of(LANGUAGES), False),
    "-o": ("output", _file, False),
    "--output": ("output", _file, False),
    "--no-measured": ("no_measured", _flag, False),
}
COMMANDS: dict[str, tuple[Table, int]] = {
    "check": (CHECK, 0),
    "render": (RENDER, 0),
    "show": (SHOW, 0),
    "diff": (DIFF, 1),
    "fmt": (FMT, 0),
}
"""What can be read here: a command's options, and how many paths it wants at least."""


def plain_call(arguments: list[str]) -> tuple[str, dict[str, Any]] | None:
    """The command and its parameters, those that were given; None where click has to read them."""
    if not arguments or arguments[0] not in COMMANDS:
        return None
    table, least = COMMANDS[arguments[0]]
    try:
        given = _read(iter(arguments[1:]), table)
    except (NotPlain, StopIteration):
        return None
    return (arguments[0], given) if len(given["paths"]) >= least else None


def _read(rest: Iterator[str], table: Table) -> dict[str, Any]:
    given: dict[str, Any] = {"paths": ()}
    for argument in rest:
        if not argument.startswith("-") or argument == "-":
            given["paths"] += (argument,)
            continue
        name, equals, value = argument.partition("=")
        if name not in table or (equals and not name.startswith("--")):
            raise NotPlain
        parameter, read, repeated = table[name]
        if read is _flag:
            if equals:
                raise NotPlain
        elif not equals:
            value = next(rest)
            if value.startswith("-") and value != "-":
                raise NotPlain
        result = read(value)
        given[parameter] = (*given.get(parameter, ()), result) if repeated else result
    return given
