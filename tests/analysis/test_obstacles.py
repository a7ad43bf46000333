"""Where there is no flow, every output says why, in both languages."""

from __future__ import annotations

import random
import sys
from pathlib import Path

import pytest

import cjm
from cjm.analysis import solving
from cjm.journey import Improvement, Journey, Lift, Touchpoint, Transition
from cjm.project.writing import dump

SENTENCES = {
    "en": "Its loops are too large to be solved without NumPy and SciPy.",
    "ru": "Петли здесь слишком велики, чтобы посчитать их без NumPy и SciPy.",
}


@pytest.fixture
def no_solver(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if neither library were installed."""
    for name in ("numpy", "scipy"):
        monkeypatch.setitem(sys.modules, name, None)
    monkeypatch.setattr(solving, "PRODUCTS_ALONE", 10_000)  # so that a smaller one is too large


def tangle(size: int = 120) -> Journey:
    """A component so large that it isn't solved without a library."""
    luck = random.Random(1)
    points = []
    for n in range(size):
        near = sorted({luck.randrange(size) for _ in range(4)} | {n + 1}) if n < size - 1 else []
        ways = tuple(Transition(f"t{to}", 0.9 / len(near)) for to in near if to < size)
        points.append(Touchpoint(f"t{n}", expectation=6, experience=5, next=ways))
    work = (Improvement("i", lifts=(Lift("t1", 1),), cost=1),)
    return Journey("tangle", tuple(points), improvements=work)


def test_without_a_solver_there_is_an_obstacle_and_no_flow(no_solver: None) -> None:
    """And every figure that needs an end is None."""
    analysis = cjm.analyze(tangle())
    assert (analysis.obstacle, analysis.flow, analysis.balance) == ("solver", None, None)


@pytest.mark.parametrize("language", sorted(SENTENCES))
def test_page_and_map_say_what_is_missing(no_solver: None, language: str) -> None:
    """In a sentence, where else there would only be dashes."""
    from cjm.maps.content.compose import compose

    journey = tangle()
    assert SENTENCES[language] in " ".join(cjm.show(journey, language=language).split())
    note = compose(journey, cjm.analyze(journey), language).header.note
    assert note.startswith(SENTENCES[language])


def test_a_plan_says_what_is_missing(no_solver: None) -> None:
    """As the help of its error."""
    with pytest.raises(cjm.CjmError) as error:
        cjm.plan(tangle())
    assert "NumPy and SciPy" in str(error.value.help)


def test_no_check_passes_without_its_figures(no_solver: None, tmp_path: Path) -> None:
    """The gate stays shut: the check could not be done. What needs no flow still is checked."""
    file = tmp_path / "tangle.yaml"
    file.write_text(dump(tangle()), encoding="utf-8")
    with pytest.raises(cjm.CjmError) as error:
        cjm.check([str(file)])
    assert "NumPy and SciPy" in str(error.value.help)
    assert cjm.check([str(file)], select=["CJM203", "CJM401"]).findings
