"""What differs at a touchpoint for one persona: scores, evidence, texts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, SupportsFloat

from cjm.i18n import say
from cjm.journey.lanes import LaneTexts, OwnTexts
from cjm.journey.metrics import METRICS, Metric
from cjm.journey.scores import A_PAIR, A_SCORE, Paired, Score
from cjm.journey.shorthands import Parts
from cjm.journey.values import Fields, Id, Texts, accept_fields
from cjm.records import dataclass, field


@dataclass(frozen=True, slots=True)
class PersonaScores:
    """What one persona has of its own at a touchpoint; what is None or empty is inherited.

    Args:
        persona: The persona's id.
        expectation: This persona's O, in place of the whole score.
        experience: This persona's B, in place of the whole score.
        paired: The spread of B − O of this persona's people.
        actions: What this persona does.
        thoughts: What this persona thinks or asks.
        emotions: What this persona feels.
        strengths: What is done well for this persona.
        pains: What hurts this persona.
        opportunities: What could be made of it for this persona.
        quotes: What people of this persona said.
        metrics: Measures of this touchpoint for this persona.
        lanes: Texts in rows of one's own, by their keys.
        unread: Keys of one's own that hold something else than texts.
        written_pair: Written paired evidence that does not count: a side of it is measured.
    """

    persona: str
    expectation: Score | None = None
    experience: Score | None = None
    paired: Paired | None = None
    actions: tuple[str, ...] = ()
    thoughts: tuple[str, ...] = ()
    emotions: tuple[str, ...] = ()
    strengths: tuple[str, ...] = ()
    pains: tuple[str, ...] = ()
    opportunities: tuple[str, ...] = ()
    quotes: tuple[str, ...] = ()
    metrics: tuple[Metric, ...] = ()
    lanes: tuple[LaneTexts, ...] = ()
    unread: tuple[str, ...] = field(default=(), repr=False, compare=False)
    written_pair: Paired | None = None

    if TYPE_CHECKING:

        def __init__(
            self,
            persona: str,
            expectation: SupportsFloat | Score | Mapping[str, Any] | None = None,
            experience: SupportsFloat | Score | Mapping[str, Any] | None = None,
            paired: Paired | Mapping[str, Any] | None = None,
            actions: str | Iterable[str] = (),
            thoughts: str | Iterable[str] = (),
            emotions: str | Iterable[str] = (),
            strengths: str | Iterable[str] = (),
            pains: str | Iterable[str] = (),
            opportunities: str | Iterable[str] = (),
            quotes: str | Iterable[str] = (),
            metrics: Iterable[Metric] | Mapping[str, Any] = (),
            lanes: Iterable[LaneTexts] | Mapping[str, Any] = (),
            unread: tuple[str, ...] = (),
            written_pair: Paired | None = None,
        ) -> None: ...

    def __post_init__(self) -> None:
        accept_fields(self, PERSONA_SCORES, str(self.persona))


PERSONA_SCORES: Fields = {
    "persona": Id(),
    "expectation": A_SCORE,
    "experience": A_SCORE,
    "paired": A_PAIR,
    "actions": Texts(),
    "thoughts": Texts(),
    "emotions": Texts(),
    "strengths": Texts(),
    "pains": Texts(),
    "opportunities": Texts(),
    "quotes": Texts(),
    "metrics": METRICS,
    "lanes": OwnTexts(),
    "unread": Texts(),
    "written_pair": A_PAIR,
}

BY_PERSONA = Parts(
    PersonaScores, say('scores by persona, or a mapping such as {"anna": {"experience": 4}}')
)
"""What a touchpoint takes that differs by persona."""
