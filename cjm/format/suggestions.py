"""Suggestions: the known word that another one stands for, else all that are known."""

from collections.abc import Iterable

from cjm.format.remedy import Remedy
from cjm.i18n import Message, say
from cjm.i18n.characters import clipped

SHOWN = 40
"""So many known words are listed where none is near."""

MAX_WORD = 80
"""Comparing two words takes up to the cube of their length."""


def suggest(word: str, known: Iterable[str], what: Message | None = None) -> Message | None:
    """A help line: the known word that `word` probably stands for, else all that are known."""
    words = list(known)
    close = nearest(word, words)
    return close.help if close else listed(words, what)


def listed(known: Iterable[str], what: Message | None = None) -> Message | None:
    """A help line: all that are known, as far as they can be read at a glance."""
    words = list(known)
    if not words:
        return None
    shown = ", ".join(clipped(w, MAX_WORD) for w in words[:SHOWN]) + (
        ", …" if len(words) > SHOWN else ""
    )
    return say("{what}: {known}", what=what or say("known"), known=shown)


def nearest(word: str, known: Iterable[str]) -> Remedy | None:
    """The known word that `word` stands for: one that looks the same, or is nearly the same.

    What looks the same is told by the letter or the sign that differs, never by the word itself.
    """
    words = [w for w in known if len(w) <= MAX_WORD]
    if not word.isascii() and (alike := _alike(word, words)):
        return alike
    import difflib  # only faulty files need it

    lowered = {w.lower(): w for w in words}
    lower = word[:MAX_WORD].lower()
    close = difflib.get_close_matches(lower, lowered, n=2, cutoff=NEARLY)
    if not close:
        return None
    meant = lowered[close[0]]
    edited = [other for other in lowered if _is_one_edit(lower, other)]
    safe = lower == close[0] or edited == [close[0]]
    return Remedy(say("did you mean {word!r}?", word=meant), meant, safe)


NEARLY = 0.75
"""Words less alike than this are told apart: nobody who writes `phase` means `pains`."""


def _is_one_edit(word: str, other: str) -> bool:
    """Whether one letter more, less, another or two changed places make them the same."""
    start = 0
    while start < min(len(word), len(other)) and word[start] == other[start]:
        start += 1
    word, other = word[start:], other[start:]
    swapped = word[1::-1] + word[2:]
    return word[1:] == other[1:] or word[1:] == other or word == other[1:] or swapped == other


def _alike(word: str, known: list[str]) -> Remedy | None:
    """A known word that looks the same."""
    from cjm.source.lookalikes import differing_letter, named, skeleton, unseen_in, without_unseen

    looks = skeleton(word)
    for other in known:
        if other != word and skeleton(other) == looks:
            if sign := unseen_in(word):
                safe = without_unseen(word) == other
                return Remedy(say("delete {sign}", sign=named(sign)), other, safe)
            letter = differing_letter(word, other)
            return letter and Remedy(letter, other)
    return None
