"""Words that formats share."""

from __future__ import annotations

import re

from cjm.findings import Report, Span

_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")

_COMMAND = re.compile(r"##(?=[\w.-]*\[)")
"""How a command to a CI server begins, wherever it stands in a line of its log: `##[error]` of
GitHub, `##vso[…]` of Azure, `##teamcity[…]`."""


def sentence(text: str) -> str:
    """Text on one line, with nothing in it that could steer a terminal or a CI server."""
    line = _CONTROL.sub("\N{REPLACEMENT CHARACTER}", text.replace("\n", " ").replace("\t", " "))
    return _COMMAND.sub("#\N{REPLACEMENT CHARACTER}", line)


def quiet(json: str) -> str:
    """JSON that says the same with no command to a CI server in it: an escape breaks it up."""
    return _COMMAND.sub(r"#\\u0023", json)


def place_of(file: str, span: Span) -> str:
    """`file:line:column`; `./` before a name that GitHub would take for a command."""
    name = sentence(file)
    if name.lstrip().startswith("::"):
        name = "./" + name
    return f"{name}:{span.line}:{span.column}"


def counted(number: int, noun: str) -> str:
    """`1 error`, `2 errors`."""
    return f"{number} {noun}" + ("" if number == 1 else "s")


def baseline_lines(report: Report) -> list[str]:
    """What went away from the baseline, and which baselines were written."""
    hint = "" if report.written else " (shrink it: --update-baseline)"
    gone = [f"gone from the baseline: {sentence(entry)}{hint}" for entry in report.resolved]
    return [*gone, *(f"baseline written: {sentence(entry)}" for entry in report.written)]


def summary_line(report: Report) -> str:
    """What was covered and found, in one line."""
    s = report.summary
    covered = f"{counted(s.journeys, 'journey')}, {counted(s.touchpoints, 'touchpoint')}"
    found = [
        counted(number, noun)
        for number, noun in ((s.error, "error"), (s.warning, "warning"), (s.info, "note"))
        if number
    ]
    aside = [
        text
        for number, text in (
            (s.waived, f"{s.waived} waived"),
            (s.baselined, f"{s.baselined} in the baseline"),
            (s.unchanged, f"{s.unchanged} unchanged"),
            (s.skipped, f"{counted(s.skipped, 'other YAML file')} skipped"),
        )
        if number
    ]
    line = f"{covered}: {', '.join(found) or 'no findings'}"
    return line + (f" ({', '.join(aside)})" if aside else "")
