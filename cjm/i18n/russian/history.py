"""In Russian: how a journey came about over the revisions of its file."""

from __future__ import annotations

HISTORY: dict[str, str] = {
    "{path} is in no git repository, so it has no history": (
        "{path} не лежит в репозитории git, поэтому истории у него нет"
    ),
    "git knows nothing of {path} yet": "git пока ничего не знает о {path}",
    "its history begins with its first commit": "история начнётся с первого коммита",
    "standard input has no history": "у стандартного ввода истории нет",
    "no revision of {path} can be read": "ни одна ревизия {path} не читается",
    "a persona": "персоны",
    "a metric": "показателя",
    "no revision has {kind} {id!r}": "ни в одной ревизии нет {kind} {id!r}",
    "no revision has a touchpoint {id!r}": "ни в одной ревизии нет точки контакта {id!r}",
    "too large": "слишком большой файл",
    "line {line}: {code}": "строка {line}: {code}",
    "{code}": "{code}",
    "{n} {n:revision|revisions}": "{n} {n:ревизия|ревизии|ревизий}",
    "now": "сейчас",
    "moments of truth": "моменты истины",
    "other touchpoints": "остальные точки контакта",
    "{n} {n:revision was|revisions were} not read: {which}": (
        "{n} {n:ревизия не прочитана|ревизии не прочитаны|ревизий не прочитано}: {which}"
    ),
    "the clone holds only the last {n} {n:commit|commits}: git fetch --unshallow": (
        "в этой копии {n:только последний|только последние|только последние} {n} "
        "{n:коммит|коммита|коммитов}: git fetch --unshallow"
    ),
}

HISTORY_HELP = """Показать, как путь стал таким: С точек контакта в каждой ревизии файла.

Ревизия читается целиком: путь под тогдашним именем, данные измерений рядом и cjm.yaml того
времени. Рабочая копия, если она отличается, идёт последней. Точки контакта прослеживаются и после
смены id."""

HISTORY_OPTIONS = {
    "Example: cjm history journeys/taxi.yaml --since 2026-01-01": (
        "Пример: cjm history journeys/taxi.yaml --since 2026-01-01"
    ),
    "Only revisions from this day on.": "Только ревизии начиная с этого дня.",
    "Only the last N revisions.": "Только последние N ревизий.",
    "Only this touchpoint.": "Только эта точка контакта.",
    "Only this metric: the touchpoint's, else the journey's.": (
        "Только этот показатель: точки контакта, если она названа, иначе пути."
    ),
}
