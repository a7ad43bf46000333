"""Identity: what a finding is known again by, in baselines, fingerprints and waivers."""

import posixpath
import unicodedata

from cjm.diagnostics.findings import Finding
from cjm.tuples import NamedTuple

ONE_RULE = {"CJM102": "CJM101"}
"""Codes that are one rule here: improving one touchpoint must not make another a new finding."""


def rule_of(code: str) -> str:
    """The code that stands for a rule and for those that are one with it."""
    return ONE_RULE.get(code, code)


class Identity(NamedTuple):
    """What a finding is known again by: never its words, values or place.

    `state` is empty for an as-is; `rule` is a code, CJM101 for CJM102 too. `item` tells apart what
    a rule finds several times in one place: the metric, the stage, the score, with the persona
    whose own it is. A baseline's entry of old may have neither state nor item: it stands for all.
    """

    journey: str
    state: str
    rule: str
    touchpoint: str
    item: str = ""

    @property
    def whole(self) -> "Identity":
        """The identity that stands for all items here."""
        return self._replace(item="")


def identity(
    journey: str, state: str | None, code: str, touchpoint: str = "", item: str = ""
) -> Identity:
    """An identity of its parts, as files may have them."""
    return Identity(
        journey, "" if state in (None, "as-is") else str(state), rule_of(code), touchpoint, item
    )


def identity_of(finding: Finding) -> Identity:
    """What a finding is known again by.

    What is wrong with a file itself has no item: the way to it in the file is one. In a file that
    holds no journey, such as a workspace, the file's name stands for the journey's.
    """
    file = unicodedata.normalize("NFC", posixpath.basename(finding.file or ""))
    item = finding.item
    if finding.code.startswith("CJM0") and not item:
        item = "/".join(map(str, finding.route or ()))
    return identity(
        finding.journey or file, finding.state, finding.code, finding.touchpoint or "", item
    )
