"""In Russian: what click says of options and arguments, by its own English texts."""

CLICK = {
    "Usage:": "Вызов:",
    "[OPTIONS]": "[ПАРАМЕТРЫ]",
    "COMMAND [ARGS]...": "КОМАНДА [АРГУМЕНТЫ]...",
    "Options": "Параметры",
    "Commands": "Команды",
    "Positional arguments": "Аргументы",
    "deprecated": "устарело",
    "default: {default}": "по умолчанию: {default}",
    "env var: {var}": "переменная среды: {var}",
    "(dynamic)": "(вычисляется)",
    "Show this message and exit.": "Показать эту справку.",
    "Show the version and exit.": "Показать версию.",
    "Aborted!": "Прервано.",
    "Error: {message}": "Ошибка: {message}",
    "Try '{command} {option}' for help.": "Справка: {command} {option}",
    "Invalid value: {message}": "Неверное значение: {message}",
    "Invalid value for {param_hint}: {message}": "Неверное значение {param_hint}: {message}",
    "Missing argument": "Не хватает аргумента",
    "Missing option": "Не хватает параметра",
    "Missing parameter": "Не хватает параметра",
    "Missing {param_type}": "Не хватает {param_type}",
    "Missing parameter: {param_name}": "Не хватает параметра: {param_name}",
    "Missing command.": "Не названа команда.",
    "No such option {name!r}.": "Параметра {name} нет.",
    "No such option: {name}": "Параметра {name} нет",
    "No such command {name!r}.": "Команды {name} нет.",
    "Choose from:\n\t{choices}": "Выберите из:\n\t{choices}",
    "Option {name!r} does not take a value.": "У параметра {name} значения не бывает.",
    "Argument {name!r} takes {nargs} values.": "Аргументу {name} нужно значений: {nargs}.",
    "Invalid start character for option ({option})": "Параметр не может так начинаться ({option})",
    "Value must be an iterable.": "Нужен список значений.",
    "Could not open file {filename!r}: {message}": "Файл «{filename}» не открыть: {message}",
    "unknown error": "неизвестная ошибка",
    "{value!r} is not a valid {number_type}.": "«{value}» — не число.",
    "{value!r} is not a valid boolean. Recognized values: {states}": (
        "«{value}» — не «да» и не «нет». Можно: {states}"
    ),
    "{value!r} is not a valid UUID.": "«{value}» — не UUID.",
    "{value} is not in the range {range}.": "{value} вне пределов {range}.",
    "{name} {filename!r} does not exist.": "{name} «{filename}»: такого нет.",
    "{name} {filename!r} is a file.": "{name} «{filename}» — это файл.",
    "{name} {filename!r} is a directory.": "{name} «{filename}» — это папка.",
    "{name} {filename!r} is not readable.": "{name} «{filename}» не прочитать.",
    "{name} {filename!r} is not writable.": "{name} «{filename}»: записать нельзя.",
    "{name} {filename!r} is not executable.": "{name} «{filename}» не запустить.",
    "file": "файл",
    "directory": "папка",
    "path": "путь",
    "Choice({choices})": "выбор из ({choices})",
    "Unknown standard stream '{name}'": "Нет стандартного потока «{name}»",
}
"""It names the same values; the texts of one who writes commands in Python are left out."""

COUNTED = {
    "Got unexpected extra argument ({args})": (
        "Лишний аргумент ({args})",
        "Лишние аргументы ({args})",
        "Лишние аргументы ({args})",
    ),
    "Did you mean {possibility}?": (
        "Вероятно, имелось в виду {possibility}.",
        "Вероятно, имелось в виду одно из: {possibilities}.",
        "Вероятно, имелось в виду одно из: {possibilities}.",
    ),
    "Option {name!r} requires an argument.": (
        "Параметру {name} нужно значение.",
        "Параметру {name} нужно значений: {nargs}.",
        "Параметру {name} нужно значений: {nargs}.",
    ),
    "{value!r} is not {choice}.": (
        "«{value}» — не {choice}.",
        "«{value}» — не одно из: {choices}.",
        "«{value}» — не одно из: {choices}.",
    ),
    "{value!r} does not match the format {format}.": (
        "«{value}» не подходит к виду {format}.",
        "«{value}» не подходит ни к одному виду: {formats}.",
        "«{value}» не подходит ни к одному виду: {formats}.",
    ),
    "Takes {nargs} values but 1 was given.": (
        "Нужно значений: {nargs}, а дано 1.",
        "Нужно значений: {nargs}, а дано {len}.",
        "Нужно значений: {nargs}, а дано {len}.",
    ),
    "{len_type} values are required, but {len_value} was given.": (
        "Нужно значений: {len_type}, а дано {len_value}.",
        "Нужно значений: {len_type}, а дано {len_value}.",
        "Нужно значений: {len_type}, а дано {len_value}.",
    ),
}
"""What goes with a count: three forms."""
