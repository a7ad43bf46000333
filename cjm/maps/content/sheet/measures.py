"""Measures: metrics against their targets, and what the scores rest on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from cjm.i18n.apart import scores_apart
from cjm.i18n.metrics import aim, measured, target_of
from cjm.journey import Judgement, Metric, Paired, Score
from cjm.maps.content.numbers import dated, number, percentage, total
from cjm.maps.content.sheet.model import Bullet, Item, Items, Voice
from cjm.maps.content.sheet.subject import Subject
from cjm.maps.content.sheet.texts import items_of, written
from cjm.maps.content.sheet.words import SheetWords
from cjm.maps.content.words import Words
from cjm.maps.scene.text import cleaned

Side = tuple[tuple[Voice, ...], str, Score]
"""Whose score it is, its letter, and the score."""


def metrics(subject: Subject) -> Items | None:
    """Measured quantities and whether they meet their targets, single personas' as well."""
    words, texts = subject.words, subject.texts
    everybody = subject.point.metrics
    if subject.own is not None:
        everybody = subject.own.metrics or everybody
    items = metric_items(everybody, words, texts)
    for voice, own in subject.voiced:
        items += metric_items(own.metrics, words, texts, (voice,))
    return items_of(items)


def metric_items(
    metrics: Iterable[Metric], words: Words, texts: SheetWords, voices: tuple[Voice, ...] = ()
) -> list[Item]:
    """Metrics as items of a list: value, target and whether it is met, then the evidence."""
    return [_metric(metric, words, texts, voices) for metric in metrics]


def _metric(metric: Metric, words: Words, texts: SheetWords, voices: tuple[Voice, ...]) -> Item:
    told = [name_of(metric)]
    if metric.value is not None:
        told[0] += f" {_quantity(metric.value, metric, words)}"
    if metric.target is not None:
        unit = cleaned(metric.unit or "")
        told.append(target_of(metric.target, unit, metric.value, words.language, words.marks))
    if metric.value is None:
        told.append(words.not_yet)
    evidence = [texts.respondents.format(number(metric.n, words))] if metric.n else []
    evidence += [dated(metric.measured, words)] if metric.measured else []
    return Item(", ".join([*told, *evidence]), bullet_of(metric), voices)


def judged(judgement: Judgement, words: Words, texts: SheetWords) -> Item:
    """What an improvement is judged by: before, after, the target and whether it is met."""
    unit, told = judgement.unit, []
    if judgement.before is not None:
        told.append(texts.before.format(_quantity(judgement.before, judgement, words)))
    if judgement.after is not None:
        told.append(texts.after.format(_quantity(judgement.after, judgement, words)))
    if judgement.target is not None:
        aimed = cleaned(unit or "")
        told.append(aim(judgement.target, aimed, judgement.after, words.language, words.marks))
    elif judgement.after is None:
        told.append(words.not_yet)
    if judgement.measured:
        told.append(dated(judgement.measured, words))
    return Item(f"{name_of(judgement)}: {', '.join(told)}", bullet_of(judgement))


def bullet_of(metric: Metric | Judgement) -> Bullet:
    """A tick, a cross, or a ring for what is not measured yet."""
    value = metric.value if isinstance(metric, Metric) else metric.after
    if value is None:
        return "open"
    if metric.met is None:
        return "item"
    return "met" if metric.met else "missed"


def name_of(metric: Metric | Judgement) -> str:
    """Its title, or its id in words."""
    named = metric.title != metric.id
    return cleaned(metric.title if named else metric.id.replace("_", " ")) or cleaned(metric.id)


def _quantity(value: float, metric: Metric | Judgement, words: Words) -> str:
    return measured(value, cleaned(metric.unit or ""), words.marks, metric.target)


def sides_of(subject: Subject) -> list[Side]:
    """O and B as they are given, a persona's own first on its sheet, else each beside the whole."""
    point, own = subject.point, subject.own
    letters = (("expectation", subject.words.o), ("experience", subject.words.b))
    sides: list[Side] = []
    for name, letter in letters:
        score = (own and getattr(own, name)) or getattr(point, name)
        sides += [((), letter, score)] if score else []
    for voice, scores in subject.voiced:
        own_sides = ((letter, getattr(scores, name)) for name, letter in letters)
        sides += [((voice,), letter, score) for letter, score in own_sides if score]
    return sides


def because(subject: Subject) -> Items | None:
    """Why customers expect and experience what they do."""
    return items_of(
        Item(f"{letter}: {text}", "item", voices)
        for voices, letter, score in sides_of(subject)
        for text in written(score.because)
    )


def evidence(subject: Subject) -> Items | None:
    """What the scores rest on: respondents, spread, source, day, and the interval of C."""
    texts, words = subject.texts, subject.words
    items = [
        Item(f"{letter}: {', '.join(parts)}", "item", voices)
        for voices, letter, score in sides_of(subject)
        if (parts := _rests_on(score, words, texts, subject.analysis.journey.scale))
    ]
    paired = (subject.own and subject.own.paired) or subject.point.paired
    items += _paired(paired, (), words, texts)
    interval = subject.analysis[subject.card.id].interval
    if interval and interval[0] < interval[1]:
        ends = " … ".join(total(end, words, False) for end in interval)
        items.append(Item(f"{texts.interval} {ends}", "item"))
    for voice, own in subject.voiced:
        items += _paired(own.paired, (voice,), words, texts)
    return items_of(sorted(items, key=lambda item: bool(item.voices)))  # everybody's first


def _rests_on(
    score: Score, words: Words, texts: SheetWords, scale: tuple[float, float]
) -> list[str]:
    """A score's sample; of one that was measured also what is written by hand in its place."""
    parts = _sample(score.n, score.sd, score.source, score.measured, words, texts)
    if score.measurement and score.measurement.replaced:
        by_hand = scores_apart(score.measurement.replaced.score, score.score, scale=scale)[0]
        parts.append(texts.written_otherwise.format(by_hand.written(words.marks)))
    return parts


def _paired(
    paired: Paired | None, voices: tuple[Voice, ...], words: Words, texts: SheetWords
) -> Sequence[Item]:
    """Evidence on B − O, asked of the same people."""
    if paired is None:
        return ()
    parts = _sample(paired.n, paired.sd, None, None, words, texts)
    if paired.below is not None:
        parts.append(texts.below.format(percentage(paired.below, words, False)))
    return (Item(f"{texts.paired} {', '.join(parts)}", "item", voices),)


def _sample(
    n: int | None,
    sd: float | None,
    source: str | None,
    day: date | None,
    words: Words,
    texts: SheetWords,
) -> list[str]:
    parts = [texts.respondents.format(number(n, words))] if n else []
    parts += [] if sd is None else [texts.spread.format(number(sd, words))]
    parts += written([source or ""])
    return parts + ([dated(day, words)] if day else [])
