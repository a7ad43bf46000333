"""Trusted rows: a chosen source's typed rows, where no more were left out than is tolerated."""

from collections.abc import Collection

from cjm.data.choosing import Chosen
from cjm.data.definition import Source
from cjm.data.engine import LocalEngine
from cjm.data.reading import typed
from cjm.data.tolerance import hold_to_tolerated
from cjm.data.typed import Typed


def trusted(
    source: Source,
    chosen: Chosen,
    engine: LocalEngine,
    *,
    touchpoints: Collection[str] = (),
    personas: Collection[str] = (),
) -> Typed:
    """What `cjm.data.reading.typed` gives of a source, as far as it can be trusted.

    Args:
        source: One of the chosen sources.
        chosen: Their definition, and how much of them may be left out.
        engine: Where to.
        touchpoints: The ids of the journeys that the source feeds; none: any word is one.
        personas: Likewise.

    Raises:
        TooMuchLeftOutError: More was left out.
        CjmError: The rows cannot be read.
    """
    asked = chosen.asked
    rows = typed(
        source, chosen.definition, asked, engine, touchpoints=touchpoints, personas=personas
    )
    hold_to_tolerated(source.id, rows.left_out, rows.read, asked.tolerate, rows.untrusted)
    return rows
