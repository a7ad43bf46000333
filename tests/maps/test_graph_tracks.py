"""The tracks of lines that run side by side."""

from hypothesis import given
from hypothesis import strategies as st

from cjm.maps.views.graph.layout.tracks import Tracks

SPANS = st.tuples(st.integers(0, 30), st.integers(0, 30)).map(lambda span: tuple(sorted(span)))


@given(st.lists(SPANS, max_size=60))
def test_every_line_takes_the_first_track_that_is_free_all_the_way(spans):
    tracks = Tracks()
    lines: list[set[int]] = []
    for first, last in spans:
        places = set(range(first, last + 1))
        free = next((i for i, taken in enumerate(lines) if not taken & places), len(lines))
        lines[free:] = [lines[free] | places if free < len(lines) else places, *lines[free + 1 :]]
        assert tracks.take(first, last) == free
    assert tracks.count == len(lines)
