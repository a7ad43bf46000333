"""Fixes: which of those that are safe hold, once a text is read with them made."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from itertools import count

from cjm.diagnostics.findings import Finding, FindingFix
from cjm.edits import Edit, apply
from cjm.records import replace
from cjm.tuples import NamedTuple

ROUNDS = 10
"""So often a text is looked through: what is mended may show what could not be seen before."""
MOST_TRIES = 64
"""So often a check reads a file again: of many fixes that do not hold the last are not promised."""
FAULTS = ("CJM0", "CJM6")
"""Findings that no fix may bring: faults of the file and of what is written in it."""

Read = Callable[[str], Sequence[Finding]]
"""What finds the faults of a text."""


def mend(text: str, read: Read, codes: Collection[str]) -> tuple[str, int]:
    """A text with the safe fixes of its faults made, and how many those are.

    Args:
        text: As it lies in its file.
        read: What finds the faults of such a text.
        codes: The rules whose findings are mended.

    Returns:
        The new text, every sign outside the fixes as it was, and the number of fixes.
    """
    total = 0
    found = read(text)
    for _ in range(ROUNDS):
        fixes = _apart([f for f in found if f.safe_fix and f.code in codes])
        state = _made(_State(text, found), fixes, read, count())
        text, found = state.text, state.found
        total += len(state.made)
        if not state.made:
            break
    return text, total


def promised(text: str, file: str, found: Sequence[Finding], read: Read) -> tuple[Finding, ...]:
    """The findings of a file, of which only those are told as fixable whose fix would hold.

    A fix that mends nothing, or brings another fault, is offered still, but is no safe one.

    Args:
        text: As it lies in its file.
        file: What findings call it; what others would have to change is not promised.
        found: All that was found.
        read: What finds the faults of such a text.
    """
    left = [finding for finding in found if finding.safe_fix]
    if not left:
        return tuple(found)
    kept: set[FindingFix | None] = set()
    state, tries = _State(text, read(text)), iter(range(MOST_TRIES))
    left = [finding for finding in left if finding.file == file]
    while left:  # those that overlap are tried each by itself
        turn = _apart(left)
        kept |= {finding.safe_fix for finding in _made(state, turn, read, tries).made}
        left = [finding for finding in left if not any(finding is other for other in turn)]
    return tuple(finding if finding.safe_fix in kept else _offered(finding) for finding in found)


def _offered(finding: Finding) -> Finding:
    """A finding none of whose fixes is made unasked."""
    if not finding.fixes:
        return finding
    return replace(finding, fixes=tuple(fix._replace(safe=False) for fix in finding.fixes))


def _apart(findings: Iterable[Finding]) -> list[Finding]:
    """Those whose fixes do not overlap, in the order of the text."""
    apart: list[Finding] = []
    end = -1
    for finding in sorted(findings, key=lambda finding: _edits([finding])[0]):
        edits = _edits([finding])
        if edits[0].start > end:
            apart.append(finding)
            end = max(edit.end for edit in edits)
    return apart


def _edits(findings: Iterable[Finding]) -> list[Edit]:
    fixes: Iterable[FindingFix] = filter(None, (finding.safe_fix for finding in findings))
    return [Edit(edit.start, edit.end, edit.text) for fix in fixes for edit in fix.edits]


class _State(NamedTuple):
    """A text, its faults, and those of it that were mended on the way."""

    text: str
    found: Sequence[Finding]
    made: tuple[Finding, ...] = ()


def _made(state: _State, mended: list[Finding], read: Read, tries: Iterator[int]) -> _State:
    """The text with those fixes made that hold: all together, else by halves.

    The later half comes first, so that the places of the others stay what they are.
    """
    if not mended or next(tries, None) is None:
        return state
    after = apply(state.text, _edits(mended))
    found = read(after)
    if _holds(state.found, found, mended):
        return _State(after, found, (*state.made, *mended))
    if len(mended) == 1:
        return state
    middle = len(mended) // 2
    for half in (mended[middle:], mended[:middle]):
        state = _made(state, half, read, tries)
    return state


def _holds(before: Iterable[Finding], after: Iterable[Finding], mended: Iterable[Finding]) -> bool:
    """Whether what was to be mended is gone and nothing came: counted on each line.

    On a line, what one slip hid may show when it is mended, in place of what was said of it.
    """
    left = Counter(map(_line, before))
    left.subtract(map(_line, mended))
    return Counter(map(_line, after)) <= left


def _line(finding: Finding) -> int:
    return finding.span.line if finding.span else 0
