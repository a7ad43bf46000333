"""Diff: what differs between two journeys, two folders of them, or either at two revisions."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from typing import TypeVar

from cjm.compare.difference import Alone, Difference
from cjm.compare.journeys import JourneyDifference, journey_difference
from cjm.compare.pairing import Paired, paired
from cjm.compare.reading import HEAD, AtRevision, Read, SideRead, at_revision, read_side, today
from cjm.compare.twins import Version, told_once
from cjm.diagnostics.findings import Finding
from cjm.errors import UsageError, require_language
from cjm.i18n import Message, say
from cjm.journey import Journey
from cjm.project.discovery import WorkspaceFiles
from cjm.project.writing import invalid
from cjm.rounding import rounded

Told = TypeVar("Told", Finding, Message)
Given = Journey | str | os.PathLike[str]
"""What may be compared."""


def diff(
    a: Given,
    b: Given | None = None,
    *,
    renamed: Mapping[str, str] | None = None,
    persona: str | None = None,
    language: str | None = None,
    workspace: str | None = None,
    measured: bool = True,
) -> Difference:
    """What differs between two states: touchpoints, gaps better and worse, transitions, figures.

    What is meant is compared, not the text: comments, the order of keys, short and long forms say
    the same. Each side is read whole, with the overlay and the `cjm.yaml` of its time.

    Args:
        a: A journey, the path of a file or a folder, or either at a git revision, such as
            `main:journeys/taxi.yaml`.
        b: What it is compared with; by default `a` is the path in the working tree, and what it
            was at HEAD, or at the revision that `a` names, is what it is compared with.
        renamed: New ids of touchpoints by their old ones, where ids have changed.
        persona: The id of the persona by whose scores both are compared; by default everybody's,
            and those of each persona.
        language: `en` or `ru`: of a change that several languages of a journey tell alike, the one
            that is kept; else that of the workspace, else the first by path.
        workspace: The `cjm.yaml` to use in place of the nearest one.
        measured: Whether what overlays say counts.

    Returns:
        The difference; `is_empty` where there is none. Of folders, `faults` and `problems` say what
        could not be compared.

    Raises:
        InvalidJourneyError: A file that is compared holds no journey that can be used; it has every
            finding, of both sides.
        UsageError: There is nothing at a path, git knows no such revision, it has no such path, or
            nothing has such a persona or such ids.
    """
    if language is not None:
        require_language(language)
    workspaces = WorkspaceFiles(workspace)
    first, second = _asked(a, b)
    before = read_side(first, workspaces, measured)
    after = read_side(second, workspaces, measured)
    _refuse(before, after)
    pairs = _paired(before, after)
    both = _with_persona(pairs, persona)
    _refuse_unknown(renamed or {}, both)
    found = [
        Version(difference, other.workspace.language)
        for one, other in both
        if renamed or one.journey != other.journey
        if not (
            difference := journey_difference(
                one.journey, other.journey, persona, renamed, other.file
            )
        ).is_empty
    ]
    unread = before.unread | after.unread
    return Difference(
        journeys=tuple(sorted(told_once(found, language), key=_order)),
        only_in_a=_alone(pairs.only_in_a, unread),
        only_in_b=_alone(pairs.only_in_b, unread),
        unchanged=len(both) - len(found),
        persona=persona,
        faults=_each_once(before.faults, after.faults),
        problems=_each_once(before.problems, after.problems),
    )


def _asked(a: Given, b: Given | None) -> tuple[Journey | str | AtRevision, ...]:
    """Both sides; of one alone, what was before it."""
    first = a if isinstance(a, Journey) else at_revision(os.fspath(a)) or os.fspath(a)
    if b is not None:
        return first, b if isinstance(b, Journey) else at_revision(os.fspath(b)) or os.fspath(b)
    if isinstance(first, Journey):
        raise UsageError(say("there is nothing to compare the journey with"))
    if isinstance(first, AtRevision):
        return first, today(first)
    return AtRevision(HEAD, first, implied=True), first


def _refuse(before: SideRead, after: SideRead) -> None:
    """Raises where two files, or a file and a folder, cannot be compared."""
    if before.is_folder != after.is_folder:
        raise UsageError(
            say("one side is a folder and the other a file"),
            help=say("compare two files, or two folders"),
        )
    faults = _each_once(before.faults, after.faults)
    if before.is_folder:
        if not (before.journeys or after.journeys or faults or before.problems or after.problems):
            raise UsageError(say("there is no journey on either side"))
    elif faults:
        raise invalid(_places(faults), faults)


def _each_once(before: tuple[Told, ...], after: tuple[Told, ...]) -> tuple[Told, ...]:
    """What is told of both sides; of a workspace that they share once."""
    return before + tuple(told for told in after if told not in before)


def _places(faults: Iterable[Finding]) -> list[str]:
    return [f"{f.file}:{f.span.line}:{f.span.column}" for f in faults if f.span]


def _paired(before: SideRead, after: SideRead) -> Paired:
    """The pairs; two files are one, whatever they are called."""
    if not before.is_folder:
        return Paired(((before.journeys[0], after.journeys[0]),), (), ())
    return paired(before.journeys, after.journeys)


def _with_persona(pairs: Paired, persona: str | None) -> list[tuple[Read, Read]]:
    """The pairs of which both journeys have the persona."""
    if persona is None:
        return list(pairs.pairs)
    found = [
        pair
        for pair in pairs.pairs
        if all(persona in {p.id for p in read.journey.personas} for read in pair)
    ]
    if not found:
        raise UsageError(say("no journey has the persona {id!r} on both sides", id=persona))
    return found


def _refuse_unknown(renamed: Mapping[str, str], pairs: Iterable[tuple[Read, Read]]) -> None:
    """Raises for ids that none of the journeys has, and for two that would become one."""
    sides = [{p.id for pair in pairs for p in pair[n].journey.touchpoints} for n in (0, 1)]
    for ids, known, when in (
        (renamed.keys(), sides[0], say("before")),
        (renamed.values(), sides[1], say("after")),
    ):
        for id in ids:
            if id not in known:
                raise UsageError(
                    say("there is no touchpoint {id!r} {when}", id=id, when=when),
                    help=say("--renamed takes OLD=NEW, the id before and the id after"),
                )
    if len(set(renamed.values())) < len(renamed):
        raise UsageError(say("two touchpoints cannot be renamed to the same id"))


def _alone(reads: Iterable[Read], unread: frozenset[str]) -> tuple[Alone, ...]:
    """Those of one side only; where the other side could not be read nobody knows."""
    return tuple(
        Alone(read.journey.id, read.journey.state, read.journey.title, read.file)
        for read in reads
        if read.path not in unread
    )


def _order(journey: JourneyDifference) -> tuple[bool, float, str]:
    """Those with a C that fell first, then by how much the balance changed, either way."""
    before, after = journey.figures["balance"]
    change = 0.0 if before is None or after is None else abs(rounded(after - before))
    return not journey.worse, -change, journey.file or journey.b.id
