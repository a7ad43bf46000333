"""Reading an overlay: what its file says of a journey, and all that is wrong in it."""

from __future__ import annotations

from collections.abc import Sequence

from cjm.diagnostics import START, Diagnostic, Place
from cjm.format import INVALID, Context
from cjm.format.measured import MEASURED, measured_of
from cjm.i18n import say
from cjm.journey import Journey
from cjm.journey.measured import Measured
from cjm.project.reading import decode, unguessed
from cjm.project.references import report_unknown
from cjm.source import Source
from cjm.tuples import NamedTuple

AGAIN = say("run cjm measure again")

Beside = Sequence[tuple[str, Source]]
"""Overlays: their names in findings, and their sources."""


class ReadOverlay(NamedTuple):
    """What came of the overlays of one journey; `measured` is None where one is faulty."""

    measured: Measured | None
    faults: tuple[Diagnostic, ...]


def read_overlays(beside: Beside, journey: Journey | None) -> ReadOverlay:
    """What the overlays of a journey say; of several the first counts, and the others are told.

    Args:
        beside: The overlays, by the names of their files.
        journey: The journey as it is written; None where it is faulty, so that nothing can be held
            to it.
    """
    (file, source), *others = beside
    measured, found = _read(source, journey)
    faults = [fault._replace(file=file, fixes=()) for fault in found]
    for name, _ in others:
        twice = say("{first} is of the same journey and state", first=file)
        place = Place(("journey",))
        faults.append(Diagnostic("CJM004", twice, place, say("keep one"), file=name))
    return ReadOverlay(measured, tuple(faults))


def stray(file: str, source: Source) -> tuple[Diagnostic, ...]:
    """What is told of an overlay that is of no journey beside it: its faults, else just that."""
    measured, faults = _read(source, None)
    if measured is None:
        return tuple(fault._replace(file=file, fixes=()) for fault in faults)
    message = say(
        "no journey beside it is {id!r}, {state}", id=measured.journey, state=measured.state
    )
    help = say("mend journey or state, or delete the file")
    return (Diagnostic("CJM003", message, Place(("journey",)), help, file=file),)


def _read(source: Source, journey: Journey | None) -> tuple[Measured | None, list[Diagnostic]]:
    if source.root is None:
        empty = Diagnostic("CJM002", say("the file is empty"), START, AGAIN)
        return None, list(source.faults) or [empty]
    source, context, values = decode(source, MEASURED)
    known = values is not INVALID
    if known and journey is not None:
        ids = {
            "touchpoint": [point.id for point in journey.touchpoints],
            "persona": [persona.id for persona in journey.personas],
        }
        report_unknown(context, ids)
        _hold_to_scale(context, values["scale"], source, journey)
    faults = [*source.faults, *unguessed(source, context.faults)]
    if not known or faults:
        return None, [fault._replace(help=fault.help or AGAIN) for fault in faults]
    return measured_of(values), []


def _hold_to_scale(
    context: Context, scale: tuple[float, float], source: Source, journey: Journey
) -> None:
    """Tell of another scale than the journey's, or of scores outside it."""
    if scale != journey.scale:
        low, high = journey.scale
        message = say("the journey's scale goes from {low} to {high}", low=low, high=high)
        assert source.root is not None
        context.fault(message, source.root.value["scale"].node, AGAIN)
        return
    for value, place, _ in context.scores:
        if not scale[0] <= value <= scale[1]:
            message = say(
                "the score {score} is outside the scale {low} to {high}",
                score=value,
                low=scale[0],
                high=scale[1],
            )
            context.fault(message, place, AGAIN)
