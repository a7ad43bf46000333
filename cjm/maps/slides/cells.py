"""The texts of a map's cells, as they stand in a table of a slide."""

from __future__ import annotations

from collections.abc import Iterable

from cjm.maps.content.sheet.model import (
    Actions,
    Both,
    Cell,
    Contact,
    Item,
    Items,
    Lane,
    Moment,
    Reach,
    Said,
    Scores,
)

_SIGNS = {"met": "✓ ", "missed": "✗ "}


def lines_of(cell: Cell | None) -> list[str]:
    """What a cell says, a line each."""
    match cell:
        case Items(items) | Said(items):
            lines = [_item(item) for item in items]
        case Moment(text) | Reach(text=text):
            lines = [text]
        case Contact(title, channel):
            lines = [title, channel] if channel else [title]
        case Actions(actions):
            lines = [_joined(a.title, (a.phase_name, a.lift, a.due)) for a in actions]
        case Scores():
            lines = [*(f"{other.initial} {other.text}" for other in cell.others), *cell.notes]
        case Both(halves):
            lines = [line for half in halves for line in lines_of(half.cell)]
        case None:
            lines = []
    return lines


def _item(item: Item) -> str:
    voices = ", ".join(voice.initials for voice in item.voices)
    text = f"{voices}: {item.text}" if voices else item.text
    return _SIGNS.get(item.bullet, "") + (f"{text} ({item.below})" if item.below else text)


def _joined(text: str, more: Iterable[str]) -> str:
    told = ", ".join(part for part in more if part)
    return f"{text} ({told})" if told else text


def bulleted(lines: list[str]) -> list[str]:
    """Several lines with a dot before each; one stands as it is."""
    return [f"• {line}" for line in lines] if len(lines) > 1 else lines


def lane_named(lanes: Iterable[Lane], name: str) -> Lane | None:
    """The lane of a name, where the map has it."""
    return next((lane for lane in lanes if lane.name == name), None)
