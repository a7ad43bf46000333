"""Cells: what one touchpoint has to say in each lane."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING

from cjm.journey import Score
from cjm.maps.content.model import Card
from cjm.maps.content.sheet.model import (
    Action,
    Actions,
    Cell,
    Contact,
    Item,
    Items,
    Moment,
    Other,
    Quotes,
    Reach,
    Scores,
)
from cjm.maps.content.sheet.words import SheetWords
from cjm.maps.content.words import Words, dated, number, target_of, total
from cjm.maps.scene.text import cleaned
from cjm.tuples import NamedTuple

if TYPE_CHECKING:
    from cjm.analysis import Analysis
    from cjm.journey import Improvement, Journey, Metric
    from cjm.maps.content.sheet.model import Bullet

PHASES = ("plan", "do", "check", "act")
ENDS = (".", "!", "?", "…")
QUOTED = "«»„“”\"'"


class Subject(NamedTuple):
    """A touchpoint in its journey, and the words to speak of it."""

    analysis: Analysis
    card: Card
    words: Words
    texts: SheetWords
    likely: bool
    note: str = ""
    others: tuple[Other, ...] = ()


def contact(subject: Subject) -> Cell | None:
    """Channel and title."""
    card = subject.card
    return Contact(card.title, card.channel or "", card.icon, subject.note, card.level is not None)


def scores(subject: Subject) -> Cell | None:
    """O, B and C."""
    return Scores(subject.card, subject.others)


def reach(subject: Subject) -> Cell | None:
    """The share of customers who meet it."""
    share = subject.analysis[subject.card.id].reach
    if share is None:
        return None
    share = min(1.0, max(0.0, share))
    return Reach(share, subject.card.reach_text, subject.likely)


def moment(subject: Subject) -> Cell | None:
    """Why it is a moment of truth."""
    reasons = subject.card.reasons
    return Moment(", ".join(reasons), subject.card.negative) if reasons else None


def _listed(field: str, bullet: Bullet) -> Callable[[Subject], Cell | None]:
    def cell(subject: Subject) -> Cell | None:
        texts = getattr(subject.analysis.journey[subject.card.id], field)
        return _items((text, bullet) for text in _texts(texts))

    return cell


def quotes(subject: Subject) -> Cell | None:
    """What customers said."""
    spoken = _texts(subject.analysis.journey[subject.card.id].quotes)
    marked = (q if q[0] in QUOTED else subject.texts.quoted.format(q) for q in spoken)
    return Quotes(tuple(marked)) if spoken else None


def owner(subject: Subject) -> Cell | None:
    """Who answers for it."""
    return _items((t, "") for t in _texts([subject.analysis.journey[subject.card.id].owner or ""]))


def because(subject: Subject) -> Cell | None:
    """Why customers expect and experience what they do."""
    return _items(
        (f"{letter}: {text}", "item")
        for letter, score in _scores(subject)
        for text in _texts(score.because)
    )


def scenario(subject: Subject) -> Cell | None:
    """The service scenario, step by step."""
    texts, lines = subject.texts, []
    for step in subject.analysis.journey[subject.card.id].scenario:
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
    return _items((line, "item") for line in lines)


def evidence(subject: Subject) -> Cell | None:
    """What the scores rest on: respondents, source, day, and the interval of C."""
    lines = []
    for letter, score in _scores(subject):
        parts = [
            subject.texts.respondents.format(score.n) if score.n else "",
            cleaned(score.source or ""),
            dated(score.measured, subject.words) if score.measured else "",
        ]
        if any(parts):
            lines.append(f"{letter}: {', '.join(p for p in parts if p)}")
    interval = subject.analysis[subject.card.id].interval
    if interval and interval[0] < interval[1]:
        ends = " … ".join(total(end, subject.words, False) for end in interval)
        lines.append(f"{subject.texts.interval} {ends}")
    return _items((line, "item") for line in lines)


def metrics(subject: Subject) -> Cell | None:
    """Measured quantities and whether they meet their targets."""
    found = subject.analysis.journey[subject.card.id].metrics
    return _items((_metric(m, subject), _verdict(m)) for m in found)


def _metric(metric: Metric, subject: Subject) -> str:
    words, unit = subject.words, cleaned(metric.unit or "")
    named = metric.title != metric.id
    name = cleaned(metric.title if named else metric.id.replace("_", " "))
    value = "–" if metric.value is None else number(metric.value, words)
    text = f"{name} {value}" + (f"\u00a0{unit}" if unit and metric.value is not None else "")
    if metric.target is None:
        return text
    return f"{text}, {target_of(metric.target, words)}"


def _verdict(metric: Metric) -> Bullet:
    if metric.met is None:
        return "item"
    return "met" if metric.met else "missed"


def improvements(subject: Subject) -> Cell | None:
    """What could be done here, and how far it is."""
    actions = tuple(
        _action(improvement, lift.points, subject.words, subject.texts)
        for improvement in subject.analysis.journey.improvements
        for lift in improvement.lifts
        if lift.touchpoint == subject.card.id
    )
    return Actions(actions) if actions else None


def shared_improvements(journey: Journey, words: Words, texts: SheetWords) -> tuple[Action, ...]:
    """Those that lift no touchpoint: training, a new standard, a changed promise."""
    return tuple(
        _action(improvement, None, words, texts)
        for improvement in journey.improvements
        if not improvement.lifts
    )


def _action(
    improvement: Improvement, points: float | None, words: Words, texts: SheetWords
) -> Action:
    phase, due = PHASES.index(improvement.phase), improvement.due
    lift = "" if points is None else f"{texts.lift}\u00a0{number(points, words, signed=True)}"
    points = points or 0
    return Action(
        title=cleaned(improvement.title) or cleaned(improvement.id),
        phase=phase + 1,
        phase_name=texts.phases[phase],
        lift=lift,
        mark="delight" if points > 0 else "disappointment" if points < 0 else "satisfaction",
        due=texts.due.format(dated(due, words)).replace(" ", "\u00a0") if due else "",
    )


def _scores(subject: Subject) -> list[tuple[str, Score]]:
    """O and B as they are given, the persona's own first."""
    point = subject.analysis.journey[subject.card.id]
    persona = subject.analysis.persona
    own = point.scores_of(persona) if persona else None
    pairs = (
        (subject.words.o, (own and own.expectation) or point.expectation),
        (subject.words.b, (own and own.experience) or point.experience),
    )
    return [(letter, score) for letter, score in pairs if score]


def _texts(texts: Iterable[str]) -> list[str]:
    return [clean for text in texts if (clean := cleaned(text))]


def _items(items: Iterable[tuple[str, Bullet]]) -> Items | None:
    found = tuple(Item(text, bullet) for text, bullet in items if text)
    return Items(found) if found else None


CELLS: Mapping[str, Callable[[Subject], Cell | None]] = {
    "touchpoint": contact,
    "scores": scores,
    "because": because,
    "reach": reach,
    "moments": moment,
    "emotions": _listed("emotions", ""),
    "strengths": _listed("strengths", "strength"),
    "pains": _listed("pains", "pain"),
    "root-cause": _listed("root_cause", "item"),
    "quotes": quotes,
    "standard": _listed("standard", "item"),
    "scenario": scenario,
    "backstage": _listed("backstage", "item"),
    "evidence": evidence,
    "metrics": metrics,
    "owner": owner,
    "improvements": improvements,
}
"""How each lane but the curve's is filled."""
