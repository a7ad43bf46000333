"""Initials: how personas are told apart where there is no room for a name."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from cjm.i18n.characters import characters
from cjm.maps.scene.text import cleaned

if TYPE_CHECKING:
    from cjm.journey import Persona

LONGEST = 3
"""A name whose beginning has to be longer than this to differ gets a number instead."""


def initials_of(personas: Iterable[Persona]) -> dict[str, str]:
    """The shortest beginning of each persona's name that no other has, by id.

    Names that begin alike beyond a few letters get their first one and a number, in order.
    """
    names = {p.id: list(characters(cleaned(p.name) or cleaned(p.id))) for p in personas}
    found = {id: _capital(_shortest(id, names)) for id in names}
    if len({_folded([text]) for text in found.values()}) < len(found):
        return {id: str(number) for number, id in enumerate(names, 1)}
    return found


def _shortest(id: str, names: dict[str, list[str]]) -> str:
    own = names[id]
    for length in range(1, min(LONGEST, len(own)) + 1):
        alike = [other for other, name in names.items() if _begin_alike(name, own, length)]
        if alike == [id]:
            return "".join(own[:length]).strip()
    alike = [other for other, name in names.items() if _begin_alike(name, own, 1)]
    return f"{''.join(own[:1])}{alike.index(id) + 1}"


def _begin_alike(one: list[str], other: list[str], length: int) -> bool:
    return _folded(one[:length]) == _folded(other[:length])


def _folded(letters: list[str]) -> str:
    return "".join(letters).casefold().strip()


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
