"""Waivers: findings a team accepts for a while, each with its reason."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from cjm.checking.baseline import ONE_RULE
from cjm.findings import Finding
from cjm.format import FormatFault
from cjm.journey import Journey, Waiver
from cjm.rules import RESERVED, RULES, Rule, known_selector, matches, unknown_rule
from cjm.source import Source

NEVER_WAIVED = ("CJM0", "CJM405", "CJM406")


def waived(finding: Finding, waivers: Iterable[Waiver], today: date) -> bool:
    """Whether some waiver that is still valid covers a finding."""
    if finding.code.startswith(NEVER_WAIVED):
        return False
    rules = _as_one(next(rule for rule in RULES if rule.code == finding.code))
    return any(
        (waiver.until is None or waiver.until >= today)
        and waiver.touchpoint in (None, finding.touchpoint)
        and any(matches(selector, rule) for selector in waiver.rule for rule in rules)
        for waiver in waivers
    )


def _as_one(rule: Rule) -> tuple[Rule, ...]:
    """A rule and the coming ones that are the same to a waiver: CJM101 and CJM102."""
    twins = (code for code, one in ONE_RULE.items() if one == rule.code and code in RESERVED)
    return (rule, *(replace(rule, code=code, name=RESERVED[code]) for code in twins))


def waiver_faults(journey: Journey, source: Source) -> Iterable[FormatFault]:
    """Rules in waivers that name nothing."""
    for index, waiver in enumerate(journey.waivers):
        for place, selector in enumerate(waiver.rule):
            if not known_selector(selector):
                route = ("waivers", index, "rule")
                span = source.span((*route, place)) or source.span(route)
                assert span is not None
                message = f"there is no rule {selector!r}"
                yield FormatFault("CJM003", message, span, unknown_rule(selector))
