"""In Russian: what the library says to Python, and what a notebook shows."""

PYTHON = {
    "{text!r} holds half a character, which no file can": (
        "в тексте {text!r} половина знака: в файле её не записать"
    ),
    "touchpoint": "точка контакта",
    "on average below expectation": "в среднем ниже ожиданий",
    "on average not below expectation": "в среднем не ниже ожиданий",
    "{sign} rests on shares that nobody gave": "{sign} зависит от долей, которых никто не указал",
    "budget": "бюджет",
    "improvements": "улучшения",
    "cost": "цена",
    "place": "место",
    "severity": "серьёзность",
    "rule": "правило",
    "finding": "замечание",
    "journey": "путь",
    "state": "состояние",
    "negative moments of truth": "негативные моменты истины",
    "worst touchpoint": "худшая точка",
    "errors": "ошибки",
    "warnings": "предупреждения",
    "notes": "заметки",
    "no journey here has a persona {persona!r}": "ни у одного пути здесь нет персоны {persona!r}",
    "their personas: {known}": "их персоны: {known}",
    "they have none": "персон у них нет",
    "expected a Journey or the path of one, not {found}": (
        "ожидается путь клиента или имя его файла, а не {found}"
    ),
    "cjm.load gives a Journey": "путь даёт cjm.load",
    "there is no frame of {of!r}": "таблицы {of!r} нет",
    "there is no frame by {by!r}": "таблицы по {by!r} нет",
    "pandas is not installed": "не установлен pandas",
    "pip install pandas": "pip install pandas",
    "hypothesis is not installed: pip install 'customer-journey-map[testing]'": (
        "не установлен hypothesis: pip install 'customer-journey-map[testing]'"
    ),
    "there is no finding of {rule}": "нет замечания {rule}",
    "there are findings": "есть замечания",
    "what was read is another journey than what was written": (
        "прочитан не тот путь, что был записан"
    ),
    "the text steers a terminal or a CI server": "текст управляет терминалом или сервером CI",
    "a column or an index called id": "столбец или индекс id",
    "a touchpoint in the column from": "точка контакта в столбце from",
    "a DataFrame or a list of rows": "DataFrame или список строк",
}
