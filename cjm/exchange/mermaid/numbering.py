"""Titles with numbers before them, as `cjm render` writes stages: `1. Choice`, `2. Order`."""

from __future__ import annotations

import re
from collections.abc import Sequence

_NUMBERED = re.compile(r"(\d{1,4})\. +(\S.*)")


def unnumbered(titles: Sequence[str]) -> list[str]:
    """The titles without their numbers, where all are numbered in order, from 1 or with gaps."""
    found = [_NUMBERED.fullmatch(title) for title in titles]
    numbers = [int(match[1]) for match in found if match]
    if len(numbers) < len(titles) or numbers != sorted(set(numbers)):
        return list(titles)
    return [match[2] for match in found if match]
