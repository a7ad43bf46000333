"""JSON as every output of cjm is written: numbers exact, and nothing in it that steers a reader."""

from __future__ import annotations

import json
import re

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_STEERING = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")
"""What a terminal obeys or turns a line's direction; JSON itself escapes what is below U+0020."""
_COMMAND = re.compile(r"##(?=[\w.-]*\[)")
"""How a command to a CI server begins, wherever it stands in a line of its log: `##[error]` of
GitHub, `##vso[…]` of Azure, `##teamcity[…]`."""


def json_text(data: Any) -> str:
    """Data as JSON, with a line end.

    Args:
        data: Dicts, lists, text, finite numbers, booleans and None.

    Returns:
        The same data in JSON: letters of any script as they are; control signs, direction signs and
        what CI servers take for commands as escapes.

    Raises:
        ValueError: A number is infinite or none.
    """
    text = json.dumps(data, ensure_ascii=False, indent=1, allow_nan=False)
    text = _STEERING.sub(lambda sign: f"\\u{ord(sign[0]):04x}", text)
    return _COMMAND.sub(r"#\\u0023", text) + "\n"
