"""Journey: a directed graph of touchpoints."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any, Literal, SupportsFloat, TypeVar

from cjm.i18n import say
from cjm.journey.bounds import NUMBER, SPREAD
from cjm.journey.catalogues import Channel, Persona
from cjm.journey.customers import SOME_CUSTOMERS, Customers, Start, Starts
from cjm.journey.improvement import Improvement, Waiver
from cjm.journey.lanes import LANES, Lane
from cjm.journey.metrics import METRICS, Metric
from cjm.journey.shares import rescaled, share_fault
from cjm.journey.shorthands import Parts
from cjm.journey.stages import Stage
from cjm.journey.touchpoint import Touchpoint
from cjm.journey.validation import validate
from cjm.journey.values import (
    Choice,
    Day,
    Fields,
    FieldTypeError,
    Id,
    Maybe,
    Number,
    Text,
    accept_fields,
    listed,
)
from cjm.journey.words import LANGUAGES, STATES, Language, State
from cjm.records import dataclass, field
from cjm.shown import notebook

if TYPE_CHECKING:
    from cjm.journey.measured import Measured

_Item = TypeVar("_Item", Channel, Persona, Stage)


@dataclass(frozen=True, slots=True)
class Journey:
    """A customer journey map.

    Where nothing of a kind is declared, `stages`, `channels` and `personas` are filled with the
    ids the touchpoints use, in order of appearance; `start` defaults to the first touchpoint.

    Args:
        id: The journey's name for machines.
        touchpoints: The contacts; their order is the order of display.
        title: The journey's name for people.
        description: What the journey is about.
        state: How it is, or how it should be; both may share an id.
        language: The language of what the map writes of its own.
        scale: The ends of every score in the file.
        tolerance: A gap no larger than this, up or down, is satisfaction.
        customers: How many customers take the journey.
        personas: Kinds of customers.
        channels: Where contacts take place.
        stages: Phases, in order.
        start: Where customers come in.
        improvements: What could be done.
        metrics: Measures of the whole journey.
        waivers: Known findings, accepted for a while.
        owner: Who keeps the map.
        status: How far the map is agreed on.
        updated: Of which day the map is.
        lanes: Rows of your own on the map, in order.
        overlay: What was measured of it; None where that was not looked for, or there is nothing.
        shares_sum: What the shares of its personas summed to before they were made to sum to 1.

    Raises TypeError for a value of a type that its field does not take, and ValueError for what a
    file could not hold either: a value out of its bounds, an id that can be none, is unknown or
    given twice, probabilities that sum to more than 1, shares of all personas that do not sum to
    1, a score outside the scale.
    """

    id: str
    touchpoints: tuple[Touchpoint, ...]
    title: str = ""
    description: str | None = None
    state: State = "as-is"
    language: Language = "en"
    scale: tuple[float, float] = (0, 10)
    tolerance: float = 0
    customers: Customers | None = None
    personas: tuple[Persona, ...] = ()
    channels: tuple[Channel, ...] = ()
    stages: tuple[Stage, ...] = ()
    start: tuple[Start, ...] = ()
    improvements: tuple[Improvement, ...] = ()
    metrics: tuple[Metric, ...] = ()
    waivers: tuple[Waiver, ...] = ()
    owner: str | None = None
    status: str | None = None
    updated: date | None = None
    lanes: tuple[Lane, ...] = ()
    overlay: Measured | None = None
    shares_sum: float = field(default=1, repr=False, compare=False)

    if TYPE_CHECKING:

        def __init__(
            self,
            id: str,
            touchpoints: Iterable[Touchpoint] | Mapping[str, Any],
            title: str = "",
            description: str | None = None,
            state: State = "as-is",
            language: Language = "en",
            scale: tuple[SupportsFloat, SupportsFloat] | list[float] = (0, 10),
            tolerance: SupportsFloat = 0,
            customers: SupportsFloat | Customers | Mapping[str, Any] | None = None,
            personas: Iterable[str | Persona] | Mapping[str, Any] = (),
            channels: Iterable[str | Channel] | Mapping[str, Any] = (),
            stages: Iterable[str | Stage] | Mapping[str, Any] = (),
            start: str | Start | Iterable[str | Start] | Mapping[str, Any] = (),
            improvements: Iterable[Improvement] | Mapping[str, Any] = (),
            metrics: Iterable[Metric] | Mapping[str, Any] = (),
            waivers: Iterable[Waiver | Mapping[str, Any]] = (),
            owner: str | None = None,
            status: str | None = None,
            updated: date | str | None = None,
            lanes: Iterable[Lane] | Mapping[str, Any] = (),
            overlay: Measured | None = None,
            shares_sum: float = 1,
        ) -> None: ...

    def __post_init__(self) -> None:
        def fill(name: str, value: object) -> None:
            object.__setattr__(self, name, value)

        accept_fields(self, JOURNEY, "")
        points = self.touchpoints
        if not points:
            raise ValueError(say("a journey needs at least one touchpoint"))
        if not self.title:
            fill("title", self.id)
        if not self.stages:
            fill("stages", tuple(Stage(i) for i in _unique(p.stage for p in points)))
        if not self.channels:
            ids = _unique(channel for p in points for channel in p.channels)
            fill("channels", tuple(Channel(i) for i in ids))
        if not self.personas:
            ids = _unique(s.persona for p in points for s in p.by_persona)
            fill("personas", tuple(Persona(i) for i in ids))
        if fault := share_fault(self.personas):
            raise ValueError(say("{where}: {fault}", where="personas", fault=fault))
        fill("personas", rescaled(self.personas))
        if not self.start:
            fill("start", (Start(points[0].id),))
        validate(self)

    def _repr_html_(self) -> str:
        """The map, as a notebook shows it."""
        return notebook(self)

    def __repr__(self) -> str:
        return f"Journey({self.id}: {self.title!r}, {len(self.touchpoints)} touchpoints)"

    def __getitem__(self, id: str) -> Touchpoint:
        """The touchpoint of that id; KeyError where there is none."""
        for point in self.touchpoints:
            if point.id == id:
                return point
        raise KeyError(id)

    def to_frame(
        self, of: Literal["touchpoints", "transitions", "personas"] = "touchpoints"
    ) -> Any:
        """What was written, as a pandas DataFrame.

        Args:
            of: `touchpoints` or `personas`, a row each, indexed by id; or `transitions`, with
                columns `from`, `to`, `probability`, `label`, `wait`.

        Returns:
            The frame. A score is a number beside its evidence (`expectation_n` …); what is not
            there is None or NaN; several texts are a list.

        Raises:
            UsageError: There is no frame of that name.
            CjmError: pandas is not installed.
        """
        from cjm.journey.frames import to_frame

        return to_frame(self, of)

    @classmethod
    def from_frame(
        cls, touchpoints: Any, transitions: Any = None, *, id: str = "journey", **fields: Any
    ) -> Journey:
        """A journey of data frames; it keeps what the columns hold.

        Args:
            touchpoints: A DataFrame (or a list of rows) with `id` as index or column; other columns
                as `to_frame` names them. Columns that it does not name are passed by.
            transitions: A DataFrame with the columns `from` and `to`, `probability` at will.
            id: The journey's id.
            fields: Other fields of the journey: title, stages, personas …

        Returns:
            The journey.

        Raises:
            TypeError: A cell is of a type that its field does not take, or there is no `id`.
            ValueError: A cell holds what a file could not.
        """
        from cjm.journey.frames import parts_of_frames

        return cls(id, parts_of_frames(touchpoints, transitions), **fields)

    def stage(self, id: str) -> Stage:
        """The stage of that id; KeyError where there is none."""
        return _by_id(self.stages, id)

    def channel(self, id: str) -> Channel:
        """The channel of that id; KeyError where there is none."""
        return _by_id(self.channels, id)

    def persona(self, id: str) -> Persona:
        """The persona of that id; KeyError where there is none."""
        return _by_id(self.personas, id)


class Scale:
    """The low and the high end of every score."""

    noun = say("a scale such as [0, 10]")

    def accept(self, value: Any) -> tuple[float, float]:
        """Both ends."""
        ends = listed(value, self.noun)
        if len(ends) != 2:
            raise FieldTypeError(self.noun, value)
        low, high = map(Number(NUMBER).accept, ends)
        return low, high


class SomeOverlay:
    """What was measured of a journey: a Measured or None."""

    noun = say("what was measured of a journey: a Measured")

    def accept(self, value: Any) -> Measured | None:
        """The same."""
        from cjm.journey.measured import Measured  # few journeys have one

        if value is None or isinstance(value, Measured):
            return value
        raise FieldTypeError(self.noun, value)


JOURNEY: Fields = {
    "id": Id(),
    "touchpoints": Parts(
        Touchpoint, say('touchpoints, or a mapping such as {"pay": {"expectation": 8}}')
    ),
    "title": Text(default=True),
    "description": Maybe(Text()),
    "state": Choice(STATES),
    "language": Choice(LANGUAGES),
    "scale": Scale(),
    "tolerance": Number(SPREAD),
    "customers": SOME_CUSTOMERS,
    "personas": Parts(
        Persona, say('ids or personas, or a mapping such as {"anna": "Anna"}'), brief=True, ids=True
    ),
    "channels": Parts(
        Channel, say('ids or channels, or a mapping such as {"app": "App"}'), brief=True, ids=True
    ),
    "stages": Parts(
        Stage, say('ids or stages, or a mapping such as {"order": "Order"}'), brief=True, ids=True
    ),
    "start": Starts(),
    "improvements": Parts(
        Improvement, say('improvements, or a mapping such as {"faq": {"lifts": {"order": 1}}}')
    ),
    "metrics": METRICS,
    "waivers": Parts(Waiver, say('waivers such as {"rule": "negative-gap", "reason": "known"}')),
    "owner": Maybe(Text()),
    "status": Maybe(Text()),
    "updated": Maybe(Day()),
    "lanes": LANES,
    "shares_sum": Number(SPREAD),
    "overlay": SomeOverlay(),
}


def _by_id(items: tuple[_Item, ...], id: str) -> _Item:
    for item in items:
        if item.id == id:
            return item
    raise KeyError(id)


def _unique(ids: Any) -> list[str]:
    return list(dict.fromkeys(i for i in ids if i is not None))
