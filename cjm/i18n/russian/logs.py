"""In Russian: journeys from event logs."""

from __future__ import annotations

LOGS: dict[str, str] = {
    "no case of {source} begins in the period": (
        "ни один случай из {source} не начинается в этом периоде"
    ),
    "a case counts whole, by the day of its first event": (
        "случай учитывается целиком, по дню первого события"
    ),
    "{source} has no event that counts": "в {source} нет ни одного события, которое можно учесть",
    "every case of {source} has one event, so that nothing leads anywhere": (
        "в каждом случае из {source} одно событие: переходов нет"
    ),
    "does {column} say whose events they are?": "точно ли {column} говорит, чьи это события?",
    "{column} of {source} has more than {most} different touchpoints": (
        "в столбце {column} из {source} больше {most} разных точек контакта"
    ),
    "name the column that says what customers did, or merge words under touchpoints": (
        "укажите столбец, где сказано, что делал клиент, или объедините слова в touchpoints"
    ),
}
