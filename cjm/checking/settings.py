"""Which rules run, how bad their findings are, and with which options."""

from __future__ import annotations

import math
from collections.abc import Iterable
from functools import cached_property
from typing import Any

from cjm.checking.overrides import Overrides
from cjm.diagnostics import Diagnostic, Severity, Span
from cjm.diagnostics.findings import Finding
from cjm.errors import UsageError
from cjm.format import suggest
from cjm.i18n import Message, say
from cjm.project.workspace import LoadedWorkspace
from cjm.records import dataclass, replace
from cjm.rules import (
    RULES,
    Option,
    Rule,
    chosen,
    known_selector,
    matches,
    most_specific,
    unknown_rule,
)
from cjm.source import Node, Source
from cjm.tuples import NamedTuple

Options = dict[str, Any]
"""Numbers, None where they are not set, and tuples of texts, by name."""

ALWAYS = ("CJM001", "CJM002", "CJM003")
"""Rules that run whatever is selected, unless they are ignored: a file that cannot be read has
none of the findings that were asked for, and must not look as if it were fine."""
WITH_A_LOG = (*ALWAYS, "CJM406")
"""Rules that run in `cjm conform`, too, beside those that look at the event log."""


@dataclass(frozen=True)
class Settings:
    """How the journeys of one workspace are checked; `faults` are what is wrong in `cjm.yaml`."""

    rules: tuple[tuple[Rule, Options], ...]
    options: dict[str, Options]
    severities: dict[str, Severity]
    faults: tuple[Diagnostic, ...] = ()

    @cached_property
    def codes(self) -> frozenset[str]:
        """The codes of the rules that run."""
        return frozenset(rule.code for rule, _ in self.rules)

    def severity(self, code: str, default: Severity) -> Severity:
        """The severity that the workspace gives a rule's findings."""
        return self.severities.get(code, default)


class WorkspaceRules(NamedTuple):
    """What holds for all journeys of one workspace."""

    loaded: LoadedWorkspace
    settings: Settings


def settings_of(loaded: LoadedWorkspace, overrides: Overrides) -> Settings:
    """The settings that a workspace and the command line make together.

    Raises UsageError where the command line names a rule that does not exist, or selects one that
    a run of this kind never runs: it would look as if nothing were wrong. To ignore one is no
    fault: several commands may share a list.
    """
    for selector in (*overrides.select, *overrides.ignore):
        if not known_selector(selector):
            raise UsageError(
                say("there is no rule {name!r}", name=selector), unknown_rule(selector)
            )
    for selector in overrides.select:
        _hold_to_asked(selector, overrides.log)
    check = loaded.workspace.check
    select = overrides.select or check.select
    ignore = overrides.ignore if overrides.select else (*check.ignore, *overrides.ignore)
    faults: list[Diagnostic] = []
    if loaded.source:
        faults += _unknown_rules(loaded.source)
    node = loaded.source.node(("check", "options")) if loaded.source else None
    options = _options(node, faults)
    options = {rule.code: options.get(rule.code) or _defaults(rule) for rule in RULES}
    rules = tuple(
        (rule, options[rule.code])
        for rule in RULES
        if _is_asked(rule, overrides.log)
        and chosen(("ALL", *select) if rule.code in ALWAYS else select, ignore, rule)
    )
    severities = {
        rule.code: Severity(word)
        for rule in RULES
        if (word := most_specific(check.severity, rule)) is not None
    }
    return Settings(rules, options, severities, tuple(faults))


def _hold_to_asked(selector: str, log: bool) -> None:
    """Refuse a selector of which this kind of run has no rule."""
    if any(_is_asked(rule, log) for rule in RULES if matches(selector, rule)):
        return
    if log:
        message = say("cjm conform never runs {name!r}: it takes no event log", name=selector)
        raise UsageError(message, say("it belongs to: cjm check"))
    message = say("cjm check never runs {name!r}: it takes an event log", name=selector)
    raise UsageError(message, say("it belongs to: cjm conform JOURNEY LOG"))


def _is_asked(rule: Rule, log: bool) -> bool:
    """Whether a rule belongs to this kind of run: beside an event log, or without one."""
    needs_log = rule.find_in_log is not None
    return needs_log or rule.code in WITH_A_LOG if log else not needs_log


def _defaults(rule: Rule) -> Options:
    return {option.name: option.default for option in rule.options}


def _unknown_rules(source: Source) -> Iterable[Diagnostic]:
    """Selectors in `cjm.yaml` that fit no rule."""
    for key in ("select", "ignore", "severity"):
        for text, span in _selectors(source, ("check", key)):
            if not known_selector(text):
                yield _unknown(text, span)


def _selectors(source: Source, route: tuple[str, ...]) -> Iterable[tuple[str, Span]]:
    node = source.node(route)
    if node is None:
        return
    if isinstance(node.value, dict):
        yield from ((key, entry.key.span) for key, entry in node.value.items())
    else:
        items = node.value if isinstance(node.value, list) else [node]
        yield from ((item.text, item.span) for item in items if item.text)


def _unknown(selector: str, span: Span) -> Diagnostic:
    message = say("there is no rule {name!r}", name=selector)
    return Diagnostic("CJM003", message, span, unknown_rule(selector))


def _options(node: Node | None, faults: list[Diagnostic]) -> dict[str, Options]:
    """The options of every rule that has some set, the others at their defaults."""
    result: dict[str, Options] = {}
    if node is None:
        return result
    if not isinstance(node.value, dict):
        message = say("expected a mapping of rules to their options")
        faults.append(Diagnostic("CJM002", message, node.span))
        return result
    for name, entry in node.value.items():
        rules = [rule for rule in RULES if matches(name, rule)]
        if not rules:
            faults.append(_unknown(name, entry.key.span))
        elif len(rules) > 1:
            message = say("{name!r} is more than one rule", name=name)
            help = say("options are set rule by rule, by code or name")
            faults.append(Diagnostic("CJM002", message, entry.key.span, help))
        elif (rule := rules[0]).code in result:
            message = say("the options of {rule} are given twice", rule=rule.name)
            faults.append(Diagnostic("CJM002", message, entry.key.span, say("keep one")))
        else:
            result[rule.code] = _defaults(rule) | _set(rule, entry.node, faults)
    return result


def _set(rule: Rule, node: Node, faults: list[Diagnostic]) -> Options:
    known = {option.name: option for option in rule.options}
    if not isinstance(node.value, dict):
        message = say("expected a mapping of the options of {rule}", rule=rule.name)
        faults.append(Diagnostic("CJM002", message, node.span))
        return {}
    options: Options = {}
    for name, entry in node.value.items():
        if name not in known:
            nearest = suggest(name, known, say("the options of {rule}", rule=rule.name))
            help = nearest or say("{rule} has no options", rule=rule.name)
            message = say("unknown option {name!r}", name=name)
            faults.append(Diagnostic("CJM002", message, entry.key.span, help))
        elif unfit := _unfit(known[name], entry.node.data):
            faults.append(Diagnostic("CJM002", unfit, entry.node.span, known[name].doc))
        else:
            value = entry.node.data
            options[name] = tuple(value) if known[name].texts else value
    return options


def _unfit(option: Option, value: Any) -> Message | None:
    if option.texts:
        fits = isinstance(value, list) and all(isinstance(item, str) for item in value)
        return None if fits else say("expected a list of texts for {name}", name=option.name)
    number = isinstance(value, (int, float)) and not isinstance(value, bool)
    if not number or not math.isfinite(value):
        return say("expected a number for {name}", name=option.name)
    if option.whole and int(value) != value:
        return say("expected a whole number for {name}", name=option.name)
    if option.at_least is not None and value < option.at_least:
        return say("{name} must be at least {least}", name=option.name, least=option.at_least)
    if option.at_most is not None and value > option.at_most:
        return say("{name} must be at most {most}", name=option.name, most=option.at_most)
    return None


def graded(findings: Iterable[Finding], settings: Settings) -> list[Finding]:
    """The findings of the rules that run, each as bad as the workspace has it."""
    return [_as_bad(finding, settings) for finding in findings if finding.code in settings.codes]


def _as_bad(finding: Finding, settings: Settings) -> Finding:
    severity = settings.severity(finding.code, finding.severity)
    return finding if severity is finding.severity else replace(finding, severity=severity)
