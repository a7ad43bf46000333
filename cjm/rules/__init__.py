"""The rules of `cjm check`: one module a rule, which begins with its page."""

from cjm.format import nearest
from cjm.i18n import Message, say
from cjm.rules import (
    assumed_probability,
    backward_stage,
    bitter_ending,
    disappointed_share,
    doom_loop,
    duplicate_id,
    empty_stage,
    exit_without_outcome,
    expired_waiver,
    hidden_disappointment,
    implausible_value,
    invalid_journey,
    invalid_yaml,
    list_in_text,
    look_alike_id,
    metric_off_target,
    negative_balance,
    negative_gap,
    negative_moment_of_truth,
    no_exit,
    no_improvement,
    no_owner,
    no_success,
    overdrawn_balance,
    overdue_improvement,
    personas_disagree,
    sentence_in_list,
    silent_drop_off,
    split_text,
    stale_score,
    thin_evidence,
    trap,
    twins_differ,
    uncertain_gap,
    unknown_reference,
    unmeasured,
    unmet_improvement,
    unproven_improvement,
    unreachable_touchpoint,
    unrecovered_disappointment,
    unused_waiver,
    vague_standard,
)
from cjm.rules.base import Option, Rule, Subject
from cjm.rules.selection import chosen, matches, most_specific

RULES: tuple[Rule, ...] = (
    invalid_yaml.RULE,
    invalid_journey.RULE,
    unknown_reference.RULE,
    duplicate_id.RULE,
    negative_gap.RULE,
    negative_moment_of_truth.RULE,
    doom_loop.RULE,
    overdrawn_balance.RULE,
    unrecovered_disappointment.RULE,
    bitter_ending.RULE,
    disappointed_share.RULE,
    negative_balance.RULE,
    hidden_disappointment.RULE,
    unreachable_touchpoint.RULE,
    no_exit.RULE,
    exit_without_outcome.RULE,
    no_success.RULE,
    trap.RULE,
    backward_stage.RULE,
    empty_stage.RULE,
    silent_drop_off.RULE,
    unmeasured.RULE,
    stale_score.RULE,
    thin_evidence.RULE,
    uncertain_gap.RULE,
    assumed_probability.RULE,
    personas_disagree.RULE,
    implausible_value.RULE,
    twins_differ.RULE,
    no_owner.RULE,
    no_improvement.RULE,
    overdue_improvement.RULE,
    unproven_improvement.RULE,
    expired_waiver.RULE,
    unused_waiver.RULE,
    metric_off_target.RULE,
    unmet_improvement.RULE,
    vague_standard.RULE,
    split_text.RULE,
    look_alike_id.RULE,
    list_in_text.RULE,
    sentence_in_list.RULE,
)


def known_selector(selector: str) -> bool:
    """Whether a selector stands for some rule."""
    return any(matches(selector, rule) for rule in RULES)


def unknown_rule(selector: str) -> Message:
    """A help line for a selector that stands for no rule."""
    close = nearest(selector, [r.name for r in RULES])
    return close.help if close else say("see which there are: cjm rule")


__all__ = [
    "RULES",
    "Option",
    "Rule",
    "Subject",
    "chosen",
    "known_selector",
    "matches",
    "most_specific",
    "unknown_rule",
]
