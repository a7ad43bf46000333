"""Which ends become exits of a journey."""

from __future__ import annotations

from cjm.data.logs.counting import counts_of
from cjm.data.logs.exits import own_exits
from cjm.journey.paths import CountedPath


def exits_of(*paths, outcomes=None):
    """The exits of paths of touchpoints of one letter, and those nobody named."""
    counts = counts_of([CountedPath(tuple(path), 1) for path in paths])
    exits, taken = own_exits(counts, sorted(counts.visits), outcomes or {})
    return [tuple(exit) for exit in exits], list(taken)


def test_an_end_that_some_leave_again_gets_an_exit_of_its_own():
    """One that everybody leaves or stays at needs none."""
    outcomes = {"b": "success", "c": "failure", "a": "neutral"}
    exits, taken = exits_of("ab", "abc", "ab", outcomes=outcomes)
    assert (exits, taken) == ([("b-end", "b", "success", 2)], [])


def test_where_no_exit_can_be_reached_the_end_of_most_becomes_one():
    """Else customers would go round and drop off, and never arrive."""
    exits, taken = exits_of("aa", "aba", "b")
    assert (exits, taken) == ([("a-end", "a", None, 2)], ["a"])


def test_each_part_without_an_exit_gets_one():
    """Two rounds that do not meet."""
    assert exits_of("aa", "bb")[1] == ["a", "b"]


def test_an_id_that_is_taken_is_not_given_twice():
    """The log has a touchpoint of that name."""
    counts = counts_of([CountedPath(("b", "b-end", "b"), 1), CountedPath(("b",), 1)])
    exits, _ = own_exits(counts, ("b", "b-end"), {"b": "success"})
    assert [exit.id for exit in exits] == ["b-end-2"]
