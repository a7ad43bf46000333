"""Diagnosing: what the rules of a workspace find in a journey's figures."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date

from cjm.analysis import Analysis
from cjm.analysis.obstacles import refuse_without_solver
from cjm.analysis.unsolved import is_recorded, note, recorded
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
    """What each rule that runs finds, by the finder that is taken of it; None passes it by.

    Where it is recorded what cannot be solved, a rule that asked for such a figure finds nothing
    and stands in the record.
    """
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
        yield from ((diagnostic, rule) for diagnostic in _found(find, subject, rule))


def are_solved(analysis: Analysis, rules: Iterable[tuple[Rule, object]]) -> bool:
    """Whether rules can be asked that need the flow, so that none passes for want of a library.

    Raises CjmError where one is missing, and it is not recorded what cannot be solved.
    """
    needing = [rule for rule, _ in rules if rule.needs_flow or rule.find_in_flow]
    if analysis.obstacle != "solver" or not any(rule.find for rule in needing):
        return True
    refuse_without_solver(analysis.journey.id, analysis.obstacle)
    for rule in needing:
        note(rule.code)
    return False


def _found(find: Finder, subject: Subject, rule: Rule) -> Iterable[Diagnostic]:
    if not is_recorded():
        return find(subject)
    with recorded(set()) as lacking:
        found = tuple(find(subject))
    for what in (*lacking, rule.code) if lacking else ():
        note(what)
    return () if lacking else found
