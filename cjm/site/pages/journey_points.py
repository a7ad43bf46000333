"""Touchpoints on a journey's page: everything that is written of each, and its figures."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import groupby
from typing import Any

from cjm.i18n import Message, say
from cjm.i18n.durations import duration
from cjm.i18n.numbers import ENGLISH, RUSSIAN
from cjm.site.figures import Figures
from cjm.site.journeys import JourneyEntry
from cjm.site.pages.evidence import evidence_of, metrics_told
from cjm.site.pages.journey_story import SIGNS
from cjm.site.pages.point_figures import figures_of
from cjm.site.pages.point_texts import LISTS, Fold, Texts, folds_of
from cjm.site.shown import shown_views

Data = Mapping[str, Any]


class Points:
    """The touchpoints of one journey, in the words of one language."""

    def __init__(
        self,
        entry: JourneyEntry,
        people: Sequence[Data],
        stories: Sequence[Data],
    ) -> None:
        self.data, self.language = entry.data, entry.frame.language
        self._people = people
        self._stories = {story["persona"]: story for story in stories}
        self._views = {persona: Figures(self.data, persona) for persona in shown_views(self.data)}

    @cached_property
    def stages(self) -> list[dict[str, Any]]:
        """The touchpoints in the order of the file, those of a stage under its name."""
        written = {stage["id"]: stage for stage in self.data["stages"]}
        points = [self._point(point) for point in self._views[""].points]
        return [
            {
                "id": id,
                "title": written[id]["title"] or id if id in written else None,
                "sums": self._sums(id),
                "folds": list(self._of_stage(written[id])) if id in written else [],
                "points": list(group),
            }
            for id, group in groupby(points, lambda point: point["stage"])
        ]

    def _sums(self, stage: str | None) -> list[dict[str, Any]]:
        """What a stage adds to the balance, by view."""
        return [
            {"persona": persona, "text": head.balance, "sign": SIGNS.get(head.mark, "")}
            for persona, story in self._stories.items()
            if (head := story["sums"].get(stage)) is not None
        ]

    def _of_stage(self, stage: Data) -> Iterator[Fold]:
        """What is written of a stage."""
        texts = [(say("Goal"), [stage["goal"]]), (say("Description"), [stage["description"]])]
        texts += [(LISTS[name], stage[name]) for name in ("emotions", "pains", "opportunities")]
        texts.append((say("Owner"), [stage["owner"]]))
        texts += self._lanes(stage)
        for label, items in texts:
            if any(items):
                yield Fold("list", label, [item for item in items if item])
        if stage["metrics"]:
            told = metrics_told(stage["metrics"], self.language)
            yield Fold("list", say("Metrics"), told)

    def _lanes(self, part: Data) -> list[tuple[Message, list[str]]]:
        titles = {lane["id"]: lane["title"] or lane["id"] for lane in self.data["lanes"]}
        return [
            (say("{title}", title=titles.get(key, key)), texts)
            for key, texts in part["lanes"].items()
        ]

    def _point(self, point: Data) -> dict[str, Any]:
        text, id = point["text"], point["id"]
        texts = Texts(self.data, point, self.language)
        return {
            "id": id,
            "title": text["title"] or id,
            "stage": text["stage"],
            "where": self._where(text),
            "channel": self._channel(text["channel"]),
            "description": text["description"],
            "line": text["line"],
            "views": [self._view(persona, id) for persona in self._views],
            "questions": texts.questions(),
            "folds": [*folds_of(texts), *self._own(text), *self._by_persona(text)],
            "evidence": evidence_of(text, self.language),
            "ways": [self._way(way, text) for way in text["ways"]],
            "leaving": text["leaving"],
            "outcome": text["outcome"],
        }

    def _where(self, text: Data) -> list[str]:
        """The stage and the channel, by their titles."""
        titles = {stage["id"]: stage["title"] or stage["id"] for stage in self.data["stages"]}
        found = (titles.get(text["stage"]), self._channel(text["channel"]))
        return [one for one in found if one]

    def _channel(self, id: str | None) -> str | None:
        titles = {one["id"]: one["title"] or one["id"] for one in self.data["channels"]}
        return None if id is None else titles.get(id, id)

    def _view(self, persona: str, id: str) -> dict[str, Any]:
        """A touchpoint as everybody, or one persona, lives it."""
        figures = self._views[persona]
        point = figures.by_id[id]
        return {
            "persona": persona,
            "point": point,
            "reasons": self._stories[persona]["reasons"].get(id, ""),
            "rows": list(figures_of(point, figures.view, self.data, self.language)),
            "interval": point["interval"],
        }

    def _own(self, text: Data) -> Iterator[Fold]:
        """Rows of one's own, and the metrics."""
        for label, items in self._lanes(text):
            yield Fold("list", label, items)
        if text["metrics"]:
            yield Fold("list", say("Metrics"), metrics_told(text["metrics"], self.language))

    def _by_persona(self, text: Data) -> Iterator[Fold]:
        """What is another one for a persona: its scores are in every view already."""
        names = {person["id"]: person["name"] for person in self._people}
        views = [
            {**person, "point": self._views[person["id"]].by_id[text["id"]]}
            for person in self._people
        ]
        if not text["by_persona"]:
            return
        yield Fold("personas", say("By persona"), views, open=True)
        for own in text["by_persona"]:
            if own["persona"] in names:
                yield from self._of_persona(own, names[own["persona"]])

    def _of_persona(self, own: Data, name: str) -> Iterator[Fold]:
        """What a persona's own scores rest on, and what only this persona lives."""
        told: list[tuple[Message, list[Any]]] = [
            (LISTS[key], own[key]) for key in LISTS if own.get(key)
        ]
        told += self._lanes(own)
        if own["metrics"]:
            told.append((say("Metrics"), metrics_told(own["metrics"], self.language)))
        evidence = evidence_of(own, self.language)
        if any(told) or any(side["facts"] or side["because"] for side in evidence):
            yield Fold("persona", say("As {name} lives it", name=name), told, evidence=evidence)

    def _way(self, way: tuple[int, float], text: Data) -> dict[str, Any]:
        """Where customers go from here, with the words of that transition."""
        place, share = way
        to = self.data["touchpoints"][place]
        written = next((one for one in text["next"] if one["id"] == to["id"]), None)
        return {
            "id": to["id"],
            "title": to["title"] or to["id"],
            "share": share,
            "label": written and written["label"],
            "wait": self._lasts(written["wait"]) if written and written["wait"] else None,
            "views": [
                {"persona": persona, "point": figures.by_id[to["id"]]}
                for persona, figures in self._views.items()
            ],
        }

    def _lasts(self, wait: str) -> str:
        return duration(wait, self.language, RUSSIAN if self.language == "ru" else ENGLISH)


def stages_of(
    entry: JourneyEntry, people: Sequence[Data], stories: Sequence[Data]
) -> list[dict[str, Any]]:
    """The stages with their touchpoints, for the list and the panel.

    Args:
        entry: The journey.
        people: The personas, as `people_of` has them.
        stories: What the journey comes to, as `stories_of` has it.

    Returns:
        What the template of the list names.
    """
    return Points(entry, people, stories).stages
