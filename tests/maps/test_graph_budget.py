"""How much work the layout of a dense graph may be: counted, so that no test hangs on a clock."""

from dataclasses import replace

import pytest
from graph_probe import composed
from graph_samples import complete

from cjm.errors import LayoutError
from cjm.i18n import translate
from cjm.journey import Journey, Stage
from cjm.maps.look import Look
from cjm.maps.render import picture
from cjm.maps.views.graph.layout import Budget, grid_of, lay_out, staged_columns
from cjm.maps.views.graph.layout.budget import MOST_STEPS, remembered


def staged(count: int, stages: int) -> Journey:
    """Everything leads to everything, over as many columns as there are stages."""
    journey = complete(count)
    points = tuple(
        replace(point, stage=f"s{i * stages // count}")
        for i, point in enumerate(journey.touchpoints)
    )
    names = tuple(Stage(f"s{i}", f"S{i}") for i in range(stages))
    return replace(journey, touchpoints=points, stages=names)


def laid_out(journey: Journey, budget: Budget) -> object:
    """The layout, from positions that need no engine."""
    diagram = composed(journey)
    positions = {f"p{i}": (0.0, 144.0 * i) for i in range(len(diagram.cards))}
    return lay_out(diagram, grid_of(diagram, staged_columns(diagram), positions, budget), budget)


@pytest.mark.parametrize(("count", "stages"), [(12, 3), (24, 8), (32, 4)])
def test_a_dense_graph_is_laid_out_within_a_count_of_work(count: int, stages: int) -> None:
    """However little of it there is: what is left takes simpler ways, always the same ones."""
    journey = staged(count, stages)
    for most in (1_000, 50_000):
        first, second = Budget(most), Budget(most)
        assert laid_out(journey, first) == laid_out(journey, second)
        assert (first.steps, first.cut) == (second.steps, second.cut)  # what is known costs as much
        # Beyond the budget, each transition still looks at its few places for a label.
        assert first.steps <= most + 20 * count**2
        assert first.cut or most > 1_000


def test_what_was_just_done_is_not_done_again_and_costs_as_much() -> None:
    done = []

    @remembered
    def work(budget: Budget, name: str) -> str:
        done.append(name)
        budget.spend(7)
        return name.upper()

    for _ in range(2):
        budget = Budget()
        assert [work(budget, "a"), work(budget, "b")] == ["A", "B"]
        assert budget.steps == 14
    assert done == ["a", "b"]


def test_what_is_known_of_a_graph_holds_for_no_other_budget() -> None:
    """A graph that was cut short is done better by who may do more."""
    journey = staged(12, 3)
    little, enough = Budget(1_000), Budget()
    assert laid_out(journey, little) != laid_out(journey, enough)
    assert little.cut
    assert not enough.cut


def test_an_ordinary_graph_takes_a_small_part_of_the_budget() -> None:
    budget = Budget()
    laid_out(staged(12, 3), budget)
    assert not budget.cut
    assert budget.steps < MOST_STEPS / 50


def test_more_lines_than_could_be_drawn_are_refused_with_a_way_out() -> None:
    journey = staged(80, 80)
    with pytest.raises(LayoutError, match="too many transitions to draw as a graph: 6320") as told:
        laid_out(journey, Budget())
    assert "--view map" in str(told.value.help)


def test_a_picture_drawn_in_a_simpler_way_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = picture(staged(12, 3), Look())
    assert whole.note is None
    monkeypatch.setattr("cjm.maps.views.graph.layout.Budget", lambda: Budget(100))
    simpler = picture(staged(12, 3), Look())
    assert simpler.note is not None
    assert translate(simpler.note, "en").startswith("132 transitions are too many")
    assert "132 transitions are too many" in simpler.description
