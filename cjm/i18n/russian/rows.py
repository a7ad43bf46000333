"""In Russian: how files are read and rows typed, and why rows are left out."""

from __future__ import annotations

ROWS: dict[str, str] = {
    "{fits} of {n} fit it: write time_format: '{format}'": (
        "подходит {fits} из {n}: напишите time_format: '{format}'"
    ),
    "write its form as time_format, for example %d.%m.%Y %H:%M": (
        "опишите запись времени в time_format, например %d.%m.%Y %H:%M"
    ),
    "day and month could be swapped: write time_format: '{one}' or '{other}'": (
        "день и месяц можно перепутать: напишите time_format: '{one}' или '{other}'"
    ),
    "all fit it: write time_format: '{format}'": (
        "подходит всем: напишите time_format: '{format}'"
    ),
    'these have another decimal mark: write decimal: "{mark}"': (
        'у этих чисел другой десятичный знак: напишите decimal: "{mark}"'
    ),
    "{key}: one condition is expected": "{key}: ожидается одно условие",
    "{key}: {reason}": "{key}: {reason}",
    "{source}: column {name!r} does not fit {format!r}: {value!r}": (
        "{source}: столбец {name!r} не подходит под {format!r}: {value!r}"
    ),
    "{source}: column {name!r} has no times of ISO 8601: {value!r}": (
        "{source}: в столбце {name!r} время не по ISO 8601: {value!r}"
    ),
    "{source}: column {name!r} has times with and without an offset": (
        "{source}: в столбце {name!r} время записано то со смещением, то без него"
    ),
    "with: {one}; without: {other}; write all of them in one way": (
        "со смещением: {one}; без него: {other}; запишите все одинаково"
    ),
    "{source}: there is no time_format {format!r}": "{source}: нет такого time_format: {format!r}",
    "it has the codes of strptime, for example %d.%m.%Y %H:%M": (
        "в нём коды strptime, например %d.%m.%Y %H:%M"
    ),
    'the columns are parted by {sign!r}: write delimiter: "{sign}"': (
        'столбцы разделены знаком {sign!r}: напишите delimiter: "{sign}"'
    ),
    "the columns stand apart by blanks: write delimiter: blank": (
        "столбцы разделены пробелами: напишите delimiter: blank"
    ),
    "{file}, line {line}: a quote that never ends": "{file}, строка {line}: незакрытая кавычка",
    "there are: {columns}": "есть: {columns}",
    "{meant} there are: {columns}": "{meant} есть: {columns}",
    "there is no file {path}": "нет файла {path}",
    "{file} has no column {name!r} ({key})": "в {file} нет столбца {name!r} ({key})",
    "no file matches {path}": "ни один файл не подходит под {path}",
    "name its files: {path}/*.csv": "назовите файлы в ней: {path}/*.csv",
    "{file} has {n} columns {name!r}": "в {file} столбец {name!r} встречается несколько раз: {n}",
    "give one of them another name": "назовите один из них иначе",
    "{file}, line {line}: not {encoding}": "{file}, строка {line}: это не {encoding}",
    "{advice} in a data.yaml beside it: {entry}": "{advice} – в data.yaml рядом с ним: {entry}",
    "it reads as {fits}: write encoding: {fits}": (
        "читается как {fits}: напишите encoding: {fits}"
    ),
    "{file}, line {line}: a zero byte": "{file}, строка {line}: нулевой байт",
    "the file is damaged, or no text: export it again": (
        "файл повреждён или это не текст: выгрузите его заново"
    ),
    "{file} is no text": "{file} — не текст",
    "it is packed with gzip: give its name the ending .gz": (
        "он сжат gzip: допишите к имени окончание .gz"
    ),
    "it is a workbook or an archive: unpack it, or give it the ending .xlsx": (
        "это книга или архив: распакуйте его или дайте ему окончание .xlsx"
    ),
    "it is Parquet: give its name the ending .parquet": (
        "это Parquet: дайте имени окончание .parquet"
    ),
    "write what it is written in: encoding: …": "напишите, в какой она кодировке: encoding: …",
    "{path} is no whole gzip file": "{path} — не целый файл gzip",
    "cannot read {path}: {reason}": "не удалось прочитать {path}: {reason}",
    "there is no encoding {name!r}": "нет кодировки {name!r}",
    "for example utf-8, windows-1251, koi8-r, cp866, utf-16": (
        "например utf-8, windows-1251, koi8-r, cp866, utf-16"
    ),
    "{file} is one JSON array, not a line an object": (
        "{file} — один массив JSON, а нужно по объекту в строке"
    ),
    "convert it: jq -c '.[]' OLD > NEW.jsonl": "преобразуйте: jq -c '.[]' OLD > NEW.jsonl",
    "{path} is no whole Parquet file": "{path} — не целый файл Parquet",
    "{path} is no whole XLSX workbook": "{path} — не целая книга XLSX",
    "{path}: the formula in {cell} was never computed": "{path}: формула в {cell} не вычислена",
    "open the workbook in a spreadsheet program and save it there": (
        "откройте книгу в табличном редакторе и сохраните её там"
    ),
    "{file} declares an entity, {name!r}": "в {file} объявлена сущность {name!r}",
    "{source}: column {name!r} has {n} different touchpoints": (
        "{source}: в столбце {name!r} разных точек контакта: {n}"
    ),
    "name the column that says where somebody was: touchpoint: …": (
        "назовите столбец, в котором точки контакта: touchpoint: …"
    ),
    "the data need more room than memory and {folder} have": (
        "данным не хватает памяти и места в {folder}"
    ),
    "make room there, or name another folder: TMPDIR=/path cjm …": (
        "освободите там место или назовите другую папку: TMPDIR=/path cjm …"
    ),
    "no answer": "нет ответа",
    "too few fields": "не хватает полей",
    "too many fields": "лишние поля",
    "quote that never ends": "незакрытая кавычка",
    "not a JSON object": "не объект JSON",
    "not a number": "не число",
    "score off the scale": "оценка вне шкалы",
    "unknown touchpoint": "неизвестная точка контакта",
    "unknown persona": "неизвестная персона",
    "unknown side": "неизвестная сторона",
    "unknown answer": "неизвестный ответ",
    "not a time": "не время",
    "no time": "нет времени",
    "no case": "нет случая",
    "no touchpoint": "нет точки контакта",
    "no customer": "нет клиента",
    "no text": "нет текста",
    "weight not above 0": "вес не больше 0",
    "outside the period": "вне периода",
    "answered again later": "позже ответили ещё раз",
    "touchpoint of another journey": "точка контакта другого пути",
}
