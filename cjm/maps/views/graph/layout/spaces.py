"""Spaces: the room that a card takes with what hangs on it."""

from __future__ import annotations

from cjm.maps.content.model import Card, Diagram
from cjm.maps.content.words import words_of
from cjm.maps.scene.geometry import Box, Point
from cjm.maps.scene.text import width_of
from cjm.maps.views.graph.layout.frame import Frame
from cjm.maps.views.graph.layout.routes import Route


def drop_off_foot(card: Card, frame: Frame) -> Point:
    """Where on the card's lower edge its drop-off begins."""
    box = frame.boxes[card.id]
    return Point(box.x + (26 if frame.measures.strip else 20), box.bottom)


def card_space(card: Card, frame: Frame) -> Box:
    """A card with what stands out above it."""
    box, tip = frame.boxes[card.id], frame.measures.tip - 2
    if card.level == "delight":
        return Box(box.x, box.y - tip, box.width, box.height + tip)
    return box


def self_loop_space(route: Route, frame: Frame) -> Box:
    """The loop round a card's lower right corner, without its label."""
    box, room = frame.boxes[route.way.arrow.source], frame.measures.loop_room
    return Box(box.right - room, box.bottom - room * 0.7, room * 1.5, room * 1.1)


def drop_off_space(card: Card, diagram: Diagram, frame: Frame) -> Box:
    """What hangs below a card for those who leave without a word."""
    foot = drop_off_foot(card, frame)
    word = width_of(words_of(diagram.language).silently, 12)
    width = 16 + (max(word, 34) if frame.measures.strip else 36)
    return Box(foot.x - 5, foot.y, width, frame.measures.drop_off - 2)
