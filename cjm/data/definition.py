"""What `data.yaml` says, as records: which sources there are, and how their columns are read."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from cjm.records import dataclass, field

MINIMUM = 10
"""Groups with fewer answers give no score, where nobody says otherwise."""
TOLERATE = 0.05
"""The share of a source's rows that may be left out before a run is not trusted."""

Words = Mapping[str, tuple[str, ...]]
"""An id, and the words that mean it in a column; an id that is not named means itself."""
Column = str | int
"""A column's name; its number from 1 where a file has no header."""


@dataclass(frozen=True)
class Rows:
    """Where a source's rows come from: a `file`, or a `table` or `query` of a `connection`.

    `delimiter` is a character or `blank`; empty texts mean: found out by looking. `described_by`
    is what a run said of a file that no `data.yaml` describes: id, kind, file and columns.
    """

    file: str = ""
    table: str = ""
    query: str = ""
    connection: str = ""
    delimiter: str = ""
    encoding: str = ""
    header: bool = True
    decimal: str = "."
    time_format: str = ""
    where: str = ""
    described_by: Mapping[str, Any] = field(default_factory=dict, compare=False)


@dataclass(frozen=True)
class Answer:
    """What a column of a wide survey holds: a side of a touchpoint, or a metric.

    Attributes:
        part: `expectation`, `experience`, or a metric's id.
        touchpoint: Of which; empty for a metric of the journey.
        scale: Of its answers, where it is not the source's.
        shift: Added to each answer.
        top: CSAT: so many of the highest answers count as satisfied.
        reverse: The lowest answer is the best one.
        values: The words that mean yes and no.
        unit: Of a metric of one's own.
    """

    part: str
    touchpoint: str = ""
    scale: tuple[float, float] | None = None
    shift: float = 0.0
    top: int = 2
    reverse: bool = False
    values: Words = field(default_factory=dict)
    unit: str = ""


@dataclass(frozen=True)
class Survey:
    """Answers: a row each (`score`), or a row a respondent (`columns`).

    `side` is the column that says which side an answer is of, in the words of `values`; else all
    are of `constant_side`. `metrics` says how the metrics that `values` names are read.
    """

    id: str
    rows: Rows
    scale: tuple[float, float]
    respondent: Column | None = None
    touchpoint: Column | None = None
    side: Column | None = None
    constant_side: str = "experience"
    score: Column | None = None
    time: Column | None = None
    persona: Column | None = None
    weight: Column | None = None
    values: Words = field(default_factory=dict)
    touchpoints: Words = field(default_factory=dict)
    personas: Words = field(default_factory=dict)
    columns: Mapping[Column, Answer] = field(default_factory=dict)
    metrics: Mapping[str, Answer] = field(default_factory=dict)
    reverse: bool = False
    answers: str = "latest"


@dataclass(frozen=True)
class Events:
    """An event log: a row a visit of a `case` to a `touchpoint`.

    `failed` is SQL that is true for a visit that failed; `outcomes` the ends that are no loss;
    `stages` a stage's id and its touchpoints.
    """

    id: str
    rows: Rows
    case: Column = "case"
    touchpoint: Column = "touchpoint"
    time: Column = "time"
    order: Column | None = None
    failed: str = ""
    touchpoints: Words = field(default_factory=dict)
    outcomes: Mapping[str, str] = field(default_factory=dict)
    stages: Words = field(default_factory=dict)


@dataclass(frozen=True)
class Sales:
    """Sales: a row an order, or a part of one where `order` names the order.

    `active` is in days, `lifetime` in periods; `margin` multiplies lifetime values; `rfm` gives
    fixed limits of recency, frequency or money; `segments` an id and its condition on R, F and M.
    """

    id: str
    rows: Rows
    customer: Column = "customer"
    time: Column = "time"
    money: Column = "money"
    order: Column | None = None
    member: Column | None = None
    used: Column | None = None
    points_used: Column | None = None
    points_given: Column | None = None
    active: int = 365
    lifetime: float | None = None
    margin: float | None = None
    rfm: Mapping[str, tuple[float, ...]] = field(default_factory=dict)
    segments: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Reviews:
    """Reviews: a row a text, with a rating where `score` names its column."""

    id: str
    rows: Rows
    text: Column = "text"
    score: Column | None = None
    scale: tuple[float, float] | None = None
    time: Column | None = None
    touchpoint: Column | None = None
    respondent: Column | None = None
    topics: str = ""
    touchpoints: Words = field(default_factory=dict)


Source = Survey | Events | Sales | Reviews
KINDS: Mapping[str, type[Source]] = {
    "survey": Survey,
    "events": Events,
    "sales": Sales,
    "reviews": Reviews,
}
"""The `kind` of a source, and its record."""


@dataclass(frozen=True)
class Connection:
    """A database: its `url`, or `python`, the `module:function` that opens it."""

    url: str = ""
    python: str = ""


@dataclass(frozen=True)
class Definition:
    """A whole `data.yaml`; `folder` is the one its paths are relative to.

    `journeys` says which sources feed which journey; without it all feed the only one. `border` is
    the real path of the folder beyond which no file is read; None: anywhere. With `outside`
    one beyond is read, but nothing that stands in it is repeated. `python` is whether functions
    of connections may be called; `language` the one in which faults of the file are told.
    """

    sources: Mapping[str, Source] = field(default_factory=dict)
    connections: Mapping[str, Connection] = field(default_factory=dict)
    period: tuple[date | None, date | None] = (None, None)
    timezone: str = "UTC"
    minimum: int = MINIMUM
    journeys: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    folder: str = "."
    file: str = ""
    border: str | None = None
    outside: bool = False
    python: bool = False
    language: str | None = None

    def sources_of(self, journey: str) -> tuple[Source, ...]:
        """The sources that feed a journey, in the order of the file."""
        ids = self.journeys.get(journey, ()) if self.journeys else tuple(self.sources)
        return tuple(source for id, source in self.sources.items() if id in ids)


@dataclass(frozen=True)
class Topic:
    """What a review may be about, and how that is recognized.

    Attributes:
        id: Its name for machines.
        title: Its name for people.
        words: Words that mean it in any form; several in a row, or a beginning with `*`.
        excluded: The same for what does not mean it.
        patterns: Regular expressions that mean it.
        touchpoint: The one that it belongs to; empty where it belongs to none.
    """

    id: str
    title: str = ""
    words: tuple[str, ...] = ()
    excluded: tuple[str, ...] = ()
    patterns: tuple[str, ...] = ()
    touchpoint: str = ""


@dataclass(frozen=True)
class Topics:
    """A whole `topics.yaml`: topics in the order of the file, and the `languages` of their words.

    `lexicon` is the path of the words and weights that the tone is made of, as one can open it;
    empty where a review's rating is its tone.
    """

    topics: tuple[Topic, ...]
    languages: tuple[str, ...] = ()
    lexicon: str = ""
    file: str = ""


@dataclass(frozen=True)
class Asked:
    """What one run asks for: a period, both days included, and limits."""

    period: tuple[date | None, date | None] = (None, None)
    minimum: int = MINIMUM
    tolerate: float = TOLERATE
    timezone: str = "UTC"
