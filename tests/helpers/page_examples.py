"""What the pages of rules show: their sections, and the journeys in their examples."""

from __future__ import annotations

import re

from cjm.names import OVERLAY_ENDING
from cjm.rules import Rule

ALSO_RUN = {"CJM406": ("CJM301",)}
"""A waiver is judged only where the rule it names runs."""


def sections(rule: Rule) -> dict[str, str]:
    """The text of a page's sections, by title."""
    _, *parts = re.split(r"^## (.+)$", rule.page, flags=re.MULTILINE)
    return dict(zip(parts[::2], parts[1::2], strict=True))


def examples(rule: Rule, section: str) -> dict[str, str]:
    """The YAML blocks of a section, each as a file; an overlay is named after the one before it."""
    blocks = re.findall(r"^```yaml\n(.*?)^```$", sections(rule)[section], re.DOTALL | re.MULTILINE)
    assert blocks, f"{rule.name} has no YAML under {section}"
    files = {}
    for n, block in enumerate(blocks, 1):
        overlay = "cjm-measured:" in block
        files[f"example-{n - 1}{OVERLAY_ENDING}" if overlay else f"example-{n}.yaml"] = block
    return files


def journeys_in(files: dict[str, str]) -> list[str]:
    """The files of an example that are checked by their names: overlays come with them."""
    return [name for name in files if not name.endswith(OVERLAY_ENDING)]
