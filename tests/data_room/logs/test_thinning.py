"""Thinning: which moves, starts and touchpoints are too rare."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cjm.data.logs.counting import Counts, counts_of
from cjm.data.logs.covering import covering
from cjm.data.logs.thinning import thinned
from cjm.journey.paths import CountedPath


def paths_of(**cases):
    """Paths of touchpoints of one letter, with how many cases went them, most frequent first."""
    paths = [CountedPath(tuple(path), n) for path, n in cases.items()]
    return sorted(paths, key=lambda path: (-path.cases, path.touchpoints))


def thin(share, order=None, **cases):
    """What is kept of such paths, and what is not."""
    counts = counts_of(paths_of(**cases))
    moves = [tuple(move) for move in order or ()] or list(counts.moves)
    return thinned(counts, moves, share)


def test_the_worked_example():
    """A quarter leaves out the search repeated and the start at the cart."""
    kept, left = thin(0.25, scp=2, ssc=1, cp=1, s=1)
    assert kept.moves == {("s", "c"): 3, ("c", "p"): 3}
    assert (kept.starts, kept.ends) == ({"s": 4}, {"s": 1, "c": 1, "p": 3})
    assert (left.moves, left.starts, left.touchpoints) == ({("s", "s"): 1}, {"c": 1}, {})


def test_a_share_means_what_is_written():
    """7 of 100 is not less than 0.07, though in floats 0.07 · 100 is a little more than 7."""
    assert not thin(0.07, ab=93, ac=7)[1].moves
    assert thin(0.071, ab=93, ac=7)[1].moves == {("a", "c"): 7}
    assert covering(paths_of(a=7, b=3), 0.7) == 1


def test_the_most_frequent_move_stays():
    """However rare; of equal ones the one that appears first."""
    kept, _ = thin(0.9, ["ac", "ab"], ab=1, ac=1, a=8)
    assert kept.moves == {("a", "c"): 1}


def test_the_most_frequent_start_stays():
    """A journey begins somewhere."""
    kept, left = thin(0.9, ab=3, ba=2, cb=2)
    assert (kept.starts, left.starts) == ({"a": 3}, {"b": 2, "c": 2})


def test_what_no_start_leads_to_goes():
    """With its moves, which are told too."""
    kept, left = thin(0.2, abc=9, adbc=1)
    assert set(kept.visits) == {"a", "b", "c"}
    assert left.touchpoints == {"d": 1}
    assert left.moves == {("a", "d"): 1, ("d", "b"): 1}


def test_a_way_out_stays_where_nobody_could_leave():
    """The most frequent one: a map without it would be a trap, which no log can be."""
    round_trips = "ab" * 50
    kept, left = thin(0.05, **{round_trips + "c": 1, round_trips + "ac": 1})
    assert left.restored == {("a", "c"): 1}
    assert kept.moves == {("a", "b"): 100, ("b", "a"): 99, ("a", "c"): 1}
    assert left.moves == {("b", "c"): 1}


PATHS = st.lists(
    st.tuples(st.text("abcd", min_size=1, max_size=6), st.integers(1, 9)),
    min_size=1,
    max_size=8,
    unique_by=lambda pair: pair[0],
).map(lambda pairs: paths_of(**dict(pairs)))


@given(PATHS, st.floats(0, 1))
def test_nothing_is_lost_unseen(paths, share):
    """What is kept and what is told add up to what there was; everybody who comes can leave."""
    counts = counts_of(paths)
    kept, left = thinned(counts, list(counts.moves), share)
    for whole, part, rest in (
        (counts.moves, kept.moves, left.moves),
        (counts.starts, kept.starts, left.starts),
        (counts.visits, kept.visits, left.touchpoints),
    ):
        assert {**part, **rest} == whole
        assert not part.keys() & rest.keys()
    assert can_leave(kept)
    assert thinned(counts, list(counts.moves), 0.0)[0] == counts


def can_leave(kept: Counts):
    """Whether every touchpoint leads to one where cases end."""
    leaving = set(kept.ends)
    for _ in kept.visits:
        leaving |= {source for source, target in kept.moves if target in leaving}
    return leaving >= set(kept.visits)


@given(PATHS, st.floats(0, 1))
def test_cover_takes_as_few_paths_as_it_needs(paths, share):
    """With one path fewer they carry less than the share."""
    cases = [path.cases for path in paths]
    kept = covering(paths, share)
    assert sum(cases[:kept]) >= share * sum(cases) - 1e-9
    assert kept == 1 or sum(cases[: kept - 1]) < share * sum(cases)


@pytest.mark.parametrize("share", [0.0, 1.0])
def test_covers_at_the_ends(share):
    """All cases need all paths; none need the most frequent one, since a journey has one."""
    assert covering(paths_of(a=2, b=1), share) == (2 if share else 1)
