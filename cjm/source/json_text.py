"""JSON as every output of cjm is written: numbers exact, and nothing in it that steers a reader."""

from __future__ import annotations

import json
from typing import Any

from cjm.source.signs import quiet_json


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
    return quiet_json(json.dumps(data, ensure_ascii=False, indent=1, allow_nan=False)) + "\n"
