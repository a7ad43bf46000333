"""In Russian: journeys from event logs."""

from __future__ import annotations

LOGS: dict[str, str] = {
    "no case of {source} begins in the period": (
        "ни одно прохождение из {source} не начинается в этом периоде"
    ),
    "a case counts whole, by the day of its first event": (
        "прохождение учитывается целиком, по дню первого события"
    ),
    "{source} has no event that counts": "в {source} нет ни одного события, которое можно учесть",
    "every case of {source} has one event, so that nothing leads anywhere": (
        "в каждом прохождении из {source} одно событие: переходов нет"
    ),
    "does {column} say whose events they are?": "точно ли {column} говорит, чьи это события?",
    "{column} of {source} has more than {most} different touchpoints": (
        "в столбце {column} из {source} больше {most} разных точек контакта"
    ),
    "name the column that says what customers did, or merge words under touchpoints": (
        "укажите столбец, где сказано, что делал клиент, или объедините слова в touchpoints"
    ),
    "repeated event": "повтор события",
    "consecutive visit": "ещё одно посещение подряд",
    "on a rare path": "на редком пути",
    "{title}: end": "{title}: конец",
    "Stage {n}": "Этап {n}",
    "{n} {n:touchpoint|touchpoints} with {moves} {moves:transition|transitions} "
    "are more than a journey's file may hold": (
        "{n} {n:точка|точки|точек} контакта и {moves} {moves:переход|перехода|переходов} — "
        "больше, чем помещается в файл пути"
    ),
    "leave out rare ones: --min-share 0.01; or merge words under touchpoints": (
        "уберите редкие: --min-share 0.01; или объедините слова в touchpoints"
    ),
    "replace it: --force": "заменить его: --force",
    "{stages} stages cannot be made of {n} {n:touchpoint|touchpoints}": (
        "нельзя разбить {n} {n:точку|точки|точек} контакта на этапы, которых {stages}"
    ),
    "outcomes names {id}, which is not in the log": (
        "в outcomes указана точка {id}, а в журнале её нет"
    ),
    "{source} → {target} is rarer than asked for, but without it nobody could leave: kept": (
        "{source} → {target} встречается реже заданной доли, но без него не уйти: оставлен"
    ),
    "no way led to an exit, so the end of most cases at {id} is taken for one; "
    "name ends that are no loss under outcomes in data.yaml": (
        "ни один путь не вёл к выходу, поэтому выходом стал самый частый конец, {id}; "
        "назовите в outcomes в data.yaml концы, которые не потеря"
    ),
    "{id} is not in the log; what was written of it is not kept": (
        "точки {id} в журнале нет; написанное о ней не сохранено"
    ),
    "improvement {id} lifts nothing that is in the log: left out": (
        "улучшение {id} не поднимает ничего из журнала: пропущено"
    ),
}
