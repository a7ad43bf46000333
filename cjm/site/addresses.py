"""Addresses: one table of all links, the same in every language of a site."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import quote

from cjm.project.keys import key_of
from cjm.tuples import NamedTuple

LONGEST = 80
"""Bytes of an id in a file name, which has two of them: many file systems end at 255 bytes."""
DEVICES = frozenset(
    ["con", "prn", "aux", "nul", *(p + n for p in ("com", "lpt") for n in "0123456789¹²³")]
)
"""Names that no file of Windows may have:
learn.microsoft.com/windows/win32/fileio/naming-a-file."""
APART = 4
"""Digits that tell ids apart of which the same is left in a file name."""


class Wanted(NamedTuple):
    """Whose page is wanted: a journey by its id and state; of one that cannot be read, its file."""

    id: str
    state: str | None


def stems(wanted: Iterable[Wanted]) -> dict[Wanted, str]:
    """A file name without its ending for each, in lower case, a state behind its journey's name.

    Journeys whose ids leave the same name, `Taxi` and `taxi` for example, get `-2`, `-3` and so on:
    in lower case, for to many systems both are one file.
    """
    every = set(wanted)
    names: dict[str, str] = {}
    taken: set[str] = set()
    for id in sorted({one.id for one in every}):
        names[id] = _free(plain(id), taken)
        taken.add(names[id])
    return {one: names[one.id] + (f".{one.state}" if one.state else "") for one in every}


def plain(id: str) -> str:
    """An id as part of a file name: letters, digits, - and _ of any language, in lower case.

    Of a name that Windows keeps for a device, whatever follows after a point, it ends in _.
    """
    name = re.sub(r"[^\w-]+", "-", id.lower()).strip("-")
    name = name.encode()[:LONGEST].decode(errors="ignore") or "journey"
    return f"{name}_" if name in DEVICES else name


def _free(wanted: str, taken: set[str]) -> str:
    name, n = wanted, 1
    while name in taken:
        n += 1
        name = f"{wanted}-{n}"
    return name


def journey(stem: str) -> str:
    """The page of a journey."""
    return f"journeys/{stem}.html"


def presentation(stem: str) -> str:
    """The slides of a journey."""
    return f"journeys/{stem}.present.html"


def comparison(stem: str) -> str:
    """The page of a journey beside how it should be, by its stem as it is."""
    return f"journeys/{stem.replace('.as-is', '')}.compare.html"


def persona(stem: str, id: str) -> str:
    """The portrait of a persona on one journey."""
    return f"personas/{stem}.{_apart(id)}.html"


def shared_persona(id: str) -> str:
    """The portrait of a persona that the workspace declares, over all its journeys."""
    return f"personas/{_apart(id)}.html"


def _apart(id: str) -> str:
    """An id as part of a file name that no other id has: where something of it went, told apart."""
    name = plain(id)
    return name if name == id else f"{name}-{key_of(id).hex()[:APART]}"


def data(stem: str) -> str:
    """The data file of a journey."""
    return f"data/{stem}.json"


def table(stem: str) -> str:
    """The touchpoints of a journey as CSV."""
    return f"data/{stem}.csv"


def sheet(stem: str) -> str:
    """The sheet of a journey as PDF."""
    return f"journeys/{stem}.pdf"


def at(address: str, **state: str | None) -> str:
    """An address with what is chosen there, as its hash has it; None is left out."""
    chosen = "&".join(f"{k}={quote(v, safe=':,')}" for k, v in state.items() if v is not None)
    return f"{quote(address)}#{chosen}" if chosen else quote(address)
