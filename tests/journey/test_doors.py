"""What Python builds is held to what a file could hold: the same words, the same bounds."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from format_table import records

from cjm import journey as model
from cjm.format import JOURNEY
from cjm.format.mappings import MapOf
from cjm.format.quantities import Number
from cjm.format.record import Brief
from cjm.format.shapes import Into
from cjm.format.texts import OneOf
from cjm.format.touchpoint import TOUCHPOINT
from cjm.journey import (
    Channel,
    Comparison,
    Customers,
    Improvement,
    Journey,
    Judgement,
    Lane,
    LaneTexts,
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
    values,
)
from cjm.project.loading import read_journey
from cjm.source import parse

DUE = datetime.date(2027, 1, 31)
NAN, INFINITE = float("nan"), float("inf")


def journey(**parts: Any) -> Journey:
    return Journey(**{"id": "x", "touchpoints": (Touchpoint("a"),), **parts})


def touchpoint(**parts: Any) -> Touchpoint:
    return Touchpoint("a", **parts)


# ---- the words of the format ----------------------------------------------------------------


@pytest.mark.parametrize(
    ("short", "long"),
    [
        (touchpoint(expectation=9), touchpoint(expectation=Score(9))),
        (touchpoint(expectation={"score": 9, "n": 3}), touchpoint(expectation=Score(9, 3))),
        (touchpoint(next="b"), touchpoint(next=(Transition("b"),))),
        (touchpoint(next=["b", "c"]), touchpoint(next=(Transition("b"), Transition("c")))),
        (touchpoint(next={"b": 0.7}), touchpoint(next=(Transition("b", 0.7),))),
        (touchpoint(next={"b": None}), touchpoint(next=(Transition("b"),))),
        (
            touchpoint(next={"b": {"probability": 0.7, "wait": "2h"}}),
            touchpoint(next=(Transition("b", 0.7, wait="2 h"),)),
        ),
        (touchpoint(pains="slow"), touchpoint(pains=("slow",))),
        (touchpoint(pains=["slow", "dear"]), touchpoint(pains=("slow", "dear"))),
        (
            touchpoint(by_persona={"anna": {"experience": 4}}),
            touchpoint(by_persona=(PersonaScores("anna", experience=Score(4)),)),
        ),
        (touchpoint(paired={"n": 5, "sd": 1}), touchpoint(paired=Paired(5, 1))),
        (
            touchpoint(metrics={"nps": 42, "csat": {"value": 71, "target": ">= 90"}}),
            touchpoint(metrics=(Metric("nps", 42), Metric("csat", 71, Comparison(">=", 90)))),
        ),
        (touchpoint(links={"t": "u"}), touchpoint(links=(Link("t", "u"),))),
        (touchpoint(channel=["app"]), touchpoint(channel="app")),
        (touchpoint(channel=["car", "app"]), touchpoint(channel="car", other_channels=["app"])),
        (touchpoint(duration="2w"), touchpoint(duration="2 w")),
        (
            touchpoint(lanes={"x-s": "one", "x-r": ["two"]}),
            touchpoint(lanes=(LaneTexts("x-r", ("two",)), LaneTexts("x-s", ("one",)))),
        ),
        (
            journey(touchpoints={"a": {"x-s": "one"}}),
            journey(touchpoints=(touchpoint(lanes={"x-s": "one"}),)),
        ),
        (journey(touchpoints={"a": {"x-s": {"no": "text"}}}), journey()),
        (journey(lanes={"x-s": "Systems"}), journey(lanes=(Lane("x-s", "Systems"),))),
        (journey(updated="2026-11-20"), journey(updated=datetime.date(2026, 11, 20))),
        (
            touchpoint(metrics={"nps": {"title": "NPS", "target": ">= 50"}}),
            touchpoint(metrics=(Metric("nps", None, Comparison(">=", 50), title="NPS"),)),
        ),
        (
            Improvement("i", judged_by={"m": {"before": 30, "target": "<= 10"}}),
            Improvement("i", judged_by=(Judgement("m", before=30, target=Comparison("<=", 10)),)),
        ),
        (
            journey(stages={"s": {"title": "S", "metrics": {"m": 1}, "x-s": ["one"]}}),
            journey(stages=(Stage("s", "S", metrics=(Metric("m", 1),), lanes={"x-s": "one"}),)),
        ),
        (touchpoint(scenario=[{"step": "hello"}]), touchpoint(scenario=(ScenarioStep("hello"),))),
        (journey(stages=["s"]), journey(stages=(Stage("s"),))),
        (journey(stages={"s": "Order"}), journey(stages=(Stage("s", "Order"),))),
        (Stage("s", "s"), Stage("s")),
        (journey(personas={"p": {"share": 1}}), journey(personas=(Persona("p", share=1),))),
        (journey(start="a"), journey(start=(Start("a"),))),
        (journey(customers=10), journey(customers=Customers(10))),
        (journey(customers={"value": 10, "per": "day"}), journey(customers=Customers(10, "day"))),
        (
            journey(improvements={"i": {"lifts": {"a": 2}, "due": "2027-01-31"}}),
            journey(improvements=(Improvement("i", "", (Lift("a", 2),), due=DUE),)),
        ),
        (
            journey(waivers=[{"rule": "negative-gap", "reason": "known"}]),
            journey(waivers=(Waiver(("negative-gap",), "known"),)),
        ),
        (journey(touchpoints={"a": None}), journey()),
        (journey(scale=[0, 10]), journey()),
    ],
)  # fmt: skip
def test_python_takes_the_words_of_the_format(short: Any, long: Any) -> None:
    """A shorthand makes the part that it stands for."""
    assert short == long
    assert hash(short) == hash(long)


def test_ids_in_a_list_of_starts_have_equal_shares() -> None:
    """As in a file."""
    two = {"a": None, "b": None}
    assert journey(touchpoints=two, start=["a", "b"]).start == (
        Start("a", 0.5, assumed=True),
        Start("b", 0.5, assumed=True),
    )


@pytest.mark.parametrize(
    ("number", "plain"), [(Decimal("8.4"), 8.4), (Decimal(8), 8), (Fraction(17, 2), 8.5)]
)
def test_any_real_number_is_a_score(number: Any, plain: float) -> None:
    """A part holds a plain number, whatever it was given."""
    score = touchpoint(expectation=number).expectation
    assert score is not None
    assert type(score.score) in (int, float)
    assert score.score == plain


def test_numbers_of_numpy_are_numbers() -> None:
    """A journey may be built from a data frame."""
    numpy = pytest.importorskip("numpy")
    point = touchpoint(expectation=numpy.float64(8), experience=numpy.int64(7))
    score = Score(numpy.float64(8), numpy.int64(30), numpy.float32(1))
    built = journey(touchpoints=(point,), tolerance=numpy.int64(1))
    assert built["a"] == touchpoint(expectation=8, experience=7)
    assert score == Score(8, 30, 1)
    assert type(score.n) is int


# ---- contradictions -------------------------------------------------------------------------

ONE = Touchpoint("a")


@pytest.mark.parametrize(
    ("parts", "message"),
    [
        ({"touchpoints": ()}, "at least one touchpoint"),
        ({"touchpoints": (ONE, ONE)}, "same id"),
        ({"touchpoints": (touchpoint(next="b"),)}, "nothing is called 'b'"),
        ({"touchpoints": (touchpoint(next=["a", "a"]),)}, "twice"),
        ({"touchpoints": (touchpoint(expectation=11),)}, "outside the scale"),
        ({"touchpoints": (touchpoint(by_persona=(PersonaScores("p", 11),)),)}, "scale"),
        ({"touchpoints": (touchpoint(next="a", outcome="success"),)}, "only on an exit"),
        ({"touchpoints": (touchpoint(stage="s"),), "stages": (Stage("t"),)}, "'s'"),
        ({"touchpoints": (touchpoint(channel="s"),), "channels": (Channel("t"),)}, "'s'"),
        ({"stages": (Stage("t"), Stage("t"))}, "twice"),
        ({"start": (Start("b"),)}, "'b'"),
        ({"start": (Start("a", 0.5),)}, "sum to 1"),
        ({"improvements": (Improvement("i", lifts=(Lift("b", 1),)),)}, "'b'"),
        ({"improvements": (Improvement("i", lifts=(Lift("a", 1),) * 2),)}, "i.lifts: an id is"),
        ({"waivers": (Waiver(("r",), "why", "b"),)}, "'b'"),
        ({"scale": (10, 0)}, "the scale's low end is not below its high end"),
        ({"personas": {"p": {"share": 0.9}, "q": {"share": 0.9}}}, "sum to 1.8, not to 1"),
        ({"personas": {"p": {"share": 0.3}, "q": {"share": 0.1}}}, "sum to 0.4, not to 1"),
        ({"personas": {"p": {"share": 0.9}, "q": {"share": 0.9}, "r": {}}}, "sum to 1.8"),
        (
            {"touchpoints": (touchpoint(by_persona={"q": {}}),), "personas": ["p"]},
            "a.by_persona: nothing is called 'q'",
        ),
        ({"touchpoints": (touchpoint(by_persona=(PersonaScores("p"),) * 2),)}, "given twice"),
        ({"touchpoints": (touchpoint(metrics=(Metric("m", 1),) * 2),)}, "a.metrics: an id is"),
        ({"touchpoints": (touchpoint(links=(Link("l", "u"),) * 2),)}, "a.links: an id is given"),
        ({"touchpoints": (touchpoint(channel=["s", "s"]),)}, "a.channel: an id is given twice"),
        ({"touchpoints": (touchpoint(channel=["s", "t"]),), "channels": ["s"]}, "'t'"),
        ({"stages": (Stage("t", metrics=(Metric("m", 1),) * 2),)}, "t.metrics: an id is given"),
        ({"lanes": (Lane("x-s", "S"), Lane("x-s", "T"))}, "lanes: an id is given twice"),
        (
            {"improvements": (Improvement("i", judged_by=(Judgement("m"),) * 2),)},
            "i.judged_by: an id is given twice",
        ),
    ],
)
def test_contradictions_raise(parts: Any, message: str) -> None:
    """Parts that contradict each other raise ValueError, as loading would tell a fault."""
    with pytest.raises(ValueError, match=re.escape(message)):
        journey(**parts)


def test_shares_of_all_personas_sum_to_one_in_a_file_too() -> None:
    """The fault stands at the personas and tells the sum; what is nearly 1 is divided out."""
    text = "cjm: 1\ntouchpoints: {a: {}}\npersonas: {p: {share: %s}, q: {share: %s}}\n"
    (finding,) = read_journey(parse(text % (0.9, 0.9)), "x.yaml").findings
    assert (finding.code, finding.span.line) == ("CJM002", 3)
    assert "sum to 1.8, not to 1" in finding.message
    loaded = read_journey(parse(text % (0.5, 0.5000004)), "x.yaml").journey
    assert loaded is not None
    assert sum(p.share or 0 for p in loaded.personas) == pytest.approx(1, abs=1e-15)


# ---- values ---------------------------------------------------------------------------------

REFUSED: list[tuple[Any, type[Exception], str]] = [
    (lambda: journey(tolerance=-1), ValueError, "tolerance: expected a number, 0 or more, not -1"),
    (lambda: journey(tolerance=INFINITE), ValueError, "tolerance: expected a finite number, not"),
    (lambda: journey(tolerance=None), TypeError, "tolerance: expected a number, 0 or more, not N"),
    (lambda: journey(scale=(0, NAN)), ValueError, "scale: expected a finite number, not nan"),
    (lambda: journey(scale=5), TypeError, "scale: expected a scale such as [0, 10], not 5"),
    (lambda: journey(state="as_is"), ValueError, "state: expected as-is or to-be, not 'as_is'"),
    (lambda: journey(language="de"), ValueError, "language: expected en or ru, not 'de'"),
    (lambda: journey(id=""), ValueError, "id: '' cannot be an id"),
    (lambda: journey(id="../x"), ValueError, "id: '../x' cannot be an id: begin with a letter"),
    (lambda: journey(id=7), TypeError, "id: expected an id, not 7"),
    (lambda: journey(customers=-1), ValueError, "customers.value: expected a number, 0 or more"),
    (lambda: Customers(1, "moon"), ValueError, "Customers.per: expected day, week, month, quarter"),
    (lambda: Persona("p", share=-5), ValueError, "p.share: expected a share from 0 to 1, not -5"),
    (lambda: Persona("p", share=NAN), ValueError, "p.share: expected a finite number, not nan"),
    (lambda: Channel("c", kind="air"), ValueError, "c.kind: expected online or offline, not 'air'"),
    (lambda: Start("a", 2), ValueError, "a.share: expected a share from 0 to 1, not 2"),
    (lambda: Metric("m", 1, n=0), ValueError, "m.n: expected a whole number, 1 or more, not 0"),
    (lambda: Metric("m", 1, "90"), ValueError, "m.target: expected a target in quotes, such as"),
    (lambda: Comparison("=", 1), ValueError, "Comparison.operator: expected >=, <=, > or <, not"),
    (lambda: Improvement("i", phase="later"), ValueError, "i.phase: expected plan, do, check or"),
    (lambda: Improvement("i", due="soon"), ValueError, "i.due: expected a date such as 2026-09-30"),
    (lambda: Lift("a", -1), ValueError, "a.points: expected a number, 0 or more, not -1"),
    (lambda: touchpoint(outcome="won"), ValueError, "a.outcome: expected success, failure or"),
    (lambda: touchpoint(expectation="8"), TypeError, "a.expectation: expected a number, or {score"),
    (lambda: touchpoint(expectation=True), TypeError, "a.expectation: expected a number, or {scor"),
    (
        lambda: touchpoint(expectation={"score": 8, "n": 0}),
        ValueError,
        "a.expectation.n: expected a whole number, 1 or more, not 0",
    ),
    (lambda: Score(8, 2.5), ValueError, "Score.n: expected a whole number, 1 or more, not 2.5"),
    (lambda: Score(8, sd=1), ValueError, "Score.sd: a standard deviation needs n of 2 or more"),
    (lambda: Score(8, 1, 1), ValueError, "Score.sd: a standard deviation needs n of 2 or more"),
    (lambda: Paired(1, 1), ValueError, "Paired.n: expected a whole number, 2 or more, not 1"),
    (lambda: touchpoint(next=5), TypeError, "a.next: expected an id, a list of ids, or a mapping"),
    (lambda: touchpoint(next={"b": 1.5}), ValueError, "a.next.b.probability: expected a probabil"),
    (lambda: touchpoint(next={"b": "half"}), TypeError, "a.next.b: expected an id, a list of ids,"),
    (
        lambda: touchpoint(next={"b": {"probabilty": 1}}),
        TypeError,
        "a.next.b: unknown key 'probabilty'; the keys here: probability, label, wait",
    ),
    (lambda: touchpoint(paired={"n": 5}), TypeError, "a.paired: 'sd' is missing"),
    (lambda: touchpoint(by_persona={"p": 5}), TypeError, "a.by_persona: expected scores by person"),
    (lambda: touchpoint(pains=[1]), TypeError, "a.pains: expected a text or a list of texts, not"),
    (lambda: touchpoint(pains=""), ValueError, "a.pains: expected a text or a list of texts, not"),
    (lambda: Metric("m"), ValueError, "m.value: it may be absent only where a target is given"),
    (lambda: Paired(5, 1, 1.5), ValueError, "Paired.below: expected a share from 0 to 1, not 1.5"),
    (lambda: Customers(1, worth=-1), ValueError, "Customers.worth: expected a number, 0 or more"),
    (lambda: Lane("s", "S"), ValueError, "s.id: expected a key that begins with x-, not 's'"),
    (lambda: touchpoint(lanes={"s": "S"}), ValueError, "a.lanes.s.lane: expected a key that begi"),
    (lambda: touchpoint(lanes={"x-s": [1]}), TypeError, "a.lanes.x-s: expected texts by key, suc"),
    (lambda: touchpoint(channel=[]), ValueError, "a.channel: expected an id or a list of ids, no"),
    (lambda: touchpoint(channel=["a b"]), ValueError, "a.channel: 'a b' cannot be an id"),
    (lambda: touchpoint(duration="2 weeks"), ValueError, "a.duration: expected a duration: 30 s,"),
    (lambda: touchpoint(duration="99999999 y"), ValueError, "a.duration: expected a duration of "),
    (lambda: touchpoint(owner=""), ValueError, "a.owner: expected text, not ''"),
    (lambda: Touchpoint("a b"), ValueError, "a b.id: 'a b' cannot be an id"),
    (lambda: Touchpoint("-a"), ValueError, "-a.id: '-a' cannot be an id"),
    (lambda: Waiver((), "why"), ValueError, "Waiver.rule: expected a rule's name, code or prefix"),
]  # fmt: skip


@pytest.mark.parametrize(("build", "kind", "message"), REFUSED, ids=lambda item: None)
def test_what_a_file_could_not_hold_is_refused_in_python(
    build: Any, kind: type[Exception], message: str
) -> None:
    """The message says which field it is, and what it takes."""
    with pytest.raises(kind, match=f"^{re.escape(message)}"):
        build()


# ---- the table of fields --------------------------------------------------------------------

PARTS: dict[str, Any] = {
    "journey": (model.Journey, {"id": "x", "touchpoints": {"a": None}}),
    "touchpoint": (model.Touchpoint, {"id": "a"}),
    "score": (model.Score, {"score": 5, "n": 9}),
    "persona_scores": (model.PersonaScores, {"persona": "p"}),
    "paired": (model.Paired, {"n": 5, "sd": 1}),
    "transition": (model.Transition, {"to": "a"}),
    "scenario_step": (model.ScenarioStep, {"step": "x"}),
    "metric": (model.Metric, {"id": "m", "value": 1}),
    "improvement": (model.Improvement, {"id": "i"}),
    "judgement": (model.Judgement, {"id": "m"}),
    "lane": (model.Lane, {"id": "x-s", "title": "S"}),
    "waiver": (model.Waiver, {"rule": "r", "reason": "why"}),
    "customers": (model.Customers, {"value": 1}),
    "stage": (model.Stage, {"id": "s"}),
    "channel": (model.Channel, {"id": "c"}),
    "persona": (model.Persona, {"id": "p"}),
}
"""Each record of a journey's table with the class it makes, and what that needs at least."""


RECORDS = {r.name: r for top in (JOURNEY, TOUCHPOINT) for r in records(top)}
FIELDS = [
    (record, field) for record, found in RECORDS.items() for field in found.fields if field != "cjm"
]


def test_every_record_of_the_table_has_a_class() -> None:
    """So the tests below try every field there is."""
    assert set(RECORDS) == set(PARTS)


class Alien:
    """Something that is no value of any field."""


@pytest.mark.parametrize(("record", "field"), FIELDS)
@pytest.mark.parametrize("value", [Alien(), b"x", {1: Alien()}, [Alien()], Alien], ids="abcde")
def test_no_field_takes_what_is_no_value_of_it(record: str, field: str, value: Any) -> None:
    """Whatever the field, TypeError or ValueError names it."""
    make, needed = PARTS[record]
    with pytest.raises((TypeError, ValueError), match=rf"\b{field}\b"):
        make(**{**needed, field: value})


def numbers(kind: Any) -> Iterator[Number]:
    """The kinds of number that a field may be written as by itself."""
    if isinstance(kind, Number):
        yield kind
    elif isinstance(kind, Brief):
        yield from numbers(kind.record.fields[kind.key].kind)
    elif isinstance(kind, Into):
        yield from numbers(kind.kind)
    elif (scalar := getattr(kind, "scalar", None)) is not None:
        yield from numbers(scalar)


NUMERIC = [(r, f) for r, f in FIELDS if list(numbers(RECORDS[r].fields[f].kind))]


@pytest.mark.parametrize(("record", "field"), NUMERIC)
def test_no_number_is_so_large_that_sums_overflow(record: str, field: str) -> None:
    """One bound for all, for files and for Python."""
    make, needed = PARTS[record]
    for value in (1.1e12, -1.1e12, 1e308, NAN, INFINITE):
        with pytest.raises(ValueError, match=rf"\b{field}\b"):
            make(**{**needed, field: value})
    (number,) = numbers(RECORDS[record].fields[field].kind)
    assert -1e12 <= number.at_least <= number.at_most <= 1e12


@pytest.mark.parametrize(
    "fields",
    [
        "touchpoints: {a: {expectation: 1.0e308}}",
        "touchpoints: {a: {importance: 1.0e308}}",
        "touchpoints: {a: {}}\nscale: [0, 1.0e308]",
        "touchpoints: {a: {}}\nimprovements: {i: {cost: 1.0e308}}",
        "touchpoints: {a: {}}\nimprovements: {i: {lifts: {a: 1.0e308}}}",
        "touchpoints: {a: {}}\nmetrics: {m: -1.0e308}",
        "touchpoints: {a: {}}\ncustomers: 1.0e308",
    ],
)
def test_a_number_that_could_overflow_is_a_fault_with_a_way_out(fields: str) -> None:
    """CJM002, and no gap is lost unseen."""
    (finding,) = read_journey(parse(f"cjm: 1\n{fields}\n"), "x.yaml").findings
    assert finding.code == "CJM002"
    assert "1,000,000,000,000" in finding.message
    assert finding.help == "choose a larger unit: thousands, millions"


@pytest.mark.parametrize(("record", "field"), FIELDS)
def test_python_and_the_format_agree_on_bounds_and_words(record: str, field: str) -> None:
    """Every number just beyond what a file may hold is refused in Python too, and every word."""
    make, needed = PARTS[record]
    kind = RECORDS[record].fields[field].kind
    for number in numbers(kind):
        for value in (number.at_least, number.at_most):
            if record == "journey" or number.score:
                continue
            make(**{**needed, field: value})
        for value in (number.at_least - 1, number.at_most * 2 + 1):
            with pytest.raises(ValueError, match=field):
                make(**{**needed, field: value})
    if isinstance(kind, OneOf):
        for word in kind.words:
            assert getattr(make(**{**needed, field: word}), field) == word


READ_OTHERWISE = {
    "other_channels",
    "lanes",
    "unread",
    "shares_sum",
    "measurement",
    "written_pair",
    "overlay",
}
"""What is read from keys of the author's own, the list of channels, the workspace's shares, and
an overlay."""


@pytest.mark.parametrize("record", PARTS)
def test_every_field_of_the_table_is_a_field_of_the_class(record: str) -> None:
    """And the class has no other but the key of its mapping."""
    make, _ = PARTS[record]
    names = set(make.__dataclass_fields__)
    assert names - set(RECORDS[record].fields) <= {"id", "persona", "to", *READ_OTHERWISE}
    assert set(RECORDS[record].fields) - names <= {"cjm"}


def test_mappings_of_the_table_make_classes_by_their_first_field() -> None:
    """Which is what a key of the file becomes."""
    kinds = [f.kind for r in RECORDS.values() for f in r.fields.values()]
    maps = [k for k in kinds if isinstance(k, MapOf)]
    assert {m.of for m in maps} >= {Touchpoint, PersonaScores, Metric, Improvement, Link}


@pytest.mark.parametrize("record", PARTS)
def test_a_default_given_is_a_field_left_out(record: str) -> None:
    """So a part need not look at a field that holds its default: its kind takes that as it is."""
    make, _ = PARTS[record]
    init = make.__init__
    defaults = init.__defaults__ or ()
    names = make.__match_args__[len(make.__match_args__) - len(defaults) :]
    kinds = tables()[make]
    for name, default in zip(names, defaults, strict=True):
        assert kinds[name].accept(default) == default


def tables() -> dict[Any, Any]:
    """What each class is held to, as the classes themselves ask for it."""
    for make, needed in PARTS.values():
        make(**needed)
    return {cls: {name: kind for name, kind, _ in rows} for cls, rows in values._TAKEN.items()}
