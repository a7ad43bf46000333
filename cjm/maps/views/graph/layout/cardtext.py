"""Card text: which lines stand on a card, and how high that makes it."""

from __future__ import annotations

from cjm.maps.content.model import Card
from cjm.maps.scene.text import SLACK, width_of, wrapped
from cjm.maps.views.graph.layout.measures import Measures

TITLE_SIZE, COMPACT_TITLE_SIZE = 15, 12
TITLE_BASE, TITLE_PITCH, TITLE_LINES = 51.0, 19.0, 3
FACT_PITCH, FACT_LINES = 16.0, 3
SIDE = 12.0
"""Between a card's edge and its texts."""
CHANNEL = 33.0
"""How far right of a card's edge its channel's name begins, after the icon."""
TAG, SHORT_TAG, UNMEASURED_TAG = 58.0, 46.0, 50.0
"""How wide a tag is: of up to two signs, of more, and where there is no gap."""
SHORT = 2
BESIDE_TAG = 8.0
SCORES = 30.0
"""What the scores take at the foot of a card."""
REASONS = 45.0
"""What a card's width leaves of a line of reasons: the star before it, and its edges."""
REASON_PITCH, MOST_REASONS = 15.0, 5


def title_lines(card: Card, width: float, compact: bool) -> tuple[str, ...]:
    """A card's title as it is set: two lines, three on a full card; the first beside the tag."""
    bold = not card.missing
    if compact:
        room = 122 if card.measure == "gap" else width - 20
        return wrapped(card.title, (room / SLACK,) * 2, COMPACT_TITLE_SIZE, bold)
    room = width - 2 * SIDE
    # Only a tag that hangs comes down to the title.
    first = width - tag_width(card) - SIDE - 14 if card.level == "disappointment" else room
    rooms = (first, *(room,) * (TITLE_LINES - 1))
    return wrapped(card.title, tuple(width / SLACK for width in rooms), TITLE_SIZE, bold)


def channel_beside(card: Card, width: float) -> bool:
    """Whether the channel's name has room between its icon and the tag."""
    room = width - CHANNEL - tag_width(card) - BESIDE_TAG - 2
    return width_of(card.channel or "", 12) <= room


def tag_width(card: Card) -> float:
    """The width of the tag with C; 0 where nothing has one."""
    if card.measure != "gap":
        return 0
    if card.level is None:
        return UNMEASURED_TAG
    return SHORT_TAG if len(card.gap_text) <= SHORT else TAG


def fact_lines(card: Card, width: float) -> tuple[str, ...]:
    """What else a card tells, in lines; first a channel whose name has no room at the top."""
    channel = [card.channel] if card.channel and not channel_beside(card, width) else []
    mean = [card.mean_text] if card.mean_text else []
    told = " · ".join([*mean, *channel, *card.facts])
    return wrapped(told, ((width - 2 * SIDE) / SLACK,) * FACT_LINES, 12) if told else ()


def reason_lines(card: Card, width: float) -> tuple[str, ...]:
    """The reasons of a moment of truth: written long, else short, in lines where one is too few."""
    room = (width - REASONS) / SLACK
    for reasons in (card.reasons, card.short_reasons):
        line = " · ".join(reasons)
        if width_of(line, 12) <= room:
            return (line,)
    short = "\u00a0· ".join(reason.replace(" ", "\u00a0") for reason in card.short_reasons)
    return wrapped(short, (room,) * MOST_REASONS, 12)


def strip_height(card: Card, measures: Measures) -> float:
    """The height of the strip with the reasons; 0 on cards without."""
    if not card.reasons or not measures.strip:
        return 0
    return measures.strip + REASON_PITCH * (len(reason_lines(card, measures.card_width)) - 1)


def facts_base(card: Card, width: float) -> float:
    """The base line of the first of them, below the title."""
    below = TITLE_PITCH * (len(title_lines(card, width, compact=False)) - 1)
    return TITLE_BASE + below + 18


def height_of_full(card: Card, measures: Measures) -> float:
    """The height of a full card without its strip: enough for all its lines."""
    width = measures.card_width
    titles = TITLE_BASE + TITLE_PITCH * (len(title_lines(card, width, compact=False)) - 1)
    lines = len(fact_lines(card, width)) + bool(card.links)
    last = facts_base(card, width) + FACT_PITCH * (lines - 1) if lines else titles
    return max(measures.card_height, last + 8 + SCORES)
