"""Small random journeys: branches, loops, traps, ties, gaps unmeasured, personas."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from cjm.journey import Journey, Persona, PersonaScores, Start, Touchpoint, Transition
from cjm.records import replace

_IDS = ("m", "c", "x", "a", "q", "b")
"""Of touchpoints; not in alphabetical order, so that file order and the order of ids differ."""
_Grid = tuple[float, ...]
_SCORES: _Grid = (0, 1, 2, 3, 3, 2.3, 2.6)
"""A coarse grid, so that sums and gaps tie; with decimals no float holds."""


@st.composite
def journeys(draw: st.DrawFn, personas: bool = False, stages: bool = False) -> Journey:
    """A journey of 2 to 6 touchpoints in which anything may happen to customers.

    Branches, loops, traps, touchpoints that nobody reaches, drop-off, gaps that tie and that nobody
    measured. With `personas` one or two of them have scores of their own; with `stages` touchpoints
    are in one of two stages or in none.
    """
    size = draw(st.sampled_from((4, 2, 3, 5, 6, 6)))
    people = draw(_crowds()) if personas else ()
    grids = draw(st.sampled_from(((_SCORES, _SCORES), ((2,), (1, 1, 3)))))
    points = tuple(draw(_touchpoints(n, size, people, grids)) for n in range(size))
    if stages:
        stage = st.sampled_from((None, "one", "two"))
        points = tuple(replace(point, stage=draw(stage)) for point in points)
    return Journey(
        "drawn",
        points,
        start=draw(_starts(size)),
        personas=people,
        tolerance=draw(st.sampled_from((0, 0, 0, 0.3, 1))),
    )


@st.composite
def _touchpoints(
    draw: st.DrawFn, n: int, size: int, people: tuple[Persona, ...], grids: tuple[_Grid, _Grid]
) -> Touchpoint:
    last = n == size - 1
    is_exit = draw(st.integers(0, 9)) < (8 if last else 2)
    outcomes: st.SearchStrategy[Any] = st.sampled_from(
        (None, "success", "success", "failure", "neutral")
    )
    return Touchpoint(
        _IDS[n],
        expectation=draw(_scores(grids[0])),
        experience=draw(_scores(grids[1])),
        by_persona=tuple(draw(_own_scores(p.id)) for p in people if draw(st.booleans())),
        importance=draw(st.sampled_from((1, 1, 1, 1, 2, 0.5, 0))),
        moment_of_truth=draw(st.integers(0, 7)) == 0,
        next=() if is_exit else draw(_transitions(n, size)),
        outcome=draw(outcomes) if is_exit else None,
    )


def _scores(grid: _Grid) -> st.SearchStrategy[float | None]:
    """A score, seldom none."""
    return st.sampled_from((*grid, *grid, *grid, *grid, None))


@st.composite
def _own_scores(draw: st.DrawFn, persona: str) -> PersonaScores:
    either = st.one_of(st.none(), st.sampled_from(_SCORES))
    return PersonaScores(persona, draw(either), draw(either))


@st.composite
def _crowds(draw: st.DrawFn) -> tuple[Persona, ...]:
    """One or two personas, with shares, or not all with one."""
    shares = st.sampled_from(((0.25, 0.75), (0.5, 0.5), (0, 1), (1,), (None, 0.5), (None,)))
    return tuple(Persona(f"p{n}", share=share) for n, share in enumerate(draw(shares)))


@st.composite
def _transitions(draw: st.DrawFn, n: int, size: int) -> tuple[Transition, ...]:
    """One to three targets, onward more often than back; shares in whole parts, or not given."""
    onward = st.integers(min(n + 1, size - 1), size - 1)
    near = st.sampled_from((n, max(0, n - 1), min(size - 1, n + 1)))
    target = st.one_of(onward, near, st.integers(0, size - 1))
    to = draw(st.lists(target, min_size=1, max_size=2, unique=True))
    if n + 1 < size and n + 1 not in to and draw(st.sampled_from((True, True, False))):
        to.append(n + 1)
    if draw(st.integers(0, 5)) == 0:
        return tuple(Transition(_IDS[w]) for w in to)
    parts = [draw(st.sampled_from((0, 1, 1, 1, 2, 3))) for _ in to]
    whole = sum(parts) + draw(st.sampled_from((0, 0, 1, 1, 2)))
    shares: list[float | None] = [part / whole if whole else 0.0 for part in parts]
    if whole > sum(parts) and draw(st.integers(0, 5)) == 0:
        shares[0] = None
    return tuple(Transition(_IDS[w], share) for w, share in zip(to, shares, strict=True))


@st.composite
def _starts(draw: st.DrawFn, size: int) -> tuple[Start, ...]:
    """The first touchpoint by default, or up to three entries, of which some may take nobody."""
    if draw(st.booleans()):
        return ()
    entries = draw(st.lists(st.integers(0, size - 1), min_size=1, max_size=3))
    parts = [1, *(draw(st.sampled_from((0, 1, 1, 3))) for _ in entries[1:])]
    return tuple(Start(_IDS[v], part / sum(parts)) for v, part in zip(entries, parts, strict=True))
