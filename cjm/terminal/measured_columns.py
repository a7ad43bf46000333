"""Columns of the page of what was measured: scores with their evidence, metrics with intervals."""

from __future__ import annotations

from collections.abc import Sequence

from rich.text import Text

from cjm.data.surveys.rows import ScoreRow
from cjm.i18n import numbers
from cjm.i18n.metrics import aim, measured
from cjm.i18n.numbers import score_digits
from cjm.journey import Journey, Metric, Score
from cjm.journey.metrics import Comparison
from cjm.terminal.bars import dumbbell
from cjm.terminal.columns import ALWAYS, BARS, Column
from cjm.terminal.measured_words import MeasuredWords
from cjm.terminal.numbers import aligned, number, percentage, total
from cjm.terminal.signs import BAD, GOOD, LEVELS, NONE, QUIET, STRONG
from cjm.terminal.words import Words

BEFORE, INTERVAL, BAR, BELOW, COUNT = range(5)
"""The order in which columns are dropped."""
SHARE_BAR = 5
"""Cells of a bar that shows a share."""


def score_columns(
    journey: Journey, rows: Sequence[ScoreRow], words: Words, own: MeasuredWords
) -> list[Column]:
    """What is said of each measured touchpoint, from left to right."""
    names = words.columns
    pairs = [(_value(r.expectation), _value(r.experience)) for r in rows]
    digits = score_digits([*pairs, *(r.written for r in rows)], journey.scale)
    low, high = (number(end, words) for end in journey.scale)
    bars = [
        dumbbell(*pair, journey.scale, BARS[0], LEVELS[r.level][1])
        for pair, r in zip(pairs, rows, strict=True)
    ]
    columns = [
        Column(own.answers, [Text(_counts(r, words), QUIET) for r in rows], COUNT),
        Column(names["expectation"], _scores([o for o, _ in pairs], digits, words), ALWAYS),
        Column(names["experience"], _scores([b for _, b in pairs], digits, words), ALWAYS),
        Column(low + high.rjust(BARS[0] - len(low)), bars, BAR, "left"),
        Column(names["gap"], _gaps(pairs, rows, digits, words), ALWAYS),
        Column(own.interval, [Text(_interval(r.interval, words)) for r in rows], INTERVAL),
    ]
    if any(r.paired and r.paired.below is not None for r in rows):
        columns.append(Column(own.below, [_below(r, words) for r in rows], BELOW, "left"))
    if any(None not in r.written for r in rows):
        columns.append(Column(own.before, _before(rows, digits, words), BEFORE))
    return columns


def metric_columns(
    metrics: Sequence[Metric],
    targets: Sequence[Comparison | None],
    words: Words,
    own: MeasuredWords,
) -> list[Column]:
    """What is said of each metric, and whether it meets the target that the journey has."""
    against = list(zip(metrics, targets, strict=True))
    values = aligned([measured(m.value or 0, m.unit, words.marks, t) for m, t in against], words)
    intervals = [m.measurement.interval if m.measurement else None for m in metrics]
    columns = [
        Column(own.value, [Text(value, STRONG) for value in values], ALWAYS),
        Column(own.interval, [Text(_ends(i, words)) for i in intervals], 1),
        Column(own.answers, [Text(number(m.n or 0, words), QUIET) for m in metrics], 2),
    ]
    if any(targets):
        columns.append(Column(own.target, [_aim(m, t, words) for m, t in against], 0, "left"))
    return columns


def _aim(metric: Metric, target: Comparison | None, words: Words) -> Text:
    if target is None or metric.value is None:
        return Text()
    told = aim(target, metric.unit, metric.value, words.language, words.marks)
    return Text(told, GOOD if target.holds(metric.value) else BAD)


def _interval(interval: tuple[float, float] | None, words: Words) -> str:
    """The two ends of an interval of C, with their signs; a dash where there is none."""
    if interval is None:
        return NONE
    return " … ".join(total(end, words, False) for end in interval)


def _ends(interval: tuple[float, float] | None, words: Words) -> str:
    """The two ends of a metric's interval."""
    return " … ".join(number(end, words) for end in interval) if interval else NONE


def _value(score: Score | None) -> float | None:
    return None if score is None else score.score


def _counts(row: ScoreRow, words: Words) -> str:
    """Answers on O and on B; one number where they are as many."""
    sides = [score.n for score in (row.expectation, row.experience) if score and score.n]
    return "/".join(number(n, words) for n in dict.fromkeys(sides)) if None not in sides else NONE


def _scores(values: Sequence[float | None], digits: int, words: Words) -> list[Text]:
    texts = [NONE if v is None else numbers.score(v, words.marks, digits) for v in values]
    return [Text(text, QUIET if text.strip() == NONE else "") for text in aligned(texts, words)]


def _gaps(
    pairs: Sequence[tuple[float | None, float | None]],
    rows: Sequence[ScoreRow],
    digits: int,
    words: Words,
) -> list[Text]:
    """The level's sign, and C."""
    texts = aligned([_gap(o, b, digits, words) for o, b in pairs], words)
    width = max(map(len, texts))
    signs = [LEVELS[r.level] for r in rows]
    return [
        Text(f"{sign} {text.rjust(width)}", style)
        for text, (sign, style) in zip(texts, signs, strict=True)
    ]


def _gap(o: float | None, b: float | None, digits: int, words: Words) -> str:
    return NONE if o is None or b is None else numbers.gap(o, b, words.marks, digits)


def _below(row: ScoreRow, words: Words) -> Text:
    """The share of respondents who got less than they expected, as a bar."""
    if row.paired is None or row.paired.below is None:
        return Text(NONE, QUIET)
    share = row.paired.below
    filled = round(share * SHARE_BAR)
    return Text.assemble(
        ("█" * filled, BAD),
        ("░" * (SHARE_BAR - filled), QUIET),
        f" {percentage(share, words, False)}",
    )


def _before(rows: Sequence[ScoreRow], digits: int, words: Words) -> list[Text]:
    """C as it is written in the journey."""
    return [
        Text(text, QUIET)
        for text in aligned([_gap(*r.written, digits, words) for r in rows], words)
    ]
