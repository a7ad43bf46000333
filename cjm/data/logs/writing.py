"""The journey's file: what was discovered as the format says it, beside what was written before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

from cjm.data.left_out import as_data
from cjm.data.logs.counting import Counts, Move, onward_of
from cjm.data.logs.exits import Exit
from cjm.data.logs.log import Log, Wait
from cjm.data.logs.shares import wait_text, written_shares
from cjm.data.logs.thinning import Thinned
from cjm.format import encoded
from cjm.i18n import say, translate
from cjm.journey import Customers, Journey, Outcome, Stage, Start, Touchpoint, Transition
from cjm.source.emit import Plain
from cjm.source.signs import is_blank
from cjm.tuples import NamedTuple

OTHERS = ("scale", "language", "customers", "start", "touchpoints")
"""What a file that stands alone says, and this one leaves to its workspace or says otherwise."""


MOST_TOLD = 2_000
"""Of so many moves, starts, touchpoints left out a file has each: a file's values are limited."""

Key = TypeVar("Key")


class Staged(NamedTuple):
    """A stage: its id, its title, and its touchpoints."""

    id: str
    title: str
    touchpoints: tuple[str, ...]


class Plan(NamedTuple):
    """What a discovered journey consists of.

    Attributes:
        id: The journey's id.
        title: Its name.
        language: Of what is not a word of the log.
        order: Touchpoints in the order of the file.
        stages: Where they belong.
        exits: The exits that touchpoints get beside themselves.
        outcomes: How the ends that are no loss end.
    """

    id: str
    title: str
    language: str
    order: tuple[str, ...]
    stages: tuple[Staged, ...]
    exits: tuple[Exit, ...]
    outcomes: Mapping[str, Outcome]


def journey_of(plan: Plan, counts: Counts, log: Log) -> Journey:
    """The journey, without scores: those a log does not know."""
    stage_of = {id: stage.id for stage in plan.stages for id in stage.touchpoints}
    own = {exit.touchpoint: exit for exit in plan.exits}
    points = [
        Touchpoint(
            id,
            title=_title(log.titles.get(id, id), id),
            stage=stage_of.get(id),
            next=_transitions(id, targets, counts, log, own.get(id)),
            outcome=None if targets else plan.outcomes.get(id),
        )
        for id, targets in onward_of(counts, plan.order).items()
    ]
    points += [_exit_point(exit, plan, log, stage_of.get(exit.touchpoint)) for exit in plan.exits]
    return Journey(
        plan.id,
        title=plan.title,
        touchpoints=points,
        stages=[Stage(stage.id, title=stage.title) for stage in plan.stages],
        start=_starts(plan.order, counts),
        customers=Customers(log.cases),
    )


def _exit_point(exit: Exit, plan: Plan, log: Log, stage: str | None) -> Touchpoint:
    title = _title(log.titles.get(exit.touchpoint, exit.touchpoint), exit.touchpoint)
    ending = translate(say("{title}: end", title=title), plan.language)
    return Touchpoint(exit.id, title=ending, stage=stage, outcome=exit.outcome)


def _transitions(
    id: str, targets: list[str], counts: Counts, log: Log, own: Exit | None
) -> list[Transition]:
    """Where customers go on to; as drop-off stays who ends here without an exit."""
    cases = [counts.moves[id, target] for target in targets]
    waits = [log.waits.get((id, target)) for target in targets]
    ends = counts.ends.get(id, 0)
    if own:
        targets, cases, waits, ends = [*targets, own.id], [*cases, ends], [*waits, None], 0
    return [
        Transition(target, probability=share, wait=wait_text(wait.median) if wait else None)
        for target, share, wait in zip(targets, written_shares(cases, ends), waits, strict=True)
    ]


def _starts(order: Sequence[str], counts: Counts) -> list[Start]:
    ids = [id for id in order if counts.starts.get(id)]
    shares = written_shares([counts.starts[id] for id in ids])
    return [Start(id, share) for id, share in zip(ids, shares, strict=True)]


def _title(word: str, id: str) -> str:
    """The word, unless nothing of it can be seen."""
    return id if is_blank(word) else word


def data_of(journey: Journey, language: str, found: dict[str, Any]) -> dict[str, Any]:
    """The journey as the data of its file, with what it was discovered from.

    Titles and where it starts are always said, and how many customers took it is said in full.
    """
    data = {key: value for key, value in encoded(journey).items() if key not in OTHERS}
    starts = {start.touchpoint: start.share for start in journey.start}
    customers = journey.customers.value if journey.customers else 0
    points = encoded(journey)["touchpoints"]
    return {
        "cjm": data.pop("cjm"),
        "id": journey.id,
        "title": journey.title,
        **({} if language == "en" else {"language": language}),
        **{key: value for key, value in data.items() if key not in ("id", "title")},
        "customers": {"value": int(customers)},
        "start": next(iter(starts)) if len(starts) == 1 else starts,
        "touchpoints": {
            point.id: {"title": point.title, **(points[point.id] or {})}
            for point in journey.touchpoints
        },
        "x-discovered": found,
    }


def discovered_from(log: Log, counts: Counts, thin: Thinned) -> dict[str, Any]:
    """What a file says of the log it was made from: `x-discovered`."""
    days = log.days
    found: dict[str, Any] = {"source": log.source, "cases": log.cases, "events": log.events}
    if days:
        found["period"] = {"from": Plain(days[0].isoformat()), "to": Plain(days[1].isoformat())}
    found["paths"] = len(log.paths)
    found["waits"] = nested(
        {move: _wait(log.waits[move]) for move in log.waits if move in counts.moves}
    )
    return {**found, "left_out": left_out_of(log, thin, MOST_TOLD)}


def left_out_of(log: Log, thin: Thinned, most: int | None = None) -> dict[str, Any]:
    """Everything that is no part of the journey, with its count.

    Args:
        log: The log.
        thin: What was left out of it.
        most: Of how many moves, starts and touchpoints each count is told, the most frequent
            ones; the others are told together, under `further`. None: of all.
    """
    parts: dict[str, Any] = dict(as_data(log.left_out))
    if log.rare.paths:
        parts["paths"] = {"count": log.rare.paths, "cases": log.rare.cases}
    further: dict[str, dict[str, int]] = {}
    if thin.moves:
        told, rest = _most_frequent(thin.moves, most)
        parts["transitions"] = nested(told)
        further |= {"transitions": rest} if rest else {}
    for name, counted in (("starts", thin.starts), ("touchpoints", thin.touchpoints)):
        if counted:
            parts[name], rest = _most_frequent(counted, most)
            further |= {name: rest} if rest else {}
    return {**parts, **({"further": further} if further else {})}


def _most_frequent(
    counted: Mapping[Key, int], most: int | None
) -> tuple[dict[Key, int], dict[str, int]]:
    """So many of them, in the order they had; how many others there are, and their sum."""
    if most is None or len(counted) <= most:
        return dict(counted), {}
    kept = set(sorted(counted, key=lambda key: -counted[key])[:most])
    told = {key: n for key, n in counted.items() if key in kept}
    others = sum(counted.values()) - sum(told.values())
    return told, {"count": len(counted) - len(told), "n": others}


def nested(moves: Mapping[Move, Any]) -> dict[str, dict[str, Any]]:
    """What moves have, by where from and where to."""
    found: dict[str, dict[str, Any]] = {}
    for (source, target), value in moves.items():
        found.setdefault(source, {})[target] = value
    return found


def _wait(wait: Wait) -> dict[str, float]:
    """A wait in seconds, by the microsecond."""
    return {"n": wait.n, **{name: short(getattr(wait, name)) for name in ("mean", "median", "p95")}}


def short(value: float) -> float:
    """A number in six digits after the point, whole ones without."""
    value = round(value, 6)
    return int(value) if value == int(value) else value
