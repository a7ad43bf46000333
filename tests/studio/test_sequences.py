"""Random sequences of what the form can do: the model changes alike, all other bytes stay."""

from __future__ import annotations

import copy
import re
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from cjm.edits import apply
from cjm.edits.proof import alike
from cjm.source import parse
from cjm.studio.editing import edited

ROOT = Path(__file__).parents[2]
NAMES = ("business-taxi.yaml", "bakery.as-is.yaml")
TEXTS = [(ROOT / "journeys" / name).read_bytes().decode() for name in NAMES]
TEXTS += [TEXTS[0].replace("\n", "\r\n")]

WORDS = st.sampled_from(["чай", "a: b", "# no", "8,4", "yes", "'", "two\nlines", "x" * 120])
SCORES = st.integers(0, 20).map(lambda halves: halves / 2)
FIELDS = {
    "title": WORDS,
    "owner": WORDS,
    "stage": st.sampled_from(["choice", "trip"]),
    "channel": st.sampled_from(["app", "car"]),
    "moment_of_truth": st.just(True),
    "expectation": SCORES,
    "experience": SCORES,
    "emotions": st.lists(WORDS, min_size=1, max_size=3),
    "strengths": WORDS,
    "pains": st.lists(WORDS, min_size=1, max_size=2),
    "importance": st.integers(1, 3),
    "outcome": st.sampled_from(["success", "failure"]),
}
"""What the form has, beside personas' scores and ways."""


@st.composite
def operations(draw, data):
    """One operation of the form, and the same change of the data."""
    points = data["touchpoints"]
    id = draw(st.sampled_from(list(points)))
    route, point = ["touchpoints", id], points[id] or {}
    kind = draw(st.sampled_from(["set", "set", "set", "persona", "clear", "add", "go", "rename"]))
    if kind == "set":
        field = draw(st.sampled_from(list(FIELDS)))
        value = draw(FIELDS[field])
        points[id] = {**point, field: value}
        return {"op": "set_value", "route": [*route, field], "value": value}
    if kind == "persona":
        own = point.get("by_persona") or {}
        value = draw(SCORES)
        persona = draw(st.sampled_from(["business", "guest"]))
        scores = {**(own.get(persona) or {}), "experience": value}
        points[id] = {**point, "by_persona": {**own, persona: scores}}
        return {"op": "set_value", "route": [*route, "by_persona", persona, "experience"],
                "value": value}  # fmt: skip
    if kind == "clear" and point:
        field = draw(st.sampled_from(list(point)))
        points[id] = {key: value for key, value in point.items() if key != field} or None
        return {"op": "remove", "route": [*route, field]}
    if kind == "go" and len(points) > 1:
        del points[id]
        return {"op": "remove", "route": route}
    new = f"new-{len(points)}-{draw(st.integers(0, 99))}"
    while new in points:
        new += "x"
    if kind == "rename":
        _renamed(data, id, new)
        return {"op": "rename", "kind": "touchpoint", "id": id, "new": new}
    value = {"title": draw(WORDS), "stage": "trip"}
    points[new] = value
    return {"op": "insert", "route": ["touchpoints"], "key": new, "value": value,
            "after": draw(st.sampled_from([None, id]))}  # fmt: skip


def _renamed(data, id, new):
    """The data with a touchpoint called otherwise, wherever it is named."""
    data["touchpoints"] = {new if key == id else key: v for key, v in data["touchpoints"].items()}
    for point in (*filter(None, data["touchpoints"].values()), data):
        for field in ("next", "start"):
            ways = point.get(field)
            if ways == id:
                point[field] = new
            elif isinstance(ways, list):
                point[field] = [new if each == id else each for each in ways]
            elif isinstance(ways, dict):
                point[field] = {new if each == id else each: v for each, v in ways.items()}
    for change in (data.get("improvements") or {}).values():
        lifts = change.get("lifts") or {}
        change["lifts"] = {new if each == id else each: v for each, v in lifts.items()}
    for waiver in data.get("waivers") or ():
        if waiver.get("touchpoint") == id:
            waiver["touchpoint"] = new


def unordered(value):
    """Data whose order of keys does not count: the studio chooses where a field stands."""
    if isinstance(value, dict):
        return {key: unordered(value[key]) for key in sorted(value, key=str)}
    return [unordered(each) for each in value] if isinstance(value, list) else value


@settings(max_examples=20)
@given(st.data())
def test_a_sequence_of_operations_is_the_same_changes_of_the_model(given_data):
    """Whatever they are; undo gives the old bytes, and lines end as they did."""
    text = given_data.draw(st.sampled_from(TEXTS))
    data = copy.deepcopy(parse(text).root.data)
    asked = [given_data.draw(operations(data)) for _ in range(given_data.draw(st.integers(1, 5)))]
    done = edited(text, asked)
    source = parse(done.text)
    assert not source.faults
    assert alike(unordered(source.root.data), unordered(data))
    assert apply(text, done.edits) == done.text
    assert apply(done.text, done.inverse) == text
    assert "\r\n" not in text or not re.search(r"[^\r]\n", done.text)
