"""Faults: why a row is left out, the first reason that holds, and the account of all of them."""

from collections.abc import Callable, Sequence

from cjm.data.conversion.context import Context
from cjm.data.conversion.expressions import NULL_TEXT
from cjm.data.conversion.words import Vocabulary
from cjm.data.left_out import (
    MOST_EXAMPLES,
    MOST_VALUES,
    UNKNOWN_TOUCHPOINT,
    Example,
    LeftOut,
    Reason,
)
from cjm.i18n import Message
from cjm.tuples import NamedTuple


class Fault(NamedTuple):
    """A reason to leave a row out.

    Attributes:
        reason: One of `cjm.data.left_out`.
        condition: SQL that is true for such a row.
        value: SQL of what stands there, as text; null: nothing to tell.
        meant: What a value may mean; None where nothing can be said.
        help: SQL that is true for a value which another setting would let be read, and what to
            write where that holds for all of them.
        of_row: Whether it takes a whole row, not one cell of a wide survey.
        keeps_row: Whether only the value is left out.
    """

    reason: str
    condition: str
    value: str = NULL_TEXT
    meant: Callable[[str], str | None] | None = None
    help: tuple[str, Message] | None = None
    of_row: bool = True
    keeps_row: bool = False


def unknown_touchpoint(touchpoints: Vocabulary) -> Fault:
    """A `word` that stands for no `touchpoint`."""
    unknown = "word IS NOT NULL AND touchpoint IS NULL"
    return Fault(UNKNOWN_TOUCHPOINT, unknown, "word", touchpoints.meant)


def staged(rows: str, columns: Sequence[str], faults: Sequence[Fault]) -> str:
    """SQL of the rows with the number of the first fault that each has, and the value in it.

    Args:
        rows: A SELECT of columns that the faults speak of.
        columns: Which of them to keep.
        faults: In the order in which they are looked for.
    """
    numbers = " ".join(f"WHEN {fault.condition} THEN {n}" for n, fault in enumerate(faults))
    values = " ".join(f"WHEN {n} THEN {fault.value}" for n, fault in enumerate(faults))
    kept = ", ".join(columns)
    return (
        f"SELECT {kept}, fault, CASE fault {values} END AS fault_value "
        f"FROM (SELECT *, CASE {numbers} END AS fault FROM ({rows}))"
    )


def kept_rows(faults: Sequence[Fault]) -> str:
    """SQL that is true for the rows that stay."""
    keeping = [f" OR fault = {n}" for n, fault in enumerate(faults) if fault.keeps_row]
    return "fault IS NULL" + "".join(keeping)


def account(context: Context, name: str, faults: Sequence[Fault], cells: int) -> LeftOut:
    """What was left out of a table that `staged` made, by reason; `cells` as in `Conversion`."""
    reasons: dict[str, Reason] = {}
    counts = context.rows(
        f"SELECT fault, COUNT(*) FROM {name} WHERE fault IS NOT NULL GROUP BY fault ORDER BY fault"
    )
    for number, count in counts:
        fault = faults[number]
        values = _values(context, name, number)
        meant = fault.meant
        told = {value: meant(value) for value in values} if meant else {}
        reasons[fault.reason] = Reason(
            count,
            values,
            _examples(context, name, number),
            {value: word for value, word in told.items() if word},
            _help(context, name, number, fault),
            0 if fault.of_row else cells,
        )
    return reasons


def _values(context: Context, name: str, number: int) -> dict[str, int]:
    """The most frequent values of a fault."""
    found = context.rows(
        f"SELECT fault_value, COUNT(*) AS n FROM {name} "
        f"WHERE fault = {number} AND fault_value IS NOT NULL "
        f"GROUP BY fault_value ORDER BY n DESC, fault_value LIMIT {MOST_VALUES}"
    )
    return dict(found)


def _examples(context: Context, name: str, number: int) -> tuple[Example, ...]:
    found = context.rows(
        f'SELECT "row", fault_value FROM {name} WHERE fault = {number} '
        f'ORDER BY "row", fault_value LIMIT {MOST_EXAMPLES}'
    )
    return tuple(Example(*context.place(row), value or "") for row, value in found)


def _help(context: Context, name: str, number: int, fault: Fault) -> Message | None:
    """What would let all values of a fault be read, if something would."""
    if fault.help is None:
        return None
    condition, message = fault.help
    [(all_fit,)] = context.rows(
        f"SELECT BOOL_AND({condition}) FROM "
        f"(SELECT fault_value AS v FROM {name} WHERE fault = {number})"
    )
    return message if all_fit else None
