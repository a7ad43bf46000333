"""Texts: lists of what was written, everybody's and those of single personas."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from cjm.journey import LaneTexts
from cjm.maps.content.sheet.model import Bullet, Item, Items, Said, Voice
from cjm.maps.content.sheet.subject import Subject
from cjm.maps.scene.text import cleaned

Fill = Callable[[Subject], Items | Said | None]
QUOTED = "«»„“”\"'"


def written(texts: Iterable[str]) -> list[str]:
    """Texts as they are shown, without those of which nothing is left."""
    return [clean for text in texts if (clean := cleaned(text))]


def items_of(items: Iterable[Item]) -> Items | None:
    """A list, or nothing where it would be empty."""
    found = tuple(item for item in items if item.text)
    return Items(found) if found else None


def plain(texts: Iterable[str], bullet: Bullet = "item") -> Items | None:
    """A list of everybody's texts."""
    return items_of(Item(text, bullet) for text in written(texts))


def listed(field: str, bullet: Bullet) -> Fill:
    """How a lane of texts is filled that only a touchpoint has."""
    return lambda subject: plain(getattr(subject.point, field), bullet)


def voiced(field: str, bullet: Bullet) -> Fill:
    """How a lane of texts is filled that personas may have of their own."""
    return lambda subject: items_of(spoken(subject, lambda part: getattr(part, field), bullet))


def own_lane(key: str) -> Fill:
    """How a row of the author's own is filled."""
    return lambda subject: items_of(spoken(subject, lambda part: texts_under(key, part.lanes)))


def texts_under(key: str, lanes: Iterable[LaneTexts]) -> tuple[str, ...]:
    """What stands in a row of the author's own."""
    return next((own.texts for own in lanes if own.lane == key), ())


def spoken(
    subject: Subject, texts_of: Callable[..., Iterable[str]], bullet: Bullet = "item"
) -> list[Item]:
    """Everybody's texts, then those that single personas have of their own, each once.

    On a persona's own sheet its texts replace everybody's.
    """
    everybody = written(texts_of(subject.point))
    if subject.own is not None:
        return [Item(text, bullet) for text in written(texts_of(subject.own)) or everybody]
    voices: dict[str, tuple[Voice, ...]] = dict.fromkeys(everybody, ())
    for voice, own in subject.voiced:
        for text in dict.fromkeys(written(texts_of(own))):
            if text not in everybody:
                voices[text] = (*voices.get(text, ()), voice)
    return [Item(text, bullet, whose) for text, whose in voices.items()]


def quotes(subject: Subject) -> Said | None:
    """What customers said."""
    quoted = subject.words.quoted
    items = [
        item if item.text[0] in QUOTED else item._replace(text=quoted.format(item.text))
        for item in spoken(subject, lambda part: part.quotes, "")
    ]
    return Said(tuple(items)) if items else None


def thoughts(subject: Subject) -> Said | None:
    """What they think or ask."""
    items = spoken(subject, lambda part: part.thoughts, "")
    return Said(tuple(items), "thought") if items else None
