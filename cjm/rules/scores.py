"""Every score of a journey, and all paired evidence, with its place in the file."""

from __future__ import annotations

from collections.abc import Iterator

from cjm.diagnostics import Place, Route
from cjm.journey import Journey, Paired, Score
from cjm.tuples import NamedTuple


class PlacedScore(NamedTuple):
    """A score of a touchpoint, everybody's or a persona's; `side` is expectation or experience."""

    touchpoint: str
    side: str
    route: Route
    score: Score

    @property
    def item(self) -> str:
        """Which of the touchpoint's scores it is: `experience`, `anna experience`."""
        return " ".join(map(str, (*self.route[3:-1], self.side)))

    def place(self, part: str) -> Place:
        """Where a part of the score stands."""
        return Place((*self.route, part))


def placed_scores(journey: Journey) -> Iterator[PlacedScore]:
    """The scores of a journey in file order."""
    for point in journey.touchpoints:
        owners: list[tuple[Route, Score | None, Score | None]] = [
            ((), point.expectation, point.experience),
            *((("by_persona", p.persona), p.expectation, p.experience) for p in point.by_persona),
        ]
        for inner, expectation, experience in owners:
            for side, score in (("expectation", expectation), ("experience", experience)):
                if score is not None:
                    route = ("touchpoints", point.id, *inner, side)
                    yield PlacedScore(point.id, side, route, score)


class PlacedPair(NamedTuple):
    """Paired evidence of a touchpoint, everybody's or a persona's."""

    touchpoint: str
    route: Route
    paired: Paired

    @property
    def item(self) -> str:
        """Which of the touchpoint's it is: `paired`, `anna paired`."""
        return " ".join(map(str, self.route[3:] or self.route[2:]))

    def place(self, part: str) -> Place:
        """Where a part of it stands."""
        return Place((*self.route, part))


def placed_pairs(journey: Journey) -> Iterator[PlacedPair]:
    """The paired evidence of a journey in file order."""
    for point in journey.touchpoints:
        own = ((("by_persona", p.persona), p.paired) for p in point.by_persona)
        for inner, paired in (((), point.paired), *own):
            if paired is not None:
                yield PlacedPair(point.id, ("touchpoints", point.id, *inner, "paired"), paired)
