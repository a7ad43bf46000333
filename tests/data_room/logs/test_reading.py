"""A log read: the worked example, and any log against a count by plain Python."""

from __future__ import annotations

from datetime import date
from itertools import groupby

import pytest
from event_logs import EXAMPLE, Event, brute_count, cases_of, quantile, typed_events, typed_log
from hypothesis import given, settings
from hypothesis import strategies as st

from cjm.data.definition import Asked, Events, Rows
from cjm.data.engine import local_engine
from cjm.data.left_out import Reason
from cjm.data.logs.counting import counts_of, positions_of
from cjm.data.logs.events import events_of, without_repeats, words_and_extent_of
from cjm.data.logs.packed import Packed, layout_of
from cjm.data.logs.reading import LogOptions, read_log
from cjm.data.logs.standard import Standard
from cjm.data.logs.words import named
from cjm.errors import CjmError

HOUR = 3600


def source(**keys):
    """What a definition says of a log."""
    return Events("shop", Rows("log.csv"), **keys)


def read(events, asked=None, keys=(), **options):
    """A log of events made by hand, read."""
    with typed_log(events) as typed:
        return read_log(typed, source(**dict(keys)), asked or Asked(), LogOptions(**options))


def coded(typed, ordered=False):
    """Events with codes, as each way begins with them."""
    words, extent = words_and_extent_of(typed)
    return events_of(typed, named([word.word for word in words], {}), extent, ordered)


def test_the_worked_example():
    """Counts, waits, positions and paths of five customers."""
    log = read(EXAMPLE)
    assert log.counts.visits == {"search": 5, "cart": 4, "pay": 3}
    assert log.counts.starts == {"search": 4, "cart": 1}
    assert log.counts.ends == {"search": 1, "cart": 1, "pay": 3}
    assert log.counts.moves == {
        ("search", "cart"): 3,
        ("search", "search"): 1,
        ("cart", "pay"): 3,
    }
    assert {move: tuple(wait) for move, wait in log.waits.items()} == {
        ("search", "cart"): (3, 260, 120, pytest.approx(552)),
        ("search", "search"): (1, 180, 180, 180),
        ("cart", "pay"): (3, 80, 60, pytest.approx(168)),
    }
    assert [(path.touchpoints, path.cases) for path in log.paths] == [
        (("search", "cart", "pay"), 2),
        (("cart", "pay"), 1),
        (("search",), 1),
        (("search", "search", "cart"), 1),
    ]
    assert positions_of(log.paths) == {
        "search": (1, 4),
        "cart": (2, 4),
        "pay": (pytest.approx(8 / 3), 3),
    }
    assert (log.cases, log.events, log.ties, log.repeated) == (5, 12, 1, 0)
    assert log.days == (date(1970, 1, 1), date(1970, 1, 1))


def test_moves_are_in_order_of_their_first_row():
    """The row that ends a move, not the case it is of, says when it first appears."""
    log = read([Event("x", "a", 0), Event("y", "b", 1), Event("y", "a", 2), Event("x", "b", 3)])
    assert list(log.waits) == [("b", "a"), ("a", "b")]


WORDS = st.sampled_from("abcd")
EVENTS = st.lists(
    st.builds(
        Event,
        case=st.sampled_from(("1", "2", "3", "NA", "007")),
        word=WORDS,
        at=st.integers(0, 6).map(lambda n: n * 0.25) | st.sampled_from((4e9, -4e9)),
        ord=st.none() | st.sampled_from((9.0, 10.0, -1.0, 0.5)),
    ),
    min_size=1,
    max_size=30,
)


@pytest.fixture(scope="module", name="engine")
def one_engine():
    """One engine for the many small logs of this module."""
    with local_engine("discover", threads=1) as engine:
        yield engine


def close(one, other):
    """Whether two ways give the same moves: counts equal, quantiles but for the noise of floats."""
    one, other = sorted(one), sorted(other)
    exact = [row[:4] + row[6:] for row in one] == [row[:4] + row[6:] for row in other]
    near = [row[4:6] for row in one] == [pytest.approx(row[4:6], rel=1e-12) for row in other]
    return exact and near


FEW = settings(max_examples=25)
"""Each example is a dozen of queries."""


@FEW
@given(
    EVENTS,
    st.booleans(),
    st.booleans(),
    st.booleans(),
    st.sampled_from((None, 1, 2)),
    st.sampled_from((0, 1e-3, 1e-6)),
    st.booleans(),
)
def test_the_ways_agree(engine, events, ordered, collapse, repeats, kept, step, is_wide):
    """Packed numbers, long and short, and standard SQL give the same paths, moves and waits."""
    events = [event._replace(at=event.at + n % 3 * step) for n, event in enumerate(events)]
    found = coded(typed_events(engine, events), ordered)
    found = found if repeats else without_repeats(found)
    layout = layout_of(found)
    layout = layout._replace(is_wide=is_wide or layout.is_wide)
    packed, standard = Packed(found, layout, collapse), Standard(found, collapse)
    paths = packed.paths(3)
    assert paths == standard.paths(3)
    assert close(packed.moves(kept), standard.moves(kept))
    conserved(counts_of(paths), paths)


def conserved(counts, paths):
    """Σ_b n(a→b) + ends(a) = n(a), and as many cases start as end."""
    for id, visits in counts.visits.items():
        onward = sum(n for (source, _), n in counts.moves.items() if source == id)
        assert onward + counts.ends[id] == visits
    assert sum(counts.ends.values()) == counts.cases == sum(path.cases for path in paths)


@FEW
@given(EVENTS, st.booleans(), st.booleans())
def test_any_log_is_counted_as_plain_python_does(engine, events, ordered, collapse):
    """Paths, visits, starts, ends, moves with waits and positions.

    Visits to a touchpoint in a row are one on request: its time is the first one's.
    """
    found = coded(typed_events(engine, events), ordered)
    way = Packed(found, layout_of(found), collapse)
    paths = way.paths(None)
    counts = counts_of(paths)
    cases = cases_of(event if ordered else event._replace(ord=None) for event in events)
    if collapse:
        for case, own in cases.items():
            cases[case] = [next(same) for _, same in groupby(own, key=lambda event: event.word)]
    brute = brute_count(cases)
    assert {path.touchpoints: path.cases for path in paths} == brute.paths
    assert counts.visits == brute.visits
    assert counts.starts == brute.starts
    assert counts.ends == brute.ends
    assert positions_of(paths) == {id: pytest.approx(p) for id, p in brute.positions.items()}
    assert counts.moves == {move: len(waits) for move, waits in brute.waits.items()}
    for row in way.moves(None):
        waits = brute.waits[found.ids[row.source], found.ids[row.target]]
        quantiles = [quantile(waits, share) for share in (0.5, 0.95)]
        expected = (len(waits), sum(waits) / len(waits), *quantiles)
        assert row.wait == pytest.approx(expected, rel=1e-9, abs=1e-6)
        assert row.ties == waits.count(0)


def test_repeats_are_counted_and_dropped_on_request():
    """A row equal in case, touchpoint and time; ties of different touchpoints stay."""
    events = [*EXAMPLE, EXAMPLE[0], EXAMPLE[0]]
    log = read(events)
    assert (log.events, log.repeated, log.ties, log.left_out) == (14, 2, 3, {})
    dropped = read(events, drop_repeats=True)
    assert dropped.counts == read(EXAMPLE).counts
    assert (dropped.repeated, dropped.ties) == (2, 1)
    assert {name: reason.rows for name, reason in dropped.left_out.items()} == {"repeated event": 2}


def test_what_collapse_takes_together_is_counted():
    """Rows read are events and rows left out."""
    log = read(EXAMPLE, collapse=True)
    assert log.events == 11
    assert log.left_out["consecutive visit"].rows == 1


def test_days_are_those_of_the_timezone():
    """An event at half past ten in the evening in London is one of the next day in Moscow."""
    events = [Event("x", "a", 22.5 * HOUR), Event("x", "b", 23.5 * HOUR)]
    assert read(events, Asked(timezone="Europe/Moscow")).days == (date(1970, 1, 2),) * 2


def test_cover_keeps_the_most_frequent_paths():
    """As few as carry the share; what they do not carry is left out of every figure."""
    log = read(EXAMPLE, cover=0.4)
    assert [path.touchpoints for path in log.paths] == [("search", "cart", "pay")]
    assert (log.cases, log.events) == (2, 6)
    assert {move: wait.n for move, wait in log.waits.items()} == {
        ("search", "cart"): 2,
        ("cart", "pay"): 2,
    }
    assert log.left_out["on a rare path"].rows == 6
    assert len(read(EXAMPLE, cover=0.41).paths) == 2
    assert read(EXAMPLE, cover=1.0).counts == read(EXAMPLE).counts


def test_ties_go_to_the_earlier_path():
    """Touchpoints compared by code point, a path before the longer one that begins like it."""
    events = [
        Event(c, w, i) for c, p in (("1", "bB"), ("2", "b"), ("3", "ab")) for i, w in enumerate(p)
    ]
    keys = {"touchpoints": {"ä": ["a"], "b": [], "B": []}}
    assert [path.touchpoints for path in read(events, keys=keys).paths] == [
        ("b",),
        ("b", "B"),
        ("ä", "b"),
    ]


def test_cases_that_may_not_be_over_are_counted():
    """Their last event lies within the days asked for of the last event of all."""
    log = read(EXAMPLE, open_days=1.5 / 24)
    assert {path.touchpoints: path.open for path in log.paths} == {
        ("search", "cart", "pay"): 0,
        ("cart", "pay"): 1,
        ("search",): 0,
        ("search", "search", "cart"): 1,
    }


def test_failures_are_counted_where_the_source_names_them():
    """In events and in cases; where it names none it is not known, which is not 0."""
    events = [
        Event("x", "pay", 0, failed=True),
        Event("x", "pay", 1, failed=True),
        Event("x", "ship", 2, failed=False),
        Event("y", "pay", 0, failed=None),
    ]
    assert read(events).failed is None
    log = read(events, keys={"failed": "status = 'error'"})
    assert log.failed == {"pay": (2, 1)}


@pytest.mark.parametrize(
    ("options", "failures"),
    [
        ({}, {"a": (6, 2), "b": (1, 1)}),
        ({"drop_repeats": True}, {"a": (4, 2), "b": (1, 1)}),
        ({"collapse": True}, {"a": (3, 2), "b": (1, 1)}),
        ({"collapse": True, "drop_repeats": True}, {"a": (2, 2), "b": (1, 1)}),
    ],
)
def test_as_many_fail_at_most_as_count(options, failures):
    """Of repeated rows the first tells; of visits taken for one it fails where any of them did."""
    events = [
        Event("x", "a", 0, failed=True),
        Event("x", "a", 0, failed=True),
        Event("x", "a", 1, failed=True),
        Event("x", "b", 2, failed=False),
        Event("x", "b", 3, failed=True),
        Event("x", "a", 4, failed=False),
        Event("x", "a", 4, failed=True),
        Event("y", "b", 0, failed=False),
        Event("y", "a", 1, failed=True),
        Event("y", "a", 2, failed=True),
    ]
    log = read(events, keys={"failed": "status = 'error'"}, **options)
    assert log.failed == failures
    assert all(failed.events <= log.counts.visits[id] for id, failed in log.failed.items())


def test_the_order_given_decides_between_events_at_one_time():
    """Events without a place come behind those with one; without such a column rows decide."""
    events = [Event("x", "b", 0, 10), Event("x", "a", 0, 9), Event("x", "c", 0)]
    assert read(events, keys={"order": "seq"}).paths[0].touchpoints == ("a", "b", "c")
    assert read(events).paths[0].touchpoints == ("b", "a", "c")


def test_what_does_not_fit_into_packed_numbers_is_read_the_standard_way():
    """All of time by the microsecond, and an order of its own for billions of rows."""
    with typed_log(EXAMPLE) as typed:
        found = coded(typed, ordered=True)
        extent = found.extent._replace(rows=1 << 40, latest=1 << 58)
        assert layout_of(found._replace(extent=extent)) is None


@pytest.mark.parametrize(
    ("step", "unit", "is_wide"),
    [(0, 1_000_000, False), (1e-3, 1_000, False), (1e-6, 1, False), (4e9, 1_000_000, False),
     (4e9 + 1e-6, 1, True)],
)  # fmt: skip
def test_numbers_are_short_where_times_are_round(step, unit, is_wide):
    """Time is counted in what all of them are whole numbers of since the first one."""
    events = [Event("a", "x", 0.5), Event("a", "y", 7.5 + step), Event("b", "x", 9.5)]
    with typed_log(events) as typed:
        found = coded(typed)
        extent = found.extent._replace(rows=1 << 10)
        layout = layout_of(found._replace(extent=extent))
        assert (layout.unit, layout.is_wide) == (unit, is_wide)


def test_more_touchpoints_than_can_be_are_refused():
    """The mapping names the wrong column."""
    with typed_log(EXAMPLE) as typed:
        words = "SELECT *, 'w' || range AS word2 FROM range(65536), log WHERE \"row\" = 1"
        many = typed._replace(select=f"SELECT * REPLACE (word2 AS word) FROM ({words})")
        with pytest.raises(CjmError, match="more than 65535 different touchpoints"):
            read_log(many, source(), Asked())


@pytest.mark.parametrize(
    ("events", "said"),
    [
        ([], "no event that counts"),
        ([Event("x", "a", 0), Event("y", "b", 0)], "every case of shop has one event"),
    ],
)
def test_what_gives_no_journey_is_said(events, said):
    """No event, or one in each case."""
    with pytest.raises(CjmError, match=said):
        read(events)


def test_a_period_without_a_case_is_said():
    """And how cases belong to periods."""
    with typed_log([]) as typed, pytest.raises(CjmError, match="no case of shop begins") as caught:
        read_log(typed._replace(left_out={"outside the period": Reason(4)}), source(), Asked())
    assert "by the day of its first event" in str(caught.value.help)
