"""In Russian: what building a site says."""

BUILDING = {
    "port {port} is taken": "порт {port} занят",
    "name a free one with --port": "назовите свободный в --port",
    "built {n} of {all} journeys": "собрано карт: {n} из {all}",
    "there is nothing called {part!r} to leave out": "нельзя убрать {part!r}: такого здесь нет",
    "{path} was not written by cjm report and would be replaced": (
        "{path} написан не cjm report и был бы заменён"
    ),
    "{path} is a folder or a link and would be replaced": (
        "{path} — папка или ссылка и был бы заменён"
    ),
    "move it away, or name another folder with -o": (
        "уберите его оттуда или назовите другую папку в -o"
    ),
}
