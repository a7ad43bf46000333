"""Words: what a page says of its own, beside the phrases that pictures say too."""

from __future__ import annotations

from collections.abc import Mapping
from typing import get_args

from cjm.errors import UsageError
from cjm.i18n import say
from cjm.i18n.glossary import wording
from cjm.i18n.phrases import Phrases, phrases
from cjm.journey import Language

Forms = tuple[str, ...]
"""A noun's forms as `plural` takes them."""


class Words(Phrases):
    """What only these pages say, in one language; `{}` takes a figure or a name."""

    each: str
    updated: str
    time: str
    time_likely: str
    time_known: str
    time_moves: str
    lost: str
    lost_note: str
    metrics: str
    mean_gap: str
    mean_here: str
    quoted: str
    rescaled: str
    trap: str
    trap_means: str
    balance_note: str
    balance_note_persona: str
    disappointed_note: str
    simulated: str
    remembered_note: str
    personas: str
    lowest_experience: str
    highest_expectation: str
    table: str
    columns: Mapping[str, str]
    with_bars: tuple[str, ...]
    without_bars: tuple[str, ...]
    importance: str
    assumed: str
    moments: str
    no_moments: str
    unavoidable: str
    unavoidable_way_out: str
    nobody: str
    fix: str
    no_likely: str
    ends_at: str
    lowest: str
    overdrawn: str
    never_overdrawn: str
    worst_sum: str
    no_bound: str
    no_worst: str
    loops: str
    no_loops: str


ENGLISH = Words(
    **phrases("en"),
    each="{} each",
    updated="as of {}",
    time="Time",
    time_likely="on average; {} on the likely path",
    time_known="times are given for {} of contacts",
    time_moves="{} of moves",
    lost="Lost",
    lost_note="left silently, or at an exit that is a failure",
    metrics="Metrics",
    mean_gap="mean C by the personas' shares",
    mean_here="mean C {} by the personas' shares",
    quoted="“{}”",
    rescaled="The workspace's shares of these personas sum to {}; they were rescaled to {}.",
    trap="{}: customers can come in here and never leave (CJM205)",
    trap_means="Until there is a way out, the figures that need an end cannot be computed.",
    balance_note="the emotional bank account of the average customer",
    balance_note_persona="the emotional bank account of this persona",
    disappointed_note="end with a negative sum of\u00a0C",
    simulated="± {} points, simulated",
    remembered_note="the mean of the strongest and the last impression",
    personas="Personas",
    lowest_experience="lowest B",
    highest_expectation="highest O",
    table="Touchpoints",
    columns={
        "channel": "channel",
        "expectation": "O",
        "experience": "B",
        "gap": "C",
        "mean": wording("weighted-gap", "en").short,
        "reach": "reach",
        "impact": "impact",
        "drop_off": "leave",
        "interval": "95% interval of C",
    },
    with_bars=("○ expectation O", "● experience B", "C = B − O"),
    without_bars=("O expectation", "B experience", "C = B − O"),
    importance="× importance",
    assumed="≈ rests on shares that nobody gave: equal ones are assumed",
    moments="Moments of truth",
    no_moments="none",
    unavoidable="no way to success leads round it",
    unavoidable_way_out="no way to an exit leads round it",
    nobody="nobody owns it",
    fix="closing the gap: balance {}, disappointed {} points",
    no_likely="no way leads from a start to an exit",
    ends_at="ends at {}",
    lowest="lowest {}",
    overdrawn="overdrawn at: {}",
    never_overdrawn="never overdrawn",
    worst_sum="sum {}",
    no_bound="no bound: each round costs {}",
    no_worst="no way ends",
    loops="Doom loops",
    no_loops="none",
)

RUSSIAN = Words(
    **phrases("ru"),
    each="по {}",
    updated="на {}",
    time="Время",
    time_likely="в среднем; {} на вероятном пути",
    time_known="время указано для {} контактов",
    time_moves="{} переходов",
    lost="Потеряны",
    lost_note="ушли молча или закончили неудачей",
    metrics="Показатели",
    mean_gap="среднее С по долям персон",
    mean_here="среднее С {} по долям персон",
    quoted="«{}»",
    rescaled="Доли этих персон в рабочем пространстве дают {}; они пересчитаны до {}.",
    trap="{}: сюда клиенты могут попасть и никогда не выйти (CJM205)",
    trap_means="Пока выхода нет, показатели, которым нужен конец пути, посчитать нельзя.",
    balance_note="эмоциональный счёт среднего клиента",
    balance_note_persona="эмоциональный счёт этой персоны",
    disappointed_note="заканчивают с отрицательной суммой\u00a0С",
    simulated="± {}\u00a0п.\u00a0п., по модели",
    remembered_note="среднее самого сильного и последнего впечатлений",
    personas="Персоны",
    lowest_experience="ниже всего В",
    highest_expectation="выше всего О",
    table="Точки контакта",
    columns={
        "channel": "канал",
        "expectation": "О",
        "experience": "В",
        "gap": "С",
        "mean": wording("weighted-gap", "ru").short,
        "reach": "доходят",
        "impact": "вклад",
        "drop_off": "уходят",
        "interval": "95 % интервал С",
    },
    with_bars=("○ ожидание О", "● восприятие В", "С = В − О"),
    without_bars=("О ожидание", "В восприятие", "С = В − О"),
    importance="× важность",
    assumed="≈ зависит от долей, которых никто не указал: они приняты равными",
    moments="Моменты истины",
    no_moments="нет",
    unavoidable="на пути к успеху не обойти",
    unavoidable_way_out="на пути к выходу не обойти",
    nobody="никто не отвечает",
    fix="если закрыть разрыв: баланс {}, разочарованных {}\u00a0п.\u00a0п.",
    no_likely="от начала до выхода нет пути",
    ends_at="в конце {}",
    lowest="ниже всего {}",
    overdrawn="счёт уходит в минус: {}",
    never_overdrawn="счёт не уходит в минус",
    worst_sum="сумма {}",
    no_bound="предела нет: каждый круг стоит {}",
    no_worst="ни один путь не кончается",
    loops="Петли разочарования",
    no_loops="нет",
)

_LANGUAGES = {"en": ENGLISH, "ru": RUSSIAN}


def words_of(language: str) -> Words:
    """The words of a language; UsageError where pages do not speak it."""
    if language not in _LANGUAGES:
        known = ", ".join(get_args(Language))
        raise UsageError(
            say("there is no language {language!r}", language=language),
            help=say("languages: {known}", known=known),
        )
    return _LANGUAGES[language]
