PAGE = """# Two languages of one journey say different things

## What it finds

Of the checked journeys of one `id` and `state` in different languages: a touchpoint whose written
values differ, or that stands in one of them only. Values are the scores O and B, a persona's own
ones, `importance`, `outcome`, `start`, and where customers go on from here with what probability.
Words may differ, they are what a translation is for. Told once a touchpoint, in the file that is
not in the workspace's language; silent where only one of the languages is checked.

## Why it hurts the customer

Two teams look at one journey and see two: what one of them mends is no problem in the other's
map, and nobody notices when they stop talking about the same customers.

## Failing example

```yaml
cjm: 1
id: taxi
language: en
touchpoints:
  ride: {title: The ride, expectation: 8, experience: 8}
```

```yaml
cjm: 1
id: taxi
language: ru
touchpoints:
  ride: {title: Поездка, expectation: 8, experience: 9}  # ← CJM310
```

## Passing example

```yaml
cjm: 1
id: taxi
language: en
touchpoints:
  ride: {title: The ride, expectation: 8, experience: 9}
```

```yaml
cjm: 1
id: taxi
language: ru
touchpoints:
  ride: {title: Поездка, expectation: 8, experience: 9}
```

## Options

None.
"""

from collections.abc import Iterator
from typing import Any

from cjm.diagnostics import Severity
from cjm.i18n import Message, say
from cjm.journey import Journey, Score, Touchpoint
from cjm.rules.base import Rule
from cjm.tuples import NamedTuple

Values = dict[str, Any]
"""What twins share of one touchpoint, by what it is."""


class Difference(NamedTuple):
    """A touchpoint that two languages of a journey do not agree about."""

    touchpoint: str
    message: Message


def written_values(journey: Journey) -> dict[str, Values]:
    """What all languages of a journey should agree about, by touchpoint."""
    shares = {start.touchpoint: (start.assumed, start.share) for start in journey.start}
    return {point.id: _values(point, shares.get(point.id)) for point in journey.touchpoints}


def _values(point: Touchpoint, start: tuple[bool, float] | None) -> Values:
    own = {p.persona: (_score(p.expectation), _score(p.experience)) for p in point.by_persona}
    return {
        "expectation": _score(point.expectation),
        "experience": _score(point.experience),
        "by_persona": {id: scores for id, scores in sorted(own.items()) if _any_given(scores)},
        "importance": float(point.importance),
        "outcome": point.outcome,
        "start": start,
        "next": {way.to: way.probability for way in sorted(point.next, key=lambda way: way.to)},
    }


def _any_given(scores: tuple[float | None, float | None]) -> bool:
    """Whether a persona has a score of its own."""
    return scores != (None, None)


def _score(score: Score | None) -> float | None:
    return None if score is None else float(score.score)


def differences(journey: Journey, other: Journey) -> Iterator[Difference]:
    """What two languages of a journey do not agree about, in the order of the first, then of both.

    A touchpoint of which several values differ is told once.
    """
    here, there = written_values(journey), written_values(other)
    for id in dict.fromkeys([*here, *there]):
        if id not in here:
            message = say("{id}: it is missing here, and stands in the other language", id=id)
            yield Difference(id, message)
        elif id not in there:
            message = say("{id}: it is missing in the other language", id=id)
            yield Difference(id, message)
        elif names := [name for name, value in here[id].items() if value != there[id][name]]:
            what = ", ".join(names)  # keys of the format, which no language translates
            message = say("{id}: not what the other language says: {what}", id=id, what=what)
            yield Difference(id, message)


RULE = Rule("CJM310", "twins-differ", Severity.INFO, PAGE)
