"""Which transitions the layout engine hears of: within a count of work, the most telling first."""

import json
import random
import re

import pytest
from graph_probe import composed

from cjm.i18n import translate
from cjm.journey import Journey, Touchpoint, Transition
from cjm.maps.look import Look
from cjm.maps.render import drawn
from cjm.maps.views.graph.layout.dot import dot_of
from cjm.maps.views.graph.layout.telling import FEW, passed, told
from cjm.system.graphviz import layout_program


def tangled(count: int, seed: int = 1) -> Journey:
    """Each leads on with a half, and with less to two touchpoints anywhere."""
    luck = random.Random(seed)
    points = []
    for n in range(count):
        ways = {f"t{luck.randrange(count)}": share for share in (0.2, 0.3)}
        ways |= {f"t{n + 1}": 0.5} if n < count - 1 else {}
        following = tuple(Transition(to, share) for to, share in ways.items())
        points.append(Touchpoint(f"t{n}", next=following if n < count - 1 else ()))
    return Journey("tangled", tuple(points))


def chosen_ranks(dot: str, count: int) -> list[int]:
    """The ranks that the engine chose."""
    objects = json.loads(layout_program()(dot))["objects"]
    places = {item["name"]: float(item["pos"].split(",")[0]) for item in objects}
    order = sorted(set(places.values()))
    return [order.index(places[f"p{n}"]) for n in range(count)]


@pytest.mark.parametrize(
    ("lines", "count"),
    [
        ([(0, 1), (1, 2), (2, 3)], 0),
        ([(0, 1), (1, 2), (2, 3), (0, 3)], 2),
        ([(0, 1), (1, 2), (2, 3), (3, 0)], 2),
        ([(0, 1), (2, 3), (1, 3), (3, 0)], 1),
        ([(0, 1), (1, 2), (3, 2)], 0),
    ],
)
def test_ranks_that_lines_pass_are_counted(lines: list[tuple[int, int]], count: int) -> None:
    """A way back passes as many as the way there; a card stands right before what it leads to."""
    assert passed(4, lines) == count


@pytest.mark.parametrize("size", [20, 40])
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_the_count_is_about_the_engines(size: int, seed: int) -> None:
    """It chooses the ranks itself; what is counted before comes near what it makes of them."""
    diagram = composed(tangled(size, seed))
    place = {card.id: n for n, card in enumerate(diagram.cards)}
    lines = [(place[a.source], place[a.target]) for a in told(diagram).arrows]
    real = passed(size, lines, chosen_ranks(dot_of(diagram), size))
    assert real / 2 < passed(size, lines) < 2 * real


def test_all_transitions_are_told_where_they_are_few() -> None:
    diagram = composed(tangled(30))
    assert told(diagram) == ([a for a in diagram.arrows if a.source != a.target], False)


@pytest.mark.parametrize("most", [40, 60, 100, 200])
def test_the_most_probable_ones_are_told_within_the_count(most: int) -> None:
    """As many as fit, by turns: nobody's second before everybody's first."""
    diagram = composed(tangled(40))
    arrows, fewer = told(diagram, most=most)
    place = {card.id: n for n, card in enumerate(diagram.cards)}
    assert fewer
    assert 40 + passed(40, [(place[a.source], place[a.target]) for a in arrows]) <= most
    turns = [
        sorted(own, key=lambda a: -a.probability).index(arrow)
        for arrow in arrows
        for own in [[a for a in diagram.arrows if a.source == arrow.source != a.target]]
    ]
    assert turns == sorted(turns)
    assert max(turns) < FEW


def test_columns_that_are_kept_are_counted_as_they_are() -> None:
    """Between two columns no line passes a third."""
    diagram = composed(tangled(40))
    ids = [card.id for card in diagram.cards]
    assert not told(diagram, [ids[:20], ids[20:]], most=40).fewer
    assert told(diagram, [[id] for id in ids], most=100).fewer


def test_a_tangle_is_drawn_from_what_was_told_and_says_so() -> None:
    """Whatever the engine: it hears of little enough, and the picture has every line."""
    heard = []

    def layout(dot: str) -> str:
        heard.append(dot)
        cards = dict.fromkeys(re.findall(r"^\t(p\d+)$", dot, re.M))
        placed = [{"name": name, "pos": f"{72 * n},0"} for n, name in enumerate(cards)]
        return json.dumps({"objects": placed})

    journey = tangled(100)
    transitions = sum(len(point.next) for point in journey.touchpoints)
    picture = drawn(journey, Look(layout=layout), "svg")
    assert heard[0].count("->") < transitions
    assert picture.note is not None
    assert translate(picture.note, "en").startswith(f"{transitions} transitions are too many")
    assert "cards are placed by some of them" in picture.content.decode()
    assert picture.content.count(b'data-probability="') == transitions
