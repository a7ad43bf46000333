"""A journey built in Python without a file is equal to the same one loaded."""

from __future__ import annotations

import dataclasses
import datetime
import re
import unicodedata
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from cjm.format import is_id
from cjm.journey import (
    Channel,
    Comparison,
    Customers,
    Improvement,
    Journey,
    Lift,
    Link,
    Metric,
    Paired,
    Persona,
    PersonaScores,
    ScenarioStep,
    Score,
    Stage,
    Start,
    Touchpoint,
    Transition,
    Waiver,
)
from cjm.project.loading import read_journey
from cjm.source import parse

KEYED = (
    Touchpoint, Stage, Channel, Persona, PersonaScores, Metric, Improvement, Transition
)  # fmt: skip
SINGLE = {  # parts whose mapping has one plain value
    Start: ("touchpoint", "share"),
    Lift: ("touchpoint", "points"),
    Link: ("id", "url"),
}


def dump(journey: Journey) -> str:
    """A journey as YAML in long form, written by PyYAML."""
    data = {"cjm": 1, **plain(journey)}
    return yaml.safe_dump(data, allow_unicode=True, sort_keys=False)


def plain(value: Any) -> Any:
    """The long form of a part: mappings, lists and scalars, empty fields left out."""
    if isinstance(value, Comparison):
        return f"{value.operator} {value.value}"
    if isinstance(value, datetime.date):
        return value.isoformat()
    if dataclasses.is_dataclass(value):
        fields = {f.name: getattr(value, f.name) for f in dataclasses.fields(value)}
        return {name: plain(v) for name, v in fields.items() if v is not None and v != ()}
    return listed(value) if isinstance(value, tuple) else value


def listed(values: tuple[Any, ...]) -> Any:
    """The long form of a tuple: a mapping by id, where the parts have one, else a list."""
    kind = type(values[0])
    if kind in SINGLE:
        key, item = SINGLE[kind]
        return {getattr(v, key): getattr(v, item) for v in values}
    if kind not in KEYED:
        return [plain(v) for v in values]
    key = dataclasses.fields(kind)[0].name
    return {getattr(v, key): {k: x for k, x in plain(v).items() if k != key} for v in values}


def nfc_id(text: str) -> str:
    """A text as ids are compared."""
    return unicodedata.normalize("NFC", text)


LETTERS = st.text(
    st.characters(categories=["L", "N", "Mn", "Mc"], include_characters="._-"), max_size=6
)
IDS = st.one_of(
    st.sampled_from(
        ["a", "book", "оплата", "x-ray", "404", "0x1F", "no", "true", "null", "漢字", "1e3"]
    ),
    st.builds(lambda first, rest: nfc_id(first + rest), st.sampled_from("aж漢7_"), LETTERS),
).filter(is_id)
TEXT = st.one_of(
    st.sampled_from(
        ["404", "yes", "~", "null", "8,4", "a: b", "- x", "# x", "'", " x ", "a\nb\n", "1.0"]
    ),
    st.text(st.characters(exclude_categories=["C", "Zl", "Zp"]), min_size=1, max_size=12),
).filter(lambda text: text.strip())
NUMBERS = st.one_of(st.integers(-(10**6), 10**6), st.floats(-1e6, 1e6))
POSITIVE = st.one_of(st.integers(0, 10**6), st.floats(0, 1e6))
COUNTS = st.integers(1, 10**6)
DAYS = st.dates()
TEXTS = st.lists(TEXT, max_size=3).map(tuple)
SCALES = st.sampled_from([(0, 10), (1, 5), (-2.5, 2.5), (0, 100)])
COMPARISONS = st.builds(
    Comparison, st.sampled_from([">=", "<=", ">", "<"]), st.integers(-99, 99) | st.just(0.05)
)
METRICS = st.builds(
    Metric,
    IDS,
    NUMBERS,
    st.none() | COMPARISONS,
    st.none() | TEXT,
    st.none() | COUNTS,
    st.none() | DAYS,
)


def unique(items: st.SearchStrategy[Any], most: int = 3) -> st.SearchStrategy[tuple[Any, ...]]:
    """A tuple of parts with ids of their own."""
    key = lambda item: getattr(item, dataclasses.fields(item)[0].name)  # noqa: E731
    return st.lists(items, max_size=most, unique_by=key).map(tuple)


def maybe(items: tuple[Any, ...]) -> st.SearchStrategy[Any]:
    """One of the ids, or none."""
    return st.sampled_from([None, *items])


@st.composite
def scores(draw: Any, scale: tuple[float, float]) -> Score:
    """A score on the scale, with or without its evidence."""
    n = draw(st.none() | COUNTS)
    return Score(
        draw(st.one_of(st.floats(*scale), st.integers(int(scale[0]), int(scale[1])))),
        n,
        draw(st.none() | POSITIVE) if n and n > 1 else None,
        draw(st.none() | TEXT),
        draw(st.none() | DAYS),
        draw(TEXTS),
    )


@st.composite
def transitions(draw: Any, ids: list[str]) -> tuple[Transition, ...]:
    """Ways on, whose probabilities leave something for those not given."""
    targets = draw(st.lists(st.sampled_from(ids), unique=True, max_size=4))
    given = [draw(st.none() | st.floats(0, 0.2)) for _ in targets]
    wait = st.none() | st.sampled_from(["30 s", "15 min", "1.5 h", "3 d"])
    return tuple(
        Transition(to, p, draw(st.none() | TEXT), draw(wait))
        for to, p in zip(targets, given, strict=True)
    )


@st.composite
def touchpoints(
    draw: Any, id: str, ids: list[str], names: dict[str, Any], scale: Any
) -> Touchpoint:
    """A touchpoint among `ids`."""
    score = st.none() | scores(scale)
    persona = st.builds(
        PersonaScores, st.sampled_from(names["personas"] or ["p", "q"]), score, score
    )
    next = draw(transitions(ids))
    return Touchpoint(
        id,
        title=draw(st.just("") | TEXT),
        stage=draw(maybe(names["stages"])),
        channel=draw(maybe(names["channels"])),
        moment_of_truth=draw(st.booleans()),
        expectation=draw(score),
        experience=draw(score),
        by_persona=draw(unique(persona)),
        paired=draw(st.none() | st.builds(Paired, st.integers(2, 999), POSITIVE)),
        importance=draw(POSITIVE),
        emotions=draw(TEXTS),
        strengths=draw(TEXTS),
        pains=draw(TEXTS),
        owner=draw(st.none() | TEXT),
        standard=draw(TEXTS),
        scenario=draw(
            st.lists(
                st.builds(ScenarioStep, TEXT, *[st.none() | TEXT] * 3),
                max_size=2,
            ).map(tuple)
        ),
        backstage=draw(TEXTS),
        root_cause=draw(TEXTS),
        quotes=draw(TEXTS),
        metrics=draw(unique(METRICS, 2)),
        links=draw(unique(st.builds(Link, IDS, TEXT), 2)),
        next=next,
        outcome=None if next else draw(st.sampled_from([None, "success", "failure", "neutral"])),
    )


@st.composite
def journeys(draw: Any) -> Journey:
    """A journey with any of the fields that the format has."""
    ids = draw(st.lists(IDS, min_size=1, max_size=3, unique=True))
    scale = draw(SCALES)
    share = st.none() | st.floats(0, 1)
    personas = st.builds(Persona, IDS, st.just("") | TEXT, share, TEXTS, TEXTS, TEXTS, TEXTS, TEXTS)
    kinds = st.sampled_from([None, "online", "offline"])
    parts = {
        "personas": draw(unique(personas)),
        "channels": draw(unique(st.builds(Channel, IDS, st.just("") | TEXT, kinds))),
        "stages": draw(
            unique(st.builds(Stage, IDS, st.just("") | TEXT, st.none() | TEXT, st.none() | TEXT))
        ),
    }
    names = {kind: tuple(item.id for item in items) for kind, items in parts.items()}
    starts = draw(st.lists(st.sampled_from(ids), unique=True, max_size=3))
    lifts = st.builds(Lift, st.sampled_from(ids), POSITIVE)
    phase = st.sampled_from(["plan", "do", "check", "act"])
    per = st.sampled_from([None, "day", "week", "month", "quarter", "year"])
    return Journey(
        id=draw(IDS),
        touchpoints=tuple(draw(touchpoints(id, ids, names, scale)) for id in ids),
        title=draw(st.just("") | TEXT),
        description=draw(st.none() | TEXT),
        state=draw(st.sampled_from(["as-is", "to-be"])),
        language=draw(st.sampled_from(["en", "ru"])),
        scale=scale,
        tolerance=draw(POSITIVE),
        customers=draw(st.none() | st.builds(Customers, POSITIVE, per)),
        **parts,
        start=tuple(Start(id, 1 / len(starts)) for id in starts),
        improvements=draw(
            unique(
                st.builds(
                    Improvement, IDS, st.just("") | TEXT, unique(lifts, 2), POSITIVE, phase,
                    st.none() | TEXT, st.none() | DAYS,
                ),
                2,
            )
        ),
        metrics=draw(unique(METRICS, 2)),
        waivers=tuple(
            draw(
                st.lists(
                    st.builds(
                        Waiver,
                        st.lists(TEXT, min_size=1, max_size=2, unique=True).map(tuple),
                        TEXT,
                        maybe(tuple(ids)),
                        st.none() | DAYS,
                    ),
                    max_size=2,
                )
            )
        ),
    )  # fmt: skip


@settings(max_examples=40)
@given(journeys())
def test_a_journey_built_in_python_equals_the_same_one_loaded(journey):
    """Written in long form and loaded, a journey comes back equal, every field of it."""
    loaded = read_journey(parse(dump(journey)), "other.yaml")
    assert loaded.findings == ()
    assert loaded.journey == journey


def test_building_in_python_needs_no_more_than_writing_does():
    """Defaults and shorthands hold in Python as in YAML."""
    built = Journey(
        "taxi",
        (
            Touchpoint("book", expectation=8, experience=8.4, next=(Transition("ride"),)),
            Touchpoint("ride", by_persona=(PersonaScores("anna", 8, 9),)),
        ),
    )
    text = (
        "cjm: 1\ntouchpoints:\n  book: {expectation: 8, experience: 8.4, next: ride}\n"
        "  ride: {by_persona: {anna: {expectation: 8, experience: 9}}}\n"
    )
    assert read_journey(parse(text), "taxi.yaml").journey == built
    assert built.start == (Start("book", 1),)
    assert built.personas == (Persona("anna"),)
    assert built["book"].expectation == Score(8)


ONE = Touchpoint("a")
NAN, INFINITE = float("nan"), float("inf")


@pytest.mark.parametrize(
    ("parts", "message"),
    [
        ({"touchpoints": ()}, "at least one touchpoint"),
        ({"touchpoints": (ONE, ONE)}, "same id"),
        ({"touchpoints": (Touchpoint("a", next=(Transition("b"),)),)}, "nothing is called 'b'"),
        ({"touchpoints": (Touchpoint("a", next=(Transition("a"),) * 2),)}, "twice"),
        ({"touchpoints": (Touchpoint("a", next=(Transition("a", 1.5),)),)}, "from 0 to 1, not 1.5"),
        ({"touchpoints": (Touchpoint("a", next=(Transition("a", NAN),)),)}, "from 0 to 1, not nan"),
        ({"touchpoints": (Touchpoint("a", expectation=11),)}, "outside the scale"),
        ({"touchpoints": (Touchpoint("a", experience=NAN),)}, "a.experience.score: .* finite"),
        ({"touchpoints": (Touchpoint("a", experience=Score(1, 1, 1.0)),)}, "n of 2 or more"),
        ({"touchpoints": (Touchpoint("a", experience=Score(1, sd=1.0)),)}, "n of 2 or more"),
        ({"touchpoints": (Touchpoint("a", by_persona=(PersonaScores("p", 11),)),)}, "scale"),
        (
            {"touchpoints": (Touchpoint("a", next=(Transition("a"),), outcome="success"),)},
            "only on an exit",
        ),
        ({"touchpoints": (Touchpoint("a", stage="s"),), "stages": (Stage("t"),)}, "'s'"),
        ({"touchpoints": (Touchpoint("a", channel="s"),), "channels": (Channel("t"),)}, "'s'"),
        ({"stages": (Stage("t"), Stage("t"))}, "twice"),
        ({"start": (Start("b"),)}, "'b'"),
        ({"start": (Start("a", 0.5),)}, "sum to 1"),
        ({"improvements": (Improvement("i", lifts=(Lift("b", 1),)),)}, "'b'"),
        ({"waivers": (Waiver(("r",), "why", "b"),)}, "'b'"),
    ],
)
def test_contradictions_raise(parts, message):
    """Parts that contradict each other raise ValueError, as loading would tell a fault."""
    with pytest.raises(ValueError, match=message):
        Journey(**{"id": "x", "touchpoints": (ONE,), **parts})


def touchpoint(**parts):
    """A journey's only touchpoint, with these parts."""
    return {"touchpoints": (Touchpoint("a", **parts),)}


OUT_OF_BOUNDS = [
    ({"tolerance": -1}, "tolerance: expected a number, 0 or more, not -1"),
    ({"tolerance": INFINITE}, "tolerance: expected a number, 0 or more, not inf"),
    ({"tolerance": None}, "tolerance: expected a number, 0 or more, not None"),
    ({"scale": (10, 0)}, "the scale's low end is not below its high end"),
    ({"scale": (0, NAN)}, "the scale's low end is not below its high end"),
    ({"state": "as_is"}, "state: expected as-is or to-be, not 'as_is'"),
    ({"language": "de"}, "language: expected en or ru, not 'de'"),
    ({"id": ""}, "id: '' cannot be an id"),
    ({"id": 7}, "id: 7 cannot be an id"),
    ({"customers": Customers(-1)}, "customers.value: expected a number, 0 or more, not -1"),
    ({"customers": Customers(1, "moon")}, "customers.per: expected day, week, month, quarter or"),
    ({"personas": (Persona("p", share=-5),)}, "personas.p.share: expected a number, 0 or more"),
    ({"personas": (Persona("p", share=NAN),)}, "personas.p.share: expected a number, 0 or more"),
    ({"personas": (Persona(" "),)}, "personas. : ' ' cannot be an id"),
    ({"channels": (Channel("c", kind="air"),)}, "channels.c.kind: expected online or offline"),
    ({"start": (Start("a", 2), Start("a", -1))}, "start.a.share: expected a share from 0 to 1"),
    ({"metrics": (Metric("m", NAN),)}, "metrics.m.value: expected a finite number, not nan"),
    ({"metrics": (Metric("m", 1, n=0),)}, "metrics.m.n: expected a whole number, 1 or more"),
    (
        {"metrics": (Metric("m", 1, Comparison("=", 1)),)},
        "metrics.m.target.operator: expected >=, <=, > or <, not '='",
    ),
    ({"improvements": (Improvement("i", cost=-1),)}, "improvements.i.cost: expected a number, 0"),
    ({"improvements": (Improvement("i", phase="later"),)}, "improvements.i.phase: expected plan,"),
    (
        {"improvements": (Improvement("i", lifts=(Lift("a", INFINITE),)),)},
        "improvements.i.lifts.a.points: expected a finite number, not inf",
    ),
    (
        {"improvements": (Improvement("i", lifts=(Lift("a", 1), Lift("a", 1))),)},
        "i.lifts: an id is given twice",
    ),
    (touchpoint(importance=-1), "a.importance: expected a number, 0 or more, not -1"),
    (touchpoint(outcome="won"), "a.outcome: expected success, failure or neutral, not 'won'"),
    (touchpoint(expectation=Score("8")), "a.expectation.score: expected a finite number, not '8'"),
    (touchpoint(expectation=Score(8, n=0)), "a.expectation.n: expected a whole number, 1 or more"),
    (touchpoint(experience=Score(8, 2.5)), "a.experience.n: expected a whole number, 1 or more"),
    (touchpoint(experience=Score(8, 9, -1)), "a.experience.sd: expected a number, 0 or more"),
    (touchpoint(experience=Score(8, 9, NAN)), "a.experience.sd: expected a number, 0 or more"),
    (touchpoint(paired=Paired(1, 1)), "a.paired.n: expected a whole number, 2 or more, not 1"),
    (touchpoint(paired=Paired(True, 1)), "a.paired.n: expected a whole number, 2 or more"),
    (
        {**touchpoint(by_persona=(PersonaScores("q", 5),)), "personas": (Persona("p"),)},
        "a.by_persona: nothing is called 'q'",
    ),
    (touchpoint(by_persona=(PersonaScores("p"),) * 2), "a.by_persona: an id is given twice"),
    (
        touchpoint(by_persona=(PersonaScores("p", Score(5, n=-1)),)),
        "a.by_persona.p.expectation.n: expected a whole number, 1 or more, not -1",
    ),
    (touchpoint(metrics=(Metric("m", 1),) * 2), "a.metrics: an id is given twice"),
    (touchpoint(links=(Link("l", "u"),) * 2), "a.links: an id is given twice"),
]


@pytest.mark.parametrize(("parts", "message"), OUT_OF_BOUNDS)
def test_what_a_file_could_not_hold_is_refused_in_python_too(parts, message):
    """The message says which value it is, and what it must be."""
    with pytest.raises(ValueError, match=f"^{re.escape(message)}"):
        Journey(**{"id": "x", "touchpoints": (ONE,), **parts})


def test_numbers_of_numpy_are_numbers():
    """A journey may be built from a data frame."""
    numpy = pytest.importorskip("numpy")
    score = Score(numpy.float64(8), numpy.int64(30), numpy.float32(1))
    journey = Journey("x", (Touchpoint("a", expectation=score),), tolerance=numpy.int64(1))
    assert journey["a"].expectation == Score(8, 30, 1)


def test_a_waiver_of_one_rule_needs_no_tuple():
    """`rule="negative-gap"` means what it means in a file."""
    assert Waiver("negative-gap", "why") == Waiver(("negative-gap",), "why")
