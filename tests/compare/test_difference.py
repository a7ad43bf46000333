"""What differs between two journeys: gaps, figures, transitions, and all that is said."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from jsonschema import Draft202012Validator

import cjm
from cjm.source.json_text import json_text
from cjm.testing.strategies import complete_journeys, journeys

ROOT = Path(__file__).parents[2]
AS_IS = ROOT / "journeys/bakery.as-is.yaml"
TO_BE = ROOT / "journeys/bakery.to-be.yaml"
SCHEMA = Draft202012Validator(cjm.schema("diff"))


def data(*sides, **options):
    """The difference as it goes through JSON, held to its schema."""
    found = json.loads(json_text(cjm.diff(*sides, **options).to_dict()))
    assert [error.message for error in SCHEMA.iter_errors(found)] == []
    return found


def only(*sides, **options):
    """The one journey that differs."""
    [found] = data(*sides, **options)["journeys"]
    return found


def changes(found):
    """Touchpoints that changed, by their ids."""
    return {p["id"]: p["change"] for p in found["touchpoints"] if p["change"] != "same"}


def journey(points, **more):
    """A journey of touchpoints."""
    return cjm.Journey("j", points, **more)


# ---- the example ------------------------------------------------------------------------------


def test_the_bakery_is_told_as_it_changed():
    """Each touchpoint, each figure, each way; two gaps are better, none is worse."""
    found = data(AS_IS, TO_BE)
    assert (found["better"], found["worse"], found["unchanged"]) == (2, 0, 0)
    [bakery] = found["journeys"]
    assert (bakery["journey"], bakery["state"]) == ("bakery", ["as-is", "to-be"])
    assert changes(bakery) == {
        "preorder": "added",
        "queue": "better",
        "wrapping": "better",
        "pickup": "added",
        "passing-by": "removed",
    }
    assert bakery["figures"]["balance"] == pytest.approx([-1.832, 2.6634])
    assert bakery["figures"]["disappointed"] == pytest.approx([0.866125, 0])
    assert bakery["figures"]["negative_moments_of_truth"] == [["queue"], []]
    [queue] = [p for p in bakery["touchpoints"] if p["id"] == "queue"]
    assert queue["gap"] == [-3, 0.5]
    assert [(p["id"], p["gap"]) for p in queue["by_persona"]] == [
        ("bread", [-3.5, 0.5]),
        ("gift", [-1.5, 0.5]),
    ]
    assert [f["field"] for f in queue["fields"]] == [
        "experience",
        "by_persona",
        "emotions",
        "pains",
        "root_cause",
        "metrics",
    ]
    assert {(w["from"], w["to"]): w["change"] for w in bakery["transitions"]} == {
        ("preorder", "pickup"): "added",
        ("queue", "choice"): "changed",
        ("choice", "wrapping"): "changed",
        ("choice", "payment"): "changed",
        ("pickup", "tasting"): "added",
        ("tasting", "come-back"): "changed",
        ("tasting", "passing-by"): "removed",
    }
    assert [(s["touchpoint"], s["probability"]) for s in bakery["start"]] == [
        ("window", [1, 0.85]),
        ("preorder", [None, 0.15]),
    ]
    assert [p["id"] for p in bakery["catalogues"]["improvements"]] == [
        "preorder",
        "wrapping-person",
    ]


def test_the_persona_who_is_named_is_the_one_who_is_looked_at():
    """By that persona's scores, C and figures; no other persona beside."""
    found = only(AS_IS, TO_BE, persona="bread")
    [queue] = [p for p in found["touchpoints"] if p["id"] == "queue"]
    assert (queue["gap"], queue["by_persona"], found["personas"]) == ([-3.5, 0.5], [], [])
    before = cjm.analyze(AS_IS, "bread").balance
    assert found["figures"]["balance"][0] == pytest.approx(before)
    with pytest.raises(cjm.UsageError, match="persona 'nosuch' on both sides"):
        cjm.diff(AS_IS, TO_BE, persona="nosuch")


# ---- what is meant, not what is written -------------------------------------------------------


def test_forms_order_and_comments_say_nothing(desk):
    """Short and long forms, the order of keys, quotes; a probability that is the only one."""
    desk.write("a.yaml", "cjm: 1\nid: j\ntouchpoints: {a: {title: A, next: b}, b: {pains: x}}\n")
    desk.write(
        "b.yaml",
        "cjm: 1  # a comment\nid: j\nstart: {a: 1}\ntouchpoints:\n"
        "  a: {next: {b: {probability: 1}}, title: 'A'}\n  b:\n    pains: ['x']\n",
    )
    assert cjm.diff("a.yaml", "b.yaml").is_empty


def test_what_an_overlay_and_a_workspace_say_is_compared(desk):
    """A difference is between what readers saw."""
    text = "cjm: 1\nid: j\ntouchpoints: {a: {expectation: 8, experience: 8, channel: c}}\n"
    for folder in ("x", "y"):
        desk.write(f"{folder}/j.yaml", text)
        desk.write(f"{folder}/cjm.yaml", f"cjm: 1\nchannels: {{c: {folder}}}\n")
    desk.write(
        "y/j.measured.yaml",
        "cjm-measured: 1\njourney: j\nstate: as-is\nscale: [0, 10]\n"
        "scores: {a: {experience: {score: 5, n: 9, sd: 1, measured: 2026-01-01}}}\n",
    )
    found = only("x/j.yaml", "y/j.yaml")
    assert changes(found) == {"a": "worse"}
    [channel] = found["catalogues"]["channels"]
    assert channel["fields"] == [{"field": "title", "before": "x", "after": "y"}]
    assert changes(only("x/j.yaml", "y/j.yaml", measured=False)) == {}


def test_evidence_alone_is_a_change_of_the_field_and_of_no_gap():
    """More answers with the same mean."""
    scores = [{"score": 8, "n": n, "sd": 1} for n in (5, 50)]
    found = only(*(journey({"a": {"expectation": score}}) for score in scores))
    [a] = found["touchpoints"]
    assert (a["change"], a["fields"]) == (
        "same",
        [{"field": "expectation", "before": scores[0], "after": scores[1]}],
    )


def test_what_has_moved_is_told_and_not_counted():
    """Of touchpoints and of stages."""
    points = {"a": {"stage": "x"}, "b": {"stage": "y"}, "c": {"stage": "y"}}
    turned = {id: points[id] for id in "bca"}
    found = data(journey(points, start="a"), journey(turned, start="a"))
    [only] = found["journeys"]
    assert [p["id"] for p in only["touchpoints"] if p["moved"]] == ["a"]
    assert [(s["change"], s["moved"]) for s in only["catalogues"]["stages"]] == [(None, True)]
    assert (found["better"], found["worse"]) == (0, 0)


# ---- better and worse -------------------------------------------------------------------------


def gaps(whole=None, **personas):
    """A journey with one touchpoint where O is 5 and B as told."""
    own = {id: {"experience": b} for id, b in personas.items()}
    point = {"expectation": 5, "experience": whole, "by_persona": own}
    return journey({"a": point}, personas=["x", "y"])


@pytest.mark.parametrize(
    ("before", "after", "change", "counts"),
    [
        (gaps(5), gaps(6), "better", (1, 0)),
        (gaps(5), gaps(4), "worse", (0, 1)),
        (gaps(5), gaps(5 + 1e-10), "same", (0, 0)),
        (gaps(None), gaps(4), "same", (0, 0)),
        (gaps(5, x=5), gaps(5, x=4), "worse", (0, 1)),
        (gaps(5, x=5), gaps(6, x=4), "better", (1, 1)),
        (gaps(5, x=5, y=5), gaps(5, x=6, y=4), "better", (1, 1)),
        (gaps(5), gaps(5, x=3), "worse", (0, 1)),
    ],
)
def test_a_gap_is_better_or_worse_by_everybody_s_c_and_by_each_persona_s(
    before, after, change, counts
):
    """A touchpoint that is better for some and worse for others counts as both."""
    found = cjm.diff(before, after)
    assert (found.better, found.worse) == counts
    assert found.has_regressed == bool(counts[1])
    if found.journeys:
        assert found.journeys[0].touchpoints[0].change == change


def test_an_added_touchpoint_that_disappoints_is_a_step_back_and_no_worse_gap():
    """For everybody or for a persona; within the tolerance it does not."""
    one, two = {"expectation": 5, "experience": 5}, {"expectation": 5, "experience": 4}
    for tolerance, back in ((0, True), (1, False)):
        found = cjm.diff(
            journey({"a": one}, tolerance=tolerance),
            journey({"a": one, "b": two}, tolerance=tolerance),
        )
        assert (found.worse, found.has_regressed) == (0, back)


def test_on_another_scale_no_gap_is_better_or_worse():
    """C counts points of the scale."""
    one, other = {"expectation": 4, "experience": 2}, {"expectation": 8, "experience": 4}
    found = cjm.diff(journey({"a": one}, scale=(0, 5)), journey({"a": other}))
    assert (found.better, found.worse) == (0, 0)
    assert [f.field for f in found.journeys[0].fields] == ["scale"]


def test_a_renamed_touchpoint_takes_its_references_along():
    """Nothing but the rename is told: transitions, start, lifts and waivers follow the id."""

    def named(id):
        return journey(
            {
                id: {"title": "Queue", "expectation": 5, "experience": 4, "next": {"b": 0.9}},
                "b": {"next": {id: 0.1}},
            },
            improvements={"i": {"lifts": {id: 1}}},
            waivers=[{"rule": "CJM101", "reason": "known", "touchpoint": id}],
        )

    found = only(named("a"), named("z"))
    assert [(p["before"], p["id"], p["change"], p["fields"]) for p in found["touchpoints"]] == [
        ("a", "z", "renamed", []),
        ("b", "b", "same", []),
    ]
    assert found["transitions"] == found["start"] == found["fields"] == []
    assert not any(found["catalogues"].values())


# ---- whatever the journeys --------------------------------------------------------------------


@settings(max_examples=8)
@given(complete_journeys())
def test_a_journey_does_not_differ_from_itself(one):
    """Nor from what it is after it was written and read again."""
    assert cjm.diff(one, one).is_empty
    assert cjm.diff(one, cjm.loads(cjm.dump(one)), renamed={}).is_empty


MIRRORED = {"better": "worse", "worse": "better", "added": "removed", "removed": "added"}


class Facts:
    """What a journey's difference says, in no order; `turned`, as the other direction says it."""

    def __init__(self, found, turned):
        self.step = -1 if turned else 1
        ids = [
            (p["before"], None if p["change"] == "removed" else p["id"])
            for p in found["touchpoints"]
        ]
        self.old, self.new = ({pair[n]: pair[:: self.step] for pair in ids} for n in (0, 1))
        self.found = found

    def change(self, item):
        """The change, in this direction."""
        return MIRRORED.get(item["change"], item["change"]) if self.step < 0 else item["change"]

    def sides(self, item, *names):
        """Pairs of values, in this direction."""
        return [(name, item[name][:: self.step]) for name in names if name in item]

    def fields(self, item):
        """Fields that differ."""
        return [(f["field"], [f["before"], f["after"]][:: self.step]) for f in item["fields"]]

    def gaps(self, item):
        """O, B and C."""
        return self.sides(item, "expectation", "experience", "gap")

    def points(self):
        """All touchpoints, by both of their ids."""
        for p in self.found["touchpoints"]:
            ids = (self.old if p["change"] == "removed" else self.new)[p["id"]]
            people = sorted((each["id"], self.gaps(each)) for each in p["by_persona"])
            about = (self.change(p), p["moved"], p["similarity"], people, self.fields(p))
            yield ids, about, self.gaps(p), self.sides(p, "title", "reach", "assumed")

    def ways(self):
        """Transitions and starts, by both ids of their ends."""
        for w in (*self.found["transitions"], *self.found["start"]):
            known = self.old if w["change"] == "removed" else self.new
            ends = [known[w[end]] for end in ("from", "to", "touchpoint") if end in w]
            yield ends, self.change(w), self.sides(w, "probability", "wait", "label", "assumed")

    def parts(self):
        """Entries of catalogues."""
        for key, parts in self.found["catalogues"].items():
            for part in parts:
                yield key, part["id"], self.change(part), part["moved"], self.fields(part)

    def figures(self):
        """Figures of everybody and of each persona."""
        for each in (self.found["figures"], *self.found["personas"]):
            yield each.get("id"), self.sides(each, *(k for k in each if k != "id"))

    def all(self):
        """All of it."""
        told = (self.points(), self.ways(), self.parts(), self.figures())
        return [*(sorted(map(repr, each)) for each in told), self.fields(self.found)]


def check_mirror(one, other):
    """Both directions say the same, better being worse and before being after."""
    there, back = data(one, other), data(other, one)
    assert (there["better"], there["worse"]) == (back["worse"], back["better"])
    assert len(there["journeys"]) == len(back["journeys"])
    for found, mirrored in zip(there["journeys"], back["journeys"], strict=True):
        assert Facts(found, turned=True).all() == Facts(mirrored, turned=False).all()


@settings(max_examples=30)
@given(journeys(), journeys())
def test_the_other_direction_tells_the_mirror_image(one, other):
    """Scores, transitions, figures: better is worse, new is gone."""
    check_mirror(one, other)


@settings(max_examples=8)
@given(complete_journeys(), complete_journeys())
def test_so_it_does_of_all_that_the_format_holds(one, other):
    """Texts, catalogues, metrics, personas."""
    check_mirror(one, other)
