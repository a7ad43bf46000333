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
    "the studio that is one file is not packaged with this cjm": (
        "к этому cjm студия одним файлом не приложена"
    ),
    "in a checkout with node: make studio": "в копии репозитория, где есть node: make studio",
    "a copy to edit carries the whole text of its journey, also what is left out": (
        "копия для правки несёт весь текст карты, и то, что убрано, тоже"
    ),
    "choose one: --studio, or --leave-out": "выберите одно: --studio или --leave-out",
    "move it away, or name another folder with -o": (
        "уберите его оттуда или назовите другую папку в -o"
    ),
}
