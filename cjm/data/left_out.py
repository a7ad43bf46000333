"""Rows left out: counted by reason and by value, with examples; nothing is dropped unseen."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from cjm.i18n import Message, say
from cjm.records import dataclass, field
from cjm.tuples import NamedTuple

MOST_EXAMPLES = 3
MOST_VALUES = 20
"""Of a reason so many values are told by name, the most frequent first."""

NO_ANSWER = "no answer"
"""A blank score: no fault, and not part of what is tolerated."""
TOO_FEW_FIELDS = "too few fields"
TOO_MANY_FIELDS = "too many fields"
OPEN_QUOTE = "quote that never ends"
NOT_JSON = "not a JSON object"
NOT_A_NUMBER = "not a number"
OFF_SCALE = "score off the scale"
UNKNOWN_TOUCHPOINT = "unknown touchpoint"
UNKNOWN_PERSONA = "unknown persona"
UNKNOWN_SIDE = "unknown side"
UNKNOWN_ANSWER = "unknown answer"
NOT_A_TIME = "not a time"
NO_TIME = "no time"
NO_CASE = "no case"
NO_TOUCHPOINT = "no touchpoint"
NO_CUSTOMER = "no customer"
NO_TEXT = "no text"
BAD_WEIGHT = "weight not above 0"
OUTSIDE_PERIOD = "outside the period"
REPEATED = "repeated event"
CONSECUTIVE = "consecutive visit"
RARE_PATH = "on a rare path"
ANSWERED_AGAIN = "answered again later"
"""An answer that the same respondent's later one replaced."""
OTHER_JOURNEY = "touchpoint of another journey"
"""An answer about what another journey has that the same source feeds."""

REASONS: Mapping[str, Message] = {
    str(message): message
    for message in (
        say("no answer"),
        say("too few fields"),
        say("too many fields"),
        say("quote that never ends"),
        say("not a JSON object"),
        say("not a number"),
        say("score off the scale"),
        say("unknown touchpoint"),
        say("unknown persona"),
        say("unknown side"),
        say("unknown answer"),
        say("not a time"),
        say("no time"),
        say("no case"),
        say("no touchpoint"),
        say("no customer"),
        say("no text"),
        say("weight not above 0"),
        say("outside the period"),
        say("answered again later"),
        say("touchpoint of another journey"),
        say("repeated event"),
        say("consecutive visit"),
        say("on a rare path"),
    )
}
"""Each reason as people read it, in their language."""


class Example(NamedTuple):
    """One row that was left out: where it stands, and what it held."""

    file: str
    line: int | None
    value: str


@dataclass(frozen=True)
class Reason:
    """How many rows one reason took, and what stood in them.

    `values` counts the values that are told by name; `meant` gives what one of them may mean;
    `help` is what would let them all be read. Where `answers` is not 0 it took single answers of a
    wide survey, of which a row has so many, and `rows` counts these.
    """

    rows: int
    values: Mapping[str, int] = field(default_factory=dict)
    examples: tuple[Example, ...] = ()
    meant: Mapping[str, str] = field(default_factory=dict)
    help: Message | None = None
    answers: int = 0


LeftOut = Mapping[str, Reason]
"""Each reason in English, as files and JSON have it, and what it took."""

HARMLESS = frozenset(
    {NO_ANSWER, OUTSIDE_PERIOD, REPEATED, CONSECUTIVE, RARE_PATH, ANSWERED_AGAIN, OTHER_JOURNEY}
)
"""What says nothing against the data."""


def merged(parts: Iterable[LeftOut]) -> LeftOut:
    """Several accounts as one, in the order in which reasons first come."""
    whole: dict[str, Reason] = {}
    for part in parts:
        for name, reason in part.items():
            before = whole.get(name, Reason(0))
            values = dict(before.values)
            for value, count in reason.values.items():
                values[value] = values.get(value, 0) + count
            whole[name] = Reason(
                before.rows + reason.rows,
                values,
                (*before.examples, *reason.examples)[:MOST_EXAMPLES],
                {**before.meant, **reason.meant},
                before.help or reason.help,
                before.answers or reason.answers,
            )
    return whole


def unquoted(left_out: LeftOut) -> LeftOut:
    """The same counts, with nothing of what stood in the rows."""
    return {
        name: Reason(reason.rows, help=reason.help, answers=reason.answers)
        for name, reason in left_out.items()
    }


def untrusted_share(left_out: LeftOut, read: int) -> float:
    """The share of the rows read that were left out for a fault; an answer is a part of its row."""
    faulty = sum(
        reason.rows / (reason.answers or 1)
        for name, reason in left_out.items()
        if name not in HARMLESS
    )
    return faulty / read if read else 0.0


def as_data(left_out: LeftOut) -> dict[str, object]:
    """As JSON and overlays have it: a count, or rows and the values in them."""
    return {
        name: {"rows": reason.rows, "values": dict(reason.values)} if reason.values else reason.rows
        for name, reason in left_out.items()
    }
