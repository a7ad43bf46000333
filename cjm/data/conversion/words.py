"""Words: which id a word of a column means; what a word that means none may have meant."""

import unicodedata
from collections.abc import Collection, Iterable, Mapping

from cjm.data.conversion.expressions import NULL_TEXT, any_of, mapped
from cjm.data.definition import Words
from cjm.format.suggestions import nearest
from cjm.tuples import NamedTuple


class Vocabulary(NamedTuple):
    """Words and the ids they mean.

    Attributes:
        words: Each word, and its id.
        ids: Ids that mean themselves.
        is_open: Whether every other word is an id, too.
    """

    words: Mapping[str, str]
    ids: frozenset[str]
    is_open: bool

    def id_of(self, text: str) -> str:
        """SQL: the id that a text means; null where it means none."""
        own = f"CASE WHEN {text} IN {any_of(sorted(self.ids))} THEN {text} END"
        otherwise = text if self.is_open else own if self.ids else NULL_TEXT
        return mapped(text, self.words, otherwise)

    def meant(self, word: str) -> str | None:
        """The word that another one was probably to be."""
        close = nearest(word, (*self.words, *sorted(self.ids)))
        return close.text if close else None


def vocabulary(
    words: Words, known: Collection[str] = (), is_open: bool | None = None
) -> Vocabulary:
    """The words of a mapping, each in both ways that Unicode has for its letters.

    Args:
        words: An id and its words; an id means itself, too, unless it is a word of another.
        known: The ids there are, which mean themselves; none: not known.
        is_open: Whether any other word is an id; default: where no id is known.
    """
    pairs = [(word, id) for id, named in words.items() for word in named]
    pairs += [(id, id) for id in words]
    if known:
        pairs = [(word, id) for word, id in pairs if id in known]
    meanings: dict[str, str] = {}
    for word, id in pairs:
        for form in _forms(word):
            meanings.setdefault(form, id)
    return Vocabulary(meanings, frozenset(known), not known if is_open is None else is_open)


def _forms(word: str) -> Iterable[str]:
    return dict.fromkeys(unicodedata.normalize(form, word.strip()) for form in ("NFC", "NFD"))
