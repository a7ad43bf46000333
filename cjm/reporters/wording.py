"""Words that formats share."""

from __future__ import annotations

import re
from collections.abc import Iterable

from cjm.diagnostics import Route, Span
from cjm.diagnostics.findings import Report, Severity
from cjm.i18n import Message, say, translate
from cjm.source.signs import COMMAND, CONTROL, DIRECTION, LINES

_CONTROL = re.compile(f"[{CONTROL}{DIRECTION}{LINES}]")


def sentence(text: str) -> str:
    """Text on one line, with nothing in it that could steer a terminal or a CI server."""
    line = _CONTROL.sub("\N{REPLACEMENT CHARACTER}", text.replace("\n", " ").replace("\t", " "))
    return COMMAND.sub("#\N{REPLACEMENT CHARACTER}", line)


def place_of(file: str | None, span: Span | None, route: Route | None = None) -> str:
    """`file:line:column`; `./` before a name that GitHub would take for a command.

    Where there is no file, the way through the journey stands for it.
    """
    if span is None:
        return sentence(".".join(map(str, route or ()))) or "-"
    name = sentence(file or "-")
    if name.lstrip().startswith("::"):
        name = "./" + name
    return f"{name}:{span.line}:{span.column}"


def help_line(help: str, language: str) -> str:
    """`help: …`."""
    return translate(say("help: {text}", text=sentence(help)), language)


_SEVERITIES = {
    Severity.ERROR: say("error"),
    Severity.WARNING: say("warning"),
    Severity.INFO: say("info"),
}


def severity_word(severity: Severity, language: str) -> str:
    """A severity for people; programs read its `value`."""
    return translate(_SEVERITIES[severity], language)


def baseline_lines(report: Report) -> list[str]:
    """What went away from the baseline, what came into it, and which baselines were written."""
    taken = [say("taken into the baseline: {entry}", entry=sentence(e)) for e in report.recorded]
    gone = [say("gone from the baseline: {entry}", entry=sentence(e)) for e in report.resolved]
    if not report.written:
        gone = [say("{gone} (shrink it: --shrink-baseline)", gone=line) for line in gone]
    written = [say("baseline written: {entry}", entry=sentence(e)) for e in report.written]
    return [translate(line, report.language) for line in (*gone, *taken, *written)]


def summary_line(report: Report) -> str:
    """What was covered and found, in one line; nothing is said of what was not read."""
    s = report.summary
    covered = [say("{n} unread", n=s.unread)] if s.unread else []
    if s.journeys:
        covered[:0] = (
            say("{n} {n:journey|journeys}", n=s.journeys),
            say("{n} {n:touchpoint|touchpoints}", n=s.touchpoints),
        )
    elif not covered:
        covered = [say("no journey changed") if s.unchanged else say("no journey was read")]
    found = (
        say("{n} {n:error|errors}", n=s.error),
        say("{n} {n:warning|warnings}", n=s.warning),
        say("{n} {n:note|notes}", n=s.info),
    )
    aside = (
        say("{n} fixed", n=s.fixed),
        say("{n} waived", n=s.waived),
        say("{n} in the baseline", n=s.baselined),
        say("{n} there before", n=s.preexisting),
        say("{n} unchanged", n=s.unchanged),
        say("{n} other {n:YAML file|YAML files} skipped", n=s.skipped),
    )
    language = report.language
    findings = listed(filter(counts, found), language)
    if not findings and s.journeys:
        findings = translate(say("no findings"), language)
    beside = listed(filter(counts, aside), language)
    line = ": ".join(filter(None, (listed(covered, language), findings)))
    return line + (f" ({beside})" if beside else "")


FIXABLE = "[*]"
"""What marks a finding that --fix mends."""


def fixable_line(report: Report) -> str:
    """How many findings --fix mends; empty where it would mend none."""
    n = sum(finding.safe_fix is not None for finding in report.findings)
    line = say("{mark} {n} fixable with --fix", mark=FIXABLE, n=n)
    return translate(line, report.language) if n else ""


def counts(message: Message) -> bool:
    """Whether a message counts at least one."""
    return bool(dict(message.values)["n"])


def listed(messages: Iterable[Message], language: str) -> str:
    """Messages in a row, with commas between them."""
    return ", ".join(translate(message, language) for message in messages)
