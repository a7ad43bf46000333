"""In Russian: journeys as CSV and XLSX, what is wrong with a cell, and what no column holds."""

_FAULTS = {
    "expected {what}, not {text!r}": "ожидается {what}, а не {text!r}",
    "{cell}: {fault}": "{cell}: {fault}",
    "a formula without a kept value": "формула без сохранённого значения",
    "open the workbook in a spreadsheet and save it, or write the value": (
        "откройте книгу в табличном редакторе и сохраните или впишите значение"
    ),
    "the cell holds the error {text}": "в ячейке ошибка {text}",
    "the cell holds more than {most} characters": "в ячейке больше {most} знаков",
    "a quote that never ends": "кавычка, которая не закрывается",
    "a row a line, such as x-systems: Systems": (
        "по строке на каждый ряд, например x-systems: Системы"
    ),
    "a scale such as 0 … 10": "шкала, например 0 … 10",
    "a single sign, or tab": "один знак или tab",
    "{sign!r} is no delimiter": "{sign!r} — не разделитель",
    "a spreadsheet makes days of figures such as 8.4: write the figure again": (
        "табличный редактор делает даты из чисел вроде 8.4: впишите число заново"
    ),
    "leave the cell empty where there is no figure": "где числа нет, оставьте ячейку пустой",
    "write one of: {known}": "напишите одно из: {known}",
    "yes or an empty cell": "«да» или пустая ячейка",
    "this is no transition: {text!r}": "это не переход: {text!r}",
    "write them like this: ride: 0.9; cancel: 0.06 (why) [7 min]": (
        "пишите их так: ride: 0.9; cancel: 0.06 (почему) [7 min]"
    ),
    "this is no id with a number: {text!r}": "это не код с числом: {text!r}",
    "write them like this: ride: 3; pay: 1": "пишите их так: ride: 3; pay: 1",
    "no heading of the first row is id or title": (
        "в первой строке нет заголовка «код» или «название»"
    ),
    "name the columns in the first row: id, title, stage, expectation, experience, next": (
        "назовите столбцы в первой строке: код, название, этап, ожидание, восприятие, дальше"
    ),
    "keep one of the columns": "оставьте один из столбцов",
    "the first stands here": "первый стоит здесь",
    "the row has neither id nor title": "в строке нет ни кода, ни названия",
    "the table is empty": "таблица пуста",
    "there is no row below the headings": "под заголовками нет ни одной строки",
    "there is no field {name!r}": "нет поля {name!r}",
}

_LIMITS = {
    "the sheet has more than {most} columns": "на листе больше {most} столбцов",
    "the sheet has more than {most} rows: one journey a file": (
        "на листе больше {most} строк: один путь — один файл"
    ),
    "the workbook is larger than {n} MB": "книга больше {n} МБ",
    "the workbook unpacks to more than {n} MB": "в распакованном виде книга больше {n} МБ",
    "a workbook of Excel before 2007, or one with a password": (
        "книга Excel старше 2007 года или книга с паролем"
    ),
    "save it as .xlsx, without a password": "сохраните её как .xlsx без пароля",
    "this is no XLSX workbook": "это не книга XLSX",
    "for a text of rows write: --from csv": "для текста со строками напишите: --from csv",
    "this is no whole XLSX workbook": "книга XLSX повреждена",
    "there is no sheet {name!r}": "нет листа {name!r}",
    "sheets: {known}": "листы: {known}",
}

_NOTES = {
    "read as {name} (--encoding to change)": "прочитано как {name} (другая: --encoding)",
    "the column {name!r} is kept as {key}": "столбец {name!r} сохранён как {key}",
    "the table stands on its side: its columns are read as rows": (
        "таблица лежит на боку: её столбцы прочитаны как строки"
    ),
    "merged cells hold the same in each row: {cells}": (
        "объединённые ячейки значат одно и то же в каждой строке: {cells}"
    ),
    "the sheet {name!r} is hidden": "лист {name!r} скрыт",
    "sheets that are not read: {names}": "листы, которые не прочитаны: {names}",
    "{name} lacks {signs}: each is a question mark": (
        "в {name} нет {signs}: вместо них вопросительные знаки"
    ),
    "longer than a cell can be, and cut off: {cells}": (
        "длиннее, чем вмещает ячейка, и обрезано: {cells}"
    ),
    "a score from {low} to {high}": "оценка от {low} до {high}",
}

_LOST = {
    "column {n}, which has no heading": "столбец {n} без заголовка",
    "nothing says what it means": "неизвестно, что он значит",
    "the table has no column for it": "в таблице нет для этого столбца",
    "a table of touchpoints has no place for it": "в таблице точек контакта для этого нет места",
    "a journey has no place for them": "в пути для этого нет места",
    "charts": "диаграммы",
    "comments on cells": "примечания к ячейкам",
    "pictures": "картинки",
}

TABLES = {**_FAULTS, **_LIMITS, **_NOTES, **_LOST}
