"""Arrangement: which touchpoint stands in which column, and the columns of each stage."""

from __future__ import annotations

from collections.abc import Sequence

Run = tuple[str | None, tuple[str | None, ...]]
"""A stage (or None) and the touchpoints in its columns; a stage without any has one None."""


def merged(ours: Sequence[str], theirs: Sequence[str]) -> list[str]:
    """Our ids in their order, and theirs that we lack, each after the one it follows there."""
    result = list(ours)
    for place, id in enumerate(theirs):
        if id not in result:
            result.insert(result.index(theirs[place - 1]) + 1 if place else 0, id)
    return result


def arranged(stages: Sequence[str], touchpoints: Sequence[tuple[str, str | None]]) -> list[Run]:
    """The columns from left to right: file order within the order of the stages.

    Touchpoints without a stage stand after the stage that the file has them after.
    """
    staged: dict[str | None, list[str]] = {}
    loose: dict[str | None, list[str]] = {}
    last = None
    for id, stage in touchpoints:
        if stage in stages:
            staged.setdefault(stage, []).append(id)
            last = stage
        else:
            loose.setdefault(last, []).append(id)
    runs: list[Run] = [(None, tuple(loose[None]))] if None in loose else []
    for name in stages:
        runs.append((name, tuple(staged.get(name, (None,)))))
        if name in loose:
            runs.append((None, tuple(loose[name])))
    return runs
