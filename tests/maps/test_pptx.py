"""A presentation: shapes that can be edited, glued lines, a chart, notes, 9 points at least."""

import io
from pathlib import Path

import pytest
from pptx import Presentation
from pptx.util import Pt

import cjm
from cjm.errors import UsageError

JOURNEYS = Path(__file__).parents[2] / "journeys"
TAXI = JOURNEYS / "business-taxi.yaml"


def opened(content):
    """The presentation in some bytes."""
    return Presentation(io.BytesIO(content))


@pytest.fixture(scope="module")
def taxi():
    """The taxi's slides."""
    return opened(cjm.render(TAXI, format="pptx"))


def groups(slide):
    """The groups of a slide by their names."""
    return {shape.name: shape for shape in slide.shapes if shape.shape_type == 6}


def shapes_of(shapes):
    """All shapes, those in groups too."""
    for shape in shapes:
        yield shape
        if shape.shape_type == 6:
            yield from shapes_of(shape.shapes)


def paragraphs_of(presentation):
    """Every paragraph that is seen on some slide."""
    for slide in presentation.slides:
        for shape in shapes_of(slide.shapes):
            if shape.has_text_frame:
                yield from shape.text_frame.paragraphs
            if getattr(shape, "has_table", False):
                for row in shape.table.rows:
                    for cell in row.cells:
                        yield from cell.text_frame.paragraphs


def long_journey(count):
    """A journey of so many touchpoints in a row."""
    points = {
        f"t{n}": {"expectation": 8, "experience": n % 9, "next": f"t{n + 1}"} for n in range(count)
    }
    points[f"t{count}"] = {"expectation": 8, "experience": 8}
    stages = [f"s{n}" for n in range(1 + count // 6)]
    for n, point in enumerate(points.values()):
        point["stage"] = stages[min(n // 6, len(stages) - 1)]
    return cjm.from_dict({"cjm": 1, "stages": stages, "touchpoints": points})


def test_slides_are_wide_and_each_has_a_title(taxi):
    assert (taxi.slide_width, taxi.slide_height) == (Pt(960), Pt(540))
    titles = [slide.shapes.title.text for slide in taxi.slides]
    assert titles[0] == "Такси бизнес-класса"
    assert titles[1].startswith("Такси бизнес-класса · Карта")
    assert titles[-1] == "Такси бизнес-класса · Моменты истины"


def test_every_share_is_told_and_covers_no_part_of_a_card():
    """Neither its text nor its star nor its C; the bakery has a line around others."""
    slide = opened(cjm.render(JOURNEYS / "bakery.as-is.yaml", format="pptx")).slides[0]
    shares = [s for s in slide.shapes if s.has_text_frame and s.text_frame.text.endswith("\xa0%")]
    assert sorted(s.text_frame.text[:2] for s in shares) == ["15", "25", "75", "80", "84"]
    parts = [part for group in groups(slide).values() for part in group.shapes]
    assert not [s.text_frame.text for s in shares if any(cover(s, part) for part in parts)]


def cover(one, other):
    """Whether two shapes lie over each other."""
    return (
        one.left < other.left + other.width
        and other.left < one.left + one.width
        and one.top < other.top + other.height
        and other.top < one.top + one.height
    )


def test_each_touchpoint_is_one_group_named_by_its_id(taxi):
    journey = cjm.load(TAXI)
    found = groups(taxi.slides[0])
    assert set(found) == {point.id for point in journey.touchpoints}
    texts = [shape.text_frame.text for shape in found["ride-rough"].shapes]
    assert "Поездка с раздражением\nО 8 · В 3" in texts[0]
    assert "−5" in texts


def test_lines_are_connectors_glued_to_both_touchpoints(taxi):
    slide = taxi.slides[0]
    owners = {s.shape_id: name for name, g in groups(slide).items() for s in g.shapes}
    glued = {}
    for shape in slide.shapes:
        if shape._element.tag.endswith("cxnSp"):
            ends = shape._element.xpath(".//a:stCxn/@id | .//a:endCxn/@id")
            glued[shape.name] = {owners[int(end)] for end in ends}
    journey = cjm.load(TAXI)
    assert glued == {
        f"{point.id} → {way.to}": {point.id, way.to}
        for point in journey.touchpoints
        for way in point.next
    }


def test_the_curve_is_a_chart_over_its_columns(taxi):
    charts = [s.chart for slide in taxi.slides for s in slide.shapes if s.has_chart]
    gaps = [value for chart in charts for value in chart.plots[0].series[-1].values]
    journey = cjm.load(TAXI)
    expected = [p.experience.score - p.expectation.score for p in journey.touchpoints]
    assert gaps == expected


def test_notes_hold_the_figures(taxi):
    notes = taxi.slides[0].notes_slide.notes_text_frame.text
    assert "Поездка с раздражением: ожидание 8, восприятие 3, сервис −5" in notes
    assert "Заказ в приложении → Подача машины: 92\xa0%" in notes


def test_moments_of_truth_stand_in_a_table_the_worst_first(taxi):
    (table,) = (shape.table for shape in taxi.slides[-1].shapes if shape.has_table)
    rows = [[cell.text for cell in row.cells] for row in table.rows]
    assert rows[0][1:4] == ["О", "В", "С"]
    assert rows[1][:4] == ["Поездка с раздражением\n3. Поездка", "8", "3", "−5"]


@pytest.mark.parametrize("journey", [TAXI, long_journey(40)], ids=["taxi", "long"])
def test_no_text_is_smaller_than_9_points(journey):
    presentation = opened(cjm.render(journey, format="pptx"))
    sizes = {run.font.size for p in paragraphs_of(presentation) for run in p.runs}
    assert min(sizes) == Pt(9)


def test_a_long_journey_takes_several_slides_and_says_where_it_goes_on():
    presentation = opened(cjm.render(long_journey(60), format="pptx"))
    graphs = [groups(slide) for slide in presentation.slides if groups(slide)]
    assert len(graphs) > 1
    names = [name for found in graphs for name in found]
    assert sorted(names) == sorted(f"t{n}" for n in range(61))
    inside = (Pt(0), Pt(960), Pt(540))
    for found in graphs:
        for group in found.values():
            assert group.left >= inside[0]
            assert group.left + group.width <= inside[1]
            assert group.top + group.height <= inside[2]
    texts = " ".join(p.text for p in paragraphs_of(presentation))
    assert "→ slide 2: 100%" in texts


def test_a_journey_without_scores_or_moments_is_drawn():
    bare = cjm.loads("cjm: 1\ntitle: Bare\ntouchpoints: {a: {next: b}, b: {}}")
    presentation = opened(cjm.render(bare, format="pptx"))
    assert presentation.slides[0].shapes.title.text == "Bare"


def test_the_same_journey_gives_the_same_bytes():
    one, other = (cjm.render(TAXI, format="pptx") for _ in range(2))
    assert one == other


def test_what_slides_do_not_show_is_refused():
    with pytest.raises(UsageError, match="has the graph and the map both"):
        cjm.render(TAXI, format="pptx", view="map")
