"""Mending: a text that is broken where somebody is writing, as it can be read all the same.

What is emptied is filled with blanks, so that every other place stays where it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from cjm.lsp.lines import EditorLines
from cjm.source import Source, parse

LONGEST = 1_000
"""Signs at the beginning of a line in which a key is looked for: a megabyte may stand on one."""
_KEY = re.compile(
    r"""(?P<key>[ \t]*(?:- +)*(?:[^\s:#"'{}\[\],&*!|>%@`][^:#]*|"[^"]*"|'[^']*')[ \t]*:)\s"""
)
"""A key at the beginning of a line, behind the dashes of a list."""


def mended(text: str, stretches: Iterable[tuple[int, int]]) -> Source | None:
    """The tree of a text with what was changed last left out.

    Args:
        text: A text that is no YAML.
        stretches: What was changed, as offsets, the last change last.

    Returns:
        The tree of a text as long as the given one: with the changed lines emptied, with only
        their keys kept, or the same of all changed lines; None where it is broken elsewhere.
    """
    lines = EditorLines(text)
    changed = [_numbers(lines, stretch) for stretch in stretches]
    best = None
    for candidate in dict.fromkeys(_candidates(lines, changed)):
        source = parse(candidate)
        if not source.readable or source.root is None:
            continue
        if not source.faults:
            return source
        # Without the head of a block its entries may stand a second time in the one before.
        best = best or source
    return best


def _candidates(lines: EditorLines, changed: list[range]) -> Iterator[str]:
    if not changed:
        return
    yield _rewritten(lines, changed[-1], _emptied)
    yield _rewritten(lines, changed[-1], _keyed)
    everywhere = sorted({number for numbers in changed for number in numbers})
    yield _rewritten(lines, everywhere, _emptied)
    yield _rewritten(lines, everywhere, _keyed)


def _numbers(lines: EditorLines, stretch: tuple[int, int]) -> range:
    start, end = stretch
    return range(lines.number(start), lines.number(end) + 1)


def _rewritten(lines: EditorLines, numbers: Iterable[int], rewrite: Callable[[str], str]) -> str:
    parts, done = list[str](), 0
    for number in numbers:
        start, end = lines.stretch(number)
        parts += (lines.text[done:start], rewrite(lines.text[start:end]))
        done = end
    return "".join((*parts, lines.text[done:]))


def _emptied(line: str) -> str:
    return " " * len(line)


def _keyed(line: str) -> str:
    found = _KEY.match(f"{line[:LONGEST]} ")
    return found["key"].ljust(len(line)) if found else _emptied(line)
