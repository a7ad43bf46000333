"""In Russian: what the language server says of itself."""

from __future__ import annotations

LSP_HELP = """Помогать редактору, пока вы пишете: языковой сервер на стандартном вводе и выводе.

Его запускает редактор, руками его не набирают. Он показывает, что не так, при каждом нажатии
клавиши, дописывает, показывает показатели, переименовывает и рисует."""

LANGUAGE_SERVER: dict[str, str] = {
    "unknown settings of cjm: {names}": "неизвестные настройки cjm: {names}",
}
