"""Initials: how personas are told apart where there is no room for a name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
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
    alike = [_alike(names, length) for length in range(1, LONGEST + 1)]
    found = {id: _capital(_shortest(id, own, alike)) for id, own in names.items()}
    if len({_folded([text]) for text in found.values()}) < len(found):
        return {id: str(number) for number, id in enumerate(names, 1)}
    return found


def _alike(names: dict[str, list[str]], length: int) -> dict[str, dict[str, int]]:
    """The ids of names that begin alike, by that beginning, each with its number among them."""
    found: dict[str, dict[str, int]] = {}
    for id, name in names.items():
        same = found.setdefault(_folded(name[:length]), {})
        same[id] = len(same) + 1
    return found


def _shortest(id: str, own: list[str], alike: Sequence[dict[str, dict[str, int]]]) -> str:
    for length in range(1, min(LONGEST, len(own)) + 1):
        if len(alike[length - 1][_folded(own[:length])]) == 1:
            return "".join(own[:length]).strip()
    return f"{''.join(own[:1])}{alike[0][_folded(own[:1])][id]}"


def _folded(letters: list[str]) -> str:
    return "".join(letters).casefold().strip()


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
