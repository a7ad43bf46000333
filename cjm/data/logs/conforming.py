"""Conform: a journey and an event log, wherever it is described → a ConformResult."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from cjm.analysis.conformance import Conformance, conformance_of
from cjm.checking.conforming import conformed
from cjm.data.definition import TOLERATE
from cjm.data.logs.conform_result import ConformResult
from cjm.data.logs.ending import with_ends
from cjm.data.logs.reading import LogOptions
from cjm.data.logs.words import id_of
from cjm.errors import CjmError, InvalidJourneyError, UsageError
from cjm.i18n import say
from cjm.journey import Journey
from cjm.records import replace

if TYPE_CHECKING:
    from cjm.data.choosing import Chosen, Wanted
    from cjm.data.logs.log import Log
    from cjm.diagnostics.findings import Report


def conform(
    journey: str | os.PathLike[str] | Journey,
    log: str | os.PathLike[str] | None = None,
    data: str | os.PathLike[str] | None = None,
    *,
    columns: Mapping[str, Any] | None = None,
    period: tuple[date | None, date | None] = (None, None),
    minimum: int | None = None,
    open_days: float | None = None,
    drop_repeats: bool = False,
    collapse: bool = False,
    select: str | Sequence[str] = (),
    ignore: str | Sequence[str] = (),
    workspace: str | None = None,
    baseline: str | None = None,
    update_baseline: bool = False,
    shrink_baseline: bool = False,
    today: date | None = None,
    tolerate: float = TOLERATE,
    outside: bool = False,
    python: bool = False,
) -> ConformResult:
    """Compare what was planned with what customers did.

    Args:
        journey: The journey's file, or one built in Python.
        log: A source of `data.yaml`, or a file; default: the only event log that feeds the journey.
        data: The `data.yaml` to use; default: the nearest upwards.
        columns: Of a file that no `data.yaml` describes: `case`, `touchpoint` and `time`, and what
            each is called there.
        period: Cases whose first event lies in it, both days included.
        minimum: Moves of touchpoints with fewer visits are no finding; default: the definition's.
        open_days: Cases whose last event is within so many days of the log's last may not be over.
        drop_repeats: Leave out events equal to another in case, touchpoint and time.
        collapse: Take visits to one touchpoint in a row for one.
        select: Rules that run; default: CJM501 to CJM509.
        ignore: Rules that do not.
        workspace: The `cjm.yaml` to use in place of the nearest one.
        baseline: The file of known findings; default: `cjm-baseline.json` beside `cjm.yaml`.
        update_baseline: Write what is found to the baseline; what other rules found stays.
        shrink_baseline: Take out of it what went away.
        today: What the last days of waivers are held against; default: today.
        tolerate: The share of the rows that may be left out, 0 to 1.
        outside: Whether files may lie beyond the folder of the definition.
        python: Whether functions that connections name may be imported and called.

    Returns:
        Fit, deviations, moves and findings; `to_dict` gives them as data, `to_frame` as DataFrames.

    Raises:
        UsageError: No source is meant, or more than one may be; there is no such rule.
        InvalidJourneyError, InvalidDataError: The journey's file or `data.yaml` is faulty.
        CjmError: More rows than tolerated were left out, or nothing is left; the journey has no
            walk from a start to an end; a part is missing that is an extra.
    """
    from cjm.data.choosing import wanted_of

    wanted = wanted_of(
        log, data, columns=columns, period=period, minimum=minimum, tolerate=tolerate,
        outside=outside, python=python,
    )  # fmt: skip
    return conform_wanted(
        journey,
        wanted,
        LogOptions(drop_repeats, collapse, open_days=open_days, waits=False),
        select=select,
        ignore=ignore,
        workspace=workspace,
        baseline=baseline,
        update_baseline=update_baseline,
        shrink_baseline=shrink_baseline,
        today=today,
    )


def conform_wanted(
    path: str | os.PathLike[str] | Journey,
    wanted: Wanted,
    options: LogOptions,
    language: str | None = None,
    **judging: Any,
) -> ConformResult:
    """The same of what a command was asked for.

    Args:
        path: The journey's file, or one built in Python.
        wanted: Which log, and what of it.
        options: How its events are taken.
        language: In which faults of `data.yaml` are told.
        judging: How findings are judged, as `conformed` takes it.
    """
    if not isinstance(path, Journey) and os.path.isdir(path):
        raise UsageError(
            say("{path} is a folder", path=os.fspath(path)),
            help=say("name the file of one journey"),
        )
    folder = "." if isinstance(path, Journey) else os.path.dirname(os.fspath(path)) or "."
    met: list[tuple[Journey, Log]] = []

    def compare(journey: Journey, least: int) -> Conformance:
        chosen = _chosen(journey, wanted, folder, language)
        log = _log(journey, chosen, options)
        met.append((journey, log))
        return conformance_of(
            journey,
            with_ends(journey, log.paths),
            failed=log.failed,
            titles=log.titles,
            minimum=chosen.asked.minimum,
            least=least,
        )

    judged = conformed(path, compare, **judging)
    if judged.conformance is None:
        raise _unusable(judged.report)
    journey, log = met[-1]
    return ConformResult(journey, judged.conformance, judged.report, log)


def _chosen(journey: Journey, wanted: Wanted, folder: str, language: str | None) -> Chosen:
    """The log that is named, else the only one that feeds the journey."""
    from cjm.data.choosing import choose, choose_all

    if wanted.source is None:
        found = choose_all("events", wanted, folder, language)
        feeding = found.definition.journeys.get(journey.id)
        fitting = [source.id for source in found.sources if feeding and source.id in feeding]
        if len(fitting) == 1:
            wanted = replace(wanted, source=fitting[0])
    return choose("events", wanted, folder, language)


def _log(journey: Journey, chosen: Chosen, options: LogOptions) -> Log:
    """The events, their words taken for the journey's ids; others are touchpoints of their own."""
    from cjm.data.engine import local_engine
    from cjm.data.logs.reading import read_log
    from cjm.data.trusted import trusted

    source, asked = chosen.source, chosen.asked
    named = {point.id: () for point in journey.touchpoints if id_of(point.id) != point.id}
    known = replace(source, touchpoints={**named, **source.touchpoints})
    with local_engine("conform") as engine:
        rows = trusted(source, chosen, engine)
        return read_log(rows, known, asked, options)


def _unusable(report: Report) -> CjmError:
    """Why there is no journey to compare: its file is faulty, or there is none."""
    if report.findings:
        return InvalidJourneyError(say("the journey cannot be used"), report.findings)
    return UsageError(say("{message}", message=" ".join(report.problems)))
