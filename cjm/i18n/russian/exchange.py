"""In Russian: what is said when journeys are converted from other forms, and into them."""

EXCHANGE = {
    "there is no form {name!r}": "нет формата {name!r}",
    "what form has {path}?": "какой формат у {path}?",
    "name it with {option}; known endings: {known}": (
        "назовите его: {option}; известные окончания: {known}"
    ),
    "{form} is not for standard output": "{form} не пишется в стандартный вывод",
    "name a file": "назовите файл",
    "name another file": "назовите другой файл",
    "one side of a conversion is a journey in YAML, not {source} and {target}": (
        "одна из сторон — путь в YAML, а не {source} и {target}"
    ),
    "convert to yaml first, and from there": "преобразуйте сначала в yaml, а оттуда дальше",
    "{form} is only written, not read": "{form} только пишется, но не читается",
    "{form} is only read, not written": "{form} только читается, но не пишется",
    "{what}: {why}": "{what}: {why}",
    "{n} {n:part was|parts were} left out": (
        "{n:пропущена|пропущены|пропущено} {n} {n:часть|части|частей}"
    ),
    "nothing was written: --strict": "ничего не записано: --strict",
    "what was measured stays in {file}": "измеренное остаётся в {file}",
    "it belongs to cjm.yaml, which is not written": (
        "это место в cjm.yaml, а он не записывается"
    ),
    "{field}": "{field}",
    "{field} of {id}": "{field} у {id}",
    "the comment «{text}»": "комментарий «{text}»",
    "only YAML has comments": "комментарии есть только в YAML",
    "read it so: --encoding {name}": "прочитать так: --encoding {name}",
    "not {name}: byte 0x{byte} cannot stand here": (
        "не {name}: байт 0x{byte} не может стоять здесь"
    ),
    "expected {form}": "ожидался {form}",
    "a journey as JSON": "путь в JSON",
    "not JSON: {reason}": "не JSON: {reason}",
    "{word} is no number": "{word} — не число",
    "brackets stand too deep inside each other": "скобки вложены слишком глубоко",
    "a number is too long": "слишком длинное число",
    "this is no journey: expected an object": "это не путь: ожидался объект",
}  # fmt: skip
"""Of `cjm convert`."""

CONVERT = """Преобразовать путь из другого формата или в другой: JSON, CSV, TSV, XLSX.

Одна из сторон — путь в YAML. - — стандартный ввод или вывод. Результат читается до записи; о том,
чему в нём нет места, говорит стандартный поток ошибок, по строке на часть. Код выхода: 0; 1, если
в IN есть ошибки; 2, если OUT уже есть или параметры не сочетаются."""

CONVERT_OPTIONS = {
    "Example: cjm convert journeys/taxi.yaml taxi.json": (
        "Пример: cjm convert journeys/taxi.yaml taxi.json"
    ),
    "What form IN has. Default: by its ending.": "Формат IN. По умолчанию — по окончанию.",
    "What form OUT gets. Default: by its ending.": "Формат OUT. По умолчанию — по окончанию.",
    "The journey's id. Default: its own, else OUT's name.": (
        "Код пути. По умолчанию — его собственный, иначе имя OUT."
    ),
    "The journey's title, in place of its own.": "Название пути вместо его собственного.",
    "The journey's language, in place of its own.": "Язык пути вместо его собственного.",
    "The encoding of IN. Default: UTF-8; of tables, a guess.": (
        "Кодировка IN. По умолчанию UTF-8, у таблиц — догадка."
    ),
    "What parts the cells of a CSV.": "Чем разделены ячейки в CSV.",
    "Which sheet of an XLSX file. Default: the first.": (
        "Какой лист файла XLSX. По умолчанию — первый."
    ),
    "Replace OUT where it is there, and write a journey that has faults.": (
        "Заменить OUT, если он уже есть, и записать путь с ошибками."
    ),
    "Write nothing, and exit with 1, where a part is left out.": (
        "Ничего не записать и выйти с кодом 1, если часть пропущена."
    ),
}
