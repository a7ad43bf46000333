"""Rows of one's own: texts under a key that begins with `x-`, and the titles of such keys."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from cjm.i18n import say
from cjm.journey.ids import as_id, is_id
from cjm.journey.shorthands import Parts
from cjm.journey.values import (
    Fields,
    FieldTypeError,
    FieldValueError,
    Text,
    Texts,
    accept_fields,
)
from cjm.records import dataclass

OWN = "x-"
"""How a key of the author's own begins."""


class OwnKey:
    """A key of the author's own, in NFC."""

    noun = say("a key that begins with x-")

    def accept(self, value: Any) -> str:
        """The key."""
        if not isinstance(value, str):
            raise FieldTypeError(self.noun, value)
        key = as_id(value)
        if not is_own_key(key):
            raise FieldValueError(self.noun, value)
        return key


def is_own_key(key: str) -> bool:
    """Whether a key in NFC can be one of the author's own that a row is made of."""
    return key.startswith(OWN) and len(key) > len(OWN) and is_id(key)


@dataclass(frozen=True, slots=True)
class Lane:
    """A row of one's own on the map.

    Args:
        id: The key, which begins with x-.
        title: What the row is called.
    """

    id: str
    title: str

    def __post_init__(self) -> None:
        accept_fields(self, LANE, str(self.id))


LANE: Fields = {"id": OwnKey(), "title": Text()}

LANES = Parts(Lane, say('lanes, or a mapping such as {"x-systems": "Systems"}'), brief=True)
"""What a journey takes that has rows of its own."""


@dataclass(frozen=True, slots=True)
class LaneTexts:
    """What a touchpoint or a stage holds in a row of one's own.

    Args:
        lane: The row's key, which begins with x-.
        texts: The texts there.
    """

    lane: str
    texts: tuple[str, ...]

    if TYPE_CHECKING:

        def __init__(self, lane: str, texts: str | Iterable[str]) -> None: ...

    def __post_init__(self) -> None:
        accept_fields(self, LANE_TEXTS, str(self.lane))


LANE_TEXTS: Fields = {"lane": OwnKey(), "texts": Texts(at_least=1)}


class OwnTexts:
    """Texts by key: LaneTexts, or a mapping from keys to a text or a list of texts."""

    noun = say('texts by key, such as {"x-systems": ["billing"]}')
    _parts = Parts(LaneTexts, noun, brief=True)

    def accept(self, value: Any) -> tuple[LaneTexts, ...]:
        """A tuple of LaneTexts, sorted by key: which of them comes first says nothing."""
        if isinstance(value, Mapping):
            value = {key: texts for key, texts in value.items() if texts not in ((), [], None)}
        own = self._parts.accept(value)
        return tuple(sorted(own, key=lambda item: item.lane))
