"""Diff: what fixes change, as patches are written."""

from __future__ import annotations

from collections.abc import Iterator

from cjm.diagnostics.findings import Report


def diff_parts(report: Report) -> Iterator[str]:
    """A unified diff of every file in which fixes were made."""
    for file in report.mended:
        if file.fixes:
            yield from patch_parts(file.file, file.before, file.after)


def patch_parts(file: str, before: str, after: str) -> Iterator[str]:
    """A unified diff of one file."""
    from difflib import unified_diff

    for line in unified_diff(_lines(before), _lines(after), file, file):
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


def _lines(text: str) -> list[str]:
    """Lines as patches count them: a line feed ends one, and nothing else."""
    return [line for line in text.replace("\n", "\n\0").split("\0") if line]
