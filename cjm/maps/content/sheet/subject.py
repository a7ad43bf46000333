"""Subject: a touchpoint in its journey, and the words to speak of it."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from cjm.maps.content.model import Card
from cjm.maps.content.sheet.model import Other, Voice
from cjm.maps.content.sheet.words import SheetWords
from cjm.maps.content.words import Words
from cjm.tuples import NamedTuple

if TYPE_CHECKING:
    from cjm.analysis import Analysis
    from cjm.journey import PersonaScores, Touchpoint

NOBODY: Mapping[str, Voice] = MappingProxyType({})


class Subject(NamedTuple):
    """What cells are made of: the touchpoint as it was written, and what is known of it.

    `voices` are the personas whose own texts stand beside everybody's. On a persona's own sheet
    there are none: its texts replace everybody's.
    """

    point: "Touchpoint"
    analysis: "Analysis"
    card: Card
    words: Words
    texts: SheetWords
    likely: bool
    note: str = ""
    others: tuple[Other, ...] = ()
    voices: Mapping[str, Voice] = NOBODY

    @property
    def own(self) -> "PersonaScores | None":
        """What the persona whose sheet it is has of its own here."""
        persona = self.analysis.persona
        return None if persona is None else self.point.scores_of(persona)

    @property
    def voiced(self) -> "list[tuple[Voice, PersonaScores]]":
        """What personas have of their own, beside everybody's, in the order of `voices`."""
        if not self.voices or not self.point.by_persona:
            return []
        own = {scores.persona: scores for scores in self.point.by_persona}
        return [(voice, own[id]) for id, voice in self.voices.items() if id in own]
