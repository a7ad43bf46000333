"""Waivers: findings a team accepts for a while, each with its reason."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date

from cjm.checking.baseline import ONE_RULE
from cjm.diagnostics.findings import Finding
from cjm.format import FormatFault
from cjm.i18n import say
from cjm.journey import Journey, Waiver
from cjm.rules import RULES, Place, Problem, Rule, known_selector, matches, unknown_rule
from cjm.source import Source

NEVER_WAIVED = ("CJM0", "CJM405", "CJM406")


def covering(finding: Finding, waivers: Sequence[Waiver], today: date) -> list[int]:
    """The places in the list of the still valid waivers that cover a finding."""
    if finding.code.startswith(NEVER_WAIVED):
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
) -> Iterator[Problem]:
    """Waivers that cover nothing, of those all of whose rules ran."""
    for nth, waiver in enumerate(waivers):
        if nth in used or _is_over(waiver, today):
            continue
        named = {r.code for r in RULES for selector in waiver.rule if matches(selector, r)}
        if named <= set(ran):
            yield Problem(
                message=say(
                    "the waiver of {rules} covers no finding", rules=", ".join(waiver.rule)
                ),
                places=(Place(("waivers", nth)),),
                touchpoint=waiver.touchpoint,
                help=say("delete it"),
            )


def _is_over(waiver: Waiver, today: date) -> bool:
    return waiver.until is not None and waiver.until < today


def _as_one(code: str) -> tuple[Rule, ...]:
    """A rule with those that are one rule with it to a waiver: CJM101 and CJM102."""
    one = ONE_RULE.get(code, code)
    return tuple(rule for rule in RULES if ONE_RULE.get(rule.code, rule.code) == one)


def waiver_faults(journey: Journey, source: Source) -> Iterable[FormatFault]:
    """Rules in waivers that name nothing."""
    for index, waiver in enumerate(journey.waivers):
        for place, selector in enumerate(waiver.rule):
            if not known_selector(selector):
                route = ("waivers", index, "rule")
                span = source.span((*route, place)) or source.span(route)
                assert span is not None
                message = say("there is no rule {name!r}", name=selector)
                yield FormatFault("CJM003", message, span, unknown_rule(selector))
