"""Metrics on a page: what was measured, against what it should be."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from rich.text import Text

from cjm.i18n.metrics import STEP, aim, measured
from cjm.terminal.numbers import number
from cjm.terminal.sheet import kept
from cjm.terminal.signs import BAD, GOOD, QUIET, STRONG
from cjm.terminal.text import cleaned

if TYPE_CHECKING:
    from cjm.journey import Judgement, Metric
    from cjm.terminal.words import Words


def metrics_text(metrics: Iterable[Metric], words: Words) -> Text | None:
    """Metrics beside one another, each against its target."""
    texts = [_metric(metric, words) for metric in metrics]
    return Text(" · ").join(texts) if texts else None


def _evidence(metric: Metric, words: Words) -> str:
    """How many answers a value rests on, and of which day it is."""
    answers = "" if metric.n is None else kept(f"n {number(metric.n, words)}")
    day = metric.measured.isoformat() if metric.measured else ""
    return ", ".join(filter(None, (answers, day)))


def _metric(metric: Metric, words: Words) -> Text:
    """`NPS 42, target ≥ 50: missed`; a target is green where it is met, else red."""
    text = Text(kept(cleaned(metric.title) or metric.id))
    if metric.value is not None:
        text.append(kept(f" {cleaned(_value(metric.value, metric, words))}"), STRONG)
    if evidence := _evidence(metric, words):
        text.append(f" ({evidence})", QUIET)
    return text + _aim(metric, metric.value, words)


def judgement_text(judged: Judgement, words: Words) -> Text:
    """`CSAT 30% → 15%, target ≤ 10%: missed`: what a turn of the cycle is judged by."""
    text = Text(kept(cleaned(judged.title) or judged.id))
    values = [v for v in (judged.before, judged.after) if v is not None]
    told = STEP.join(cleaned(_value(v, judged, words)) for v in values)
    if judged.after is None and values:
        told += f"{STEP}…"
    if told:
        text.append(kept(f" {told}"), STRONG)
    if judged.measured:
        text.append(f" ({judged.measured.isoformat()})", QUIET)
    return text + _aim(judged, judged.after, words)


def _value(value: float, metric: Metric | Judgement, words: Words) -> str:
    return measured(value, metric.unit, words.marks, metric.target)


def _aim(metric: Metric | Judgement, value: float | None, words: Words) -> Text:
    """The target, and whether it is met."""
    if metric.target is None:
        return Text()
    style = {True: GOOD, False: BAD, None: QUIET}[metric.met]
    told = aim(metric.target, metric.unit, value, words.language, words.marks)
    return Text.assemble(", ", (kept(cleaned(told)), style))
