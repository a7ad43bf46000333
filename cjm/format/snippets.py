"""Snippets: what editors insert for fields of several parts, with places to type at."""

from __future__ import annotations

from typing import Any

from cjm.i18n import Message, say
from cjm.tuples import NamedTuple


class Snippet(NamedTuple):
    """What is inserted under a label: `body` in block form, or `text` as it stands.

    `${1:word}` is a place to type at, with a word to type over.
    """

    label: Message
    body: Any = None
    text: str = ""

    @property
    def schema(self) -> dict[str, Any]:
        """One of `defaultSnippets`."""
        inserted = {"bodyText": self.text} if self.body is None else {"body": self.body}
        return {"label": self.label, **inserted}


def _typed(place: int, word: Message) -> Message:
    """A place to type at, with a word of the reader's language."""
    return say("${{{place}:{word}}}", place=place, word=word)


_TITLE = _typed(2, say("Title"))
_NAME = _typed(2, say("Name"))

SCORE = (
    Snippet(say("score"), text="${1:8}"),
    Snippet(say("score with evidence"), text="{score: ${1:8}, n: ${2:100}, sd: ${3:1.5}}"),
)
NEXT = (
    Snippet(say("next touchpoint"), text="${1:id}"),
    Snippet(say("next touchpoints with probabilities"), text="{${1:id}: ${2:0.9}}"),
)
TOUCHPOINT = (
    Snippet(
        say("touchpoint"),
        {
            "title": _typed(1, say("Title")),
            "expectation": "${2:8}",
            "experience": "${3:8}",
            "next": "${4:id}",
        },
    ),
)
TOUCHPOINTS = (
    Snippet(
        say("touchpoint"),
        {
            "${1:id}": {
                "title": _TITLE,
                "expectation": "${3:8}",
                "experience": "${4:8}",
                "next": "${5:id}",
            }
        },
    ),
)
IMPROVEMENTS = (
    Snippet(
        say("improvement"),
        {"${1:id}": {"title": _TITLE, "lifts": {"${3:touchpoint}": "${4:1}"}, "phase": "plan"}},
    ),
)
WAIVERS = (
    Snippet(
        say("waiver"),
        {
            "rule": "${1:negative-gap}",
            "touchpoint": "${2:id}",
            "reason": _typed(3, say("why it is accepted")),
            "until": "${4:2027-03-31}",
        },
    ),
)
CHANNELS = (Snippet(say("channel"), {"${1:id}": {"title": _TITLE, "kind": "${3:online}"}}),)
PERSONAS = (Snippet(say("persona"), {"${1:id}": {"name": _NAME, "share": "${3:0.5}"}}),)
STAGES = (Snippet(say("stage"), {"${1:id}": _TITLE}),)
