"""Path data: a shape as it is written by hand in SVG's notation → the commands of a path."""

from __future__ import annotations

import re
from functools import lru_cache

from cjm.maps.scene.model import Command

_TOKEN = re.compile(r"[A-Za-z]|[-+]?(?:\d*\.\d+|\d+\.?)")
_TAKES = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "A": 7, "Z": 0}
"""How many numbers each command takes."""


@lru_cache(maxsize=64)
def commands_in(data: str) -> tuple[Command, ...]:
    """The commands of a shape; what repeats without its letter gets the letter again."""
    tokens: list[str] = _TOKEN.findall(data)
    commands: list[Command] = []
    at, letter = 0, ""
    while at < len(tokens):
        if tokens[at].isalpha():
            letter, at = tokens[at], at + 1
        count = _TAKES[letter.upper()]
        commands.append((letter, *map(float, tokens[at : at + count])))
        at += count
        letter = {"M": "L", "m": "l"}.get(letter, letter)  # further pairs are lines
    return tuple(commands)
