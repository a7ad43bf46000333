"""Diff: what fixes change, as patches are written."""

from __future__ import annotations

from collections.abc import Iterator

from cjm.diagnostics.findings import Mended, Report


def diff_parts(report: Report) -> Iterator[str]:
    """A unified diff of every file in which fixes were made."""
    for file in report.mended:
        if file.fixes:
            yield from _of(file)


def _of(file: Mended) -> Iterator[str]:
    from difflib import unified_diff

    before, after = _lines(file.before), _lines(file.after)
    for line in unified_diff(before, after, file.file, file.file):
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


def _lines(text: str) -> list[str]:
    """Lines as patches count them: a line feed ends one, and nothing else."""
    return [line for line in text.replace("\n", "\n\0").split("\0") if line]
