"""History: how C of each touchpoint came about, over the commits of a journey's file."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from cjm.analysis import Analysis, analyze
from cjm.analysis.facts import metrics_of
from cjm.compare.history_rows import Followed, History, HistoryRow, MetricThen
from cjm.compare.past_journey import JourneyThen, journeys_of
from cjm.compare.tracks import Tracks
from cjm.errors import UsageError
from cjm.format.suggestions import listed, suggest
from cjm.i18n import say
from cjm.journey import Journey, Metric


def history(
    path: str | os.PathLike[str],
    *,
    since: date | None = None,
    last: int | None = None,
    touchpoint: str | None = None,
    metric: str | None = None,
    persona: str | None = None,
    workspace: str | None = None,
    measured: bool = True,
    processes: int = 1,
) -> History:
    """How a journey came about: C of its touchpoints over the revisions of its file.

    A revision is read whole: the journey under the name it had, the overlay beside it, and the
    `cjm.yaml` of that time; the working tree is the last one where it differs. Touchpoints are
    followed over changes of their id as `diff` does.

    Args:
        path: The journey's file, in a git repository.
        since: Only revisions of that day and later.
        last: Only so many of the last revisions, the working tree not counted.
        touchpoint: Only this touchpoint, by its id now or the last one.
        metric: Only this metric: of the touchpoint where one is named, else of the journey.
        persona: C as this persona has it.
        workspace: The `cjm.yaml` to use for all; default: that of each time.
        measured: Whether overlays count.
        processes: How many processes may read revisions, where there are many.

    Returns:
        The revisions, the oldest first.

    Raises:
        UsageError: The file is in no repository, git knows nothing of it, or no revision has such a
            touchpoint, metric or persona.
        CjmError: Git failed.
    """
    name = os.fspath(path)
    found = journeys_of(name, since, last, workspace, measured, processes)
    if not found.journeys:
        raise UsageError(
            say("no revision of {path} can be read", path=name),
            help=say("see what is wrong: cjm check"),
        )
    tracks = Tracks()
    states = [(then, tracks.follow(then.journey)) for then in found.journeys]
    chosen = _chosen(tracks.ids, touchpoint)
    reader = _Reader(tracks.ids, chosen, touchpoint, metric, persona)
    rows = tuple(reader.row(then, now) for then, now in states)
    _require(persona, (p.id for s, _ in states for p in s.journey.personas), say("a persona"))
    _require(metric, (id for row in rows for id in row.metrics), say("a metric"))
    return History(
        path=found.path,
        journey=states[-1][0].journey,
        touchpoints=tuple(_followed(tracks.ids, chosen, states, persona)),
        rows=rows,
        skipped=found.skipped,
        shallow=found.shallow,
        commits=found.commits,
        metric_titles=reader.titles,
    )


def _chosen(ids: list[tuple[str, ...]], touchpoint: str | None) -> list[int]:
    """The numbers of the touchpoints that are asked for."""
    if touchpoint is None:
        return list(range(len(ids)))
    found = [n for n, known in enumerate(ids) if known[-1] == touchpoint]
    found = found or [n for n, known in enumerate(ids) if touchpoint in known]
    if not found:
        raise UsageError(
            say("no revision has a touchpoint {id!r}", id=touchpoint),
            help=suggest(touchpoint, [known[-1] for known in ids]),
        )
    return found[:1]


def _require(id: str | None, known: Iterable[str], kind: Any) -> None:
    """Raises UsageError for what no revision has."""
    words = list(dict.fromkeys(known))
    if id is not None and id not in words:
        raise UsageError(
            say("no revision has {kind} {id!r}", kind=kind, id=id),
            help=suggest(id, words) or listed(words),
        )


class _Reader:
    """Takes the figures of one state after the other."""

    def __init__(
        self,
        ids: list[tuple[str, ...]],
        chosen: list[int],
        touchpoint: str | None,
        metric: str | None,
        persona: str | None,
    ) -> None:
        self._ids, self._chosen = ids, chosen
        self._touchpoint, self._metric, self._persona = touchpoint, metric, persona
        self._known: dict[object, tuple[dict[str, float | None], float | None, float | None]] = {}
        self.titles: dict[str, str] = {}

    def row(self, then: JourneyThen, now: dict[str, int]) -> HistoryRow:
        """The row of a state; `now` are the numbers of its touchpoints."""
        own = {number: id for id, number in now.items()}
        gaps, balance, disappointed = self._figures(then)
        return HistoryRow(
            commit=then.commit,
            time=then.time,
            author_time=then.author_time,
            subject=then.subject,
            path=then.path,
            gaps={self._ids[n][-1]: gaps.get(own[n]) for n in self._chosen if n in own},
            balance=balance,
            disappointed=disappointed,
            metrics=dict(self._metrics(then.journey, own)),
        )

    def _figures(
        self, then: JourneyThen
    ) -> tuple[dict[str, float | None], float | None, float | None]:
        """C by its own ids, balance and the share of the disappointed; the same once."""
        key = id(then.journey)
        if key not in self._known:
            self._known[key] = self._worked_out(then.journey)
        return self._known[key]

    def _worked_out(
        self, journey: Journey
    ) -> tuple[dict[str, float | None], float | None, float | None]:
        if self._persona is not None and all(p.id != self._persona for p in journey.personas):
            return {}, None, None
        analysis = analyze(journey, self._persona)
        unhappy = analysis.disappointed
        share = None if unhappy is None else unhappy.share
        return (
            {figures.id: figures.gap for figures in analysis.touchpoints},
            analysis.balance,
            share,
        )

    def _metrics(self, journey: Journey, own: dict[int, str]) -> Iterator[tuple[str, MetricThen]]:
        for metric in self._metrics_asked(journey, own):
            if self._metric in (None, metric.id):
                self.titles[metric.id] = metric.title
                target = None if metric.target is None else str(metric.target)
                yield metric.id, MetricThen(metric.value, target, metric.met, metric.unit)

    def _metrics_asked(self, journey: Journey, own: dict[int, str]) -> Iterable[Metric]:
        if self._touchpoint is None:
            return journey.metrics
        if self._metric is None or self._chosen[0] not in own:
            return ()
        id = own[self._chosen[0]]
        [point] = [point for point in journey.touchpoints if point.id == id]
        return metrics_of(point, self._persona)


def _followed(
    ids: list[tuple[str, ...]],
    chosen: list[int],
    states: list[tuple[JourneyThen, dict[str, int]]],
    persona: str | None,
) -> Iterator[Followed]:
    """The touchpoints that are there now, in their order, then those that are gone."""
    titles: dict[int, str] = {}
    for then, now in states:
        titles |= {now[point.id]: point.title for point in then.journey.touchpoints}
    journey, now = states[-1][0].journey, states[-1][1]
    moments = set(_moments(journey, persona))
    there = [n for n in now.values() if n in chosen]
    for n in (*there, *(n for n in chosen if n not in there)):
        *before, id = ids[n]
        yield Followed(id, titles[n], tuple(before), n in there, n in there and id in moments)


def _moments(journey: Journey, persona: str | None) -> tuple[str, ...]:
    if persona is not None and all(p.id != persona for p in journey.personas):
        return ()
    analysis: Analysis = analyze(journey, persona)
    return analysis.moments_of_truth
