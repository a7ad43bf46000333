"""Plain calls: what is read without click is what click reads."""

from __future__ import annotations

import click
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cjm.cli.group import cli
from cjm.cli.plain import COMMANDS, plain_call

LEFT_TO_CLICK = {
    "check": {"--today", "--watch", "--help", "-h"},
    "render": {"--flow", "--scale", "--open", "--watch", "--help", "-h"},
    "show": {"--help", "-h"},
    "fmt": {"--help", "-h"},
    "diff": {"--help", "-h"},
}
"""Options that are dear or seldom: click reads them."""


def by_click(arguments: list[str]) -> dict[str, object] | None:
    """What click makes of a command's arguments; None where it refuses them."""
    command = cli.commands[arguments[0]]
    try:
        context = command.make_context(arguments[0], arguments[1:], parent=click.Context(cli))
    except (click.ClickException, click.exceptions.Exit):
        return None
    return context.params


def defaults(command: str) -> dict[str, object]:
    """What click gives a command's function where nothing is written."""
    return by_click([command, *["x"] * COMMANDS[command][1]]) or {}


@pytest.mark.parametrize("command", COMMANDS)
def test_every_option_is_known_here_or_left_to_click(command):
    """An option that click gains must be written in one of the two."""
    context = click.Context(cli.commands[command], help_option_names=["-h", "--help"])
    options = [p for p in cli.commands[command].get_params(context) if isinstance(p, click.Option)]
    written = {name for option in options for name in (*option.opts, *option.secondary_opts)}
    assert set(COMMANDS[command][0]) | LEFT_TO_CLICK[command] == written
    assert not set(COMMANDS[command][0]) & LEFT_TO_CLICK[command]


VALUES = ("a.yaml", "d", "-", "CJM1,CJM2", "json", "text=r.txt", "sarif=", "svg", "map", "en", "ru",
          "error", "info", "dark", "dot", "a4", "", "=", "x=y", "--", "-1", "й")  # fmt: skip


@st.composite
def calls(draw: st.DrawFn) -> list[str]:
    """A command with options of its own, of others, misspelt, short, joined, and paths."""
    command = draw(st.sampled_from(sorted(COMMANDS)))
    names = st.sampled_from([*COMMANDS[command][0], *LEFT_TO_CLICK[command], "--nosuch", "-x"])
    value = st.sampled_from(VALUES)
    parts = st.one_of(
        st.tuples(names),
        st.tuples(names, value),
        st.tuples(value),
        st.builds(lambda name, value: (f"{name}={value}",), names, value),
        st.builds(lambda name, value: (f"{name}{value}",), names, value),
    )
    return [command, *(word for part in draw(st.lists(parts, max_size=5)) for word in part)]


@given(calls())
def test_whatever_is_read_here_click_reads_so_too(call):
    """The same parameters, or it is left to click."""
    plain = plain_call(call)
    if plain:
        command, read = plain
        assert {**defaults(command), **read} == by_click(call)


@pytest.mark.parametrize(
    "call",
    [
        "check",
        "check journeys --no-cache",
        "check a.yaml b.yaml --select CJM1 --select=CJM2 --format sarif=r.sarif --format text",
        "check --fail-on warning -o report.json --format json -",
        "check --baseline b.json --update-baseline --statistics --diff-base main",
        "render journeys -o build --format png --theme dark",
        "render a.yaml --view map --lanes curve,pains --persona a --persona=b --language ru",
        "show journeys/business-taxi.yaml --persona business --format json",
        "diff main:a.yaml a.yaml --renamed x=y --exit-code --format markdown",
    ],
)
def test_a_common_call_is_plain(call):
    """(Else the short way would be short for nobody.)"""
    assert plain_call(call.split())


@pytest.mark.parametrize(
    "call",
    [
        "",
        "--version",
        "nosuch",
        "plan a.yaml",
        "--workspace cjm.yaml check",
        "check --help",
        "check --nosuch",
        "check --format",
        "check --format nosuch",
        "check --fail-on nosuch",
        "check -ofile",
        "check -o=file",
        "check --no-cache=1",
        "check --select --ignore",
        "check -- a.yaml",
    ],
)
def test_what_is_not_plain_is_left_to_click(call):
    assert plain_call(call.split()) is None
