"""Signs and colours: what things look like, also where a terminal has no such characters."""

from __future__ import annotations

from cjm.i18n.plainer import PLAINER
from cjm.journey import Level
from cjm.terminal.text import width_of

STRONG = "bold"
QUIET = "dim"
GOOD = "green"
BAD = "red"
WARN = "yellow"
STAR = "yellow"

LEVELS: dict[Level | None, tuple[str, str]] = {
    "disappointment": ("▼", BAD),
    "satisfaction": ("=", ""),
    "delight": ("▲", GOOD),
    None: (" ", QUIET),
}
"""The sign and the colour of a level; neither is ever alone."""

OUTCOMES = {
    "success": ("█", GOOD),
    "failure": ("▓", BAD),
    "neutral": ("▒", ""),
    "drop_off": ("░", QUIET),
}
NONE = "–"
"""Where a figure does not exist."""


def writable(page: str, encoding: str) -> str:
    """The page with plainer signs of the same width for those the encoding does not have."""
    plainer = {}
    for character in sorted(set(page)):
        try:
            character.encode(encoding)
        except UnicodeEncodeError:
            instead = PLAINER.get(character, "?" * width_of(character))
            plainer[ord(character)] = instead
    return page.translate(plainer)
