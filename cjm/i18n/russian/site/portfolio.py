"""In Russian: the portfolio."""

PORTFOLIO = {
    "{n} {n:journey|journeys}: on {below} the average customer ends below zero": (
        "{n} {n:карта|карты|карт}: на {below} средний клиент уходит в минусе"
    ),
    "{n} {n:journey|journeys}: on {below} the average customer ends below zero, "
    "of {unknown} the balance is not known": (
        "{n} {n:карта|карты|карт}: на {below} средний клиент уходит в минусе, "
        "на {unknown} баланс неизвестен"
    ),
    "{n} {n:journey|journeys}: no balance is known yet": (
        "{n} {n:карта|карты|карт}: баланс пока неизвестен"
    ),
    "{n} {n:file|files} could not be read.": (
        "Не {n:прочитан|прочитаны|прочитано} {n} {n:файл|файла|файлов}."
    ),
    "{journey} loses the most: balance {balance}, {share} disappointed.": (
        "{journey} теряет больше всех: баланс {balance}, разочарованы {share}."
    ),
    "{journey} has the lowest balance: {balance}, {share} disappointed.": (
        "{journey} — самый низкий баланс: {balance}, разочарованы {share}."
    ),
    "The worst touchpoint of all is {touchpoint} of {journey}: C {gap}.": (
        "Худшая точка из всех — {touchpoint}, {journey}: С {gap}."
    ),
    "Journeys and touchpoints": "Карт и точек контакта",
    "to-be journeys left out": "не считая карт «как должно быть»",
    "{n} / {m}": "{n} / {m}",
    "Disappointed, a month": "Разочарованы, в месяц",
    "≈ {n}": "≈ {n}",
    "on {n} {n:journey|journeys} that {n:says|say} how many customers come": (
        "на {n} {n:карте|картах|картах}, где {n:известно|известно|известно} число клиентов"
    ),
    "no journey says how many customers come": "ни на одной карте нет числа клиентов",
    "without an improvement: {n}": "без улучшения: {n}",
    "{errors} {errors:error|errors}, {warnings} {warnings:warning|warnings}": (
        "{errors} {errors:ошибка|ошибки|ошибок}, "
        "{warnings} {warnings:предупреждение|предупреждения|предупреждений}"
    ),
    "Improvements ahead": "Улучшения впереди",
    "{doing} being done, {overdue} overdue": "в работе {doing}, просрочено {overdue}",
    "{n} {per}": "{n} {per}",
    "{n} customers": "{n} клиентов",
    "Search the table": "Искать в таблице",
    "Title, file, touchpoint…": "Название, файл, точка…",
    "C along the likely path": "С по вероятному пути",
    "{} of {} shown": "Показано {} из {}",
    "Show {} more": "Показать ещё {}",
    "{a} to {b} of {n}": "с {a} по {b} из {n}",
    "This file could not be read.": "Этот файл не удалось прочитать.",
    "Journeys will appear here": "Здесь появятся карты",
    "Write the first one, check it, and build the report again:": (
        "Напишите первую, проверьте её и соберите отчёт ещё раз:"
    ),
}
