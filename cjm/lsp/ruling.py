"""Rules that can be written at a place, and the options of each."""

from __future__ import annotations

from collections.abc import Iterator

from cjm.checking.waivers import NEVER_WAIVED
from cjm.lsp.choices import Choice
from cjm.lsp.cursor import Cursor
from cjm.lsp.reading import Reading
from cjm.rules import RULES, Rule
from cjm.rules.pages import page_in

RULED = ("rule", "select", "ignore")
"""Fields whose texts are rules."""


def rule_choices(
    reading: Reading, is_key: bool = False, taken: frozenset[str] = frozenset()
) -> Iterator[Choice]:
    """All rules by their names, with code and title; found by the code, too."""
    for rule in RULES:
        if rule.name not in taken and rule.code not in taken:
            page = page_in(rule, reading.language)
            yield Choice(
                rule.name,
                "rule",
                detail=f"{rule.code} · {page.title}",
                documentation=page.finds,
                filter=f"{rule.code} {page.title}",
                is_key=is_key,
            )


def option_choices(reading: Reading, cursor: Cursor) -> Iterator[Choice]:
    """The rules that have options as keys of `check.options`; below one of them its options."""
    if len(cursor.route) == 2:
        with_options = {rule.name for rule in RULES if rule.options}
        for choice in rule_choices(reading, is_key=True):
            if choice.label in with_options:
                yield choice
    elif len(cursor.route) == 3:
        rule = rule_called(str(cursor.route[2]))
        for option in rule.options if rule else ():
            yield Choice(option.name, "key", documentation=option.doc, is_key=True)


def can_be_waived(name: str) -> bool:
    """Whether a waiver of a rule covers anything."""
    rule = rule_called(name)
    return rule is not None and not rule.code.startswith(NEVER_WAIVED)


def rule_called(name: str) -> Rule | None:
    """A rule by its code or name; None of a prefix, and of what is no rule."""
    return next((rule for rule in RULES if name in (rule.name, rule.code)), None)
