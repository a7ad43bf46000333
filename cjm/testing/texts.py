"""Texts that mean harm, for whatever shows what a journey says."""

from __future__ import annotations

import re

from cjm.source.signs import CONTROL, DIRECTION, LINES

HOSTILE = (
    "<script>alert(1)</script>",
    "A & B \"quoted\" 'single' ]]> <!-- c -->",
    "Line one\nline two\r\n\ttabbed",
    "Null \x00 bell \x07 escape \x1b \ufffe end",
    "👩‍👩‍👧 семья 🎉 и 🇷🇺",
    "مرحبا بك في رحلتنا الطويلة",
    "客户旅程地图从这里开始并继续很长一段时间",
    "слово" * 100,
    "Very long title of a touchpoint that explains everything the customer could ever want " * 6,
    "{{ template }} ${x} %s \\u0041",
    "\u202eobratno\u202c \u200b",
    "Zo̷͜e̸ co̵mbining",
)
"""What breaks out of markup, templates, boxes and fonts."""

STEERING = (
    "::error::injected",
    "::add-mask::injected",
    "##[error]injected",
    "##[group]injected",
    "##vso[task.setvariable variable=x]injected",
    "##teamcity[message text='injected']",
    "\x1b[2Jinjected",
    "\x1b]0;injected\x07",
    "\x9b2Jinjected",
    "\x85injected",
    "\u061cinjected",
    "\u200e\u200finjected",
    "\u202einjected\u202c",
    "\u2066injected\u2069",
    "a\u2028::error::injected",
    "a\u2029##[error]injected",
    "a\n::error::injected",
    "a\r::error::injected",
    "x]]>&lt;injected",
    "%0A::error::injected",
)
"""What steers a terminal, or the CI server that keeps the log."""

_SIGNS = re.compile(f"[{CONTROL}{DIRECTION}{LINES}]")
_COMMANDS = re.compile(r"^\s*::\w[\w-]*(?: [^:\n]*)?::|##(?=[\w.-]*\[)", re.MULTILINE)


def steering(text: str) -> str | None:
    """The first part of a text that steers a terminal or a CI server; None where none does.

    Control characters but tab and line feed, marks that turn the direction of text, commands to
    GitHub, Azure and TeamCity. A command that means nothing but a colour (`ESC[1m`) steers too:
    take what your tool writes without colours.
    """
    found = _SIGNS.search(text) or _COMMANDS.search(text)
    return found and found[0]
