"""Tone of a review, from −1 to 1: by its rating, or by a lexicon of words and weights."""

from __future__ import annotations

import math
from collections.abc import Sequence

from cjm.data.files.records import announced
from cjm.data.reviews.lemmas import Lemmas
from cjm.data.reviews.texts import normalized, tokens_of
from cjm.data.reviews.words import Words
from cjm.errors import UsageError
from cjm.i18n import say
from cjm.i18n.characters import clipped

WORD_COLUMNS = ("word", "term", "слово")
WEIGHT_COLUMNS = ("weight", "value", "вес")
"""What the columns of a lexicon may be called; without a header they are the first two."""


def tone_of_rating(rating: float | None, scale: tuple[float, float] | None) -> float | None:
    """The tone of a rating: −1 at the lower end of its scale, 1 at the upper."""
    if rating is None or scale is None:
        return None
    low, high = scale
    return 2 * (rating - low) / (high - low) - 1


class Lexicon:
    """Words, of one token or several, and their weights; a word counts in all its forms."""

    def __init__(self, weights: dict[str, float], lemmas: Lemmas) -> None:
        self._weights = list(weights.values())
        self._spellings = [tuple(tokens_of(normalized(word))) for word in weights]
        self._finder = Words([*weights], lemmas)

    def tone(self, tokens: Sequence[str]) -> float | None:
        """The mean weight of the known words of a review, each as often as it stands there.

        Of several that begin at one token the longest counts, then the one that is spelled so.
        """
        best: dict[int, tuple[int, bool, int]] = {}
        for found in self._finder.find(tokens):
            is_spelled = self._spellings[found.word] == tuple(tokens[found.start : found.end])
            match = (found.end - found.start, is_spelled, -found.word)
            best[found.start] = max(best.get(found.start, match), match)
        weights, free = [], 0
        for start, (length, _, word) in best.items():
            if start >= free:
                weights.append(self._weights[-word])
                free = start + length
        return math.fsum(weights) / len(weights) if weights else None


def read_lexicon(path: str, lemmas: Lemmas) -> Lexicon:
    """A lexicon: a word and its weight a line, parted by a semicolon, a tab or a comma.

    Raises:
        UsageError: It cannot be read, or a line is no word and weight; says which line.
    """
    from cjm.project.discovery import reason, shown_path

    shown = shown_path(path)
    try:
        with open(path, encoding="utf-8-sig", newline="") as file:
            text = file.read()
    except OSError as error:
        raise UsageError(say("{path}: {reason}", path=shown, reason=reason(error))) from error
    except UnicodeDecodeError as error:
        message = say("the lexicon {path} is not UTF-8", path=shown)
        raise UsageError(message, help=say("save it as UTF-8")) from error
    return Lexicon(_weights(text, shown), lemmas)


def _weights(text: str, path: str) -> dict[str, float]:
    lines = text.splitlines()
    said = announced(text)
    begin = 1 if said else 0
    first = lines[begin] if len(lines) > begin else ""
    delimiter = said or next((sign for sign in ";\t," if sign in first), ";")
    rows = [[cell.strip().strip('"') for cell in line.split(delimiter)] for line in lines]
    head = [cell.lower() for cell in rows[begin]] if first else []
    word, weight = _place(head, WORD_COLUMNS), _place(head, WEIGHT_COLUMNS)
    places = (0, 1)
    if word is not None and weight is not None:
        begin, places = begin + 1, (word, weight)
    weights: dict[str, float] = {}
    for line, row in enumerate(rows[begin:], begin + 1):
        if not any(row):
            continue
        entry = _entry(row, *places)
        if entry is None:
            raise UsageError(
                say("{path}:{line}: no word with a weight from −1 to 1: {text!r}",
                    path=path, line=line, text=clipped(delimiter.join(row), 60)),
                help=say("a line is a word and its weight, such as: terrible;-0.9"),
            )  # fmt: skip
        weights.setdefault(*entry)
    if not weights:
        raise UsageError(say("the lexicon {path} has no words", path=path))
    return weights


def _place(head: list[str], names: tuple[str, ...]) -> int | None:
    return next((head.index(name) for name in names if name in head), None)


def _entry(row: list[str], word: int, weight: int) -> tuple[str, float] | None:
    """A word and its weight; None where a line holds something else."""
    if len(row) <= max(word, weight):
        return None
    try:
        value = float(row[weight].replace(",", ".").replace("−", "-"))
    except ValueError:
        return None
    spelled = " ".join(tokens_of(normalized(row[word])))
    return (spelled, value) if spelled and -1 <= value <= 1 else None
