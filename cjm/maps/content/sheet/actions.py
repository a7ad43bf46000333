"""Actions: improvements and what they are judged by, and findings that are accepted for a while."""

from __future__ import annotations

from cjm.journey import Improvement, Journey, Waiver
from cjm.maps.content.numbers import dated, number
from cjm.maps.content.sheet.measures import judged
from cjm.maps.content.sheet.model import Action, Actions, Item, Items, Lane
from cjm.maps.content.sheet.subject import Subject
from cjm.maps.content.sheet.texts import items_of
from cjm.maps.content.sheet.words import SheetWords
from cjm.maps.content.words import Words
from cjm.maps.scene.text import cleaned

PHASES = ("plan", "do", "check", "act")
USUAL_COST = 1
"""What an improvement costs that says nothing of it."""


def improvements(subject: Subject) -> Actions | None:
    """What could be done here, and how far it is; all of it where it is lifted first."""
    id, actions = subject.card.id, []
    for improvement in subject.analysis.journey.improvements:
        for place, lift in enumerate(improvement.lifts):
            if lift.touchpoint == id:
                action = _action(improvement, lift.points, subject.words, subject.texts)
                actions.append(action._replace(facts=(), judged=()) if place else action)
    return Actions(tuple(actions)) if actions else None


def waivers(subject: Subject) -> Items | None:
    """What was found here and is accepted for a while."""
    found = subject.analysis.journey.waivers
    return items_of(
        _waiver(waiver, subject.words, subject.texts)
        for waiver in found
        if waiver.touchpoint == subject.card.id
    )


def shared_lanes(
    journey: Journey, names: tuple[str, ...], words: Words, texts: SheetWords
) -> tuple[Lane, ...]:
    """What belongs to no touchpoint: training, a new standard, a finding accepted everywhere."""
    lifted = tuple(
        Actions((_action(improvement, None, words, texts),))
        for improvement in journey.improvements
        if not improvement.lifts
    )
    accepted = tuple(
        Items((_waiver(waiver, words, texts),))
        for waiver in journey.waivers
        if not waiver.touchpoint
    )
    lanes = (
        Lane("improvements", texts.shared, lifted),
        Lane("waivers", texts.shared_waivers, accepted),
    )
    return tuple(lane for lane in lanes if lane.cells and lane.name in names)


def _waiver(waiver: Waiver, words: Words, texts: SheetWords) -> Item:
    rules = ", ".join(cleaned(rule) for rule in waiver.rule)
    until = f", {texts.due.format(dated(waiver.until, words))}" if waiver.until else ""
    return Item(f"{rules}: {cleaned(waiver.reason)}{until}", "item")


def _action(
    improvement: Improvement, points: float | None, words: Words, texts: SheetWords
) -> Action:
    phase, due = PHASES.index(improvement.phase), improvement.due
    lift = "" if points is None else f"{texts.lift}\u00a0{number(points, words, signed=True)}"
    points = points or 0
    cost = improvement.cost != USUAL_COST
    facts = [texts.cost.format(number(improvement.cost, words))] if cost else []
    facts += [words.owner.format(owner)] if (owner := cleaned(improvement.owner or "")) else []
    return Action(
        title=cleaned(improvement.title) or cleaned(improvement.id),
        phase=phase + 1,
        phase_name=texts.phases[phase],
        lift=lift,
        mark="delight" if points > 0 else "disappointment" if points < 0 else "satisfaction",
        due=texts.due.format(dated(due, words)).replace(" ", "\u00a0") if due else "",
        facts=tuple(facts),
        judged=tuple(judged(j, words, texts) for j in improvement.judged_by),
    )
