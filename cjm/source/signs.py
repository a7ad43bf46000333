"""Signs that show nothing, and those that turn the direction of the text around them.

One list for whoever shows what a file says: pictures drop them, messages show that they are there.
"""

import re
import unicodedata

CONTROL = "\x00-\x08\x0b-\x1f\x7f-\x9f"
"""Control characters, for a class of a regular expression; tab and line feed are none."""
DIRECTION = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
"""Marks that turn the direction of what follows."""
LINES = "\u2028\u2029"
"""Separators that some take for the end of a line."""

COMMAND = re.compile(r"##(?=[\w.-]*\[)")
"""How a command to a CI server begins, wherever it stands in a line of its log: `##[error]` of
GitHub, `##vso[…]` of Azure, `##teamcity[…]`."""
_STEERING = re.compile(f"[\x7f-\x9f{DIRECTION}{LINES}]")

_NOTHING = ("Cc", "Cf", "Cs", "Zs", "Zl", "Zp")


def is_blank(text: str) -> bool:
    """Whether there is nothing to see: no sign, or only spaces, control and direction signs."""
    return all(unicodedata.category(character) in _NOTHING for character in text)


def quiet_json(json: str) -> str:
    """JSON that says the same with escapes for what could steer a terminal or a CI server."""
    escaped = _STEERING.sub(lambda found: f"\\u{ord(found[0]):04x}", json)
    return COMMAND.sub(r"#\\u0023", escaped)
