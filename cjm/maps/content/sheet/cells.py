"""Cells: what one touchpoint has to say in each lane."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from cjm.i18n.durations import duration
from cjm.maps.content.addresses import led_to, readable
from cjm.maps.content.numbers import number
from cjm.maps.content.sheet.actions import improvements, waivers
from cjm.maps.content.sheet.measures import because, evidence, metrics
from cjm.maps.content.sheet.model import Contact, Item, Items, Moment, Reach, Scores, Single
from cjm.maps.content.sheet.subject import Subject
from cjm.maps.content.sheet.texts import items_of, listed, quotes, thoughts, voiced, written
from cjm.maps.scene.text import cleaned

ENDS = (".", "!", "?", "…")


def contact(subject: Subject) -> Single | None:
    """Channels and title."""
    card, journey = subject.card, subject.analysis.journey
    channels = ", ".join(written(journey.channel(id).title for id in subject.point.channels))
    return Contact(card.title, channels, card.icon, subject.note, not card.missing)


def channels(subject: Subject) -> Items | None:
    """Every channel, and whether it is online or offline."""
    kinds, items = subject.texts.channel_kinds, []
    for id in subject.point.channels:
        channel = subject.analysis.journey.channel(id)
        told = [cleaned(channel.title) or cleaned(id)]
        told += [kinds[channel.kind]] if channel.kind else []
        items.append(Item(", ".join(told), "item"))
    return items_of(items)


def scores(subject: Subject) -> Single | None:
    """O, B and C, or the only one there is, and what the gap weighs where that is not 1."""
    card, weight = subject.card, subject.point.importance
    weighs = "" if weight == 1 else subject.words.importance.format(number(weight, subject.words))
    told = tuple(filter(None, (card.mean_text, weighs)))
    if card.measure == "gap" or subject.others or (card.measure and not card.missing) or told:
        return Scores(card, subject.others, told)
    return None


def reach(subject: Subject) -> Single | None:
    """The share of customers who meet it."""
    share = subject.analysis[subject.card.id].reach
    if share is None:
        return None
    share = min(1.0, max(0.0, share))
    return Reach(share, subject.card.reach_text, subject.likely)


def moment(subject: Subject) -> Single | None:
    """Why it is a moment of truth."""
    reasons = subject.card.reasons
    return Moment(", ".join(reasons), subject.card.negative) if reasons else None


def description(subject: Subject) -> Items | None:
    """What happens inside the contact."""
    return items_of(Item(text) for text in written([subject.point.description or ""]))


def owner(subject: Subject) -> Items | None:
    """Who answers for it."""
    return items_of(Item(text) for text in written([subject.point.owner or ""]))


def scenario(subject: Subject) -> Items | None:
    """The service scenario, step by step."""
    texts, lines = subject.texts, []
    for step in subject.point.scenario:
        parts = [
            f"{name}: {cleaned(value)}"
            for name, value in (
                (texts.does, step.do),
                (texts.says, step.say),
                (texts.feels, step.customer_feels),
            )
            if value
        ]
        sentences = (s if s.endswith(ENDS) else s + "." for s in [cleaned(step.step), *parts])
        lines.append(" ".join(sentences) if parts else cleaned(step.step))
    return items_of(Item(line, "item") for line in lines)


def time(subject: Subject) -> Items | None:
    """How long the contact takes, and the waits after it; which one, where ways part."""
    texts, words, point = subject.texts, subject.words, subject.point

    def told(written: str) -> str:
        return duration(written, words.language, words.marks)

    lines = [texts.here.format(told(point.duration))] if point.duration else []
    for way in point.next:
        if way.wait and len(point.next) == 1:
            lines.append(texts.then.format(told(way.wait)))
        elif way.wait:
            there = subject.analysis.journey[way.to]
            name = cleaned(there.title) or cleaned(there.id)
            lines.append(texts.then_to.format(told(way.wait), name))
    return items_of(Item(line, "item") for line in lines)


def links(subject: Subject) -> Items | None:
    """Tickets, documents: named addresses, live where a picture may lead there."""
    return items_of(
        Item(
            cleaned(link.id.replace("_", " ")) or cleaned(link.id),
            "link",
            below=readable(link.url),
            href=led_to(link.url),
        )
        for link in subject.point.links
    )


CELLS: Mapping[str, Callable[[Subject], Single | None]] = {
    "touchpoint": contact,
    "scores": scores,
    "because": because,
    "reach": reach,
    "moments": moment,
    "description": description,
    "actions": voiced("actions", "item"),
    "thoughts": thoughts,
    "emotions": voiced("emotions", ""),
    "strengths": voiced("strengths", "strength"),
    "pains": voiced("pains", "pain"),
    "quotes": quotes,
    "opportunities": voiced("opportunities", "opportunity"),
    "root-cause": listed("root_cause", "item"),
    "standard": listed("standard", "item"),
    "scenario": scenario,
    "backstage": listed("backstage", "item"),
    "channels": channels,
    "time": time,
    "evidence": evidence,
    "metrics": metrics,
    "links": links,
    "owner": owner,
    "improvements": improvements,
    "waivers": waivers,
}
"""How each lane but the curve's and the author's own is filled."""
