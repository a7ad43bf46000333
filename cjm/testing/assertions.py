"""Assertions about journeys; where one fails it says what there is instead."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from cjm.checking.assess import assess
from cjm.diagnostics.findings import Finding
from cjm.i18n import Message, say, translate
from cjm.i18n.choice import default_language
from cjm.journey import Journey
from cjm.project.writing import dump, loads
from cjm.rules.lookup import rule as rule_named
from cjm.testing.texts import steering


def assert_finding(
    journey: str | Journey,
    rule: str,
    at: str | None = None,
    *,
    workspace: str | None = None,
    today: date | None = None,
) -> Finding:
    """There is a finding of a rule, and it is returned.

    Args:
        journey: A journey as YAML, or one built in Python.
        rule: The code or the name of a rule.
        at: The id of the touchpoint it is about; by default any.
        workspace: What the `cjm.yaml` of the journey says; by default there is none.
        today: The day that dates are held against; by default today.

    Raises:
        AssertionError: there is none; it tells what was found.
        UsageError: there is no such rule.
    """
    code = rule_named(rule).code
    findings = assess(journey, workspace, today=today).findings
    for finding in findings:
        if finding.code == code and at in (None, finding.touchpoint):
            return finding
    raise _failure(say("there is no finding of {rule}", rule=code), findings)


def assert_no_findings(
    journey: str | Journey,
    *,
    workspace: str | None = None,
    select: str | Sequence[str] = (),
    ignore: str | Sequence[str] = (),
    today: date | None = None,
) -> None:
    """`cjm check` has nothing to say.

    Args:
        journey: A journey as YAML, or one built in Python.
        workspace: What its `cjm.yaml` says; by default there is none.
        select: Rule codes, names and prefixes that run; by default what the workspace says.
        ignore: Rules that do not run.
        today: The day that dates are held against; by default today.

    Raises:
        AssertionError: there are findings; it tells which.
        UsageError: `select` or `ignore` names a rule that does not exist.
    """
    assessment = assess(journey, workspace, select=select, ignore=ignore, today=today)
    if assessment.findings:
        raise _failure(say("there are findings"), assessment.findings)


def assert_written_and_read(journey: Journey) -> str:
    """What `cjm.dump` writes of a journey is read as an equal one; the text is returned.

    Raises:
        AssertionError: what is read is another journey; it has the text.
        InvalidJourneyError: what is written cannot be read.
    """
    text = dump(journey)
    if loads(text) != journey:
        raise _failure(say("what was read is another journey than what was written"), [], text)
    return text


def assert_harmless(text: str) -> None:
    """A text that a tool prints of a journey steers no terminal and no CI server.

    Raises:
        AssertionError: it does; it tells by what, with escapes.
    """
    found = steering(text)
    if found is not None:
        raise _failure(say("the text steers a terminal or a CI server"), [], ascii(found))


def _failure(message: Message, findings: Iterable[Finding], text: str = "") -> AssertionError:
    lines = [translate(message, default_language())]
    lines += [f"{finding.code} {finding.message}" for finding in findings]
    return AssertionError("\n".join([*lines, *filter(None, [text])]))
