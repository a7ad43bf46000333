"""In Russian: connections to databases and to Spark."""

from __future__ import annotations

REMOTE: dict[str, str] = {
    "{name}: cannot connect: {reason}": "{name}: подключиться не удалось: {reason}",
    "{name}: {reason}": "{name}: {reason}",
    "{name}: {function} would be imported and called": (
        "{name}: для этого нужно импортировать и вызвать {function}"
    ),
    "let its user have readonly = 2, by which queries can say how they are read": (
        "дайте её пользователю readonly = 2: тогда запросы могут сказать, как их читать"
    ),
    "allow it, where you trust it: --allow-python": (
        "если вы ей доверяете, разрешите: --allow-python"
    ),
    "{name}: {function} failed: {reason}": "{name}: {function} не сработала: {reason}",
    "{name}: {function} returned {found}, no connection that is known": (
        "{name}: {function} вернула {found}, а это не известное подключение"
    ),
    "{name}: the environment has no {variable}": "{name}: в окружении нет {variable}",
    "set it before the run: export {variable}=…": "задайте до запуска: export {variable}=…",
    "{source}: Spark knows no types of {file}": "{source}: Spark не знает типов {file}",
    "name Parquet, JSON lines or ORC; or leave out connection to read it here": (
        "назовите Parquet, JSON lines или ORC либо уберите connection, чтобы прочитать файл здесь"
    ),
    "numbers": "чисел",
    "points in time": "времени",
    "{source}: column {name!r} holds no {what}": "{source}: в столбце {name!r} нет {what}",
    "convert it in a query: {sql}; then name {new}": (
        "преобразуйте его в query: {sql}; затем назовите {new}"
    ),
    "{key}: only SELECT is sent": "{key}: выполняется только SELECT",
    "{key}: one statement is expected": "{key}: ожидается один запрос",
    "{key}: this is not read as SQL: a quote or a comment has no end": (
        "{key}: это не читается как SQL: кавычка или комментарий не закрыты"
    ),
    "{key}: this is not read as SQL from {text!r} on": (
        "{key}: это не читается как SQL начиная с {text!r}"
    ),
    "{key}: this is no whole SQL: something must follow {text!r}": (
        "{key}: это не целый SQL: после {text!r} должно что-то стоять"
    ),
    "write one SELECT, in the database's own SQL": "напишите один SELECT на SQL этой базы",
    "write one condition on the columns, such as: country = 'RU' AND CAST(total AS DOUBLE) > 0": (
        "напишите одно условие на столбцы, например: country = 'RU' AND CAST(total AS DOUBLE) > 0"
    ),
    "{key}: {name} says {reason}": "{key}: {name} отвечает {reason}",
    "{name} has no table {table!r}": "в {name} нет таблицы {table!r}",
}
"""By the English template."""
