"""A user journey of Mermaid's → the data of a journey: sections are stages, actors personas."""

from __future__ import annotations

import math
from itertools import pairwise
from typing import Any

from cjm.diagnostics import Route, Span
from cjm.exchange.ids import Ids
from cjm.exchange.imported import Asked, Imported
from cjm.exchange.mermaid.numbering import unnumbered
from cjm.exchange.mermaid.prepared import Prepared
from cjm.exchange.mermaid.user_journey import Task, UserJourney
from cjm.i18n import Message, say
from cjm.maps.content.words import words_of
from cjm.names import LANGUAGES

LOWEST, HIGHEST = 1, 5
"""The scale of Mermaid's faces."""


def read_user_journey(prepared: Prepared, asked: Asked) -> Imported:
    """What a user journey says; its faults, if it has any."""
    written = UserJourney(prepared)
    if not written.tasks and not prepared.faults:
        prepared.fault(0, say("there is no task"), help=say("expected name: score: actors"))
    if prepared.faults:
        return Imported({}, faults=tuple(prepared.faults), text=prepared.original)
    return _Reading(prepared, written).imported()


class _Reading:
    def __init__(self, prepared: Prepared, written: UserJourney) -> None:
        self._prepared, self._written = prepared, written
        self._places: dict[Route, Span] = {}
        self._personas: dict[str, str] = {}
        ids = Ids("persona")
        for task in written.tasks:
            for actor in task.actors:
                if actor not in self._personas:
                    self._personas[actor] = ids.made_of(actor)

    def imported(self) -> Imported:
        stages, stage_of = self._stages()
        data: dict[str, Any] = {}
        if self._written.title:
            data["title"] = self._written.title
        if told := [text for text in self._written.descriptions if text]:
            data["description"] = "\n".join(told)
        data["scale"] = [LOWEST, HIGHEST]
        if self._personas:
            data["personas"] = {id: {"name": name} for name, id in self._personas.items()}
        if stages:
            data["stages"] = stages
        data["touchpoints"] = self._touchpoints(stage_of)
        prepared = self._prepared
        return Imported(
            data,
            lost=tuple(prepared.lost),
            text=prepared.original,
            place_of=lambda route, key: self._places.get(route),
        )

    def _stages(self) -> tuple[dict[str, Any], list[str | None]]:
        """The stages by their ids, and the stage of each section."""
        titles = [title for _, title in self._written.sections]
        unstaged = {words_of(language).unstaged for language in LANGUAGES}
        shorter = unnumbered(titles)
        if titles and titles[-1] in unstaged and (rest := unnumbered(titles[:-1])) != titles[:-1]:
            shorter = [*rest, ""]
        ids, stages = Ids("section"), {}
        known: dict[str, str | None] = {"": None}
        stage_of: list[str | None] = []
        for (at, _), title in zip(self._written.sections, shorter, strict=True):
            if title in known and title:
                why = say("its tasks go to the stage of the same name above")
                self._prepared.leave(at, say("the second section «{text}»", text=title), why)
            elif title not in known:
                known[title] = id = ids.made_of(title)
                stages[id] = {"title": title}
                self._places["stages", id] = self._prepared.span(at)
            stage_of.append(known[title])
        return stages, stage_of

    def _touchpoints(self, stage_of: list[str | None]) -> dict[str, Any]:
        groups = _grouped(self._written.tasks)
        ids = Ids("task")
        named = [(ids.made_of(_name(group[0])[0]), group) for group in groups]
        points: dict[str, Any] = {}
        for id, group in named:
            self._places["touchpoints", id] = self._prepared.span(group[0].at)
            points[id] = self._touchpoint(group, stage_of)
        for (id, _), (following, _) in pairwise(named):
            points[id]["next"] = following
        return points

    def _touchpoint(self, group: list[Task], stage_of: list[str | None]) -> dict[str, Any]:
        point: dict[str, Any] = {"title": _name(group[0])[0]}
        section = group[0].section
        if section is not None and (stage := stage_of[section]) is not None:
            point["stage"] = stage
        scores = [(task, self._score(task)) for task in group]
        if len(group) == 1:
            self._tell_actors(group[0])
            if scores[0][1] is not None:
                point["experience"] = scores[0][1]
            return point
        own = {
            self._personas[actor]: {"experience": score}
            for task, score in scores if score is not None
            for actor in task.actors
        }  # fmt: skip
        return {**point, "by_persona": own} if own else point

    def _score(self, task: Task) -> float | None:
        """The experience; None, which is told, where there is none between the ends."""
        if task.surplus:
            what = say("«{text}»", text=task.surplus)
            self._prepared.leave(task.at, what, say("a task ends with its actors"))
        if not _name(task)[1]:
            return None
        score = _number(task.score)
        if score is not None and LOWEST <= score <= HIGHEST:
            return score
        what = say("the score {score!r} of «{text}»", score=task.score, text=task.name)
        why = say("scores are numbers from {low} to {high}", low=LOWEST, high=HIGHEST)
        self._prepared.leave(task.score_at, what, why)
        return None

    def _tell_actors(self, task: Task) -> None:
        if task.actors and len(task.actors) < len(self._personas):
            what = say("who does «{text}»: {names}", text=task.name, names=", ".join(task.actors))
            self._prepared.leave(task.at, what, _WHO)


_WHO: Message = say("who does what is not a score by persona")


def _grouped(tasks: list[Task]) -> list[list[Task]]:
    """Tasks of one name and section in a row that other actors do, together."""
    groups: list[list[Task]] = []
    doing: set[str] = set()
    for task in tasks:
        last = groups[-1] if groups else []
        same = last and (_name(last[0])[0], last[0].section) == (_name(task)[0], task.section)
        if same and task.actors and doing and doing.isdisjoint(task.actors):
            last.append(task)
            doing.update(task.actors)
        else:
            groups.append([task])
            doing = set(task.actors)
    return groups


def _name(task: Task) -> tuple[str, bool]:
    """The name of a task, and whether it was measured: `cjm render` says so behind the name."""
    for language in LANGUAGES:
        ending = f" ({words_of(language).unmeasured})"
        if task.name.endswith(ending) and task.score == "3":
            return task.name.removesuffix(ending), False
    return task.name, True


def _number(text: str) -> float | None:
    try:
        number = float(text)
    except ValueError:
        return None
    if not math.isfinite(number):
        return None
    return int(number) if number.is_integer() else number
