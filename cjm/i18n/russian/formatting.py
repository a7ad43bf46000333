"""In Russian: how files are laid out, and what `cjm fmt` says."""

from __future__ import annotations

FORMATTING: dict[str, str] = {
    "formatting would change what the text says: it is left as it is": (
        "форматирование изменило бы смысл текста: он оставлен как есть"
    ),
    "please report it, with the text: this is a fault of cjm": (
        "пожалуйста, сообщите об этом вместе с текстом: это ошибка cjm"
    ),
    "{path}: formatting would change what it says, a fault of cjm": (
        "{path}: форматирование изменило бы его смысл, это ошибка cjm"
    ),
    "{path} is written by cjm measure: not formatted": (
        "{path} пишет cjm measure: не форматируется"
    ),
    "of standard input the formatted text goes to standard output": (
        "со стандартного ввода отформатированный текст идёт в стандартный вывод"
    ),
    "give no other path": "не называйте других путей",
    "there is no file of cjm here": "здесь нет файлов cjm",
    "formatted {n} {n:file|files}": (
        "{n:отформатирован|отформатированы|отформатировано} {n} {n:файл|файла|файлов}"
    ),
    "{n} {n:file|files} formatted, {rest} as they should be": (
        "{n:отформатирован|отформатированы|отформатировано} {n} {n:файл|файла|файлов}, "
        "{rest} уже в порядке"
    ),
    "{n} {n:file|files} would change, {rest} would not": (
        "{n:изменился|изменились|изменилось} бы {n} {n:файл|файла|файлов}, {rest} уже в порядке"
    ),
}

FMT = """Привести файлы путей к одному виду: пробелы, концы строк и кавычки, больше ничего.

PATHS — файлы и папки, - — стандартный ввод: отформатированный текст идёт в стандартный вывод; по
умолчанию — пути рабочего пространства, его cjm.yaml, data.yaml и темы. Измеренное не
форматируется никогда. Файл, который не YAML, назван и оставлен как есть. Код выхода: 0; 1, если
файл не YAML или, с --check, изменился бы; 2, если сделано не всё."""

FMT_OPTIONS = {
    "Example: cjm fmt journeys/ --check": "Пример: cjm fmt journeys/ --check",
    "Name the files that would change, and write nothing.": (
        "Назвать файлы, которые изменились бы, и ничего не записать."
    ),
    "Show what would change, and write nothing.": (
        "Показать, что изменилось бы, и ничего не записать."
    ),
}
