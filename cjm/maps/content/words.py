"""Words: what a map says of its own, beside the phrases of every page."""

from collections.abc import Mapping
from typing import get_args

from cjm.errors import UsageError
from cjm.i18n import say
from cjm.i18n.glossary import wording
from cjm.i18n.phrases import Phrases, phrases
from cjm.journey import Language


class Words(Phrases):
    """What only pictures say, in one language; `{}` takes a figure or a name."""

    eyebrow: str
    start: str
    silently: str
    leave: str
    levels_heading: str
    scores_heading: str
    transitions_heading: str
    drop_off_heading: str
    start_heading: str
    to_balance: str
    continued: str
    reach_success: str
    reach_end: str
    reached_end: str
    portrait_balance: str
    portrait_disappointed: str
    assumed: str
    assumed_heading: str
    unmeasured_note: str
    only: Mapping[str, str]
    change: str
    change_of: str
    trap_note: str
    no_flow_note: str
    reach: str
    ending: str
    loop_caption: str
    loop_meaning: str
    loop_brief: str
    loop_more: str
    on_likely_path: str
    in_loop: str
    and_why: str
    moment_heading: str
    moment_negative: str
    moment_other: str
    moments_listed: str
    loops_listed: str
    likely_listed: str
    likely_tied: str
    others: str
    summary: str
    summary_plain: str
    months: tuple[str, ...]
    date: str
    status: str
    as_of: str
    customers_heading: str
    worth: str
    time: str
    time_likely: str
    time_partly: str
    lost: str
    not_yet: str
    answers: str
    details: tuple[str, str, str, str, str]
    philosophy: str
    philosophies: Mapping[str, str]
    and_more: str
    quoted: str
    average_ends: str
    persona_ends: str
    leave_disappointed: str
    worst: str
    worst_tied: str
    counts: Mapping[int, str]
    awaited: str
    adding: str
    come_here: str
    nowhere: str
    nowhere_measured: str
    first_step: str
    both: str
    either: str
    one_of: str
    lowest: str
    highest: str
    persona_lowest: str
    persona_highest: str
    lasts: str
    importance: str
    mean_gap: str
    also_in: str
    on_the_way: str


ENGLISH = Words(
    **phrases("en"),
    eyebrow="Customer journey map",
    start="Start",
    silently="silently",
    leave="Of those here, leave silently",
    levels_heading="Gap C = B − O",
    scores_heading="Expectation O, experience B",
    transitions_heading="Transition: width is share",
    drop_off_heading="Leave silently",
    start_heading="Start",
    to_balance="to balance",
    continued="(continued)",
    reach_success="reach success",
    reach_end="reach the end",
    reached_end="reached the end",
    portrait_balance="Balance ",
    portrait_disappointed="disappointed ",
    assumed="shares nobody gave, taken as equal",
    assumed_heading="Assumed",
    unmeasured_note="not measured: {} of {} touchpoints",
    change="Change: ",
    change_of="{} from {} to {}",
    only={
        "experience": "only experience is measured, there is no gap C",
        "expectation": "only expectation is measured, there is no gap C",
        "": "nothing is measured yet",
    },
    trap_note="No way out of: {}. Balance and shares cannot be computed.",
    no_flow_note="Balance and shares cannot be computed.",
    reach="Met by {} of customers",
    ending="{} of customers end here",
    loop_caption="Loop: {} a round",
    loop_meaning="a round with C < 0, its sum",
    loop_brief="a round with C < 0",
    loop_more="{} more only coloured",
    on_likely_path="on the likely path",
    in_loop="in a doom loop",
    and_why="and why",
    moment_heading="Moment of truth, and why",
    moment_negative="disappoints",
    moment_other="does not disappoint",
    moments_listed="Moments of truth: {}.",
    loops_listed="Doom loops: {}.",
    likely_listed="Likely path, {} of customers: {}.",
    likely_tied="One of {} equally likely paths, {} of customers: {}.",
    others="{} more",
    summary_plain="Customer journey map: touchpoints {}, transitions {}.",
    summary="Customer journey map: touchpoints {}, transitions {}; "
    "disappointment {}, as expected {}, delight {}, not measured {}.",
    months=("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
    date="{day}\u00a0{month}\u00a0{year}",
    status="status: {}",
    as_of="as of {}",
    customers_heading="Customers",
    worth="each brings {}",
    time="It takes",
    time_likely="likely path {}",
    time_partly="not every time is given",
    lost="Lost",
    not_yet="not measured yet",
    answers="n\u00a0{}",
    details=("Goals", "Pains", "Values", "Objections", "Sources"),
    philosophy="Service philosophy",
    philosophies={"promise": "We promise", "feel": "The customer feels", "never": "Never"},
    and_more="and {} more",
    quoted="“{}”",
    average_ends="The average customer ends with a balance of {}",
    persona_ends="{} ends with a balance of {}",
    leave_disappointed="{} leave disappointed",
    worst="Most is lost at {}",
    worst_tied="One of {} touchpoints where most is lost is {}",
    counts={2: "two", 3: "three", 4: "four", 5: "five"},
    awaited="{} expected, {} received",
    adding="{} to the balance",
    come_here="{} come this far",
    nowhere="On average no touchpoint gives less than expected.",
    nowhere_measured="On average no measured touchpoint gives less than expected.",
    first_step="The first step is {}: the balance becomes {}.",
    both="{} and {}",
    either="{} or {}",
    one_of="{}, one of {} equal ones",
    lowest="Experience is lowest at {}: {} on a scale from {} to {}",
    highest="highest at {}: {}",
    persona_lowest="Experience is lowest at {}: {}",
    persona_highest="Expectation is highest at {}: {}",
    lasts="takes {}",
    importance="importance {}",
    mean_gap=wording("weighted-gap", "en").long + " {}",
    also_in="also {}",
    on_the_way="On the way",
)

RUSSIAN = Words(
    **phrases("ru"),
    eyebrow="Карта пути клиента",
    start="Старт",
    silently="молча",
    leave="Из дошедших уходят молча",
    levels_heading="С = В − О, сервис",
    scores_heading="Ожидание О, восприятие В",
    transitions_heading="Переход: толщина — доля",
    drop_off_heading="Уходят молча",
    start_heading="Старт",
    to_balance="в баланс",
    continued="(продолжение)",
    reach_success="доходят до успеха",
    reach_end="доходят до конца",
    reached_end="дошли до конца",
    portrait_balance="Баланс ",
    portrait_disappointed="разочарованы ",
    assumed="долей никто не указал, взяты равные",
    assumed_heading="Предположено",
    unmeasured_note="не измерено точек: {} из {}",
    change="Изменение: ",
    change_of="{} с {} до {}",
    only={
        "experience": "измерено только восприятие, сервиса С нет",
        "expectation": "измерено только ожидание, сервиса С нет",
        "": "пока ничего не измерено",
    },
    trap_note="Нет выхода: {}. Баланс и доли посчитать нельзя.",
    no_flow_note="Баланс и доли посчитать нельзя.",
    reach="Сюда приходят {} клиентов",
    ending="Здесь заканчивают {} клиентов",
    loop_caption="Петля: {} за круг",
    loop_meaning="круг с С < 0, его сумма",
    loop_brief="круг с С < 0",
    loop_more="ещё {} только цветом",
    on_likely_path="на вероятном пути",
    in_loop="в петле разочарования",
    and_why="и почему",
    moment_heading="Момент истины и почему",
    moment_negative="разочаровывает",
    moment_other="не разочаровывает",
    moments_listed="Моменты истины: {}.",
    loops_listed="Петли разочарования: {}.",
    likely_listed="Вероятный путь, {} клиентов: {}.",
    likely_tied="Один из равновероятных путей, их {}, по {} клиентов: {}.",
    others="ещё {}",
    summary_plain="Карта пути клиента: точек контакта {}, переходов {}.",
    summary="Карта пути клиента: точек контакта {}, переходов {}; "
    "разочарование {}, как ожидали {}, «АХ!» {}, не измерено {}.",
    months=tuple(f"{m:02}" for m in range(1, 13)),
    date="{day:02}.{month}.{year}",
    status="статус: {}",
    as_of="на {}",
    customers_heading="Клиенты",
    worth="каждый приносит {}",
    time="Занимает",
    time_likely="вероятный путь {}",
    time_partly="время указано не везде",
    lost="Теряем",
    not_yet="ещё не измерено",
    answers="n\u00a0{}",
    details=("Цели", "Боли", "Ценит", "Возражения", "Источники"),
    philosophy="Философия сервиса",
    philosophies={"promise": "Обещаем", "feel": "Клиент чувствует", "never": "Никогда"},
    and_more="и ещё {}",
    quoted="«{}»",
    average_ends="Средний клиент заканчивает с балансом {}",
    persona_ends="{} заканчивает с балансом {}",
    leave_disappointed="{} уходят разочарованными",
    worst="Больше всего забирает {}",
    worst_tied="Одна из {} точек, которые забирают больше всего, — {}",
    counts={2: "двух", 3: "трёх", 4: "четырёх", 5: "пяти"},
    awaited="ждут {}, получают {}",
    adding="{} в баланс",
    come_here="сюда доходят {}",
    nowhere="В среднем ни в одной точке не получают меньше, чем ждут.",
    nowhere_measured="В среднем ни в одной измеренной точке не получают меньше, чем ждут.",
    first_step="Первый шаг — {}: баланс станет {}.",
    both="{} и {}",
    either="{} или {}",
    one_of="{}, один из {} равных",
    lowest="Ниже всего восприятие: {} — {} по шкале от {} до {}",
    highest="выше всего: {} — {}",
    persona_lowest="Ниже всего восприятие: {} — {}",
    persona_highest="Выше всего ожидание: {} — {}",
    lasts="длится {}",
    importance="важность {}",
    mean_gap=wording("weighted-gap", "ru").long + " {}",
    also_in="также {}",
    on_the_way="На переходах",
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
