"""Waivers: findings a team accepts for a while, each with its reason."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date

from cjm.checking.twins import TWINS_DIFFER
from cjm.diagnostics import Diagnostic, Place
from cjm.diagnostics.findings import Finding
from cjm.diagnostics.identity import rule_of
from cjm.i18n import say
from cjm.journey import Journey, Waiver
from cjm.rules import RULES, Rule, known_selector, matches, unknown_rule

NEVER_WAIVED = ("CJM0", "CJM405", "CJM406")


def covering(finding: Finding, waivers: Sequence[Waiver], today: date) -> list[int]:
    """The places in the list of the still valid waivers that cover a finding."""
    if not waivers or finding.code.startswith(NEVER_WAIVED):
        return []
    rules = _as_one(finding.code)
    return [
        nth
        for nth, waiver in enumerate(waivers)
        if not _is_over(waiver, today)
        and waiver.touchpoint in (None, finding.touchpoint)
        and any(matches(selector, rule) for selector in waiver.rule for rule in rules)
    ]


def unused(
    waivers: Sequence[Waiver], used: Collection[int], ran: Collection[str], today: date
) -> Iterator[Diagnostic]:
    """Waivers that cover nothing, of those all of whose rules ran."""
    for nth, waiver in enumerate(waivers):
        if nth in used or _is_over(waiver, today):
            continue
        named = {r.code for r in RULES for selector in waiver.rule if matches(selector, r)}
        named -= {TWINS_DIFFER}  # whether it covers one is not known of a journey by itself
        if named and named <= set(ran):
            yield Diagnostic(
                code="CJM406",
                message=say(
                    "the waiver of {rules} covers no finding", rules=", ".join(waiver.rule)
                ),
                place=Place(("waivers", nth)),
                touchpoint=waiver.touchpoint,
                item=" ".join(waiver.rule),
                help=say("delete it"),
            )


def _is_over(waiver: Waiver, today: date) -> bool:
    return waiver.until is not None and waiver.until < today


def _as_one(code: str) -> tuple[Rule, ...]:
    """A rule with those that are one rule with it to a waiver: CJM101 and CJM102."""
    return tuple(rule for rule in RULES if rule_of(rule.code) == rule_of(code))


def waiver_faults(journey: Journey) -> Iterable[Diagnostic]:
    """Rules in waivers that name nothing."""
    for index, waiver in enumerate(journey.waivers):
        for place, selector in enumerate(waiver.rule):
            if not known_selector(selector):
                message = say("there is no rule {name!r}", name=selector)
                where = Place(("waivers", index, "rule", place))
                yield Diagnostic("CJM003", message, where, unknown_rule(selector), item=selector)
