"""In Russian: what data commands say in common."""

from __future__ import annotations

OF_DATA: dict[str, str] = {
    "cjm {command} needs {library}": "cjm {command} требует {library}",
    'install it: pip install "customer-journey-map[{extra}]"': (
        'установите: pip install "customer-journey-map[{extra}]"'
    ),
    "{text!r} is no scale; write 1-5": "{text!r} — не шкала; напишите 1-5",
    "two sources are named: {first} and {second}": "названы два источника: {first} и {second}",
    "reading and counting": "читаю и считаю",
    "reading and counting: {percent} % of this step": "читаю и считаю: {percent} % этого шага",
    "{file} has no source of kind {kind}": "в {file} нет источника вида {kind}",
    "there is no source and no file {name!r}": "нет ни источника, ни файла {name!r}",
    "nothing says what the columns of {file} are": "не сказано, что в столбцах {file}",
    "name them: {options}; or describe it in data.yaml": (
        "назовите их: {options}; или опишите файл в data.yaml"
    ),
    "more than one source fits: {names}": "подходит больше одного источника: {names}",
    "read it all the same: --allow-outside": "прочитать всё равно: --allow-outside",
    "name one: --source {name}": "назовите один: --source {name}",
    "{name} is of kind {found}, not {kind}": "{name} — вида {found}, а не {kind}",
    "the columns of {name} stand in {file}": "столбцы {name} названы в {file}",
    "leave out: {names}": "уберите: {names}",
    "{share} of the rows of {source} were left out; {most} are tolerated": (
        "не учтено {share} строк источника {source}; допускается {most}"
    ),
    "mend the data or their description, or tolerate more: --tolerate": (
        "исправьте данные или их описание либо допустите больше: --tolerate"
    ),
    "{source}: {count} {n:row|rows} read": "{source}: {count} {n:строка|строки|строк}",
    "{source}: {count} {n:row|rows} of {each} {each:answer|answers} read": (
        "{source}: {count} {n:строка|строки|строк} по {each} {each:ответу|ответа|ответов}"
    ),
    "{count} left out": "не учтено: {count}",
    "{count} {n:answer|answers} left out": (
        "не {n:учтён|учтены|учтено} {count} {n:ответ|ответа|ответов}"
    ),
    "{count} {n:row|rows}, {rest}": "{count} {n:строка|строки|строк}, {rest}",
    "nothing left out": "учтены все",
}
