"""Rows: maps as low as their fullest stage asks, lines as level as that allows."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations, groupby, product
from pathlib import Path

import pytest
from graph_probe import composed, laid_out
from graph_samples import SHAPES, large, scored, transitions
from hypothesis import given, settings
from hypothesis import strategies as st
from picture_probe import picture

import cjm
from cjm.journey import Journey, Stage
from cjm.maps.content.model import Arrow
from cjm.maps.views.graph.layout import Budget, staged_columns
from cjm.maps.views.graph.layout.grid import rows_for
from cjm.maps.views.graph.layout.places import sign_space
from cjm.maps.views.graph.layout.rows import LOOSE, SPARE, WHOLE, rows_of

FOLDER = Path(__file__).parents[2] / "journeys"
JOURNEYS = sorted(path for path in FOLDER.glob("*.yaml") if path.name != "cjm.yaml")
FULL_SHAPES = [n for n, make in SHAPES.items() if len(make().touchpoints) <= 25]


@pytest.mark.parametrize("path", JOURNEYS, ids=lambda path: path.stem)
def test_a_map_is_hardly_higher_than_its_fullest_stage(path: Path) -> None:
    """What rows there are beyond it would be empty ground in every stage."""
    _, layout = laid_out(cjm.load(path))
    longest = max(len(column.ids) for column in layout.grid.columns)
    assert layout.grid.rows <= longest + max(SPARE)


def test_rows_beside_a_long_stage_cost_no_more_than_it() -> None:
    """A tall stage beside short ones: the short ones fit into its height."""
    tall = tuple(
        scored(f"a{i}", f"A {i}", 5, 5, stage="a", next=transitions(**{f"a{i + 1}": 1}))
        for i in range(6)
    )
    short = (
        scored("a6", "Last", 5, 5, stage="a", next=transitions(b0=1)),
        scored("b0", "B", 5, 5, stage="b", next=transitions(b1=1)),
        scored("b1", "C", 5, 5, stage="b"),
    )
    stages = (Stage("a", "A"), Stage("b", "B"))
    _, layout = laid_out(Journey("tall", (*tall, *short), stages=stages))
    assert layout.grid.rows == 7
    assert layout.grid.row["b0"] == 5


@pytest.mark.parametrize(
    ("lengths", "rows"),
    [
        ((2, 2, 6, 3), 3),
        ((3, 2, 6), 3),
        ((4, 4, 4), 4),
        ((1, 4, 2), 4),
        ((3, 2, 2, 4, 2, 2), 4),
        ((8, 8, 8, 8, 8), 8),
        ((1,), 1),
        ((0, 5), 5),
        ((30,), 30),
    ],
)
def test_a_stage_is_split_where_that_spares_much_ground(
    lengths: tuple[int, ...], rows: int
) -> None:
    """And never so that the map gets wide and flat."""
    assert rows_for(lengths) == rows


def _split() -> Journey:
    points = [
        scored("a", "A", 5, 5, stage="one", next=transitions(s0=1)),
        *(
            scored(f"s{i}", f"S {i}", 5, 5, stage="two", next=transitions(**{f"s{i + 1}": 1}))
            for i in range(6)
        ),
        scored("s6", "S 6", 5, 5, stage="two", next=transitions(b=0.5, s0=0.4)),
        scored("b", "B", 5, 5, stage="three"),
    ]
    stages = tuple(Stage(id, id.title()) for id in ("one", "two", "three"))
    return Journey("split", tuple(points), stages=stages)


def test_a_split_stage_keeps_one_band_and_its_order() -> None:
    """One head, one band around all of its columns; cards read down, then on to the right."""
    _, layout = laid_out(_split())
    assert [stage for stage, _ in layout.frame.stages] == ["one", "two", "three"]
    boxes = [layout.frame.boxes[f"s{i}"] for i in range(7)]
    assert [(b.x, b.y) for b in boxes] == sorted((b.x, b.y) for b in boxes)
    band = layout.frame.stages[1][1]
    assert all(band.x < b.x and b.right < band.right for b in boxes)
    shown = picture(_split())
    assert [g.data.get("stage") for g in shown.groups("stage")] == ["one", "two", "three"]


def test_no_way_inside_a_split_stage_leads_back() -> None:
    """To an earlier stage, as its class would say, though it does to an earlier column."""
    _, layout = laid_out(_split())
    assert len(layout.grid.columns) > 3
    assert not any(route.backward for route in layout.routes)


def _arrow(source: str, target: str, probability: float) -> Arrow:
    return Arrow(source, target, probability, "")


@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.data())
def test_one_column_takes_the_best_rows_beside_the_others(data: st.DataObject) -> None:
    """As good as the best of all ways to place a column beside one that is full."""
    full = [f"f{i}" for i in range(5)]
    own = [f"o{i}" for i in range(data.draw(st.integers(1, 4)))]
    pairs = data.draw(st.sets(st.sampled_from(list(product(own, full))), min_size=1, max_size=6))
    arrows = [_arrow(a, b, 0.5) for a, b in sorted(pairs)]
    wishes = {id: float(i) for ids in (full, own) for i, id in enumerate(ids)}

    def climbs(rows: tuple[int, ...]) -> float:
        row = dict(zip(own, rows, strict=True))
        lines = sum(a.probability * abs(row[a.source] - full.index(a.target)) for a in arrows)
        return lines + LOOSE / WHOLE * (rows[-1] - rows[0] + 1 - len(rows))

    row = rows_of(arrows, [full, own], wishes, Budget())
    if max(row.values()) == 4:
        found = climbs(tuple(row[id] for id in own))
        best = min(climbs(rows) for rows in combinations(range(5), len(own)))
        assert found <= best + 0.05


@pytest.mark.parametrize("path", JOURNEYS, ids=lambda path: path.stem)
def test_no_line_of_an_example_runs_through_a_start_or_an_outcome(path: Path) -> None:
    """Nor through the word and the share below its sign."""
    assert _struck(cjm.load(path)) == []


@pytest.mark.parametrize("name", FULL_SHAPES)
def test_no_line_runs_through_a_start_or_an_outcome(name: str) -> None:
    assert _struck(SHAPES[name]()) == []


def _struck(journey: Journey) -> list[str]:
    _, layout = laid_out(journey)
    signs = [sign_space(m) for m in (*layout.starts, *layout.exits)]
    return [
        f"{route.way.arrow.source} → {route.way.arrow.target}"
        for route in layout.routes
        if any(sign.holds(point) for sign in signs for point in route.path.samples(4))
    ]


def test_a_chain_of_loose_cards_stands_after_the_stage_that_leads_to_it() -> None:
    """However long, and in whatever order the file has it."""
    chain = [
        scored(f"l{i}", f"L {i}", 5, 5, next=transitions(**{f"l{i + 1}": 1}) if i < 400 else ())
        for i in range(401)
    ]
    first = scored("s", "S", 5, 5, stage="one", next=transitions(l0=1))
    stages = (Stage("one", "One"), Stage("two", "Two"))
    diagram = composed(Journey("chain", (*reversed(chain), first), stages=stages))
    columns = staged_columns(diagram)
    runs = [(stage, list(group)) for stage, group in groupby(columns, key=lambda c: c.stage)]
    lengths = [(stage, sum(len(c.ids) for c in group)) for stage, group in runs]
    assert lengths == [("one", 1), (None, 401), ("two", 0)]


def test_very_many_touchpoints_keep_to_the_rows_of_the_fullest_stage() -> None:
    _, layout = laid_out(large(300, 15, seed=4))
    assert layout.grid.rows <= 20 + max(SPARE)


def test_the_head_of_a_split_stage_uses_its_width() -> None:
    """What would need two lines above one column stands in one above three."""
    goal = "Have everything repaired in a single visit"
    journey = _split()
    two = replace(journey.stages[1], goal=goal)
    wide = replace(journey, stages=(journey.stages[0], two, journey.stages[2]))
    assert goal in [t.text for t in picture(wide).texts]
    narrow = Journey(
        "one", (scored("a", "A", 5, 6, stage="two"),), stages=(replace(two, goal=goal),)
    )
    assert goal not in [t.text for t in picture(narrow).texts]
