"""Evidence: what a score rests on, and metrics against their targets, in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from cjm.i18n import Message, say
from cjm.i18n.apart import quantities_apart
from cjm.i18n.days import day_written
from cjm.i18n.figures import Amount, Goal, Quantity, Share
from cjm.i18n.numbers import QUANTITY_DECIMALS

Data = Mapping[str, Any]
SIDES = {"expectation": say("Expectation"), "experience": say("Experience")}


def evidence_of(part: Data, language: str) -> list[dict[str, Any]]:
    """What O and B of a touchpoint, or of a persona there, rest on: facts, and reasons.

    Args:
        part: A touchpoint of a data file, or one of its `by_persona`.
        language: What dates are written in.

    Returns:
        For each side, and for pairs of answers, a title, its facts and the reasons as written.
    """
    found = [
        {
            "title": title,
            "facts": list(_score(part[side], language)),
            "because": part[side]["because"],
        }
        for side, title in SIDES.items()
        if part[side] is not None
    ]
    for key, title in PAIRS.items():
        if part[key] is not None:
            found.append({"title": title, "facts": list(_pair(part[key])), "because": []})
    return found


PAIRS = {
    "paired": say("Paired answers, B − O"),
    "written_pair": say("Paired answers as they were written"),
}


def _score(score: Data, language: str) -> Iterator[Message | str]:
    if score["n"] is not None:
        yield _answers(score["n"])
    yield from _spread(score)
    if score["interval"] is not None:
        low, high = (Quantity(round(end, 2)) for end in score["interval"])
        yield say("95% interval from {low} to {high}", low=low, high=high)
    if score["source"]:
        yield score["source"]
    if score["measured"]:
        yield day_written(score["measured"], language)
    if score["from"] == "measured":
        yield (
            say("measured")
            if score["written"] is None
            else say("measured; {score} was written", score=Quantity(score["written"]))
        )


def _answers(n: int) -> Message:
    return say("{count} {n:answer|answers}", count=Quantity(n), n=n)


def _spread(part: Data) -> Iterator[Message]:
    if part["effective"] is not None:
        yield say("as good as {n} of equal weight", n=Quantity(round(part["effective"], 1)))
    if part["sd"] is not None:
        yield say("standard deviation {sd}", sd=Quantity(round(part["sd"], 2)))


def _pair(pair: Data) -> Iterator[Message]:
    yield _answers(pair["n"])
    yield from _spread(pair)
    if pair["below"] is not None:
        yield say("{share} got less than they expected", share=Share(pair["below"]))


def metrics_told(metrics: Mapping[str, Data], language: str) -> list[Message]:
    """Metrics, each with its value, its target and whether that is met, and what it rests on."""
    return [_metric(id, metric, language) for id, metric in metrics.items()]


def _metric(id: str, metric: Data, language: str) -> Message:
    parts = [_value(metric)]
    if metric["target"] is not None:
        parts.append(_target(metric))
    if metric["n"] is not None:
        parts.append(say("n {n}", n=Quantity(metric["n"])))
    if metric["interval"] is not None:
        low, high = (Amount(end, metric["unit"]) for end in metric["interval"])
        parts.append(say("95% interval from {low} to {high}", low=low, high=high))
    if metric["measured"]:
        parts.append(say("{day}", day=day_written(metric["measured"], language)))
    return say("{name}: {facts}", name=metric.get("title") or id, facts=joined(parts))


def joined(parts: list[Message]) -> Message:
    """Messages with commas between them, as one."""
    first, *others = parts
    for other in others:
        first = say("{one}, {other}", one=first, other=other)
    return first


def _value(metric: Data) -> Message:
    if metric["value"] is None:
        return say("not measured yet")
    return say("{value}", value=Amount(metric["value"], metric["unit"], _decimals(metric)))


def _decimals(metric: Data) -> int:
    """Enough to tell a value and its target apart."""
    if metric["value"] is None or metric["target"] is None:
        return QUANTITY_DECIMALS
    return quantities_apart(metric["value"], float(metric["target"].split(" ")[1]))


def _target(metric: Data) -> Message:
    operator, value = metric["target"].split(" ")
    goal = Goal(operator, float(value), metric["unit"], _decimals(metric))
    if metric["met"] is None:
        return say("target {target}", target=goal)
    if metric["met"]:
        return say("target {target}: met", target=goal)
    return say("target {target}: missed", target=goal)


def judgement_told(judgement: Data, language: str) -> Message:
    """What an improvement is judged by: the metric before, after, and its target."""
    unit = judgement["unit"]
    ends = [judgement[key] for key in ("before", "after")]
    before, after = (
        say("not measured yet") if end is None else say("{value}", value=Amount(end, unit))
        for end in ends
    )
    parts = [say("{before} → {after}", before=before, after=after)]
    if judgement["target"] is not None:
        operator, value = judgement["target"].split(" ")
        parts.append(say("target {target}", target=Goal(operator, float(value), unit)))
    if judgement["measured"]:
        parts.append(say("{day}", day=day_written(judgement["measured"], language)))
    return say("{name}: {facts}", name=judgement["title"] or judgement["id"], facts=joined(parts))
