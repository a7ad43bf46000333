"""The glossary: one name for each thing, wherever people read of it.

Findings, pages for the terminal, pictures and docs take their terms from here.
"""

from __future__ import annotations

from cjm.tuples import NamedTuple


class Wording(NamedTuple):
    """A term in one language: in full, where room is scarce, and what it means."""

    long: str
    short: str
    definition: str


class Term(NamedTuple):
    """A thing that has a name."""

    id: str
    english: Wording
    russian: Wording


TERMS = (
    Term(
        "expectation",
        Wording("expectation", "O", "What the customer counts on, on the journey's scale."),
        Wording("ожидание", "О", "На что рассчитывает клиент, по шкале пути."),
    ),
    Term(
        "experience",
        Wording("experience", "B", "What the customer perceives, on the same scale."),
        Wording("восприятие", "В", "Что клиент получает по своему ощущению, по той же шкале."),
    ),
    Term(
        "gap",
        Wording("gap", "C", "C = B − O: experience minus expectation."),
        Wording("сервис", "С", "С = В − О: восприятие минус ожидание; ниже нуля это разрыв."),
    ),
    Term(
        "weighted-gap",
        Wording("mean C of personas", "mean C", "The mean of the personas' C by their shares."),
        Wording("среднее С персон", "среднее С", "Среднее С персон по их долям."),
    ),
    Term(
        "disappointment",
        Wording(
            "disappointment", "disappointment", "C below the tolerance: expected and did not get."
        ),
        Wording("разочарование", "разочарование", "С ниже допуска: ожидали и не получили."),
    ),
    Term(
        "satisfaction",
        Wording("as expected", "as expected", "C within the tolerance: got what was expected."),
        Wording("как ожидали", "как ожидали", "С в пределах допуска: получили то, что ожидали."),
    ),
    Term(
        "delight",
        Wording("delight", "delight", "C above the tolerance: got more than expected."),
        Wording("«АХ!»", "«АХ!»", "С выше допуска: получили больше, чем ожидали."),
    ),
    Term(
        "unmeasured",
        Wording("not measured", "n/a", "A touchpoint without an expectation or an experience."),
        Wording("не измерено", "н/д", "Точка контакта без ожидания или восприятия."),
    ),
    Term(
        "moment-of-truth",
        Wording(
            "moment of truth",
            "★",
            "A touchpoint where opinions are made: one of five reasons holds.",
        ),
        Wording(
            "момент истины",
            "★",
            "Точка контакта, где складывается мнение: верна одна из пяти причин.",
        ),
    ),
    Term(
        "declared",
        Wording("named by the author", "declared", "The journey says so."),
        Wording("так отметил автор", "объявлен", "Так сказано в пути."),
    ),
    Term(
        "vital-few",
        Wording("one of the main losses", "losses", "One of the few that make 80% of the loss."),
        Wording("одна из главных потерь", "потери", "Одна из немногих, что дают 80 % потерь."),
    ),
    Term(
        "peak",
        Wording("the strongest impression", "peak", "No other reachable C is larger in size."),
        Wording("самое сильное впечатление", "пик", "Ни у одной доступной точки С не больше."),
    ),
    Term(
        "decisive",
        Wording("decides success most", "decisive", "The chance of success changes most here."),
        Wording("больше всего решает успех", "решает", "Здесь больше всего меняется шанс успеха."),
    ),
    Term(
        "ending",
        Wording("most customers end here", "ending", "The largest share of customers end here."),
        Wording("здесь заканчивают чаще всего", "финал", "Здесь кончается путь большей доли."),
    ),
    Term(
        "success",
        Wording("success", "success", "An exit that customers came for."),
        Wording("успех", "успех", "Выход, ради которого клиенты пришли."),
    ),
    Term(
        "failure",
        Wording("failure", "failure", "An exit without what customers came for."),
        Wording("неудача", "неудача", "Выход без того, ради чего пришли."),
    ),
    Term(
        "neutral",
        Wording("neutral", "neutral", "An exit that is neither."),
        Wording("нейтрально", "нейтрально", "Выход, который ни то ни другое."),
    ),
    Term(
        "drop-off",
        Wording("left silently", "leave", "Customers lost at a touchpoint, not at an exit."),
        Wording("ушли молча", "уходят", "Клиенты, потерянные в точке контакта, а не на выходе."),
    ),
    Term(
        "balance",
        Wording(
            "emotional bank account",
            "balance",
            "The sum of all impacts: the average customer's emotional bank account at the end.",
        ),
        Wording(
            "эмоциональный счёт",
            "баланс",
            "Сумма всех вкладов: эмоциональный счёт среднего клиента в конце пути.",
        ),
    ),
    Term(
        "impact",
        Wording("impact", "impact", "Visits times C: what a touchpoint adds to the balance."),
        Wording("вклад", "вклад", "Ожидаемые посещения на С: что точка контакта вносит в баланс."),
    ),
    Term(
        "disappointed",
        Wording("disappointed", "disappointed", "The share who end with a negative sum of C."),
        Wording("разочарованы", "разочарованы", "Доля тех, у кого в конце отрицательная сумма С."),
    ),
    Term(
        "remembered",
        Wording("remembered", "remembered", "The mean of the strongest and the last impression."),
        Wording("запомнится", "запомнится", "Среднее самого сильного и последнего впечатлений."),
    ),
    Term(
        "reach",
        Wording("reach", "reach", "The share of customers who meet a touchpoint at least once."),
        Wording("доходят", "доходят", "Доля клиентов, которые хоть раз бывают в точке контакта."),
    ),
    Term(
        "doom-loop",
        Wording("doom loop", "loop", "A way back to where it began whose sum of C is negative."),
        Wording("петля разочарования", "петля", "Круг, за который сумма С становится меньше."),
    ),
    Term(
        "likely-path",
        Wording("likely path", "likely", "The most probable walk from a start to success."),
        Wording("вероятный путь", "вероятный", "Самый вероятный путь от начала до успеха."),
    ),
    Term(
        "worst-path",
        Wording("worst path", "worst", "The walk from a start to an end with the least sum of C."),
        Wording("худший путь", "худший", "Путь от начала до конца с наименьшей суммой С."),
    ),
    Term(
        "persona",
        Wording("persona", "persona", "A kind of customer, with scores of its own."),
        Wording("персона", "персона", "Тип клиента со своими оценками."),
    ),
    Term(
        "as-is",
        Wording("as is", "as is", "The journey as it is today."),
        Wording("как есть", "как есть", "Путь, какой он сегодня."),
    ),
    Term(
        "to-be",
        Wording("to be", "to be", "The journey as it is meant to become."),
        Wording("как должно быть", "должно быть", "Путь, каким он должен стать."),
    ),
    Term(
        "plan",
        Wording("plan", "plan", "An improvement that is planned."),
        Wording("план", "план", "Улучшение запланировано."),
    ),
    Term(
        "do",
        Wording("do", "do", "An improvement that is being made."),
        Wording("делаем", "делаем", "Улучшение делают."),
    ),
    Term(
        "check",
        Wording("check", "check", "An improvement whose effect is being measured."),
        Wording("проверка", "проверка", "Действие улучшения измеряют."),
    ),
    Term(
        "act",
        Wording("act", "act", "An improvement that is kept: the scores hold it already."),
        Wording("внедрено", "внедрено", "Улучшение закреплено: оно уже в оценках."),
    ),
)
"""In the order of the docs' table."""

_BY_ID = {term.id: term for term in TERMS}
REASONS = ("declared", "vital-few", "peak", "decisive", "ending")
"""Why a touchpoint is a moment of truth."""


def term(id: str) -> Term:
    """A thing by its id; KeyError where nothing has it."""
    return _BY_ID[id]


def wording(id: str, language: str) -> Wording:
    """A term in a language; KeyError where nothing has that id."""
    named = term(id)
    return named.russian if language == "ru" else named.english


def capitalized(text: str) -> str:
    """A term as the first word of a line."""
    return text[:1].upper() + text[1:]
