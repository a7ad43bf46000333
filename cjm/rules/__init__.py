"""The rules of `cjm check`: one module a rule, its docstring is its page."""

from cjm.format import suggest
from cjm.rules import (
    duplicate_id,
    invalid_journey,
    invalid_yaml,
    negative_gap,
    no_exit,
    no_owner,
    trap,
    unknown_reference,
    unmeasured,
    unreachable_touchpoint,
)
from cjm.rules.base import Option, Place, Problem, Rule, Subject
from cjm.rules.selection import chosen, matches, most_specific

RULES: tuple[Rule, ...] = (
    invalid_yaml.RULE,
    invalid_journey.RULE,
    unknown_reference.RULE,
    duplicate_id.RULE,
    negative_gap.RULE,
    unreachable_touchpoint.RULE,
    no_exit.RULE,
    trap.RULE,
    unmeasured.RULE,
    no_owner.RULE,
)

RESERVED: dict[str, str] = {
    "CJM102": "negative-moment-of-truth",
    "CJM103": "doom-loop",
    "CJM104": "overdrawn-balance",
    "CJM105": "unrecovered-disappointment",
    "CJM106": "bitter-ending",
    "CJM107": "disappointed-share",
    "CJM108": "negative-balance",
    "CJM203": "exit-without-outcome",
    "CJM204": "no-success",
    "CJM206": "backward-stage",
    "CJM207": "empty-stage",
    "CJM208": "silent-drop-off",
    "CJM302": "stale-score",
    "CJM303": "thin-evidence",
    "CJM304": "uncertain-gap",
    "CJM305": "assumed-probability",
    "CJM402": "no-improvement",
    "CJM403": "overdue-improvement",
    "CJM404": "unproven-improvement",
    "CJM405": "expired-waiver",
    "CJM406": "unused-waiver",
    "CJM407": "metric-off-target",
}
"""Codes and names that are given away and whose checks this version does not have yet."""


def known_selector(selector: str) -> bool:
    """Whether a selector stands for some rule, of this version or a coming one."""
    text = selector.strip()
    if text in RESERVED or text in RESERVED.values():
        return True
    prefix = text.upper().startswith("CJM") and any(c.startswith(text.upper()) for c in RESERVED)
    return prefix or any(matches(text, rule) for rule in RULES)


def unknown_rule(selector: str) -> str:
    """A help line for a selector that stands for no rule."""
    close = suggest(selector, [*(r.name for r in RULES), *RESERVED.values()])
    return close if close and close.startswith("did") else "see which there are: cjm rule"


__all__ = [
    "RESERVED",
    "RULES",
    "Option",
    "Place",
    "Problem",
    "Rule",
    "Subject",
    "chosen",
    "known_selector",
    "matches",
    "most_specific",
    "unknown_rule",
]
