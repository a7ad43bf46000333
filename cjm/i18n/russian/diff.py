"""In Russian: what differs between two states."""

from __future__ import annotations

DIFF: dict[str, str] = {
    "Journeys: no differences": "Карты: различий нет",
    "Journeys: {n} {n:gap|gaps} worse, {better} better": (
        "Карты: стало хуже {n} {n:разрыв|разрыва|разрывов}, лучше {better}"
    ),
    "Journeys: {n} {n:gap|gaps} better, {worse} worse": (
        "Карты: стало лучше {n} {n:разрыв|разрыва|разрывов}, хуже {worse}"
    ),
    "gaps": "разрывы",
    "Start changed.": "Начало пути изменено.",
    "--renamed {pair!r} is not OLD=NEW, each old id once": (
        "--renamed {pair!r} — не OLD=NEW, где каждый старый id назван один раз"
    ),
    "{id}: what changed": "{id}: что изменилось",
    "{n} {n:touchpoint says|touchpoints say} something else.": (
        "Тексты и прочее изменены у {n} {n:точки контакта|точек контакта|точек контакта}."
    ),
    "Not compared: {n} {n:file|files} with errors.": (
        "Не сравнили из-за ошибок: {n} {n:файл|файла|файлов}."
    ),
    "{n} new": "новых: {n}",
    "{n} gone": "исчезло: {n}",
    "{n} changed": "изменено: {n}",
    "new": "новая",
    "gone": "исчезла",
    "what changed": "что изменилось",
    "new touchpoint": "новая точка",
    "C rose": "С выросло",
    "C fell": "С упало",
    "renamed": "другой id",
    "two sides can be compared, not {n}": "сравнить можно две стороны, а не {n}",
    "Changes": "Что изменилось",
    "choose --format svg": "выберите --format svg",
    "a picture shows one journey, and {n} differ": "на картинке один путь, а различаются {n}",
    "name the two files of one journey": "назовите два файла одного пути",
    "no picture without a difference": "без различий нет картинки",
    "no differences": "различий нет",
    "the scales differ: no C is better or worse": (
        "шкалы разные: ни одно С не стало ни лучше, ни хуже"
    ),
    "New journeys": "Новые карты",
    "Journeys that are gone": "Исчезли карты",
    "{better} {better:gap|gaps} better, {worse} worse; {n} {n:journey|journeys} unchanged": (
        "стало лучше: {better}, стало хуже: {worse}; без изменений {n} {n:карта|карты|карт}"
    ),
    "better by {change}": "лучше на {change}",
    "worse by {change}": "хуже на {change}",
    "better by {change} p.p.": "лучше на {change}\u00a0п.\u00a0п.",
    "worse by {change} p.p.": "хуже на {change}\u00a0п.\u00a0п.",
    "Moments of truth with C < 0: {before} → {after}": (
        "Моменты истины с С < 0: {before} → {after}"
    ),
    "Worse": "Стало хуже",
    "Better": "Стало лучше",
    "New": "Появилось",
    "Gone": "Исчезло",
    "Renamed": "Переименовано",
    "Transitions": "Переходы",
    "Other": "Прочее",
    "reached by {share}": "сюда доходят {share}",
    "was reached by {share}": "сюда доходили {share}",
    "was “{title}”": "было «{title}»",
    "id {old} → {new}, similarity {alike}": "id {old} → {new}, сходство {alike}",
    "after {wait}": "через {wait}",
    "wait": "ожидание",
    "label": "почему",
    "evidence of {field}": "данные, на которых стоит {field}",
    "“{title}”": "«{title}»",
    "gone {names}": "убраны {names}",
    "new {names}": "добавлены {names}",
    "changed {names}": "изменены {names}",
    "moved {names}": "переставлены {names}",
    "Order: moved {names}": "Порядок: переставлены {names}",
    "Channels": "Каналы",
    "Description changed": "Описание изменено",
    "--renamed takes OLD=NEW, the id before and the id after": (
        "--renamed берёт OLD=NEW: id, который был, и id, который стал"
    ),
    "after": "в том, что стало",
    "before": "в том, что было",
    "compare two files, or two folders": "сравнивайте два файла или две папки",
    "compare two files, or two folders: cjm diff A B": (
        "сравните два файла или две папки: cjm diff A B"
    ),
    "name a commit, branch or tag before the colon, as in main:journeys": (
        "назовите коммит, ветку или метку перед двоеточием: main:journeys"
    ),
    "name it from the root of the repository, as in main:journeys/taxi.yaml": (
        "назовите путь от корня репозитория: main:journeys/taxi.yaml"
    ),
    "no journey has the persona {id!r} on both sides": (
        "ни у одного пути нет персоны {id!r} на обеих сторонах"
    ),
    "one side is a folder and the other a file": "одна сторона — папка, другая — файл",
    "there is no journey on either side": "ни на одной из сторон нет карты пути",
    "there is no touchpoint {id!r} {when}": "{when} нет точки контакта {id!r}",
    "there is nothing to compare the journey with": "этот путь не с чем сравнивать",
    "two touchpoints cannot be renamed to the same id": (
        "две точки контакта нельзя переименовать в один id"
    ),
    "{folder} is in no git repository, so there is no revision {revision!r}": (
        "{folder} не в репозитории git, поэтому ревизии {revision!r} нет"
    ),
    "{path} cannot be read in {revision!r}: too large, or a link to no file in it": (
        "{path} в {revision!r} не прочесть: файл слишком велик или ссылка не ведёт к файлу в ней"
    ),
    "{path} is not in {revision!r}": "{path} нет в {revision!r}",
}
