"""In Russian: scores from surveys."""

from __future__ import annotations

SURVEYS: dict[str, str] = {
    "there is no journey here": "здесь нет ни одного пути",
    "name the file of a journey to be measured": "назовите файл пути, который надо измерить",
    "what comes from standard input has no file to measure it in": (
        "у пути из стандартного ввода нет файла, рядом с которым записать измеренное"
    ),
    "{first} and {second} are the same journey, {id!r}": (
        "{first} и {second} — один и тот же путь, {id!r}"
    ),
    "give each an id of its own": "дайте каждому свой id",
    "nothing says which of {n} journeys the surveys feed": (
        "не сказано, о каком из {n} путей эти опросы"
    ),
    "name one, or write in data.yaml: journeys: {entry}": (
        "назовите один путь или напишите в data.yaml: journeys: {entry}"
    ),
    "no survey feeds the journey {id!r}": "нет опроса о пути {id!r}",
    "name its sources in data.yaml: journeys: {entry}": (
        "назовите его источники в data.yaml: journeys: {entry}"
    ),
    "cannot write {path}: it is read-only": "не записать {path}: файл только для чтения",
    "{path} is faulty, and what it holds would be lost": (
        "в {path} ошибка, а то, что в нём есть, пропало бы"
    ),
    "{first} and {second} are of one journey": "{first} и {second} — об одном и том же пути",
    "delete one of them": "удалите один из них",
    "{path} is there, and is no overlay of this journey": (
        "{path} уже есть, и это не измерения этого пути"
    ),
    "rename it, or the journey's file": "переименуйте его или файл пути",
    "mend it, or delete it to measure anew": ("исправьте его или удалите, чтобы измерить заново"),
    "{id}: no answer counts, {file} is not written": (
        "{id}: ни один ответ не подошёл, {file} не записан"
    ),
}
