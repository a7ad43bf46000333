"""What people write for a scale."""

import re

from cjm.format.remedy import Remedy
from cjm.i18n import say

_NUMBER = r"([-+\u2212]?\d+(?:[.,]\d+)?)"
_RANGE = re.compile(_NUMBER + r"\s*(?:-|–|—|\.{2,3}|…|до|to|:|/|\|)\s*" + _NUMBER)


def scale_meant(written: str | list[str]) -> Remedy | None:
    """The two ends of a scale, of a range in words or of a list whose commas cut its numbers."""
    if isinstance(written, list):
        ends = re.fullmatch(_NUMBER + r" *[;,] +" + _NUMBER, _listed(written))
    else:
        ends = _RANGE.fullmatch(written.strip())
    if ends is None:
        return None
    low, high = (end.replace(",", ".").replace("\u2212", "-") for end in ends.groups())
    text = f"[{low}, {high}]"
    return Remedy(say("write {text}", text=text), text)


def _listed(items: list[str]) -> str:
    """Items as they may have been meant: a digit or two after a whole number are its fraction."""
    if len(items) == 3 and len(items[0]) < len(items[2]):
        return f"{items[0]},{items[1]}, {items[2]}"
    return ",".join(items) if len(items) == 3 and ";" in items[1] else ", ".join(items)
