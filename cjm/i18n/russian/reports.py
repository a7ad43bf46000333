"""In Russian: the reporters' own words."""

REPORTS = {
    "error": "ошибка",
    "warning": "предупреждение",
    "info": "заметка",
    "help": "подсказка",
    "help: {text}": "подсказка: {text}",
    "{n} {n:journey|journeys}": "{n} {n:путь|пути|путей}",
    "{n} {n:touchpoint|touchpoints}": "{n} {n:точка контакта|точки контакта|точек контакта}",
    "{n} {n:error|errors}": "{n} {n:ошибка|ошибки|ошибок}",
    "{n} {n:warning|warnings}": "{n} {n:предупреждение|предупреждения|предупреждений}",
    "{n} {n:note|notes}": "{n} {n:заметка|заметки|заметок}",
    "watching for changes; Ctrl-C ends it": "жду изменений; Ctrl-C — закончить",
    "{mark} {n} fixable with --fix": "{mark} исправит --fix: {n}",
    "no findings": "замечаний нет",
    "{n} unread": "{n} {n:не прочитан|не прочитаны|не прочитано}",
    "no journey changed": "ни один путь не изменился",
    "no journey was read": "не прочитано ни одного пути",
    "{n} fixed": "исправлено: {n}",
    "{n} {n:fix|fixes} in {files} {files:file|files}": (
        "{n} {n:исправление|исправления|исправлений} в {files} {files:файле|файлах|файлах}"
    ),
    "GitHub shows the first {shown} of a kind; only in this log and in the job summary: {more}": (
        "GitHub показывает по {shown} каждого вида; только в журнале и в сводке задания: {more}"
    ),
    "{n} more are not listed here": "ещё {n} здесь не показано",
    "{n} {n:finding is|findings are} left out, the least bad: "
    "code scanning takes {most} of a run": (
        "не {n:вошло|вошли|вошли} {n} {n:замечание|замечания|замечаний}, наименее серьёзные: "
        "code scanning принимает {most} за раз"
    ),
    "{n} related {n:place is|places are} left out: code scanning takes {most} of a result": (
        "не {n:вошло|вошли|вошли} {n} {n:связанное место|связанных места|связанных мест}: "
        "code scanning принимает {most} на замечание"
    ),
    "and {n} more": "и ещё {n}",
    "{n} waived": "принято исключениями: {n}",
    "{n} in the baseline": "в точке отсчёта: {n}",
    "{n} there before": "{n} {n:было|были|было} и раньше",
    "{n} unchanged": "не изменилось: {n}",
    "in {n} {n:file|files}": "в {n} {n:файле|файлах|файлах}",
    "note: {text}": "заметка: {text}",
    "{n} other {n:YAML file|YAML files} skipped": "пропущено других YAML-файлов: {n}",
    "gone from the baseline: {entry}": "замечания из точки отсчёта больше нет: {entry}",
    "{gone} (shrink it: --shrink-baseline)": "{gone} (сократить её: --shrink-baseline)",
    "taken into the baseline: {entry}": "записано в точку отсчёта: {entry}",
    "baseline written: {entry}": "точка отсчёта записана: {entry}",
}
