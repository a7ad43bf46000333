"""Matching: which topics a review is about, and in what forms of their words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from cjm.data.definition import Topic, Topics
from cjm.data.reviews.lemmas import COMMAND, Lemmas
from cjm.data.reviews.texts import TOKEN
from cjm.data.reviews.words import Found, Words
from cjm.errors import missing_extra

Forms = dict[str, Counter[str]]
"""A word or pattern as the topics have it, and how often it was met in which form."""


class Matcher:
    """Finds topics in texts. `forms` counts, a topic each, what was met so far."""

    def __init__(self, topics: Topics, lemmas: Lemmas) -> None:
        self._words: list[str] = []
        self._owners: list[tuple[int, bool]] = []  # of each word: its topic, and if it is excluded
        self._patterns = [[(p, _compiled(p)) for p in t.patterns] for t in topics.topics]
        for place, topic in enumerate(topics.topics):
            self._add(place, topic)
        self._finder = Words(self._words, lemmas)
        self.forms: list[Forms] = [
            {word: Counter() for word in (*topic.words, *topic.patterns)} for topic in topics.topics
        ]

    def _add(self, place: int, topic: Topic) -> None:
        for word, excluded in (*((w, False) for w in topic.words), *_excluded(topic)):
            self._words.append(word)
            self._owners.append((place, excluded))

    def topics_of(self, text: str, tokens: Sequence[str]) -> list[int]:
        """The places of the topics of a review, in the order of the file.

        Args:
            text: The review, normalized.
            tokens: Its tokens.
        """
        found: dict[int, list[Found]] = {}
        excluded: dict[int, list[Found]] = {}
        for match in self._finder.find(tokens):
            place, is_excluded = self._owners[match.word]
            (excluded if is_excluded else found).setdefault(place, []).append(match)
        about = {
            place
            for place, matches in found.items()
            if self._count(place, tokens, _kept(matches, excluded.get(place, ())))
        }
        for place, patterns in enumerate(self._patterns):
            if patterns and self._count_patterns(place, text, excluded.get(place, ())):
                about.add(place)
        return sorted(about)

    def _count(self, place: int, tokens: Sequence[str], matches: Iterable[Found]) -> bool:
        """Count the forms of what was found; whether there was anything."""
        forms, any_match = self.forms[place], False
        for match in matches:
            forms[self._words[match.word]][" ".join(tokens[match.start : match.end])] += 1
            any_match = True
        return any_match

    def _count_patterns(self, place: int, text: str, excluded: Sequence[Found]) -> bool:
        """The same for patterns, which see the text and not its tokens."""
        forms, any_match = self.forms[place], False
        taken = list(_spans(text, excluded)) if excluded else []
        for pattern, compiled in self._patterns[place]:
            for match in compiled.finditer(text):
                start, end = match.span()
                if start < end and not any(start < e and s < end for s, e in taken):
                    forms[pattern][match.group()] += 1
                    any_match = True
        return any_match


def _excluded(topic: Topic) -> Iterator[tuple[str, bool]]:
    return ((word, True) for word in topic.excluded)


def _kept(matches: list[Found], excluded: Sequence[Found]) -> list[Found]:
    """The matches that no excluded word overlaps."""
    if not excluded:
        return matches
    return [m for m in matches if not any(m.start < e.end and e.start < m.end for e in excluded)]


def _spans(text: str, matches: Sequence[Found]) -> Iterator[tuple[int, int]]:
    """Where tokens stand in the text."""
    places = [match.span() for match in TOKEN.finditer(text)]
    for match in matches:
        yield places[match.start][0], places[match.end - 1][1]


def _compiled(pattern: str) -> Any:
    """A pattern of RE2, whose time grows with the text alone; capital letters are as small ones."""
    try:
        import re2
    except ImportError as error:
        raise missing_extra(COMMAND, "RE2", COMMAND) from error
    options = re2.Options()
    options.case_sensitive = False
    options.log_errors = False
    return re2.compile(pattern.replace("ё", "е").replace("Ё", "Е"), options)
