"""`cjm.measure`: from the answers of surveys to the overlays of journeys."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from cjm.data.choosing import Chosen, Wanted, choose_all, wanted_of
from cjm.data.definition import TOLERATE, Survey
from cjm.data.engine import LocalEngine, local_engine
from cjm.data.surveys.answers import Answers, answers_of
from cjm.data.surveys.measuring import measured_of
from cjm.data.surveys.overlays import overlay_file, with_feedback, write_overlay
from cjm.data.surveys.result import MeasuredJourney, MeasuredJourneys, Status
from cjm.data.surveys.subjects import Subject, subjects_at
from cjm.data.trusted import trusted
from cjm.data.typed import Typed
from cjm.errors import UsageError
from cjm.i18n import say
from cjm.journey.measured import Measured

Path = str | os.PathLike[str]
Period = tuple[date | None, date | None]


def measure(
    journeys: Path | Iterable[Path] = (),
    *,
    data: Path | None = None,
    source: Path | None = None,
    columns: Mapping[str, Any] | None = None,
    period: Period = (None, None),
    minimum: int | None = None,
    tolerate: float = TOLERATE,
    outside: bool = False,
    python: bool = False,
    workspace: str | None = None,
    write: bool = True,
) -> MeasuredJourneys:
    """Measure journeys by surveys, and write what was found beside them.

    Args:
        journeys: Files and folders; without any, the workspace's journeys.
        data: The `data.yaml` that describes the surveys; by default the nearest one upwards of
            the first journey.
        source: The id of one survey, or a file; by default all surveys that feed a journey.
        columns: Of a file that no `data.yaml` describes: `score`, `touchpoint`, `scale` and
            perhaps `side`, `time` and `customer`, and what each is called there.
        period: The first and the last day of answers, both included; None is an open end.
        minimum: Groups with fewer answers give no figure; by default as `data.yaml` says.
        tolerate: The share of a survey's rows, 0 to 1, that may be left out.
        outside: Whether files may lie beyond the folder of the definition.
        python: Whether functions that connections name may be imported and called.
        workspace: The `cjm.yaml` to use in place of the nearest one.
        write: Whether overlays are written; the journeys never are.

    Returns:
        The journeys with their scores, paired evidence and metrics.

    Raises:
        InvalidJourneyError: A journey is faulty.
        InvalidDataError: `data.yaml` is faulty.
        UsageError: Nothing is named that could be measured, or it is not clear what.
        CjmError: The data cannot be read or trusted, or an overlay cannot be written.
    """
    paths = [journeys] if isinstance(journeys, (str, os.PathLike)) else list(journeys)
    wanted = wanted_of(
        source, data, columns=columns, period=period, minimum=minimum, tolerate=tolerate,
        outside=outside, python=python,
    )  # fmt: skip
    return measure_wanted([os.fspath(path) for path in paths], wanted, workspace, write=write)


def measure_wanted(
    paths: Sequence[str],
    wanted: Wanted,
    workspace: str | None = None,
    *,
    write: bool = True,
    language: str | None = None,
) -> MeasuredJourneys:
    """The same of what is `wanted` of the data; `language` is that of faults in `data.yaml`."""
    subjects = subjects_at(paths, workspace)
    folder = os.path.dirname(subjects[0].file) or "." if paths else "."
    chosen = choose_all("survey", wanted, folder, language)
    fed = _fed(subjects, chosen, bool(paths))
    with local_engine("measure") as engine:
        read = {each.id: _typed(each, fed, chosen, engine) for each in _surveys(fed)}
        found = [_measured(subject, surveys, read, chosen) for subject, surveys in fed]
    return MeasuredJourneys(tuple(_kept(*each, chosen, write) for each in found))


Fed = list[tuple[Subject, tuple[Survey, ...]]]
"""Journeys, each with the surveys that feed it."""


def _fed(subjects: Sequence[Subject], chosen: Chosen, named: bool) -> Fed:
    """Which surveys feed which journeys; a journey that none feeds is passed by, unless named."""
    mapping = chosen.definition.journeys
    surveys = tuple(source for source in chosen.sources if isinstance(source, Survey))
    if not mapping and len(subjects) > 1:
        first = subjects[0]
        raise UsageError(
            say("nothing says which of {n} journeys the surveys feed", n=len(subjects)),
            help=say("name one, or write in data.yaml: journeys: {entry}", entry=_entry(first)),
        )
    fed = [
        (subject, tuple(s for s in surveys if not mapping or s.id in mapping.get(id, ())))
        for subject in subjects
        for id in [subject.journey.id]
    ]
    hungry = [subject for subject, own in fed if not own]
    if hungry and (named or len(hungry) == len(fed)):
        raise UsageError(
            say("no survey feeds the journey {id!r}", id=hungry[0].journey.id),
            help=say("name its sources in data.yaml: journeys: {entry}", entry=_entry(hungry[0])),
        )
    return [(subject, own) for subject, own in fed if own]


def _entry(subject: Subject) -> str:
    return f"{{{subject.journey.id}: [...]}}"


def _surveys(fed: Fed) -> list[Survey]:
    """Every survey once."""
    return list({survey.id: survey for _, surveys in fed for survey in surveys}.values())


def _typed(survey: Survey, fed: Fed, chosen: Chosen, engine: LocalEngine) -> Typed:
    """The rows of a survey, where they can be trusted."""
    journeys = [subject.journey for subject in _eaters(survey, fed, chosen)]
    return trusted(
        survey,
        chosen,
        engine,
        touchpoints={point.id for journey in journeys for point in journey.touchpoints},
        personas={persona.id for journey in journeys for persona in journey.personas},
    )


def _eaters(survey: Survey, fed: Fed, chosen: Chosen) -> list[Subject]:
    """All journeys that a survey feeds, also those that are not measured now."""
    own = [subject for subject, surveys in fed if survey in surveys]
    feeds = {id for id, ids in chosen.definition.journeys.items() if survey.id in ids}
    if missing := feeds - {subject.journey.id for subject in own}:
        others = subjects_at([chosen.definition.folder])
        own += [subject for subject in others if subject.journey.id in missing]
    return own


def _measured(
    subject: Subject, surveys: Iterable[Survey], read: dict[str, Typed], chosen: Chosen
) -> tuple[Subject, str, Measured, list[Answers]]:
    ids = [point.id for point in subject.journey.touchpoints]
    answers = [answers_of(survey, read[survey.id], ids) for survey in surveys]
    measured = measured_of(subject.journey, answers, chosen.asked)
    file = overlay_file(subject.file)
    return subject, file, with_feedback(measured, file), answers


def _kept(
    subject: Subject,
    file: str,
    measured: Measured,
    answers: list[Answers],
    chosen: Chosen,
    write: bool,
) -> MeasuredJourney:
    """A journey's result, its overlay written where any answer counted."""
    status: Status = "absent"
    if write and any(each.used for each in answers):
        written = write_overlay(subject.journey, file, measured)
        status = "written" if written else "unchanged"
    return MeasuredJourney(
        journey=subject.journey,
        measured=measured,
        file=file,
        status=status,
        left_out={each.source.id: each.left_out for each in answers},
        minimum=chosen.asked.minimum,
        versions=subject.versions,
    )
