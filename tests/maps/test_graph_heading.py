"""The figures above the map and its stages: what they say, and when they say less."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest
from graph_probe import composed
from graph_samples import SHAPES, coffee, complete, small, transitions, trap, unmeasured
from picture_probe import Part, picture

from cjm.analysis import analyze
from cjm.analysis.stages import adding_up
from cjm.design.tokens import Paint
from cjm.journey import Journey, Persona, PersonaScores, Score, Touchpoint
from cjm.maps.content.numbers import brief, gap, percentage, score, total
from cjm.maps.content.words import ENGLISH, RUSSIAN


def figures_of(journey: Journey, persona: str | None = None) -> dict[str, str]:
    """The header's figures by what they are."""
    return {f.label: f.value for f in composed(journey, persona).header.figures}


def test_the_headline_tells_balance_disappointed_and_success() -> None:
    """As the analysis has them, the balance with the level of its sign."""
    journey = coffee()
    analysis = analyze(journey)
    assert analysis.balance is not None
    assert analysis.disappointed is not None
    header = composed(journey).header
    assert [(f.value, f.label, f.mark) for f in header.figures] == [
        (total(analysis.balance, RUSSIAN, False), "баланс", "disappointment"),
        (percentage(analysis.disappointed.share, RUSSIAN, False), "разочарованы", None),
        (percentage(analysis.outcomes["success"] or 0, RUSSIAN, False), "доходят до успеха", None),
    ]
    assert header.note == ""


def test_the_bar_tells_how_customers_end() -> None:
    """Parts that make the whole, in one order, each with its share in words."""
    bar = composed(coffee()).header.bar
    assert [(p.label, p.percentage) for p in bar] == [
        ("успех", "68\u00a0%"), ("ушли молча", "26\u00a0%"), ("неудача", "6,3\u00a0%"),
    ]  # fmt: skip
    assert math.fsum(p.share for p in bar) == pytest.approx(1)


def test_where_no_exit_says_how_it_ends_reaching_the_end_is_told() -> None:
    """Neither success nor failure is made up."""
    header = composed(small()).header
    assert figures_of(small())["reach the end"] == "90%"
    assert [p.label for p in header.bar] == ["left silently", "reached the end"]


def test_without_success_there_is_no_such_figure() -> None:
    """Some exits fail, none succeeds: the bar alone tells how they end."""
    journey = Journey(
        "fails",
        (
            Touchpoint("a", expectation=Score(5), experience=Score(6), next=transitions(b=1)),
            Touchpoint("b", outcome="failure"),
        ),
    )
    assert set(figures_of(journey)) == {"balance", "not below expectation"}
    assert [p.label for p in composed(journey).header.bar] == ["failure"]


def test_a_persona_has_its_own_figures() -> None:
    """On its map in the headline, on every map in its portrait."""
    anna = analyze(coffee(), "anna")
    assert anna.balance is not None
    assert figures_of(coffee(), "anna")["баланс"] == total(anna.balance, RUSSIAN, False)
    for persona in (None, "anna"):
        portraits = {p.id: p for p in composed(coffee(), persona).header.portraits}
        assert portraits["anna"].balance == total(anna.balance, RUSSIAN, False)
        assert portraits["anna"].mark == "disappointment"
        assert portraits["anna"].disappointed == "56\u00a0%"
        assert portraits["boris"].balance == "−0,20"


def test_a_portrait_tells_its_figures_in_one_line() -> None:
    """And the second one has a dashed ring, not a hue."""
    groups = {g.data.get("persona"): g for g in picture(coffee()).groups("persona")}
    texts = [t.text for t in groups["anna"].texts]
    assert "Баланс −1,76, разочарованы 56\u00a0%" in texts
    rings = {id: g.circles[0] for id, g in groups.items()}
    dashes = {id: ring.stroke.dashes for id, ring in rings.items() if ring.stroke}
    assert dashes["anna"] == ()
    assert dashes["boris"]
    assert rings["anna"].fill == rings["boris"].fill


def test_stages_add_up_to_the_balance() -> None:
    """What is read, not only what is computed."""
    stages = composed(coffee()).stages
    assert [s.balance for s in stages] == ["+0,60", "+0,60", "−3,09", "+0,75"]
    assert [s.mark for s in stages] == ["delight", "delight", "disappointment", "delight"]
    told = [t.text for t in picture(coffee()).groups("stage")[2].texts]
    assert "−3,09" in told
    assert "в баланс" in told


@pytest.mark.parametrize(
    ("totals", "balance", "read"),
    [
        ([0.14, 0.14, 0.14], 0.42, [0.2, 0.1, 0.1]),
        ([-0.26, -0.26, None], -0.52, [-0.2, -0.3, None]),
        ([-1.25, 0.0, 2.35], 1.1, [-1.2, 0.0, 2.3]),
        ([0.04, 0.34, 0.34], 0.72, [0.04, 0.4, 0.3]),
        ([1e9, 0.34], 1e9 + 0.34, [1e9, 0.34]),
        ([0.3, -0.26], 0.04, [0.3, -0.26]),
        ([0.3], None, [0.3]),
    ],
)
def test_rounding_keeps_the_sum(
    totals: list[float | None], balance: float | None, read: list[float | None]
) -> None:
    """Largest remainder; what tenths cannot tell stays as it is."""
    assert adding_up(totals, balance) == pytest.approx(read)


@pytest.mark.parametrize("name", ["coffee", "small", "twenty", "forty", "loops"])
def test_the_stages_of_the_samples_add_up_as_read(name: str) -> None:
    """Summing the heads of the picture gives the headline."""
    diagram = composed(SHAPES[name]())
    read = [s.balance.replace("−", "-").replace(",", ".") for s in diagram.stages if s.balance]
    headline = next(f for f in diagram.header.figures if f.mark)
    total = headline.value.replace("−", "-").replace(",", ".")
    assert math.fsum(map(float, read)) == pytest.approx(float(total))


def test_with_a_trap_the_levels_are_counted_instead() -> None:
    """Balance, shares and bar do not exist; the note says why."""
    header = composed(trap()).header
    assert [f.label for f in header.figures] == [
        "touchpoints", "disappointment", "delight",
    ]  # fmt: skip
    assert header.bar == ()
    assert header.note == (
        "No way out of: Bot hands over to agent, Agent hands over to bot. "
        "Balance and shares cannot be computed."
    )


def test_without_measurements_only_the_way_is_told() -> None:
    """No balance of 0, nobody disappointed; the note says so."""
    header = composed(unmeasured()).header
    assert figures_of(unmeasured()) == {"reach the end": "90%"}
    assert header.note == "nothing is measured yet"


def test_missing_scores_are_told_with_the_visits_they_cover() -> None:
    """A balance that leaves something out says so."""
    note = composed(small()).header.note
    assert note == "not measured: 1 of 3 touchpoints, scores cover 68% of visits"
    shown = " ".join(t.text for t in picture(small()).texts)
    assert note.replace("\u00a0", " ") in shown.replace("\u00a0", " ")


def test_a_simulated_share_says_so() -> None:
    """With a sign before the figure, and a word in the portrait."""
    journey = replace(large_scores(), personas=(Persona("p", "P", 1.0), Persona("q", "Q", 0.0)))
    header = composed(journey).header
    assert [f.simulated for f in header.figures if f.label == "disappointed"] == [True]
    assert header.portraits[0].disappointed.startswith("about ")


def large_scores() -> Journey:
    """Scores so uneven that counting every sum would take too long."""
    ids = [f"k{i}" for i in range(30)]
    points = tuple(
        replace(
            point,
            expectation=Score(5),
            experience=Score(5 + ((-1) ** n) * (0.123456 + n * 0.0718)),
            next=tuple(replace(t, probability=0.99 / 29) for t in point.next),
        )
        for n, point in enumerate(complete(len(ids)).touchpoints)
    )
    return Journey("uneven", points)


def test_exits_and_starts_tell_their_shares() -> None:
    """Of all customers, below their signs."""
    shown = picture(coffee())
    told = {
        g.data.get("for"): [t.text for t in g.texts]
        for g in (*shown.groups("outcome"), *shown.groups("start-marker"))
    }
    assert told == {
        "review": ["Успех", "68\u00a0%"], "refund": ["Неудача", "6,3\u00a0%"],
        "ad": ["Старт", "60\u00a0%"], "card": ["Старт", "40\u00a0%"],
    }  # fmt: skip


def paints(part: Part) -> set[Paint]:
    """Every token a group is painted with."""
    strokes = {s.stroke.paint for s in part.shapes if s.stroke}
    return strokes | {s.fill for s in part.shapes if s.fill}


def test_the_bar_has_no_hue_of_a_level() -> None:
    """Hue belongs to C: outcomes differ by pattern."""
    found = {g.data["end"]: paints(g) for g in picture(coffee()).groups("ending")}
    assert list(found) == ["success", "drop-off", "failure"]
    painted = set.union(*found.values())
    assert painted
    assert not [p for p in painted if str(p).startswith(("disappointment", "delight"))]


def test_figures_stay_short_where_room_is_scarce() -> None:
    """In millions and the like, never with a power of ten."""
    assert total(-1.234e300, RUSSIAN, False) == "−>999\u00a0трлн"
    assert brief(score(12_345_678.0, ENGLISH, 0), 12_345_678.0, ENGLISH) == "12.3M"
    assert brief(gap(0, 0.000_012, ENGLISH, 6), 0.000_012, ENGLISH, signed=True) == "+<0.001"


def test_a_persona_that_scores_differently_is_measured_differently() -> None:
    """Coverage belongs to the persona: what one scored another may not have."""
    scored = (PersonaScores("p", expectation=Score(5), experience=Score(7)),)
    journey = Journey(
        "half",
        (Touchpoint("a", by_persona=scored),),
        personas=(Persona("p", "P"), Persona("q", "Q")),
    )
    one, other = composed(journey).header.portraits
    assert (one.balance, one.disappointed) == ("+2.00", "0%")
    assert (other.balance, other.disappointed) == ("", "")
