"""Journeys of which every ending can be enumerated, and one of which none can."""

from __future__ import annotations

from cjm.journey import Journey, Start, Touchpoint, Transition


def point(id: str, gap: float | None, ways: dict[str, float], weight: float = 1) -> Touchpoint:
    following = tuple(Transition(to, share) for to, share in ways.items())
    lived = None if gap is None else 5 + gap
    return Touchpoint(id, expectation=5, experience=lived, importance=weight, next=following)


FIXED = {
    "branches": (
        point("a", -1, {"b": 0.5, "c": 0.3}),
        point("b", 2, {"d": 0.9}),
        point("c", -2, {"d": 0.5, "b": 0.4}),
        point("d", 0.5, {}),
    ),
    "loops": (
        point("a", -1, {"b": 0.6, "a": 0.3}),
        point("b", 1, {"a": 0.4, "c": 0.4}),
        point("c", -2, {"b": 0.5, "d": 0.5}, weight=0.5),
        point("d", 1, {}),
    ),
    "unmeasured": (
        point("a", None, {"b": 0.3, "c": 0.3}),
        point("b", -3, {"d": 0.8, "b": 0.2}),
        point("c", 3, {"d": 0.7, "a": 0.2}),
        point("d", None, {"e": 1}),
        point("e", -1, {}),
    ),
}


LAYERS = 17


def layered() -> Journey:
    """Seventeen times up by 0.7 or down by 0.3, each time by twice as much as before.

    So 2¹⁷ sums, all different, and the sign of each is that of its last step.
    """
    points = []
    for n in range(LAYERS):
        ways = {f"up{n + 1}": 0.7, f"down{n + 1}": 0.3} if n < LAYERS - 1 else {}
        for name, sign in (("up", 1), ("down", -1)):
            following = tuple(Transition(to, share) for to, share in ways.items())
            lived = sign * 2**n
            points.append(Touchpoint(f"{name}{n}", expectation=0, experience=lived, next=following))
    start = (Start("up0", 0.7), Start("down0", 0.3))
    return Journey("layers", tuple(points), scale=(-(2**LAYERS), 2**LAYERS), start=start)
