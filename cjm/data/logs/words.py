"""The words of a log → ids of touchpoints: by the mapping, else made from the word."""

import re
import unicodedata
from collections.abc import Iterable

from cjm.data.definition import Words
from cjm.tuples import NamedTuple

NAMELESS = "touchpoint"
"""The id of a word in which nothing can stand in an id, such as an emoji."""

_SEPARATORS = re.compile(r"[^\w.-]+")


class Named(NamedTuple):
    """What the words of a log mean.

    Attributes:
        ids: The id of each word.
        titles: The name of each id that occurs: the word, or the first one that the mapping has.
    """

    ids: dict[str, str]
    titles: dict[str, str]


class Ids:
    """Ids that are taken; a further one like them gets `-2`, `-3` …"""

    def __init__(self, taken: Iterable[str] = ()) -> None:
        self._taken = set(taken)
        self._last: dict[str, int] = {}

    def take(self, id: str) -> str:
        """The id itself, or the first numbered one that is free."""
        free = id
        while free in self._taken:
            self._last[id] = self._last.get(id, 1) + 1
            free = f"{id}-{self._last[id]}"
        self._taken.add(free)
        return free


def named(words: Iterable[str], mapping: Words) -> Named:
    """The id of each word.

    The mapping's words, and its ids themselves, mean its ids. Any other word keeps an id of its
    own, numbered from the second on where several words would have one.

    Args:
        words: The different words, in order of first appearance.
        mapping: Ids, and the words that mean them.
    """
    meant = {id: id for id in mapping}
    meant |= {word: id for id, known in mapping.items() for word in known}
    free = Ids(mapping)
    ids: dict[str, str] = {}
    titles: dict[str, str] = {}
    for word in words:
        id = meant.get(word)
        title = word if id is None else next(iter(mapping[id]), id)
        ids[word] = free.take(id_of(word)) if id is None else id
        titles.setdefault(ids[word], title)
    return Named(ids, titles)


def id_of(word: str) -> str:
    """A word as an id: in NFC, in lower case, `-` for each run of what no id may hold."""
    text = unicodedata.normalize("NFC", word).lower()
    text = _SEPARATORS.sub(_without_marks, text).strip("-")
    text = unicodedata.normalize("NFC", text)  # marks may have come to stand by another letter
    return re.sub(r"^\W+", "", text) or NAMELESS


def _without_marks(run: re.Match[str]) -> str:
    """`-` for a run of signs; but marks stay, which in many scripts are the vowels."""
    marks = "".join(sign for sign in run[0] if unicodedata.category(sign).startswith("M"))
    return marks if len(marks) == len(run[0]) else f"{marks}-"
