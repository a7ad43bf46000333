"""Advice: a key that would let a file be read, and where it goes where nothing describes it."""

from __future__ import annotations

import json
import os
import re

from cjm.data.definition import Rows
from cjm.i18n import Message, say

_BARE = re.compile(r"[^\W\d_][\w.-]*|[\w./-]*[^\W\d_][\w./-]*")
"""A word that YAML takes for a text without quotes."""


def placed(advice: Message, key: str, value: str, rows: Rows) -> Message:
    """What to write, and the whole entry to write it in where the file is described nowhere.

    Args:
        advice: What to write of the source, such as `write encoding: windows-1251`.
        key: The key.
        value: Its value.
        rows: Where the rows come from.
    """
    if not rows.described_by:
        return advice
    pairs = {**rows.described_by, key: value}
    pairs["file"] = os.path.basename(pairs["file"])
    inner = ", ".join(f"{name}: {_text(each)}" for name, each in pairs.items() if name != "id")
    entry = f"{{cjm-data: 1, sources: {{{pairs['id']}: {{{inner}}}}}}}"
    return say("{advice} in a data.yaml beside it: {entry}", advice=advice, entry=entry)


def _text(value: object) -> str:
    if isinstance(value, (list, tuple)):
        return f"[{', '.join(f'{end:g}' for end in value)}]"
    text = str(value)
    return text if _BARE.fullmatch(text) else json.dumps(text, ensure_ascii=False)
