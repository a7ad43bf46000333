"""Code actions: what mends a finding, what can be decided about it, and a touchpoint anew."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from cjm.authoring.actions import Change, Known, actions_for
from cjm.authoring.rewriting import rewrites_of
from cjm.diagnostics.findings import Finding, FindingFix
from cjm.edits import Edit
from cjm.errors import UsageError
from cjm.i18n import translate
from cjm.lsp.answers import Action, FileEdits, Refused
from cjm.lsp.problems import Problem
from cjm.lsp.reading import Reading
from cjm.lsp.renaming import sentence


def actions(
    reading: Reading, start: int, end: int, problems: Iterable[Problem]
) -> tuple[Action, ...]:
    """What is offered for a stretch of a document.

    Args:
        reading: The document.
        start: Where the stretch, or the cursor, is.
        end: Where it ends.
        problems: What is wrong in the document.

    Returns:
        For each finding there what mends it, first, and what can be decided about it; then other
        forms of the touchpoint at the start. None is worked out yet.
    """
    found: list[Action] = []
    for problem in problems:
        location = problem.location
        if location.path == reading.path and location.start <= end and start <= location.end:
            found += _for_finding(reading, problem.finding)
    return (*found, *_rewrites(reading, start))


def _for_finding(reading: Reading, finding: Finding) -> Iterator[Action]:
    fixes = [fix for fix in finding.fixes if all(e.file == reading.file for e in fix.edits)]
    changes = actions_for(finding, _known(reading), reading.own.source)
    certain = len(fixes) + sum(not change.is_decision for change in changes)
    for fix in fixes:
        make = partial(_fixed, reading, fix)
        yield Action(fix.title, make, finding=finding, is_preferred=certain == 1)
    for change in changes:
        yield Action(
            translate(change.title, reading.language),
            partial(_made, reading, change),
            finding=finding,
            is_preferred=certain == 1 and not change.is_decision,
        )


def _fixed(reading: Reading, fix: FindingFix) -> tuple[FileEdits, ...]:
    edits = tuple(Edit(each.start, each.end, each.text) for each in fix.edits)
    return (FileEdits(reading.path, reading.text, edits),)


def _made(reading: Reading, change: Change) -> tuple[FileEdits, ...] | Refused:
    try:
        return (FileEdits(reading.path, reading.text, change.make()),)
    except UsageError as error:
        return Refused(sentence(error, reading.language))


def _known(reading: Reading) -> Known | None:
    """The figures of exactly this text."""
    fresh = reading.fresh
    if fresh is None or fresh.analysis is None or not reading.is_current:
        return None
    return Known(reading.own.source, fresh.analysis, reading.today)


def _rewrites(reading: Reading, offset: int) -> Iterator[Action]:
    """Other forms of the touchpoint at an offset."""
    place = reading.own.at(offset) if reading.kind == "journey" else None
    if place is None or len(place.route) < 2 or place.route[0] != "touchpoints":
        return
    known = _known(reading)
    journey = known.journey if known else None
    for change in rewrites_of(reading.own.source, str(place.route[1]), journey):
        title = translate(change.title, reading.language)
        yield Action(title, partial(_made, reading, change), kind="refactor.rewrite")
