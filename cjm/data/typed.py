"""Typed: the rows of a source with columns of known names and types, whatever they came from."""

from collections.abc import Collection
from datetime import date

from cjm.data.definition import Asked, Definition, Source
from cjm.data.engine import Engine, LocalEngine
from cjm.data.left_out import LeftOut
from cjm.tuples import NamedTuple


class Typed(NamedTuple):
    """Rows that a computation can use.

    Attributes:
        select: A SELECT in the canonical dialect that gives them; to be used as a subquery. All
            kinds have `row` (from 1, over all files in the order of their names), `at`
            (microseconds since 1970 in UTC, or null) and `day` (in the definition's timezone, or
            null). Events have `case`, `word`, `ord` and `failed`; answers `respondent`,
            `touchpoint`, `part`, `answer`, `worst` and `best` (the ends of its scale), `weight`
            and `persona`; sales `customer`, `ord`,
            `money` and what the source names of a programme; reviews `text`, `rating`,
            `touchpoint` and `respondent`.
        engine: Where it runs.
        read: How many rows were read.
        left_out: Which rows reading and typing left out, by reason.
        days: The first and the last day seen; None where no row has one.
        untrusted: The share of the rows read that were left out for a fault; an answer of a wide
            survey counts as the part of its row that it is.
    """

    select: str
    engine: Engine
    read: int
    left_out: LeftOut
    days: tuple[date, date] | None = None
    untrusted: float = 0.0


def typed(
    source: Source,
    definition: Definition,
    asked: Asked,
    engine: LocalEngine,
    *,
    touchpoints: Collection[str] = (),
    personas: Collection[str] = (),
) -> Typed:
    """Read a source's files and give its rows the types that its kind has.

    Args:
        source: One source of the definition.
        definition: Its folder and timezone count, and its period where none is asked for.
        asked: The period, if one is asked for.
        engine: Where to; from now on it reads no other files than those of the definition. Rows
            that a connection holds stay there: it is open as long as this engine is.
        touchpoints: The ids of the journeys that the source feeds; others are unknown. Without
            them any word that is not named is an id.
        personas: Likewise.

    Raises:
        CjmError: the run cannot be trusted: no such file or column, another delimiter, encoding
            or form of times than was said; the help names what would fit. Or a connection
            cannot be made.
    """
    known = frozenset(touchpoints), frozenset(personas)
    if source.rows.connection:
        from cjm.data.remote import typed_remotely
        from cjm.data.remote.connecting import connected

        elsewhere = connected(source.rows.connection, definition, engine)
        return typed_remotely(source, definition, asked, elsewhere, *known)
    from cjm.data.conversion import convert

    return convert(source, definition, asked, engine, *known)
