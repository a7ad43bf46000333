"""Diagnosing: what the rules of a workspace find in a journey's figures."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date

from cjm.analysis import Analysis
from cjm.checking.settings import WorkspaceRules
from cjm.diagnostics import Diagnostic
from cjm.rules import Rule, Subject
from cjm.source import Source

Finder = Callable[[Subject], Iterable[Diagnostic]]
"""What finds the diagnostics of one rule."""


def diagnosed(
    analysis: Analysis,
    rules: WorkspaceRules,
    today: date,
    source: Source | None,
    finder: Callable[[Rule], Finder | None],
) -> Iterator[tuple[Diagnostic, Rule]]:
    """What each rule that runs finds, by the finder that is taken of it; None passes it by."""
    settings, shared = rules.settings, rules.loaded.workspace
    for rule, options in settings.rules:
        if (find := finder(rule)) is None:
            continue
        subject = Subject(
            analysis,
            options,
            today,
            settings.codes,
            settings.options,
            shared.targets,
            shared.stages,
            source,
            shared.ids,
        )
        yield from ((diagnostic, rule) for diagnostic in find(subject))
