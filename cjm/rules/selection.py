"""Choosing rules by code, name or code prefix; of two that fit, the more specific one decides."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from cjm.rules.base import Rule


def matches(selector: str, rule: Rule) -> bool:
    """Whether a code, a name, a code prefix such as CJM2, or ALL stands for a rule."""
    return _weight(selector, rule) > 0


def chosen(select: Sequence[str], ignore: Sequence[str], rule: Rule) -> bool:
    """Whether a rule runs: the more specific of the two lists wins, `ignore` a tie."""
    wanted = max((_weight(s, rule) for s in select), default=0)
    refused = max((_weight(s, rule) for s in ignore), default=0)
    return wanted > refused


def most_specific(selectors: Iterable[tuple[str, str]], rule: Rule) -> str | None:
    """The value of the selector that fits a rule best; None where none fits."""
    best = max(((_weight(s, rule), n, v) for n, (s, v) in enumerate(selectors)), default=None)
    return best[2] if best and best[0] else None


def _weight(selector: str, rule: Rule) -> int:
    """How closely a selector fits: 0 not at all, a prefix by its length, code and name most."""
    text = selector.strip()
    if text in (rule.name, rule.code):
        return 99
    if text.upper() == "ALL":
        return 1
    upper = text.upper()
    return len(upper) if upper.startswith("CJM") and rule.code.startswith(upper) else 0
