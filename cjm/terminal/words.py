"""Words: every text a page writes of its own, in each language."""

from __future__ import annotations

from collections.abc import Mapping
from typing import get_args

from cjm.errors import UsageError
from cjm.i18n import numbers, say
from cjm.i18n.glossary import REASONS, capitalized, wording
from cjm.i18n.numbers import Marks
from cjm.journey import Language
from cjm.records import dataclass

Forms = tuple[str, ...]
"""A noun's forms as `plural` takes them, a place for the count in each."""


OUTCOMES = ("success", "failure", "neutral", "drop_off")
"""How customers end."""


@dataclass(frozen=True, slots=True)
class Words:
    """The texts of one language; `{}` takes a figure or a name."""

    language: Language
    marks: Marks
    states: Mapping[str, str]
    touchpoints: Forms
    customers: Forms
    per: Mapping[str, str]
    scores_of: str
    of_customers: str
    covered: str
    trap: str
    trap_means: str
    balance: str
    balance_note: str
    balance_note_persona: str
    disappointed: str
    disappointed_note: str
    simulated: str
    remembered: str
    remembered_note: str
    outcomes: str
    outcome: Mapping[str, str]
    personas: str
    share: str
    table: str
    columns: Mapping[str, str]
    with_bars: tuple[str, ...]
    without_bars: tuple[str, ...]
    levels: tuple[str, str, str]
    moment: str
    importance: str
    unstaged: str
    not_available: str
    moments: str
    no_moments: str
    reasons: Mapping[str, str]
    unavoidable: str
    unavoidable_way_out: str
    owner: str
    nobody: str
    fix: str
    likely: str
    likely_note: str
    no_likely: str
    ends_at: str
    lowest: str
    overdrawn: str
    never_overdrawn: str
    worst: str
    worst_sum: str
    no_bound: str
    no_worst: str
    loops: str
    loop_sum: str
    no_loops: str


ENGLISH = Words(
    language="en",
    marks=numbers.ENGLISH,
    states={id: wording(id, "en").long for id in ("as-is", "to-be")},
    touchpoints=("{} touchpoint", "{} touchpoints"),
    customers=("{} customer", "{} customers"),
    per={
        "day": "a day",
        "week": "a week",
        "month": "a month",
        "quarter": "a quarter",
        "year": "a year",
    },
    scores_of="as {} lives it",
    of_customers="{} of customers",
    covered="scores cover {} of visits",
    trap="{}: customers can come in here and never leave (CJM205)",
    trap_means="Until there is a way out, the figures that need an end cannot be computed.",
    balance=capitalized(wording("balance", "en").short),
    balance_note="the emotional bank account of the average customer",
    balance_note_persona="the emotional bank account of this persona",
    disappointed=capitalized(wording("disappointed", "en").long),
    disappointed_note="end with a negative sum of\u00a0C",
    simulated="± {} points, simulated",
    remembered=capitalized(wording("remembered", "en").long),
    remembered_note="the mean of the strongest and the last impression",
    outcomes="Outcomes",
    outcome={id: wording(id.replace("_", "-"), "en").long for id in OUTCOMES},
    personas="Personas",
    share="share",
    table="Touchpoints",
    columns={
        "channel": "channel",
        "expectation": "O",
        "experience": "B",
        "gap": "C",
        "reach": "reach",
        "impact": "impact",
        "drop_off": "leave",
        "interval": "95% interval of C",
    },
    with_bars=("○ expectation O", "● experience B", "C = B − O"),
    without_bars=("O expectation", "B experience", "C = B − O"),
    levels=("less than expected", "as expected", "more"),
    moment=wording("moment-of-truth", "en").long,
    importance="× importance",
    unstaged="without a stage",
    not_available=wording("unmeasured", "en").short,
    moments="Moments of truth",
    no_moments="none",
    reasons={id: wording(id, "en").long for id in REASONS},
    unavoidable="no way to success leads round it",
    unavoidable_way_out="no way to an exit leads round it",
    owner="owner: {}",
    nobody="nobody owns it",
    fix="closing the gap: balance {}, disappointed {} points",
    likely=capitalized(wording("likely-path", "en").long),
    likely_note="{} of customers go exactly this way",
    no_likely="no way leads from a start to an exit",
    ends_at="ends at {}",
    lowest="lowest {}",
    overdrawn="overdrawn at: {}",
    never_overdrawn="never overdrawn",
    worst=capitalized(wording("worst-path", "en").long),
    worst_sum="sum {}",
    no_bound="no bound: each round costs {}",
    no_worst="no way ends",
    loops="Doom loops",
    loop_sum="{} a round",
    no_loops="none",
)

RUSSIAN = Words(
    language="ru",
    marks=numbers.RUSSIAN,
    states={id: wording(id, "ru").long for id in ("as-is", "to-be")},
    touchpoints=("{} точка контакта", "{} точки контакта", "{} точек контакта"),
    customers=("{} клиент", "{} клиента", "{} клиентов"),
    per={
        "day": "в день",
        "week": "в неделю",
        "month": "в месяц",
        "quarter": "в квартал",
        "year": "в год",
    },
    scores_of="оценки: {}",
    of_customers="{} клиентов",
    covered="оценки есть для {} контактов",
    trap="{}: сюда клиенты могут попасть и никогда не выйти (CJM205)",
    trap_means="Пока выхода нет, показатели, которым нужен конец пути, посчитать нельзя.",
    balance=capitalized(wording("balance", "ru").short),
    balance_note="эмоциональный счёт среднего клиента",
    balance_note_persona="эмоциональный счёт этой персоны",
    disappointed=capitalized(wording("disappointed", "ru").long),
    disappointed_note="заканчивают с отрицательной суммой\u00a0С",
    simulated="± {}\u00a0п.\u00a0п., по модели",
    remembered=capitalized(wording("remembered", "ru").long),
    remembered_note="среднее самого сильного и последнего впечатлений",
    outcomes="Исходы",
    outcome={id: wording(id.replace("_", "-"), "ru").long for id in OUTCOMES},
    personas="Персоны",
    share="доля",
    table="Точки контакта",
    columns={
        "channel": "канал",
        "expectation": "О",
        "experience": "В",
        "gap": "С",
        "reach": "доходят",
        "impact": "вклад",
        "drop_off": "уходят",
        "interval": "95 % интервал С",
    },
    with_bars=("○ ожидание О", "● восприятие В", "С = В − О"),
    without_bars=("О ожидание", "В восприятие", "С = В − О"),
    levels=("хуже ожиданий", "как ожидали", "лучше"),
    moment=wording("moment-of-truth", "ru").long,
    importance="× важность",
    unstaged="вне этапов",
    not_available=wording("unmeasured", "ru").short,
    moments="Моменты истины",
    no_moments="нет",
    reasons={id: wording(id, "ru").long for id in REASONS},
    unavoidable="на пути к успеху не обойти",
    unavoidable_way_out="на пути к выходу не обойти",
    owner="отвечает: {}",
    nobody="никто не отвечает",
    fix="если закрыть разрыв: баланс {}, разочарованных {}\u00a0п.\u00a0п.",
    likely=capitalized(wording("likely-path", "ru").long),
    likely_note="ровно так идут {} клиентов",
    no_likely="от начала до выхода нет пути",
    ends_at="в конце {}",
    lowest="ниже всего {}",
    overdrawn="счёт уходит в минус: {}",
    never_overdrawn="счёт не уходит в минус",
    worst=capitalized(wording("worst-path", "ru").long),
    worst_sum="сумма {}",
    no_bound="предела нет: каждый круг стоит {}",
    no_worst="ни один путь не кончается",
    loops="Петли разочарования",
    loop_sum="{} за круг",
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
