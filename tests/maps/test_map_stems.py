"""The curve's line is one customer's path; what lies off it is a stem."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from graph_samples import SHAPES
from map_probe import columns_of, nodes_of, overlapping
from map_samples import full, to_be
from picture_probe import Part, Picture, sheet

import cjm
from cjm.analysis import analyze
from cjm.i18n.numbers import ASSUMED
from cjm.journey import Journey, Persona, PersonaScores, Score, Start, Touchpoint, Transition
from cjm.maps.content.compose import compose
from cjm.maps.scene.geometry import Box

ROOT = Path(__file__).parents[2]
WORKED = {p.stem: p for p in sorted((ROOT / "journeys").glob("*.yaml")) if p.stem != "cjm"}


def to(*ways: tuple[str, float]) -> tuple[Transition, ...]:
    return tuple(Transition(id, share) for id, share in ways)


def fork(share: float = 0.3, after: float = 3) -> Journey:
    """From `a` to the end over `b`, or less often over `c`."""
    return Journey(
        "fork",
        (
            Touchpoint("a", expectation=5, experience=6, next=to(("b", 1 - share), ("c", share))),
            Touchpoint("b", expectation=5, experience=5, next=to(("d", 1))),
            Touchpoint("c", expectation=5, experience=after, next=to(("d", 1))),
            Touchpoint("d", expectation=5, experience=7),
        ),
    )


def stems_of(shown: Picture) -> dict[str, list[Part]]:
    """The stems in each touchpoint's column."""
    found: dict[str, list[Part]] = {}
    columns = columns_of(shown)
    for stem in shown.groups("stem"):
        x = stem.lines[0].corners[0][0]
        (id,) = (id for id, box in columns.items() if box.x < x < box.right)
        found.setdefault(id, []).append(stem)
    return found


def on_the_line(shown: Picture) -> set[str]:
    """Touchpoints in whose middle a line has a point."""
    columns = columns_of(shown)
    middles = {round(box.center.x): id for id, box in columns.items()}
    nodes = [x for curve in shown.groups("curve") for x, _ in nodes_of(curve)]
    return {middles[round(x)] for x in nodes if round(x) in middles}


@pytest.mark.parametrize("name", [*WORKED, *SHAPES])
def test_a_line_joins_the_likely_path_and_all_else_that_is_measured_is_a_stem(name: str) -> None:
    """Nobody lives the alternatives of one moment one after the other."""
    journey = cjm.load(WORKED[name]) if name in WORKED else SHAPES[name]()
    shown, figures = sheet(journey), analyze(journey)
    walk = figures.likely_path.touchpoints if figures.likely_path else ()
    measured = {f.id for f in figures.touchpoints if f.gap is not None}
    assert on_the_line(shown) <= set(walk)
    stems = stems_of(shown)
    assert set(stems) == measured - set(walk)
    for id, (stem,) in stems.items():
        assert stem.data.get("share") == pytest.approx(figures[id].reach)


def test_a_stem_is_as_wide_as_the_share_of_customers() -> None:
    """And runs from zero to C."""
    widths = []
    for share in (0.0, 0.1, 0.45):
        shown = sheet(fork(share))
        ((stem,),) = stems_of(shown).values()
        (line,) = stem.lines
        assert line.stroke is not None
        assert isinstance(line.stroke.width, float)
        widths.append(line.stroke.width)
        (start, end), zero = line.corners, nodes_of(shown.groups("curve")[0])[1]
        assert start[1] == pytest.approx(zero[1])
        assert end[1] > start[1]
    assert widths == sorted(widths)
    assert widths[0] > 1
    assert widths[2] - widths[1] > 2 * (widths[1] - widths[0])


def shares_in_the_plot(shown: Picture, id: str) -> list[str]:
    """Percentages in a column of the curve's row."""
    (zero, *_) = (s.lines[0].corners[0][1] for s in shown.groups("stem"))
    box = columns_of(shown)[id]
    plot = Box(box.x, zero - 170, box.width, 340)
    texts = (t for t in shown.texts if t.text.endswith("%") and plot.overlaps(t.box))
    return [t.text for t in texts if t not in shown.touchpoint(id).texts]


@pytest.mark.parametrize("name", WORKED)
def test_beside_a_stem_stands_its_share(name: str) -> None:
    """Nothing is written over it, and no marker lies on it."""
    journey = cjm.load(WORKED[name])
    shown = sheet(journey, lanes=["touchpoint", "curve"])
    for id in stems_of(shown):
        assert len(shares_in_the_plot(shown, id)) == 1
    assert overlapping(shown.texts) == []


def test_an_assumed_share_bears_its_sign() -> None:
    """The branch says nothing of its shares."""
    ways = (Transition("b"), Transition("c"))
    journey = fork()
    first = replace(journey.touchpoints[0], next=ways)
    shown = sheet(replace(journey, touchpoints=(first, *journey.touchpoints[1:])))
    assert shares_in_the_plot(shown, "c") == [f"{ASSUMED}50%"]


def test_a_path_that_turns_back_is_a_line_in_two_pieces() -> None:
    """Each from left to right, as it is walked: nobody goes from a to b."""
    journey = Journey(
        "back",
        (
            Touchpoint("a", expectation=5, experience=6, next=to(("c", 1))),
            Touchpoint("b", expectation=5, experience=3, next=to(("d", 1))),
            Touchpoint("c", expectation=5, experience=7, next=to(("b", 1))),
            Touchpoint("d", expectation=5, experience=5),
        ),
    )
    shown = sheet(journey)
    columns = columns_of(shown)
    pieces = [path for path in shown.groups("curve")[0].paths if path.fill is None]
    middles = {id: round(box.center.x) for id, box in columns.items()}
    reached = sorted({round(x) for p in pieces for x, _ in p.corners} & set(middles.values()))
    assert reached == sorted(middles.values())
    for path in pieces:
        xs = [round(x) for x, _ in path.corners]
        assert not {middles["a"], middles["b"]} <= set(xs)
        assert xs == sorted(xs)


def test_without_a_likely_path_there_is_no_line() -> None:
    """A trap: nobody gets out. The legend says what is drawn."""
    journey = fork()
    last = replace(journey.touchpoints[3], next=to(("a", 1)))
    shown = sheet(replace(journey, touchpoints=(*journey.touchpoints[:3], last)))
    assert nodes_of(shown.groups("curve")[0]) == []
    assert set(stems_of(shown)) == {"a", "b", "c", "d"}
    assert not any("share" in stem.data for stem in shown.groups("stem"))
    assert "stems: all touchpoints; there is no likely path" in shown.words


@pytest.mark.parametrize(
    ("language", "line", "stems"),
    [
        (
            "en",
            "line: the likely path",
            "stems: other touchpoints, as wide as the share of customers",
        ),
        ("ru", "линия — вероятный путь", "столбики — другие точки, толщина — доля клиентов"),
    ],
)
def test_the_legend_says_what_a_line_and_a_stem_are(language: str, line: str, stems: str) -> None:
    """Stems only where there are some."""
    assert {line, stems} <= set(sheet(fork(), language=language).words)
    straight = Journey("straight", tuple(fork().touchpoints[1:2] + fork().touchpoints[3:]))
    shown = sheet(straight, language=language).words
    assert line in shown
    assert stems not in shown


def test_one_of_several_likely_paths_is_told_as_such() -> None:
    """The line runs along the one that the analysis names."""
    journey = replace(fork(0.5), start=(Start("a", 1),))
    assert "line: one of 2 equally likely paths" in sheet(journey).words


def test_what_no_path_measures_does_not_interrupt_the_line() -> None:
    """And no line cuts the mark that says so."""
    journey = fork()
    for missing in ("b", "c"):
        points = (
            replace(p, experience=None) if p.id == missing else p for p in journey.touchpoints
        )
        shown = sheet(replace(journey, touchpoints=tuple(points)))
        assert bool(nodes_of(shown.groups("curve")[0])) == (missing == "c")
        column, own = shown.touchpoint(missing).box, shown.touchpoint(missing).texts
        marks = (t for t in shown.texts if t.text == "n/a" and t not in own)
        (mark,) = (t.box for t in marks if column.overlaps(t.box))
        for group in (*shown.groups("curve"), *shown.groups("balance")):
            lines = (s for s in group.shapes if s.stroke and s not in group.rects)
            for start, end in (ends for line in lines for ends in pairwise(line.corners)):
                assert not mark.grown(1).overlaps(_between(start, end))


def _between(start: tuple[float, float], end: tuple[float, float]) -> Box:
    """Around a straight line that is level or upright, or a short piece of a curve."""
    left, top = min(start[0], end[0]), min(start[1], end[1])
    return Box(left, top, abs(start[0] - end[0]) or 0.1, abs(start[1] - end[1]) or 0.1)


def test_two_states_have_a_path_each() -> None:
    """Their stems stand beside each other, the second one dashed; ink, as their lines."""
    shown = sheet(full(), compare=to_be())
    stems = stems_of(shown)
    assert len(stems["consult"]) == 2
    first, second = (stem.lines[0] for stem in stems["consult"])
    assert first.corners[0][0] < second.corners[0][0]
    assert first.stroke is not None
    assert second.stroke is not None
    assert (bool(first.stroke.dashes), bool(second.stroke.dashes)) == (False, True)
    assert {first.stroke.paint, second.stroke.paint} == {"ink"}
    assert "линии — вероятные пути" in shown.words


def test_a_share_that_two_personas_have_in_common_is_written_once() -> None:
    """Each persona's stem stands beside the other's."""
    personas = (Persona("p", "P", 0.5), Persona("q", "Q", 0.5))
    own = (PersonaScores("q", experience=Score(1)),)
    points = (replace(p, by_persona=own) for p in fork().touchpoints)
    journey = replace(fork(), touchpoints=tuple(points), personas=personas)
    shown = sheet(journey, persona=["p", "q"])
    assert len(stems_of(shown)["c"]) == 2
    assert shares_in_the_plot(shown, "c") == ["30%"]


def test_a_balance_moves_along_its_step_where_the_curve_is_in_its_way() -> None:
    """The bakery's −2 would be cut by the curve at the queue; its step goes on to the counter."""
    picture = sheet(cjm.load(str(ROOT / "journeys" / "bakery.as-is.yaml")))
    columns = columns_of(picture)
    [figure] = [text for text in picture.texts if text.text == "−2,00"]
    assert columns["queue"].right < figure.box.x
    assert figure.box.right < columns["choice"].right


@pytest.mark.parametrize(
    ("language", "told"),
    [("en", "One of 2 equally likely paths"), ("ru", "Один из равновероятных путей, их 2")],
)
def test_the_summary_tells_a_tied_path_as_one_of_several(language: str, told: str) -> None:
    """Half of the customers go over b, half over c."""
    for journey, tied in ((replace(fork(0.5), start=(Start("a", 1),)), True), (fork(), False)):
        assert (told in compose(journey, analyze(journey), language).summary) == tied
