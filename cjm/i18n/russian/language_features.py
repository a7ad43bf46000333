"""In Russian: what an editor shows while a journey is written."""

from __future__ import annotations

LANGUAGE_FEATURES = {
    "today": "сегодня",
    "in 30 days": "через 30 дней",
    "in 90 days": "через 90 дней",
    "the smallest journey": "самый маленький путь",
    "the smallest workspace": "самое маленькое рабочее пространство",
    "First contact": "Первый контакт",
    "without it: {default}": "без него: {default}",
    "impact {impact}": "вклад {impact}",
    "owner: {owner}": "отвечает: {owner}",
    "worst pain: {pain}": "главная боль: {pain}",
    "next: {ways}": "дальше: {ways}",
    "the journey ends here: {outcome}": "здесь путь кончается: {outcome}",
    "{side} is measured: {n}": "{side} измерено: {n}",
    "add touchpoint {id}": "добавить точку контакта {id}",
    "accept {rule} for {n} days": "принять {rule} на {n} {n:день|дня|дней}",
    "plan an improvement": "запланировать улучшение",
    "write the shares out": "выписать доли",
    "extend by {n} days": "продлить на {n} {n:день|дня|дней}",
    "delete the waiver": "удалить исключение",
    "write it on several lines": "записать в несколько строк",
    "write it in braces": "записать в скобках",
    "the line would be longer than {most} columns": "строка была бы длиннее {most} знаков",
    "there is a tag or an anchor": "здесь тег или якорь",
    "scores by persona": "оценки по персонам",
    "what can be renamed: ids of touchpoints, stages, channels and personas": (
        "переименовать можно идентификаторы точек контакта, этапов, каналов и персон"
    ),
    "{id} is there in another state or language, too: {path}": (
        "{id} есть и в другом состоянии или на другом языке: {path}"
    ),
}
