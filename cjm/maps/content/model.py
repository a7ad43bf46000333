"""The diagram: everything a map shows, as plain data, without a single coordinate.

Texts are final: in the map's language, cleaned, not yet wrapped.
"""

from typing import Literal

from cjm.journey import Level, Outcome
from cjm.maps.content.samples import LegendEntry
from cjm.rounding import rounded
from cjm.tuples import NamedTuple

Mark = Literal["disappointment", "satisfaction", "delight", "unmeasured"]
"""A level, or that there is none."""
Measure = Literal["gap", "experience", "expectation", ""]
"""What a map shows of its scores: C, or the one score that is known; "" where there is none."""
End = Literal["success", "drop_off", "failure", "neutral"]
"""How customers end: at an exit of that outcome, or unseen."""


def mark_of(balance: float | None) -> Mark | None:
    """The level a sum of gaps stands for, by its sign."""
    if balance is None:
        return None
    balance = rounded(balance)
    return "disappointment" if balance < 0 else "delight" if balance > 0 else "satisfaction"


Lived = Literal["", "taken", "undeclared", "unused"]
"""Of a lived flow: a planned move that was made, one that is not planned, one that nobody made."""


Changed = Literal["", "added", "removed", "better", "worse", "renamed"]
"""What became of a touchpoint since another state; "" where that is not told, or nothing."""


class Card(NamedTuple):
    """One touchpoint. `start` is the share of customers who come in here; shares are 0 to 1.

    `reasons` say why it is a moment of truth, `short_reasons` the same in fewer letters, `negative`
    that it disappoints there; `reach` is the share of customers who meet it, `ending` of those who
    end here at an exit. `mean_text` is the mean of the personas' C where it is another one.
    `start_planned` is whether the journey has the start.
    `facts` are what else a full card tells: how long it takes, how much it weighs, in which other
    channels it is; `links` are names with addresses. The texts are O, B, C and the shares as they
    are written; n/a where O, B or C is not known. `measure` is what its map shows of the scores.
    """

    id: str
    title: str
    sentence: str
    stage: str | None = None
    channel: str | None = None
    icon: str = "other"
    expectation: float | None = None
    experience: float | None = None
    gap: float | None = None
    level: Level | None = None
    reasons: tuple[str, ...] = ()
    short_reasons: tuple[str, ...] = ()
    negative: bool = False
    reach: float | None = None
    start: float | None = None
    outcome: Outcome | None = None
    ending: float | None = None
    drop_off: float = 0
    drop_off_sentence: str = ""
    expectation_text: str = ""
    experience_text: str = ""
    gap_text: str = ""
    start_text: str = ""
    ending_text: str = ""
    drop_off_text: str = ""
    reach_text: str = ""
    mean_text: str = ""
    facts: tuple[str, ...] = ()
    links: tuple[tuple[str, str], ...] = ()
    measure: Measure = "gap"
    start_planned: bool = True
    changed: Changed = ""

    @property
    def href(self) -> str:
        """The first of its addresses, where only one can be led to; empty without any."""
        return self.links[0][1] if self.links else ""

    @property
    def mark(self) -> Mark:
        """The level, or `unmeasured`."""
        return self.level or "unmeasured"

    @property
    def missing(self) -> bool:
        """Whether it lacks what the map shows of the scores."""
        return bool(self.measure) and getattr(self, self.measure) is None


class Arrow(NamedTuple):
    """One transition, from touchpoint to touchpoint by their ids.

    `words` are its label and its wait, as they stand in a picture; `whole` the same uncut. Of a
    lived flow `lived` says what kind of move it is, and `volume` how often it was made, of how
    often the busiest one was.
    """

    source: str
    target: str
    probability: float
    sentence: str
    percentage: str = ""
    words: str = ""
    whole: str = ""
    loop: bool = False
    likely: bool = False
    lived: Lived = ""
    volume: float = 0
    changed: Literal["", "added", "removed", "changed"] = ""

    @property
    def weight(self) -> float:
        """What its width tells, 0 to 1: its share, or how often it was made."""
        if self.changed == "removed":
            return 0
        return self.volume if self.lived else self.probability


class DoomLoop(NamedTuple):
    """A doom loop that the map marks: its touchpoints from the first, and what a round costs.

    `caption` and `short_caption` say the cost in words, for as much room as there is.
    """

    ids: tuple[str, ...]
    cost: str
    caption: str
    short_caption: str
    sentence: str


class StageTotal(NamedTuple):
    """What a stage adds to the balance in one of two states; `dashed` as that state's curve."""

    text: str
    mark: Mark | None
    dashed: bool


class StageHead(NamedTuple):
    """The head of a stage's band; `balance` is what its touchpoints add to the journey's.

    `facts` are its owner and its metrics against their targets. Beside another state `totals`
    are what it adds in each, and `balance` says the same in words.
    """

    id: str
    title: str
    goal: str = ""
    balance: str = ""
    mark: Mark | None = None
    facts: tuple[str, ...] = ()
    totals: tuple[StageTotal, ...] = ()


class Portrait(NamedTuple):
    """A persona in the header; `chosen` where the map shows this persona's scores.

    `initials` tell it apart from the others. `balance`, with its level, and the share of the
    `disappointed` are empty where unknown; `details` are what it is called and what was written.
    Where only one score is measured `extreme` tells the persona's lowest or highest.
    """

    id: str
    name: str
    initials: str = ""
    note: str = ""
    details: tuple[tuple[str, str], ...] = ()
    balance: str = ""
    mark: Mark | None = None
    disappointed: str = ""
    chosen: bool = False
    extreme: tuple["Told", ...] = ()


class Figure(NamedTuple):
    """A figure in the header: its value as text, what it is, and its level where it has one.

    A `simulated` figure is drawn with a sign that it is about so much.
    """

    value: str
    label: str
    mark: Mark | None = None
    simulated: bool = False


class Part(NamedTuple):
    """A part (0 to 1) of the bar below the figures: customers who end in one way."""

    share: float
    end: End
    label: str
    percentage: str


class Told(NamedTuple):
    """A part of a sentence; a figure with a level is in its colour."""

    text: str
    bold: bool = False
    mark: Mark | None = None


class Fact(NamedTuple):
    """Something else that is known of the journey: a metric, the customers, the time it takes.

    `met` says whether it meets its target, None where that cannot be said.
    """

    label: str
    value: str
    note: str = ""
    met: bool | None = None


class Answer(NamedTuple):
    """A part of the service philosophy: what it is called, what it says.

    `language` is that of the text where it is another than the map's, else empty.
    """

    question: str
    text: str
    language: str = ""


class Header(NamedTuple):
    """What stands above the map; `note` says what the figures leave out.

    `verdict` says in sentences what it all comes to, `origin` whose map it is and of when;
    `philosophy` is that of the workspace.
    """

    eyebrow: str
    title: str
    description: str = ""
    portraits: tuple[Portrait, ...] = ()
    figures: tuple[Figure, ...] = ()
    bar: tuple[Part, ...] = ()
    note: str = ""
    verdict: tuple[Told, ...] = ()
    origin: str = ""
    facts: tuple[Fact, ...] = ()
    philosophy: tuple[Answer, ...] = ()


class Diagram(NamedTuple):
    """A whole map; `compact` where it has too many touchpoints for full cards.

    `loops` are the worst doom loops, `unmarked_loops` the number of the others; `likely` holds
    the touchpoints of the likely path; `assumed` says that some figures bear the sign for that;
    `busiest` how often the most frequent move of a lived flow was made, `left_out` which of its
    moves are not drawn, those of a share below `least`.
    """

    id: str
    language: str
    summary: str
    header: Header
    cards: tuple[Card, ...]
    arrows: tuple[Arrow, ...] = ()
    stages: tuple[StageHead, ...] = ()
    loops: tuple[DoomLoop, ...] = ()
    unmarked_loops: int = 0
    likely: tuple[str, ...] = ()
    legend: tuple[LegendEntry, ...] = ()
    scale: tuple[float, float] = (0, 10)
    persona: str | None = None
    compact: bool = False
    assumed: bool = False
    tolerance: float = 0
    measure: Measure = "gap"
    busiest: int | None = None
    left_out: str = ""
    least: str = ""

    def card(self, id: str) -> Card:
        """The card of a touchpoint."""
        return next(c for c in self.cards if c.id == id)
