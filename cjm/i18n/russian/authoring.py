"""In Russian: files to begin with."""

from __future__ import annotations

AUTHORING: dict[str, str] = {
    "{path} is there already; nothing was changed": "{path} уже есть; ничего не изменено",
    "add to it: --ci, --editor": "добавить к нему: --ci, --editor",
    "{path} is there already and is no folder": "{path} уже есть, и это не папка",
    "name a folder; one that is missing is made": "назовите папку; если её нет, она появится",
    "Created here:": "Создано здесь:",
    "Created in {folder}:": "Создано в {folder}:",
    "what all journeys share: language, channels, personas": (
        "общее для всех карт: язык, каналы, персоны"
    ),
    "an example: 3 touchpoints, nothing wrong": "пример: 3 точки контакта, всё в порядке",
    "help in the editor (and schema.workspace.json)": (
        "подсказки в редакторе (и schema.workspace.json)"
    ),
    "help in the editor": "подсказки в редакторе",
    "{n} {n:journey was|journeys were} there already, so no example was added": (
        "{n} {n:путь уже был|пути уже были|путей уже было} здесь, поэтому пример не добавлен"
    ),
    "Was there already and stayed as it was:": "Уже было и осталось как есть:",
    "add to it:": "добавьте туда:",
    "Next:": "Дальше:",
    "finds where customers get less than they expected": (
        "найдёт, где клиенты получают меньше, чем ждали"
    ),
    "draws the map": "нарисует карту",
    "open {file} and give {id} experience: 6": "откройте {file} и поставьте у {id} experience: 6",
    "in the files for CI, write where cjm comes from in the place of OWNER/cjm@REVISION": (
        "в файлах для CI вместо OWNER/cjm@REVISION напишите, откуда у вас cjm"
    ),
}
