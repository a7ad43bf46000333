"""Words: every text a map writes of its own, in each language, and its numbers."""

from collections.abc import Mapping
from typing import get_args

from cjm.errors import UsageError
from cjm.i18n import numbers, say
from cjm.i18n.numbers import Marks
from cjm.journey import Language
from cjm.tuples import NamedTuple


class Words(NamedTuple):
    """The texts of one language; `{}` takes a figure or a name."""

    language: Language
    marks: Marks
    eyebrow: str
    as_is: str
    to_be: str
    scores_of: str
    touchpoints: tuple[str, ...]
    customers: str
    expectation: str
    experience: str
    gap: str
    disappointment: str
    satisfaction: str
    delight: str
    unmeasured: str
    moment_of_truth: str
    reasons: Mapping[str, tuple[str, str]]
    start: str
    success: str
    failure: str
    neutral: str
    silently: str
    leave: str
    o: str
    b: str
    not_available: str
    unstaged: str
    levels_heading: str
    scores_heading: str
    transitions_heading: str
    drop_off_heading: str
    share: str
    outcomes_heading: str
    start_heading: str
    balance: str
    to_balance: str
    disappointed: str
    reach_success: str
    reach_end: str
    ends: Mapping[str, str]
    reached_end: str
    portrait_balance: str
    portrait_disappointed: str
    about: str
    unmeasured_note: str
    coverage_note: str
    trap_note: str
    no_flow_note: str
    reach: str
    ending: str
    loop_caption: str
    loop_short: str
    loop_heading: str
    loop_meaning: str
    loop_brief: str
    loop_more: str
    likely_path: str
    on_likely_path: str
    in_loop: str
    and_why: str
    moments_listed: str
    loops_listed: str
    likely_listed: str
    others: str
    summary: str


ENGLISH = Words(
    language="en",
    marks=numbers.ENGLISH._replace(percent=numbers.RUSSIAN.percent),
    eyebrow="Customer journey map",
    as_is="as is",
    to_be="to be",
    scores_of="scores: {}",
    touchpoints=("touchpoint", "touchpoints"),
    customers="{} of customers",
    expectation="expectation",
    experience="experience",
    gap="gap",
    disappointment="disappointment",
    satisfaction="as expected",
    delight="delight",
    unmeasured="not measured",
    moment_of_truth="Moment of truth",
    reasons={
        "declared": ("declared", "declared"),
        "vital-few": ("main losses", "losses"),
        "peak": ("peak", "peak"),
        "decisive": ("decides the outcome", "outcome"),
        "ending": ("finale", "finale"),
    },
    start="Start",
    success="Success",
    failure="Failure",
    neutral="Neutral",
    silently="silently",
    leave="Leave silently",
    o="O",
    b="B",
    not_available="n/a",
    unstaged="without a stage",
    levels_heading="Gap C = B − O",
    scores_heading="Expectation O, experience B",
    transitions_heading="Transition: width is share",
    drop_off_heading="Leave silently",
    share="share",
    outcomes_heading="Outcomes",
    start_heading="Start",
    balance="trust account balance",
    to_balance="to balance",
    disappointed="disappointed",
    reach_success="reach success",
    reach_end="reach the end",
    ends={
        "success": "success",
        "drop_off": "left silently",
        "failure": "failure",
        "neutral": "neutral",
    },
    reached_end="reached the end",
    portrait_balance="Balance ",
    portrait_disappointed="disappointed ",
    about="about {}",
    unmeasured_note="not measured: {} of {} touchpoints",
    coverage_note="scores cover {} of visits",
    trap_note="No way out of: {}. Balance and shares cannot be computed.",
    no_flow_note="Balance and shares cannot be computed.",
    reach="Met by {} of customers",
    ending="{} of customers end here",
    loop_caption="Loop: {} a round",
    loop_short="{} a round",
    loop_heading="Doom loop",
    loop_meaning="a round with C < 0, its sum",
    loop_brief="a round with C < 0",
    loop_more="{} more only coloured",
    likely_path="likely path",
    on_likely_path="on the likely path",
    in_loop="in a doom loop",
    and_why="and why",
    moments_listed="Moments of truth: {}.",
    loops_listed="Doom loops: {}.",
    likely_listed="Likely path, {} of customers: {}.",
    others="{} more",
    summary="Customer journey map: touchpoints {}, transitions {}; "
    "disappointment {}, as expected {}, delight {}, not measured {}.",
)

RUSSIAN = Words(
    language="ru",
    marks=numbers.RUSSIAN,
    eyebrow="Карта пути клиента",
    as_is="как есть",
    to_be="как должно быть",
    scores_of="оценки: {}",
    touchpoints=("точка контакта", "точки контакта", "точек контакта"),
    customers="{} клиентов",
    expectation="ожидание",
    experience="восприятие",
    gap="сервис",
    disappointment="разочарование",
    satisfaction="как ожидали",
    delight="«АХ!»",
    unmeasured="не измерено",
    moment_of_truth="Момент истины",
    reasons={
        "declared": ("объявлен", "объявлен"),
        "vital-few": ("главные потери", "потери"),
        "peak": ("пик", "пик"),
        "decisive": ("решает исход", "исход"),
        "ending": ("финал", "финал"),
    },
    start="Старт",
    success="Успех",
    failure="Неудача",
    neutral="Нейтрально",
    silently="молча",
    leave="Уходят молча",
    o="О",
    b="В",
    not_available="н/д",
    unstaged="вне этапов",
    levels_heading="С = В − О, сервис",
    scores_heading="Ожидание О, восприятие В",
    transitions_heading="Переход: толщина — доля",
    drop_off_heading="Уходят молча",
    share="доля",
    outcomes_heading="Исходы",
    start_heading="Старт",
    balance="баланс счёта доверия",
    to_balance="в баланс",
    disappointed="разочарованы",
    reach_success="доходят до успеха",
    reach_end="доходят до конца",
    ends={
        "success": "успех",
        "drop_off": "ушли молча",
        "failure": "неудача",
        "neutral": "нейтрально",
    },
    reached_end="дошли до конца",
    portrait_balance="Баланс ",
    portrait_disappointed="разочарованы ",
    about="около {}",
    unmeasured_note="не измерено точек: {} из {}",
    coverage_note="оценки у {} контактов",
    trap_note="Нет выхода: {}. Баланс и доли посчитать нельзя.",
    no_flow_note="Баланс и доли посчитать нельзя.",
    reach="Сюда приходят {} клиентов",
    ending="Здесь заканчивают {} клиентов",
    loop_caption="Петля: {} за круг",
    loop_short="{} за круг",
    loop_heading="Петля разочарования",
    loop_meaning="круг с С < 0, его сумма",
    loop_brief="круг с С < 0",
    loop_more="ещё {} только цветом",
    likely_path="вероятный путь",
    on_likely_path="на вероятном пути",
    in_loop="в петле разочарования",
    and_why="и причина",
    moments_listed="Моменты истины: {}.",
    loops_listed="Петли разочарования: {}.",
    likely_listed="Вероятный путь, {} клиентов: {}.",
    others="ещё {}",
    summary="Карта пути клиента: точек контакта {}, переходов {}; "
    "разочарование {}, как ожидали {}, «АХ!» {}, не измерено {}.",
)

_LANGUAGES = {"en": ENGLISH, "ru": RUSSIAN}


def words_of(language: str) -> Words:
    """The words of a language; UsageError where the maps do not speak it."""
    if language not in _LANGUAGES:
        known = ", ".join(get_args(Language))
        raise UsageError(
            say("there is no language {language!r}", language=language),
            help=say("languages: {known}", known=known),
        )
    return _LANGUAGES[language]


def number(value: float, words: Words, signed: bool = False) -> str:
    """A figure with one decimal, or more where it would round to 0 without being 0."""
    return numbers.number(value, words.marks, signed, decimals=1)


LONGEST_FIGURE = 7


def brief(value: float, words: Words, signed: bool = False) -> str:
    """A figure where room is scarce: with an exponent where it would be longer than that."""
    text = number(value, words, signed)
    if len(text) <= LONGEST_FIGURE:
        return text
    mantissa, exponent = f"{abs(value):.0e}".split("e")
    sign = "−" if value < 0 else "+" if signed else ""
    return f"{sign}{mantissa}e{int(exponent)}".replace("-", "−")


def percentage(share: float, words: Words) -> str:
    """A share of 1 in whole percent with a no-break space, such as «48 %»."""
    return numbers.percentage(share, words.marks)
