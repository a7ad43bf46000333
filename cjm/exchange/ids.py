"""Ids made of titles and of names in other forms."""

from __future__ import annotations

import re

from cjm.journey.ids import as_id, is_id

LONGEST = 60
"""Characters of an id that is made of a longer name."""


class Ids:
    """Ids of one kind, each given once."""

    def __init__(self, kind: str) -> None:
        self._kind = kind
        self._taken: set[str] = set()
        self._next: dict[str, int] = {}

    def made_of(self, name: str) -> str:
        """The id of a name: `-` for what ids cannot hold, `KIND-1` where nothing is left.

        A second one of the same name gets `-2`.
        """
        plain = id_of(name)
        if not plain:
            plain = self._kind
            self._next.setdefault(plain, 1)
        id = plain if plain not in self._next else ""
        count = self._next.get(plain, 2)
        while not id or id in self._taken:
            id = f"{plain}-{count}"
            count += 1
        self._next[plain] = count
        self._taken.add(id)
        return id


def id_of(name: str) -> str:
    """A name as an id; empty where it has nothing that an id can hold."""
    signs = "".join(sign if is_id(f"a{sign}") else "-" for sign in as_id(name)[: 4 * LONGEST])
    id = re.sub(r"-{2,}", "-", signs).strip("-.")[:LONGEST].rstrip("-.")
    return id if is_id(id) else ""
