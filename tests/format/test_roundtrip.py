"""A journey built in Python without a file is equal to the same one loaded."""

from __future__ import annotations

import dataclasses
import json
import unicodedata
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

import cjm
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
    share = st.none() | st.floats(1e-6, 1)
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
    shares = [p.share for p in parts["personas"]]
    total = sum(share or 0 for share in shares)
    if None not in shares and total > 1e-300:  # they are everybody
        people = [dataclasses.replace(p, share=p.share / total) for p in parts["personas"]]
        parts["personas"] = tuple(people)
    elif total > 1 or total == 0:
        people = [dataclasses.replace(p, share=None) for p in parts["personas"]]
        parts["personas"] = tuple(people)
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


@settings(max_examples=40, deadline=None)
@given(journeys())
def test_a_journey_built_in_python_equals_the_same_one_loaded(journey):
    """Written in its shortest form and loaded, a journey comes back equal, every field of it."""
    text = cjm.dump(journey)
    assert cjm.loads(text) == journey
    assert cjm.dump(cjm.loads(text)) == text


@settings(max_examples=30, deadline=None)
@given(journeys())
def test_data_is_written_once_and_for_all(journey):
    """Encoding what was decoded changes nothing, and JSON holds all of it."""
    data = cjm.to_dict(journey)
    assert cjm.from_dict(data) == journey
    assert cjm.to_dict(cjm.from_dict(data)) == data
    assert json.loads(json.dumps(data)) == data


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
