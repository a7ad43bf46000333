"""The table of fields of `topics.yaml`: what reviews may be about, and how that is recognized."""

from __future__ import annotations

import re
from typing import Any

from cjm.format.common import TEXT, TEXTS
from cjm.format.context import Context
from cjm.format.kinds import INVALID, Schema
from cjm.format.mappings import MapOf
from cjm.format.record import Brief, Field, Record
from cjm.format.shapes import Forms, ListOf, one_or_list
from cjm.format.texts import Id, Text, Version
from cjm.format.words import LANGUAGE, TONE
from cjm.i18n import Message, say
from cjm.source import Node
from cjm.tuples import NamedTuple

FORMS = {
    "language": "language: [ru, en]",
    "topics": "topics: {delivery: [delivery, courier], price: {words: [price, expens*]}}",
    "tone": "tone: {lexicon: words.csv}",
}
"""A line that would be right, by the key."""


_STRAY = re.compile(r"(?<![^\W_])\*|\*(?=\S)")
"""A star that does not end a word."""


class Phrase(NamedTuple):
    """A word or several in a row; a `*` at the end stands for any ending."""

    noun: Message = say("a word or several")

    def decode(self, node: Node, at: Node, context: Context) -> Any:
        """The text as written."""
        text = Text().decode(node, at, context)
        if text is INVALID:
            return INVALID
        if not any(sign.isalnum() for sign in text):
            context.fault(say("{word!r} has neither letter nor digit", word=text), node)
            return INVALID
        if _STRAY.search(text):
            help = say("what more may vary is for patterns")
            context.fault(say("* stands only at the end of a word"), node, help)
            return INVALID
        return text

    def encode(self, value: Any) -> Any:
        """The text."""
        return value

    def schema(self, defs: dict[str, Schema]) -> Schema:
        """As any text."""
        return Text().schema(defs)


_PHRASES = one_or_list(
    Phrase(), ListOf(Phrase(), say("a list of words")), say("a word or a list of words")
)

_TOPIC = Record(
    "topic",
    {
        "title": Field(TEXT, say("Its name.")),
        "words": Field(_PHRASES, say("Words that mean it, in any of their forms.")),
        "not": Field(_PHRASES, say("Words that do not mean it, though they hold some that would.")),
        "patterns": Field(TEXTS, say("Regular expressions that mean it.")),
        "touchpoint": Field(Id(), say("The touchpoint that it belongs to.")),
    },
    either=("words", "patterns"),
)
_WORDS_ALONE = Brief(_TOPIC, "words")

_TONE = Record(
    "tone",
    {
        "lexicon": Field(
            TEXT, say("A file of words and weights from −1 to 1, relative to this one."), True
        )
    },
)

TOPICS = Record(
    "topics",
    {
        "cjm-topics": Field(
            Version("cjm-topics"),
            say("The version of the format; it tells the file from those of other tools."),
            required=True,
        ),
        "language": Field(
            one_or_list(
                LANGUAGE,
                ListOf(LANGUAGE, say("a list of languages"), unique=True),
                say("a language or a list of languages"),
            ),
            say("Of the words; each is looked up in all of them."),
        ),
        "topics": Field(
            MapOf(
                Forms(
                    say("words, or {title, words, not, patterns, touchpoint}"),
                    scalar=_WORDS_ALONE,
                    listed=_WORDS_ALONE,
                    mapped=_TOPIC,
                ),
                tuple,
                say("a mapping of topics"),
            ),
            say("What reviews may be about."),
            required=True,
        ),
        "tone": Field(
            Forms(say("rating, or {lexicon}"), scalar=TONE, mapped=_TONE),
            say("Where the tone of a review comes from: its rating if absent."),
            default="rating",
        ),
    },
)
