"""A journey's file → another form, and what that has no place for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cjm.exchange.imported import Asked, Exported, Given, Lost
from cjm.exchange.lost import lost_comments
from cjm.i18n import Message, say
from cjm.journey.precedence import written
from cjm.records import replace

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cjm.exchange.forms import Form
    from cjm.journey import Journey
    from cjm.source import Source


def journey_form(
    journey: Journey, source: Source, form: Form, asked: Asked, overlays: Iterable[str] = ()
) -> Exported:
    """A journey in another form.

    Args:
        journey: What is written, with what was measured of it.
        source: The text of its file; an empty one for a journey built in Python.
        form: The form, one that is written.
        asked: The options; `id`, `title` and `language` are the journey's then.
        overlays: The names of the files that hold what was measured.

    Returns:
        The content and what was left out, in order of lines.
    """
    assert form.write is not None
    given: dict[str, Any] = {"id": asked.id, "title": asked.title, "language": asked.language}
    changed = {key: value for key, value in given.items() if value is not None}
    journey = replace(journey if form.measured else written(journey), **changed)
    made = form.write(Given(journey, source), asked)
    left = [*made.lost, *lost_comments(source)]
    notes = () if form.measured else tuple(map(_unwritten, overlays))
    return made._replace(lost=in_order(left), notes=(*made.notes, *notes))


def _unwritten(overlay: str) -> Message:
    return say("what was measured stays in {file}", file=overlay)


def in_order(lost: Iterable[Lost]) -> tuple[Lost, ...]:
    """What was left out in order of its lines; first what is spoken of as a whole."""
    return tuple(sorted(lost, key=lambda part: part.line or 0))
