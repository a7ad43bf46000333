"""Reading: the rows of a source as typed rows, from files or from where a connection leads."""

from collections.abc import Collection

from cjm.data.authored import AuthoredError
from cjm.data.definition import Asked, Definition, Source
from cjm.data.engine import LocalEngine
from cjm.data.reading_definition import found_in_use
from cjm.data.typed import Typed


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
        InvalidDataError: SQL of the definition's author cannot be run.
    """
    known = frozenset(touchpoints), frozenset(personas)
    try:
        return _typed(source, definition, asked, engine, *known)
    except AuthoredError as error:
        route = ("sources", error.source, error.key)
        raise found_in_use(definition, route, error) from error


def _typed(
    source: Source,
    definition: Definition,
    asked: Asked,
    engine: LocalEngine,
    *known: frozenset[str],
) -> Typed:
    if source.rows.connection:
        from cjm.data.remote import typed_remotely
        from cjm.data.remote.connecting import connected

        elsewhere = connected(source.rows.connection, definition, engine)
        return typed_remotely(source, definition, asked, elsewhere, *known)
    from cjm.data.conversion import convert

    return convert(source, definition, asked, engine, *known)
