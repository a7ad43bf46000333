"""Words: the texts of a map sheet in each language, beside those every diagram has."""

from collections.abc import Mapping

from cjm.i18n.glossary import wording
from cjm.tuples import NamedTuple


def phases(language: str) -> tuple[str, str, str, str]:
    """The four phases of an improvement."""
    plan, do, check, act = (wording(id, language).long for id in ("plan", "do", "check", "act"))
    return plan, do, check, act


class SheetWords(NamedTuple):
    """The texts of one language; `{}` takes a figure or a name."""

    lanes: Mapping[str, str]
    measured: Mapping[str, Mapping[str, str]]
    shared: str
    shared_waivers: str
    curve_of: str
    balance: str
    phases: tuple[str, str, str, str]
    due: str
    lift: str
    respondents: str
    written_otherwise: str
    interval: str
    spread: str
    paired: str
    below: str
    before: str
    after: str
    cost: str
    here: str
    then: str
    then_to: str
    hole: str
    tolerance: str
    channel_kinds: Mapping[str, str]
    of_stage: str
    of_persona: str
    only: str
    empty_stage: str
    difference: str
    one_line: str
    likely: str
    worst: str
    line: str
    line_tied: str
    lines: str
    lines_tied: str
    stems: str
    stems_only: str
    no_line: str
    moment_negative: str
    moment_other: str
    likely_reach: str
    other_reach: str
    phase: str
    says: str
    does: str
    feels: str


ENGLISH = SheetWords(
    lanes={
        "touchpoint": "Touchpoint",
        "scores": "O, B, C",
        "because": "Why this score",
        "curve": "Curve of C",
        "reach": "Reached by",
        "moments": "Moments of truth",
        "description": "What happens",
        "actions": "Actions",
        "thoughts": "Thoughts",
        "emotions": "Emotions",
        "strengths": "What is good",
        "pains": "What hurts",
        "root-cause": "Root cause",
        "quotes": "Customer’s voice",
        "opportunities": "Opportunities",
        "standard": "Standard",
        "scenario": "Scenario",
        "backstage": "Backstage",
        "channels": "Channels",
        "time": "Time",
        "evidence": "Evidence",
        "metrics": "Metrics",
        "links": "Links",
        "owner": "Owner",
        "improvements": "Improvements",
        "waivers": "Accepted for now",
    },
    measured={
        "experience": {"scores": "Experience B", "curve": "Curve of experience B"},
        "expectation": {"scores": "Expectation O", "curve": "Curve of expectation O"},
        "": {"scores": "Importance"},
    },
    shared="General improvements",
    shared_waivers="Accepted everywhere",
    curve_of="{}: {}",
    balance=wording("balance", "en").short,
    phases=phases("en"),
    due="by {}",
    lift="B",
    respondents="n\u00a0{}",
    written_otherwise="written {}",
    interval="C, 95%:",
    spread="sd\u00a0{}",
    paired="B − O by person:",
    below="below expectation {}",
    before="was {}",
    after="now {}",
    cost="cost {}",
    here="{} here",
    then="then {}",
    then_to="then {} to “{}”",
    hole="written at {} of {}",
    tolerance="tolerance ±{}",
    channel_kinds={"online": "online", "offline": "offline"},
    of_stage="of the whole stage",
    of_persona="of that persona alone",
    only="only {}",
    empty_stage="no touchpoints",
    difference="difference; written where it is 1.5 points or more",
    one_line="both are the same: one line for two",
    likely="balance on the likely path",
    worst="balance on the worst path",
    line="line: the likely path",
    line_tied="line: one of {} equally likely paths",
    lines="lines: the likely paths",
    lines_tied="lines: likely paths, there are others as likely",
    stems="stems: other touchpoints, as wide as the share of customers",
    stems_only="stems: all touchpoints, as wide as the share of customers; there is no likely path",
    no_line="stems: all touchpoints; there is no likely path",
    moment_negative="moment of truth that disappoints",
    moment_other="other moment of truth",
    likely_reach="reached, likely path",
    other_reach="other",
    phase="PDCA phase",
    says="says",
    does="does",
    feels="customer feels",
)

RUSSIAN = SheetWords(
    lanes={
        "touchpoint": "Точка контакта",
        "scores": "О, В, С",
        "because": "Почему так",
        "curve": "Кривая С",
        "reach": "Доходят",
        "moments": "Моменты истины",
        "description": "Что происходит",
        "actions": "Действия",
        "thoughts": "Мысли",
        "emotions": "Эмоции",
        "strengths": "Что хорошо",
        "pains": "Что болит",
        "root-cause": "Коренная причина",
        "quotes": "Голос клиента",
        "opportunities": "Возможности",
        "standard": "Стандарт",
        "scenario": "Сценарий",
        "backstage": "За кулисами",
        "channels": "Каналы",
        "time": "Время",
        "evidence": "Основание оценки",
        "metrics": "Показатели",
        "links": "Ссылки",
        "owner": "Отвечает",
        "improvements": "Улучшения",
        "waivers": "Принято на время",
    },
    measured={
        "experience": {"scores": "Восприятие В", "curve": "Кривая восприятия В"},
        "expectation": {"scores": "Ожидание О", "curve": "Кривая ожидания О"},
        "": {"scores": "Важность"},
    },
    shared="Общие улучшения",
    shared_waivers="Принято для всего пути",
    curve_of="{}: {}",
    balance=wording("balance", "ru").short,
    phases=phases("ru"),
    due="до {}",
    lift="В",
    respondents="n\u00a0{}",
    written_otherwise="записано {}",
    interval="С, 95\u00a0%:",
    spread="откл.\u00a0{}",
    paired="В − О попарно:",
    below="ниже ожиданий {}",
    before="было {}",
    after="стало {}",
    cost="цена {}",
    here="здесь {}",
    then="потом {}",
    then_to="потом {} до «{}»",
    hole="записано у {} из {}",
    tolerance="допуск ±{}",
    channel_kinds={"online": "онлайн", "offline": "вживую"},
    of_stage="обо всём этапе",
    of_persona="только у этой персоны",
    only="только {}",
    empty_stage="нет точек контакта",
    difference="расхождение; подписано, где оно не меньше 1,5 пункта",
    one_line="совпадают: одна линия на двоих",
    likely="баланс на вероятном пути",
    worst="баланс на худшем пути",
    line="линия — вероятный путь",
    line_tied="линия — один из равновероятных путей, их {}",
    lines="линии — вероятные пути",
    lines_tied="линии — вероятные пути, есть и другие с той же вероятностью",
    stems="столбики — другие точки, толщина — доля клиентов",
    stems_only="столбики — все точки, толщина — доля клиентов; вероятного пути нет",
    no_line="столбики — все точки; вероятного пути нет",
    moment_negative="момент истины с разочарованием",
    moment_other="другой момент истины",
    likely_reach="доходят, вероятный путь",
    other_reach="другие",
    phase="фаза PDCA",
    says="говорит",
    does="делает",
    feels="клиент чувствует",
)


def sheet_words(language: str) -> SheetWords:
    """The sheet's words in a language that diagrams speak."""
    return RUSSIAN if language == "ru" else ENGLISH
