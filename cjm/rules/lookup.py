"""The rule pages: what each check finds, why it hurts, and examples."""

from __future__ import annotations

from cjm.errors import UsageError
from cjm.i18n import say
from cjm.rules import RULES, Rule, unknown_rule
from cjm.rules.pages import page_in


def rule(code: str) -> Rule:
    """The rule with that code or name; its page is `rule(…).page`. Raises UsageError."""
    for known in RULES:
        if code.strip() == known.name or code.strip().upper() == known.code:
            return known
    raise UsageError(say("there is no rule {name!r}", name=code), help=unknown_rule(code))


def page_of(rule: Rule, language: str = "en") -> str:
    """A rule's page in Markdown, its code, name and severity under the title."""
    title, rest = page_in(rule, language).text.strip().split("\n", 1)
    return f"{title}\n\n`{rule.code}` · `{rule.name}` · {rule.severity.value}\n{rest}\n"


def titles_in(language: str = "en") -> dict[str, str]:
    """Each rule's title, by its name."""
    return {rule.name: page_in(rule, language).title for rule in RULES}


def list_of_rules(language: str = "en") -> str:
    """Every rule in a line: code, name, severity, title."""
    rows = [(r.code, r.name, r.severity.value, page_in(r, language).title) for r in RULES]
    widths = [max(len(row[n]) for row in rows) for n in range(3)]
    lines = [
        "  ".join((*(c.ljust(w) for c, w in zip(row[:3], widths, strict=True)), row[3]))
        for row in rows
    ]
    return "\n".join(lines) + "\n"
