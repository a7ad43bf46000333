"""Known: findings that were there before, and whether one has become worse since."""

from collections.abc import Mapping

from cjm.diagnostics.findings import Finding
from cjm.diagnostics.identity import Identity, identity_of
from cjm.rounding import rounded

Figures = dict[str, float]
"""C, or a share or balance, by persona; the whole journey's under ""."""

HIGHER_IS_WORSE = (
    *("CJM107", "CJM208"),
    *("CJM502", "CJM503", "CJM504", "CJM505", "CJM506", "CJM508"),
)
"""Codes whose figure is a share of customers or cases, or how far one is off; of all others, lower
is worse."""


def is_known(finding: Finding, before: Mapping[Identity, Figures]) -> bool:
    """Whether a finding was there before, by its identity, and no figure of it is worse now."""
    return is_no_worse(identity_of(finding), dict(finding.values), before)


def is_no_worse(key: Identity, now: Figures, before: Mapping[Identity, Figures]) -> bool:
    """Whether an identity was there before, and none of its figures is worse now."""
    figures = before.get(key, before.get(key.whole))
    if figures is None:
        return False
    sign = sign_of(key.rule)
    return all(
        who in figures and rounded(sign * (value - figures[who])) >= 0 for who, value in now.items()
    )


def worst(one: Figures, other: Figures, code: str) -> Figures:
    """Each figure at its worst: two languages of one journey share an identity."""
    sign = sign_of(code)
    whos = sorted({*one, *other})
    return {w: min((f[w] for f in (one, other) if w in f), key=lambda v: sign * v) for w in whos}


def sign_of(code: str) -> int:
    """1 where a lower figure is worse, −1 where a higher is."""
    return -1 if code in HIGHER_IS_WORSE else 1
