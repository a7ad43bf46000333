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
    "{cases} {n:case|cases} · {events} {k:event|events}": (
        "{cases} {n:прохождение|прохождения|прохождений} · {events} {k:событие|события|событий}"
    ),
    "{first} to {last}": "с {first} по {last}",
    "{count} {n:event|events} at the time of the one before: the file's order decides": (
        "{count} {n:событие|события|событий} в одно время с предыдущим: решает порядок в файле"
    ),
    "{count} {n:repeats|repeat} an event: --drop-repeats leaves them out": (
        "{count} {n:повтор события|повтора событий|повторов событий}: их убирает --drop-repeats"
    ),
    "visits": "посещений",
    "end here": "конец здесь",
    "position": "место",
    "Touchpoints": "Точки контакта",
    "in order of the mean position of the first visit": "по среднему месту первого посещения",
    "{count} different {n:path|paths}": "{count} {n:разный путь|разных пути|разных путей}",
    "Paths": "Пути",
    "median wait": "медиана ожидания",
    "mean": "среднее",
    "95 % within": "95 % не дольше",
    "Moves": "Переходы",
    "the most frequent first; shares of those there": "сначала частые; доля от тех, кто там",
    "{paths} {n:path|paths} of {cases} {k:case|cases}": (
        "{paths} {n:путь|пути|путей} у {cases} {k:прохождения|прохождений|прохождений}"
    ),
    "{moves} {n:move|moves}, made {times} {k:time|times}": (
        "{moves} {n:переход|перехода|переходов}, {times} {k:раз|раза|раз}"
    ),
    "{starts} {n:start|starts} of {cases} {k:case|cases}": (
        "{starts} {n:начало|начала|начал} у {cases} {k:прохождения|прохождений|прохождений}"
    ),
    "{points} {n:touchpoint|touchpoints} with {visits} {k:visit|visits}": (
        "{points} {n:точка|точки|точек} контакта, {visits} {k:посещение|посещения|посещений}"
    ),
    "Left out as too rare": "Убрано как редкое",
    "{n} more": "ещё {n}",
}
