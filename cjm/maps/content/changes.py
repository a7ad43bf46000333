"""Changes: what of a graph is new, gone or different since another state of its journey."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cjm.i18n import Message, say, translate
from cjm.i18n.before_after import shares
from cjm.i18n.numbers import gap
from cjm.maps.content.compose import compose
from cjm.maps.content.legend import legend_of
from cjm.maps.content.model import Arrow, Card, Changed, Diagram
from cjm.maps.content.samples import LegendEntry, Sample
from cjm.maps.content.words import Words, words_of

if TYPE_CHECKING:
    from cjm.compare.journeys import JourneyDifference
    from cjm.compare.touchpoints import TouchpointDifference

SIGNS: dict[Changed, str] = {
    "added": "+",
    "removed": "−",
    "better": "▲",
    "worse": "▼",
    "renamed": "~",
}
"""What stands on a card, so that no colour has to tell it."""
STEP = " → "


def diagram_of(difference: JourneyDifference, language: str | None = None) -> Diagram:
    """The diagram of the new state, in which what changed is marked and what is gone still stands.

    Args:
        difference: What differs between two states of a journey.
        language: `en` or `ru`; by default the new state's own.

    Returns:
        The new state's cards with their changes, then, where they stood, those that are gone, with
        the transitions that led to them and from them.
    """
    before, after = difference.analyses
    language = language or after.journey.language
    old = compose(before.journey, before, language)
    new = compose(after.journey, after, language, beside=(before.journey,))
    return _Marked(difference, old, new, words_of(language)).diagram()


class _Marked:
    """One diagram on its way to another."""

    def __init__(
        self, difference: JourneyDifference, old: Diagram, new: Diagram, words: Words
    ) -> None:
        self._difference = difference
        self._old = old
        self._new = new
        self._words = words
        self._changed = {p.id: p for p in difference.touchpoints if not p.is_gone}
        self._now = {p.before: p.id for p in difference.touchpoints if p.before is not None}
        self._ways = {(w.source, w.target): w for w in difference.transitions}

    def _said(self, message: Message) -> str:
        return translate(message, self._new.language)

    def diagram(self) -> Diagram:
        """All of it; of a card that is gone, starts, exits and drop-off are left out."""
        cards = self._with_removed([self._card(card) for card in self._new.cards])
        ids = {card.id for card in cards}
        gone = [
            self._gone(arrow)
            for arrow in self._old.arrows
            if (way := self._ways.get((arrow.source, arrow.target))) and way.change == "removed"
        ]
        arrows = (*map(self._arrow, self._new.arrows), *(a for a in gone if {a[0], a[1]} <= ids))
        known = {stage.id for stage in self._new.stages}
        used = {card.stage for card in cards} - known
        stages = [stage for stage in self._old.stages if stage.id in used]
        marked = self._new._replace(
            cards=tuple(cards),
            arrows=arrows,
            stages=(*self._new.stages, *stages),
            header=self._new.header._replace(eyebrow=self._eyebrow()),
            compact=self._new.compact or (len(cards) > len(self._new.cards) and self._old.compact),
        )
        standing = marked._replace(cards=tuple(c for c in cards if c.changed != "removed"))
        entries = (*legend_of(standing, self._words), self._legend(marked))
        return marked._replace(legend=tuple(entry for entry in entries if entry.samples))

    def _eyebrow(self) -> str:
        """What the picture is, and from which state to which."""
        eyebrow, states = self._new.header.eyebrow, self._difference.states
        if states[0] == states[1]:
            return f"{eyebrow} · {self._said(say('what changed'))}"
        before, after = (self._words.states[state] for state in states)
        return eyebrow.replace(after, f"{before}{STEP}{after}")

    # ---- cards --------------------------------------------------------------------------------

    def _card(self, card: Card) -> Card:
        point = self._changed[card.id]
        changed = _changed(point)
        if not changed:
            return card
        told = self._told(point, changed)
        sentence = f"{card.sentence} {told}." if told else card.sentence
        return card._replace(
            changed=changed,
            facts=tuple(filter(None, (told, *card.facts))),
            sentence=sentence,
        )

    def _told(self, point: TouchpointDifference, changed: Changed) -> str:
        """`C −3 → +0.5`, of another id that, too."""
        told = [self._said(say("new"))] if changed == "added" else []
        gaps = [each for each in point.gaps if each.verdict != "same"]
        for each in gaps[:1]:
            pairs = zip(each.expectation, each.experience, strict=True)
            sides = (gap(o or 0, b or 0, self._words.marks, point.digits) for o, b in pairs)
            name = "" if each.persona is None else f" {each.persona}"
            told.append(f"{SIGNS[changed]} {self._words.c}{name} {STEP.join(sides)}")
        if point.is_renamed:
            told.append(f"{point.before}{STEP}{point.id}")
        return " · ".join(told)

    def _with_removed(self, cards: list[Card]) -> list[Card]:
        """The cards with those that are gone, each behind the one that it stood behind."""
        place: str | None = None
        for card in self._old.cards:
            id = self._now.get(card.id, card.id)
            if any(known.id == id for known in cards):
                place = id
                continue
            told = self._said(say("gone"))
            pale = card._replace(
                changed="removed",
                level=None,
                facts=(told,),
                sentence=f"{card.sentence} {told}.",
                reasons=(), short_reasons=(), negative=False, start=None, outcome=None,
                ending=None, drop_off=0, mean_text="", links=(),
            )  # fmt: skip
            at = next((n for n, known in enumerate(cards) if known.id == place), -1) + 1
            cards.insert(at, pale)
            place = card.id
        return cards

    # ---- transitions --------------------------------------------------------------------------

    def _arrow(self, arrow: Arrow) -> Arrow:
        way = self._ways.get((arrow.source, arrow.target))
        if way is None or way.change == "removed":
            return arrow
        before, after = way.probability
        if way.change == "added" or before is None or after is None:
            return arrow._replace(changed="added")
        told = shares(before, after, self._words.marks, way.assumed)
        share = arrow.percentage if before == after else f"{told.before}{STEP}{told.after}"
        return arrow._replace(
            changed="changed", percentage=share, sentence=f"{arrow.sentence} ({share})"
        )

    def _gone(self, arrow: Arrow) -> Arrow:
        source, target = (self._now.get(id, id) for id in (arrow.source, arrow.target))
        told = self._said(say("gone"))
        return arrow._replace(
            source=source, target=target, changed="removed", likely=False, loop=False,
            sentence=f"{arrow.sentence} {told}.",
        )  # fmt: skip

    def _legend(self, diagram: Diagram) -> LegendEntry:
        """The marks, those that occur."""
        found = {card.changed for card in diagram.cards}
        told = (
            ("added", say("new touchpoint")),
            ("removed", say("gone")),
            ("better", say("C rose")),
            ("worse", say("C fell")),
            ("renamed", say("renamed")),
        )
        samples = tuple(
            Sample("change", self._said(text), mark) for mark, text in told if mark in found
        )
        return LegendEntry(self._said(say("Changes")), samples)


def _changed(point: TouchpointDifference) -> Changed:
    """What a card is marked as; nothing where only texts differ."""
    change = point.change
    return "" if change == "same" else change
