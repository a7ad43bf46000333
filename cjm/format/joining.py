"""Numbers that a decimal comma inside braces cut in two, put together again to be told as one."""

from collections.abc import Callable, Mapping

from cjm.format.commas import rejoined
from cjm.format.context import Context
from cjm.format.kinds import INVALID, Kind
from cjm.source import Entry


def joined(
    entries: Mapping[str, Entry], kind_of: Callable[[str], Kind | None]
) -> Mapping[str, Entry]:
    """The entries of a mapping, those that a comma cut in two as one.

    Where both parts are right as they stand, as in a text, they stay apart: that is what YAML says.
    """
    if not any(key[:1].isdigit() for key in entries):
        return entries  # as nearly always
    result: dict[str, Entry] = {}
    before: str | None = None
    for key, entry in entries.items():
        whole = before and rejoined(entries[before].node, key, entry)
        kind = kind_of(before) if before and whole else None
        if before and whole and kind and kind.decode(whole, whole, Context()) is INVALID:
            result[before] = Entry(entries[before].key, whole)
            before = None
            continue
        result[key] = entry
        before = key
    return result
