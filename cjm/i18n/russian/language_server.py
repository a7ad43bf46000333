"""In Russian: what the language server says of itself."""

from __future__ import annotations

LSP_HELP = """Помогать редактору, пока вы пишете: языковой сервер на стандартном вводе и выводе.

Его запускает редактор, руками его не набирают. Он показывает, что не так, при каждом нажатии
клавиши, дописывает, показывает показатели, переименовывает и рисует."""

LANGUAGE_SERVER: dict[str, str] = {
    "nobody gave this share": "эту долю никто не указал",
    "balance {balance}": "баланс {balance}",
    "{share} disappointed": "разочарованы {share}",
    "show the map": "показать карту",
    "the document is no journey": "документ — не путь",
    "a journey without a title": "путь без названия",
    "the map was written to {path}": "карта записана в {path}",
    "the editor announced a message of {n} bytes": "редактор объявил сообщение из {n} байт",
    "at most {n} are read": "читается не больше {n}",
    "the editor sent what cannot be read ({what})": (
        "редактор прислал то, чего нельзя прочесть ({what})"
    ),
    "unknown settings of cjm: {names}": "неизвестные настройки cjm: {names}",
}
