"""Making a journey of a counted log: filters, order, stages, exits, and what is kept beside it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, cast

from cjm.data.logs.counting import positions_of
from cjm.data.logs.discovered import Discovered
from cjm.data.logs.exits import own_exits
from cjm.data.logs.keeping import kept_beside, outcomes_kept
from cjm.data.logs.staging import Placed, ordered, stages_of
from cjm.data.logs.thinning import Thinned, thinned
from cjm.data.logs.words import id_of
from cjm.data.logs.writing import Plan, Staged, data_of, discovered_from, journey_of
from cjm.i18n import Message, say, translate

if TYPE_CHECKING:
    from cjm.data.definition import Events
    from cjm.data.logs.discovering import DiscoverOptions
    from cjm.data.logs.log import Log
    from cjm.journey import Outcome


def made_of(log: Log, source: Events, options: DiscoverOptions) -> Discovered:
    """The journey that a log tells of."""
    counts, thin = log.counts, Thinned()
    if options.min_share is not None:
        counts, thin = thinned(counts, tuple(log.waits), options.min_share)
    order = ordered(positions_of(log.paths), counts.visits)
    ids = tuple(point.id for point in order)
    before = _read_kept(options.keep) if options.keep else {}
    outcomes = {**outcomes_kept(before), **cast("Mapping[str, Outcome]", source.outcomes)}
    exits, taken = own_exits(counts, ids, outcomes)
    stages = _stages(order, source, options)
    plan = Plan(
        id=options.id or id_of(source.id),
        title=source.id,
        language=options.language,
        order=ids,
        stages=stages,
        exits=exits,
        outcomes=outcomes,
    )
    notes = [*_unknown(source.outcomes, log), *_restored(thin), *_taken(taken)]
    data = data_of(
        journey_of(plan, counts, log), options.language, discovered_from(log, counts, thin)
    )
    if before:
        data, lost = kept_beside(data, before, bool(stages))
        notes += lost
    return Discovered(log, counts, order, thin, exits, data, tuple(notes))


def _read_kept(path: str) -> dict[str, Any]:
    """The data of a sound journey's file, with every key that people wrote."""
    from cjm.project.loading import load
    from cjm.source import parse
    from cjm.system.reading import read_limited

    load(path)
    root = parse(read_limited(path)).root
    return dict(root.data) if root else {}


def _stages(
    order: tuple[Placed, ...], source: Events, options: DiscoverOptions
) -> tuple[Staged, ...]:
    """As many as asked for, else those of the mapping that something is in."""
    if options.stages is not None:
        return tuple(
            Staged(f"stage-{n}", _title(n, options.language), tuple(ids))
            for n, ids in enumerate(stages_of(order, options.stages), start=1)
        )
    known = {point.id for point in order}
    named = ((id, tuple(p for p in points if p in known)) for id, points in source.stages.items())
    return tuple(Staged(id, id, points) for id, points in named if points)


def _title(number: int, language: str) -> str:
    return translate(say("Stage {n}", n=number), language)


def _unknown(outcomes: Mapping[str, str], log: Log) -> list[Message]:
    """Ends that the definition names and the log does not have."""
    unknown = [id for id in outcomes if id not in log.titles]
    return [say("outcomes names {id}, which is not in the log", id=id) for id in unknown]


def _restored(thin: Thinned) -> list[Message]:
    return [
        say(
            "{source} → {target} is rarer than asked for, but without it nobody could leave: kept",
            source=source,
            target=target,
        )
        for source, target in thin.restored
    ]


def _taken(ids: tuple[str, ...]) -> list[Message]:
    return [
        say(
            "no way led to an exit, so the end of most cases at {id} is taken for one; "
            "name ends that are no loss under outcomes in data.yaml",
            id=id,
        )
        for id in ids
    ]
