"""Lemmas: the key by which all forms of a word are one; looked up once for each spelling."""

from __future__ import annotations

import re
from collections.abc import Callable

from cjm.data.reviews.texts import normalized
from cjm.errors import missing_extra

CYRILLIC = re.compile("[а-я]")
COMMAND = "feedback"

Lemmatizer = Callable[[str], str]


class Lemmas:
    """The key of a token in some languages: a Cyrillic one is Russian, any other English.

    A token in the letters of a language that was not asked for is its own key.
    """

    def __init__(self, languages: tuple[str, ...]) -> None:
        self._lemmatizers = {language: LEMMATIZERS[language]() for language in languages}
        self._keys: dict[str, str] = {}

    def key(self, token: str) -> str:
        """The lemma of a normalized token, normalized too."""
        key = self._keys.get(token)
        if key is None:
            language = "ru" if CYRILLIC.search(token) else "en"
            lemmatizer = self._lemmatizers.get(language)
            key = token if lemmatizer is None else normalized(lemmatizer(token))
            self._keys[token] = key
        return key


def _russian() -> Lemmatizer:
    """pymorphy3's first reading: of those it knows the likeliest."""
    try:
        from pymorphy3 import MorphAnalyzer
    except ImportError as error:
        raise missing_extra(COMMAND, "pymorphy3", COMMAND) from error
    analyzer = MorphAnalyzer()
    return lambda token: str(analyzer.parse(token)[0].normal_form)


def _english() -> Lemmatizer:
    try:
        from simplemma import lemmatize
    except ImportError as error:
        raise missing_extra(COMMAND, "simplemma", COMMAND) from error
    return lambda token: str(lemmatize(token, lang="en"))


LEMMATIZERS: dict[str, Callable[[], Lemmatizer]] = {"ru": _russian, "en": _english}
