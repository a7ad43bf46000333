"""Timeline: what the picture of a history says, in final words: C of each touchpoint over time."""

from __future__ import annotations

import math
from collections.abc import Iterator
from datetime import datetime, timedelta

from cjm.compare.history_rows import Followed, History, columns_of
from cjm.i18n import Message, say, translate
from cjm.i18n.glossary import capitalized, wording
from cjm.i18n.numbers import ENGLISH, RUSSIAN, gap, score_digits
from cjm.tuples import NamedTuple

Place = tuple[float, float]
"""How far along the time, 0 to 1, and a C."""
NOW = 0.05
"""Where today stands behind the last commit, as a share of all the time: it has no time."""
TAIL = 0.03
"""How far lines go on behind the last revision, so that its C is seen."""
NEAREST = 0.14
"""Dates nearer to each other than this are not both written."""


class Line(NamedTuple):
    """C of a touchpoint: stretches of time in which it had one, each with its steps."""

    id: str
    label: str
    said: str
    is_moment: bool
    stretches: tuple[tuple[Place, ...], ...]


class Timeline(NamedTuple):
    """The whole picture; `days` and `levels` label the axes."""

    title: str
    about: str
    language: str
    lines: tuple[Line, ...]
    end: float
    days: tuple[tuple[float, str], ...]
    levels: tuple[tuple[float, str], ...]
    delight: str
    disappointment: str
    named: str
    others: str


def timeline_of(found: History, language: str) -> Timeline:
    """What the picture says, moments of truth last, so that they are painted on the others."""

    def text(message: Message) -> str:
        return translate(message, language)

    commits = [row for row in found.rows if row.commit is not None]
    days = [str(row.time)[:10] for row in commits]
    span = " … ".join(dict.fromkeys((days[0], days[-1]))) if days else ""
    revisions = text(say("{n} {n:revision|revisions}", n=len(commits)))
    lines = [_line(found, point, language) for point in found.touchpoints]
    return Timeline(
        title=found.journey.title,
        about=", ".join(filter(None, (revisions, span))),
        language=language,
        lines=tuple(sorted(lines, key=lambda line: line.is_moment)),
        end=max(_places(found), default=0.0) + TAIL,
        days=tuple(_days(found, text(say("now")))),
        levels=tuple(_levels(found, language)),
        delight=capitalized(wording("delight", language).long),
        disappointment=capitalized(wording("disappointment", language).long),
        named=text(say("moments of truth")),
        others=text(say("other touchpoints")),
    )


def _places(found: History) -> list[float]:
    """Where each revision stands, to scale."""
    times = [datetime.fromisoformat(row.time) for row in found.rows if row.time]
    first = min(times, default=None)
    whole = (max(times) - first if first else timedelta()) or timedelta(days=1)
    last = max(times, default=None)
    return [
        ((datetime.fromisoformat(row.time) - first) / whole if row.time and first
         else ((last - first) / whole if last and first else 0) + NOW)
        for row in found.rows
    ]  # fmt: skip


def _line(found: History, point: Followed, language: str) -> Line:
    stretches: list[list[Place]] = [[]]
    for at, row in zip(_places(found), found.rows, strict=True):
        value = row.gaps.get(point.id)
        if value is None:
            if stretches[-1]:
                stretches[-1].append((at, stretches[-1][-1][1]))
                stretches.append([])
            continue
        if stretches[-1]:
            stretches[-1].append((at, stretches[-1][-1][1]))
        stretches[-1].append((at, value))
    if stretches[-1]:
        at, value = stretches[-1][-1]
        stretches[-1].append((at + TAIL, value))
    kept = tuple(tuple(stretch) for stretch in stretches if stretch)
    values = [value for stretch in kept for _, value in stretch]
    marks = RUSSIAN if language == "ru" else ENGLISH
    digits = score_digits([(0.0, value) for value in values] or [(None, None)],
                          found.journey.scale)  # fmt: skip
    written = [gap(0.0, value, marks, digits) for value in (values[:1] + values[-1:])]
    label = f"{point.title} {written[-1]}" if written else point.title
    said = f"{point.title}: {' → '.join(dict.fromkeys(written))}" if written else point.title
    return Line(point.id, label, said, point.moment_of_truth, kept)


def _days(found: History, now: str) -> Iterator[tuple[float, str]]:
    """The first and the last date, and between them those of changes that have room."""
    at = {id(row): place for row, place in zip(found.rows, _places(found), strict=True)}
    shown = [
        (at[id(row)], str(row.time)[:10] if row.time else now) for row in columns_of(found.rows)
    ]
    if not shown:
        return
    end, before = shown[-1], -1.0
    for place, text in shown[:-1]:
        far = place - before >= NEAREST and end[0] - place >= NEAREST
        if before < 0 or far:
            yield place, text
            before = place
    yield end


def _levels(found: History, language: str) -> Iterator[tuple[float, str]]:
    """Whole steps from the worst C to the best, the same distance on both sides of zero."""
    values = [abs(value) for row in found.rows for value in row.gaps.values() if value is not None]
    largest = max(values, default=1.0) or 1.0
    power = 10 ** math.floor(math.log10(largest))
    step = next(s * power for s in (0.5, 1, 2, 5) if largest <= 4 * s * power)
    most = math.ceil(largest / step - 1e-9)
    marks = RUSSIAN if language == "ru" else ENGLISH
    digits = max(0, -math.floor(math.log10(step)))
    for n in range(-most, most + 1):
        yield n * step, gap(0.0, n * step, marks, digits)
