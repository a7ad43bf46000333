"""A journey from a log: its file, its figures, and what is kept beside it."""

from __future__ import annotations

from textwrap import dedent

import pytest
import yaml
from event_logs import EXAMPLE, Event, cases_of, typed_events, typed_log
from hypothesis import assume, given, settings
from hypothesis import strategies as st

import cjm
from cjm.data.definition import Asked, Events, Rows
from cjm.data.engine import local_engine
from cjm.data.logs.discovering import DiscoverOptions
from cjm.data.logs.making import made_of
from cjm.data.logs.reading import LogOptions, read_log
from cjm.errors import CjmError, UsageError


def source(**keys):
    """What a definition says of a log."""
    return Events("shop", Rows("log.csv"), **keys)


def discovered(events=EXAMPLE, keys=(), **options):
    """The journey of events made by hand."""
    with typed_log(events) as typed:
        return made(typed, source(**dict(keys)), DiscoverOptions(**options))


def made(typed, source, options):
    """The journey of typed events."""
    how = LogOptions(options.drop_repeats, options.collapse, options.cover)
    return made_of(read_log(typed, source, Asked(), how), source, options)


def test_the_worked_example():
    """The whole file."""
    assert discovered().text == dedent(
        """\
        cjm: 1
        id: shop
        title: shop
        customers: {value: 5}
        start: {search: 0.8, cart: 0.2}
        touchpoints:
          search:
            title: search
            next: {cart: {probability: 0.6, wait: 2 min}, search: {probability: 0.2, wait: 3 min}}
          cart: {title: cart, next: {pay: {probability: 0.75, wait: 1 min}}}
          pay: {title: pay}
        x-discovered:
          source: shop
          cases: 5
          events: 12
          period: {from: 1970-01-01, to: 1970-01-01}
          paths: 4
          waits:
            search:
              cart: {n: 3, mean: 260, median: 120, p95: 552}
              search: {n: 1, mean: 180, median: 180, p95: 180}
            cart: {pay: {n: 3, mean: 80, median: 60, p95: 168}}
          left_out: {}
        """
    )


def test_the_worked_example_thinned():
    """What is left out is told with its counts; what is kept shares what is left."""
    found = discovered(min_share=0.25)
    assert found.data["start"] == "search"
    assert found.data["touchpoints"]["search"]["next"] == {
        "cart": {"probability": 0.75, "wait": "2 min"}
    }
    assert found.ending("search") == 0.25
    assert found.data["x-discovered"]["left_out"] == {
        "transitions": {"search": {"search": 1}},
        "starts": {"cart": 1},
    }


def test_paths_that_are_not_covered_are_told():
    """In paths, cases and events."""
    found = discovered(cover=0.4)
    assert found.data["customers"] == {"value": 2}
    assert found.data["x-discovered"]["paths"] == 1
    assert found.data["x-discovered"]["left_out"] == {
        "on a rare path": 6,
        "paths": {"count": 3, "cases": 3},
    }


def test_outcomes_say_which_ends_are_no_loss():
    """An exit gets its outcome; an end that some leave again gets an exit of its own."""
    found = discovered(keys={"outcomes": {"pay": "success", "cart": "failure"}})
    points = found.data["touchpoints"]
    assert points["pay"] == {"title": "pay", "outcome": "success"}
    assert points["cart"]["next"] == {
        "pay": {"probability": 0.75, "wait": "1 min"},
        "cart-end": 0.25,
    }
    assert points["cart-end"] == {"title": "cart: end", "outcome": "failure"}


def test_titles_made_here_are_in_the_language():
    """Those of the log stay as they are."""
    keys = {"outcomes": {"cart": "failure"}}
    found = discovered(keys=keys, language="ru", stages=2)
    assert found.data["touchpoints"]["cart-end"]["title"] == "cart: конец"
    assert found.data["stages"] == {"stage-1": "Этап 1", "stage-2": "Этап 2"}


def test_stages_are_cut_or_named():
    """By the option as many as it says; by the mapping those that something is in."""
    keys = {"stages": {"look": ("search", "gone"), "buy": ("cart", "pay"), "none": ("gone",)}}
    named = discovered(keys=keys)
    assert list(named.data["stages"]) == ["look", "buy"]
    assert [point["stage"] for point in named.data["touchpoints"].values()] == [
        "look",
        "buy",
        "buy",
    ]
    cut = discovered(keys=keys, stages=2)
    assert [point["stage"] for point in cut.data["touchpoints"].values()] == [
        "stage-1",
        "stage-2",
        "stage-2",
    ]


def test_an_outcome_of_nothing_is_told():
    """A slip in the definition would else go unseen."""
    [note] = discovered(keys={"outcomes": {"payment": "success"}}).notes
    assert "payment" in str(note)


def test_where_no_exit_is_reached_that_is_told():
    """And how to say which ends are no loss."""
    found = discovered([Event("x", "a", 0), Event("x", "a", 1), Event("y", "a", 0)])
    assert found.data["touchpoints"]["a"]["next"] == {
        "a": {"probability": 0.333333, "wait": "1 s"},
        "a-end": 0.666667,
    }
    assert found.data["touchpoints"]["a-end"] == {"title": "a: end"}
    assert "outcomes" in str(found.notes[0])


# ---- any log --------------------------------------------------------------------------------

HOSTILE = st.text(max_size=12) | st.sampled_from(
    (
        '"',
        "'",
        "a: b",
        "- x",
        "{",
        "#",
        "y",
        "null",
        "1.5",
        "\n",
        "a\nb",
        "\u200b",
        "\x00",
        "🎉",
        "—" * 300,
    )
)
EVENTS = st.lists(
    st.builds(
        Event,
        case=st.sampled_from("123456"),
        word=st.sampled_from("abcde") | HOSTILE,
        at=st.integers(0, 9) | st.integers(0, 10**9),
    ),
    min_size=3,
    max_size=30,
)


@pytest.fixture(scope="module", name="engine")
def one_engine():
    """One engine for the many small logs of this module."""
    with local_engine("discover", threads=1) as engine:
        yield engine


def cases_move(events):
    """Whether some case visits two different touchpoints."""
    return any(len({e.word for e in case}) > 1 for case in cases_of(events).values())


@settings(max_examples=40)
@given(
    EVENTS,
    st.none() | st.floats(0, 1),
    st.none() | st.floats(0, 1),
    st.booleans(),
    st.sampled_from(({}, {"a": "success"}, {"a": "failure", "b": "neutral"})),
)
def test_whatever_the_log_its_journey_has_no_error(engine, events, cover, share, collapse, ends):
    """But that nobody measured it; and its probabilities sum to 1 with what drops off."""
    typed = typed_events(engine, events)
    options = DiscoverOptions(collapse=collapse, cover=cover, min_share=share)
    assume(len({event.case for event in events}) < len(events))
    assume(not collapse or cases_move(events))
    found = made(typed, source(outcomes=ends), options)
    journey = found.journey
    report = cjm.check(journey)
    assert not [f for f in report.findings if f.severity.value == "error"], found.text
    figures = cjm.analyze(journey)
    for point in found.order:
        onward = sum(t.probability for t in journey[point.id].next)
        left = (
            0 if point.id in {exit.touchpoint for exit in found.exits} else found.ending(point.id)
        )
        assert onward == pytest.approx((1 - left) if journey[point.id].next else 0, abs=1e-4)
        assert figures[point.id].visits > 0
    again = made(typed, source(outcomes=ends), options)
    assert again.text == found.text


# ---- what is kept ---------------------------------------------------------------------------

WRITTEN = """\
cjm: 1
id: my-shop
title: My shop
owner: sales
x-note: ours
metrics: {nps: 40}
touchpoints:
  search: {title: Looking around, expectation: 8, experience: 7, next: cart, x-page: /s}
  cart: {expectation: 7, experience: 5, outcome: failure}
  help: {expectation: 6, experience: 6}
improvements:
  chat: {lifts: {help: 2, cart: 1}}
  faq: {lifts: {help: 1}}
waivers:
  - {rule: negative-gap, touchpoint: help, reason: known}
"""


@pytest.fixture(name="written")
def written_before(tmp_path):
    """A journey that people wrote."""
    path = tmp_path / "shop.yaml"
    path.write_text(WRITTEN, encoding="utf-8")
    return str(path)


def test_what_people_wrote_is_kept(written):
    """Everything but where it starts, which touchpoints there are, and where they lead."""
    found = discovered(keep=written)
    data, points = found.data, found.data["touchpoints"]
    assert (data["id"], data["title"], data["owner"], data["x-note"]) == (
        "my-shop",
        "My shop",
        "sales",
        "ours",
    )
    assert data["start"] == {"search": 0.8, "cart": 0.2}
    assert points["search"] == {
        "title": "Looking around",
        "next": {
            "cart": {"probability": 0.6, "wait": "2 min"},
            "search": {"probability": 0.2, "wait": "3 min"},
        },
        "expectation": 8,
        "experience": 7,
        "x-page": "/s",
    }
    assert points["pay"] == {"title": "pay"}
    assert found.journey["cart"].experience.score == 5


def test_an_outcome_that_was_written_is_kept_where_some_go_on(written):
    """As an exit of its own."""
    points = discovered(keep=written).data["touchpoints"]
    assert "outcome" not in points["cart"]
    assert points["cart-end"]["outcome"] == "failure"


def test_what_cannot_be_kept_is_told(written):
    """A touchpoint that is not in the log, and what was planned for it alone."""
    found = discovered(keep=written)
    assert found.data["improvements"] == {"chat": {"lifts": {"cart": 1}}}
    assert "waivers" not in found.data
    assert [str(note) for note in found.notes] == [
        "help is not in the log; what was written of it is not kept",
        "improvement faq lifts nothing that is in the log: left out",
    ]
    assert not [f for f in cjm.check(found.journey).findings if f.code == "CJM003"]


def test_discovered_again_it_is_the_same(written, tmp_path):
    """Kept, discovered, kept again: nothing grows and nothing wears off."""
    first = discovered(keep=written)
    path = tmp_path / "again.yaml"
    first.dump(path)
    assert discovered(keep=str(path)).text == first.text


def test_a_faulty_file_is_not_kept(tmp_path):
    """What it says would be lost unseen."""
    path = tmp_path / "shop.yaml"
    path.write_text("cjm: 1\ntouchpoints: {a: {expect: 4}}\n", encoding="utf-8")
    with pytest.raises(CjmError):
        discovered(keep=str(path))


# ---- files, data, frames --------------------------------------------------------------------


def test_an_existing_file_is_replaced_only_on_request(tmp_path):
    """And then whole."""
    path = tmp_path / "shop.yaml"
    discovered().dump(path)
    with pytest.raises(UsageError, match="is there already"):
        discovered().dump(path)
    discovered(min_share=0.25).dump(path, overwrite=True)
    assert cjm.load(path)["search"].next[0].probability == 0.75


def test_a_log_of_more_than_a_file_may_hold_is_told():
    """What a file could not give back is not written."""
    with typed_log(EXAMPLE) as typed:
        many = "SELECT * REPLACE ('w' || range AS word, range AS \"at\") FROM log, range(9000)"
        typed = typed._replace(select=f'SELECT * FROM ({many}) WHERE "row" = 1')
        found = made(typed, source(), DiscoverOptions())
    with pytest.raises(CjmError, match="more than a journey's file may hold") as caught:
        _ = found.text
    assert "--min-share" in str(caught.value.help)


def test_what_is_left_out_does_not_fill_the_file():
    """Of thousands of moves and touchpoints the rarest are told together: it can be read."""
    ways = [(f"r{n}", ("home", f"w{n}", "often")) for n in range(5000)]
    ways += [(f"o{n}", ("home", f"w{n}", "often")) for n in range(3)]
    ways += [(f"h{n}", ("home", "often")) for n in range(3)]
    events = [Event(case, word, at) for case, words in ways for at, word in enumerate(words)]
    found = discovered(events, min_share=0.2)
    assert [point.id for point in found.journey.touchpoints] == ["home", "often"]
    left = yaml.safe_load(found.text)["x-discovered"]["left_out"]
    assert list(left["transitions"]["home"].items())[1:4] == [("w1", 2), ("w2", 2), ("w3", 1)]
    assert sum(map(len, left["transitions"].values())) == len(left["touchpoints"]) == 2000
    assert left["further"] == {
        "transitions": {"count": 8000, "n": 8000},
        "touchpoints": {"count": 3000, "n": 3000},
    }
    whole = found.to_dict()["left_out"]
    assert len(whole["transitions"]["home"]) == len(whole["touchpoints"]) == 5000
    assert "further" not in whole


def test_its_figures_as_data():
    """Under the names of the specification, unrounded."""
    data = discovered().to_dict()
    assert data["visits"] == {"search": 5, "cart": 4, "pay": 3}
    assert (data["starts"], data["ends"]) == (
        {"search": 4, "cart": 1},
        {"search": 1, "cart": 1, "pay": 3},
    )
    assert data["moves"][0] == {
        "from": "search",
        "to": "cart",
        "n": 3,
        "probability": 0.6,
        "wait": {"mean": 260.0, "median": 120.0, "p95": 552.0},
    }
    assert data["paths"]["count"] == 4
    assert data["paths"]["top"][0] == {"touchpoints": ["search", "cart", "pay"], "cases": 2}
    assert data["order"][2] == {"id": "pay", "position": pytest.approx(8 / 3), "cases": 3}


def test_its_figures_as_frames():
    """Moves, touchpoints and paths; anything else is told with what there is."""
    found = discovered()
    assert found.to_frame()["n"].tolist() == [3, 1, 3]
    assert found.to_frame("touchpoints").loc["cart", "ends"] == 1
    assert found.to_frame("paths")["cases"].tolist() == [2, 1, 1, 1]
    with pytest.raises(UsageError) as caught:
        found.to_frame("cases")
    assert "moves, touchpoints, paths" in str(caught.value.help)


def test_its_moves_as_a_table():
    """A line a move."""
    first, second, *_ = discovered().to_csv().splitlines()
    assert first == "from,to,n,probability,mean_wait,median_wait,p95_wait"
    assert second == "search,cart,3,0.6,260.0,120.0,552.0"
