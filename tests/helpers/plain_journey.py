"""A journey as plain exact numbers, read from the format's rules and not through cjm.analysis."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from cjm.journey import Journey, Score, Touchpoint

Numbers = list[Fraction]


@dataclass(frozen=True)
class Plain:
    """Touchpoints by place; `ways` holds what is walked (p > 0), `d` what is lost silently."""

    ways: list[dict[int, Fraction]]
    d: Numbers
    start: Numbers
    ends: list[str | None]
    gaps: list[Fraction | None]
    weights: Numbers
    tolerance: Fraction
    declared: list[bool]

    @property
    def places(self) -> range:
        return range(len(self.ways))

    def ending(self, v: int) -> Fraction:
        """The share of those at a touchpoint whose journey ends there."""
        return Fraction(1) if self.ends[v] else self.d[v]

    @property
    def entries(self) -> list[int]:
        return [v for v in self.places if self.start[v] > 0]

    @property
    def targets(self) -> set[int]:
        success = {v for v in self.places if self.ends[v] == "success"}
        return success or {v for v in self.places if self.ends[v]}


def plain(journey: Journey, persona: str | None = None) -> Plain:
    """The journey in exact fractions, for everybody or for one persona."""
    place = {p.id: n for n, p in enumerate(journey.touchpoints)}
    start = [Fraction(0)] * len(place)
    for entry in journey.start:
        start[place[entry.touchpoint]] += exact(entry.share)
    ways, lost = [], []
    for point in journey.touchpoints:
        shares = filled([t.probability for t in point.next])
        lost.append(Fraction(1) - sum(shares) if point.next else Fraction(0))
        targets = [place[t.to] for t in point.next]
        ways.append({w: p for w, p in zip(targets, shares, strict=True) if p > 0})
    gaps = [gap(journey, point, persona) for point in journey.touchpoints]
    importance = [exact(p.importance) for p in journey.touchpoints]
    return Plain(
        ways=ways,
        d=lost,
        start=start,
        ends=[None if p.next else p.outcome or "neutral" for p in journey.touchpoints],
        gaps=gaps,
        weights=[i * (c or Fraction(0)) for i, c in zip(importance, gaps, strict=True)],
        tolerance=exact(journey.tolerance),
        declared=[p.moment_of_truth for p in journey.touchpoints],
    )


def exact(value: float) -> Fraction:
    """The simple fraction a float stands for."""
    return Fraction(value).limit_denominator(10_000)


def filled(given: list[float | None]) -> Numbers:
    """Probabilities with those not given filled in from what is left, equally."""
    missing = given.count(None)
    left = Fraction(1) - sum(exact(p) for p in given if p is not None)
    return [left / missing if p is None else exact(p) for p in given]


def gap(journey: Journey, point: Touchpoint, persona: str | None) -> Fraction | None:
    """C = B − O, None where either side is missing."""
    sides = [side(journey, point, persona, name) for name in ("experience", "expectation")]
    return None if None in sides else sides[0] - sides[1]


def side(journey: Journey, point: Touchpoint, persona: str | None, name: str) -> Fraction | None:
    """One score: the persona's own, else the touchpoint's, else the personas' weighted mean."""
    own = {s.persona: getattr(s, name) for s in point.by_persona}
    general: Score | None = getattr(point, name)
    if persona is not None and own.get(persona) is not None:
        return exact(own[persona].score)
    if general is not None:
        return exact(general.score)
    shares = [(p.share, own.get(p.id)) for p in journey.personas]
    if persona is not None or not shares or any(None in pair for pair in shares):
        return None
    return sum((exact(share) * exact(score.score) for share, score in shares), Fraction(0))
