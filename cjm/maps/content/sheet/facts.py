"""Facts: what the rows of a sheet say of whole stages."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from cjm.maps.content.sheet.measures import metric_items
from cjm.maps.content.sheet.model import Both, Item, Items
from cjm.maps.content.sheet.pairs import paired
from cjm.maps.content.sheet.texts import items_of, plain, texts_under, written
from cjm.maps.content.sheet.words import SheetWords
from cjm.maps.content.words import Words

if TYPE_CHECKING:
    from cjm.journey import Stage


def facts_of(
    lane: str, states: Sequence[Stage | None], words: Words, texts: SheetWords
) -> Items | Both | None:
    """What a lane says of a stage in one state of the journey, or as it is and as it should be."""
    told = [None if stage is None else fact_of(lane, stage, words, texts) for stage in states]
    if len(told) == 1:
        return told[0]
    return paired(lane, told, sum(stage is not None for stage in states))


def fact_of(lane: str, stage: Stage, words: Words, texts: SheetWords) -> Items | None:
    """What a lane says of a stage as a whole; nothing where that is nothing."""
    if lane == "metrics":
        return items_of(metric_items(stage.metrics, words, texts))
    if fill := FACTS.get(lane):
        return fill(stage)
    return plain(texts_under(lane, stage.lanes))


FACTS: Mapping[str, Callable[[Stage], Items | None]] = {
    "description": lambda stage: _one(stage.description),
    "emotions": lambda stage: plain(stage.emotions, ""),
    "pains": lambda stage: plain(stage.pains, "pain"),
    "opportunities": lambda stage: plain(stage.opportunities, "opportunity"),
    "owner": lambda stage: _one(stage.owner),
}
"""The lanes that stages have something to say in, beside metrics and the author's own."""


def _one(text: str | None) -> Items | None:
    return items_of(Item(clean) for clean in written([text or ""]))
