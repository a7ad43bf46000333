"""Words of topics: where they stand in a text, in any of their forms."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from cjm.data.reviews.lemmas import Lemmas
from cjm.data.reviews.texts import normalized
from cjm.tuples import NamedTuple

_PIECE = re.compile(r"[^\W_]+\*?")


class Found(NamedTuple):
    """Where a word stands: its place in the list given, its first token and the one behind it."""

    word: int
    start: int
    end: int


class _Piece(NamedTuple):
    """A token of a word: how it is spelled, its key, and whether it is only a beginning."""

    spelling: str
    key: str
    beginning: bool


class Words:
    """Words of any number of topics, found in one pass over a text.

    A word is one token or several in a row. A token matches by its key or its spelling; `опозд*`
    is a beginning.
    """

    def __init__(self, words: Sequence[str], lemmas: Lemmas) -> None:
        self._lemmas = lemmas
        self._pieces = [tuple(_pieces(word, lemmas)) for word in words]
        self._spellings: dict[str, list[int]] = defaultdict(list)
        self._keys: dict[str, list[int]] = defaultdict(list)
        self._beginnings: list[tuple[str, int]] = []
        for place, pieces in enumerate(self._pieces):
            first = pieces[0]
            if first.beginning:
                self._beginnings.append((first.spelling, place))
            else:
                self._spellings[first.spelling].append(place)
                self._keys[first.key].append(place)
        self._starting: dict[str, tuple[int, ...]] = {}

    def find(self, tokens: Sequence[str]) -> Iterator[Found]:
        """Every place where a word stands among the tokens of a text."""
        starting = self._starting
        for start, token in enumerate(tokens):
            places = starting.get(token)
            if places is None:
                places = starting[token] = self._starting_with(token)
            for place in places:
                end = start + len(self._pieces[place])
                if end == start + 1 or self._follows(place, tokens[start + 1 : end]):
                    yield Found(place, start, end)

    def _starting_with(self, token: str) -> tuple[int, ...]:
        """The words whose first piece is this token; a corpus has few different ones."""
        places = {*self._spellings.get(token, ()), *self._keys.get(self._lemmas.key(token), ())}
        places.update(place for start, place in self._beginnings if token.startswith(start))
        return tuple(sorted(places))

    def _follows(self, place: int, tokens: Sequence[str]) -> bool:
        """Whether the rest of a word's pieces are these tokens."""
        rest = self._pieces[place][1:]
        return len(tokens) == len(rest) and all(map(self._is, rest, tokens))

    def _is(self, piece: _Piece, token: str) -> bool:
        if piece.beginning:
            return token.startswith(piece.spelling)
        return token == piece.spelling or self._lemmas.key(token) == piece.key


def _pieces(word: str, lemmas: Lemmas) -> Iterable[_Piece]:
    for piece in _PIECE.findall(normalized(word)):
        spelling = piece.rstrip("*")
        yield _Piece(spelling, lemmas.key(spelling), piece.endswith("*"))
