"""Addresses: one table of all links, the same in every language of a site."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import quote

from cjm.project.keys import key_of
from cjm.tuples import NamedTuple

LONGEST = 80
"""Bytes of an id in a file name, which has two of them: many file systems end at 255 bytes."""
APART = 4
"""Digits that tell ids apart of which the same is left in a file name."""


class Wanted(NamedTuple):
    """Whose page is wanted: a journey by its id and state; of one that cannot be read, its file."""

    id: str
    state: str | None


def stems(wanted: Iterable[Wanted]) -> dict[Wanted, str]:
    """A file name without its ending for each, lower case; a second one of a name ends in `-2`."""
    taken: set[str] = set()
    found: dict[Wanted, str] = {}
    for one in sorted(set(wanted), key=lambda w: (w.id, w.state or "")):
        stem = plain(one.id) + (f".{one.state}" if one.state else "")
        found[one] = _free(stem, taken)
        taken.add(found[one])
    return found


def plain(id: str) -> str:
    """An id as part of a file name: letters, digits, - and _ of any language, in lower case."""
    name = re.sub(r"[^\w-]+", "-", id.lower()).strip("-")
    return name.encode()[:LONGEST].decode(errors="ignore") or "journey"


def _free(stem: str, taken: set[str]) -> str:
    name, n = stem, 1
    while name in taken:
        n += 1
        name = f"{stem}-{n}"
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
