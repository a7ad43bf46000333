"""What keeps people out of a page, found by axe: WCAG 2.0 to 2.2, A and AA, and best practice."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from node_packages import MODULES, needs_package

if TYPE_CHECKING:
    from playwright.sync_api import Page

needs_axe = needs_package("axe-core")
_RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
_RUN = """rules => axe.run(document, {preload: false, resultTypes: ['violations'], runOnly: rules})
    .then(found => found.violations.map(rule => rule.id + ': ' + rule.nodes.length + ' × ' +
        rule.nodes[0].target.join(' ') + ': ' + rule.nodes[0].failureSummary))"""


@cache
def _script() -> str:
    return (MODULES / "axe-core/axe.min.js").read_text(encoding="utf-8")


def violations(page: Page) -> list[str]:
    """Of a page as it is now, a line each: the rule, how often, the first place, and why."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(_script())
    return page.evaluate(_RUN, _RULES)
