"""In Russian: what a run says of its settings, its files and its baseline."""

CHECKING = {
    "there is no rule {name!r}": "нет правила {name!r}",
    "cjm check never runs {name!r}: it takes an event log": (
        "cjm check никогда не проверяет {name!r}: для этого нужен журнал событий"
    ),
    "cjm conform never runs {name!r}: it takes no event log": (
        "cjm conform никогда не проверяет {name!r}: журнал событий для этого не нужен"
    ),
    "it belongs to: cjm check": "это делает cjm check",
    "it belongs to: cjm conform JOURNEY LOG": "это делает cjm conform JOURNEY LOG",
    "see which there are: cjm rule": "какие есть, покажет cjm rule",
    "expected a list of texts for {name}": "для {name} ожидается список текстов",
    "expected a mapping of rules to their options": "ожидается отображение «правило: настройки»",
    "expected a mapping of the options of {rule}": "ожидается отображение настроек {rule}",
    "expected a number for {name}": "для {name} ожидается число",
    "expected a whole number for {name}": "для {name} ожидается целое число",
    "{name} must be at least {least}": "{name} должно быть не меньше {least}",
    "{name} must be at most {most}": "{name} должно быть не больше {most}",
    "{name!r} is more than one rule": "{name!r} — это не одно правило",
    "options are set rule by rule, by code or name": (
        "настройки задают отдельно каждому правилу, по коду или имени"
    ),
    "the options of {rule} are given twice": "настройки {rule} даны дважды",
    "unknown option {name!r}": "неизвестная настройка {name!r}",
    "the options of {rule}": "настройки {rule}",
    "{rule} has no options": "у {rule} настроек нет",
    "another journey has the id {id!r}, state and language: {file}": (
        "у другого пути те же идентификатор {id!r}, состояние и язык: {file}"
    ),
    "{id!r} stands here first": "впервые {id!r} стоит здесь",
    "give one of the two another id, state or language": (
        "дайте одному из двух другой идентификатор, состояние или язык"
    ),
    "{path}: {reason}": "{path}: {reason}",
    "{path}: there is no journey here": "{path}: здесь нет ни одного пути клиента",
    "there is no such file or folder": "такого файла или папки нет",
    "a link that leads to no file": "ссылка, за которой нет файла",
    "standard input is closed": "стандартный ввод закрыт",
    "this is neither a file nor a folder": "это не файл и не папка",
    "nothing is kept for the next run: {file}: {reason}": (
        "для следующего запуска ничего не сохранено: {file}: {reason}"
    ),
    "an empty path": "пустое имя",
    "{message} ({help})": "{message} ({help})",
    "there is no cjm.yaml to write a baseline beside: --baseline FILE": (
        "рядом с точкой отсчёта должен лежать cjm.yaml, а его нет: --baseline FILE"
    ),
    "{file}: there is no such baseline (write it: --update-baseline)": (
        "{file}: такой точки отсчёта нет (записать её: --update-baseline)"
    ),
    "{file}: a baseline of version {found!r}; this cjm reads {version}": (
        "{file}: версия точки отсчёта — {found!r}, а этот cjm читает {version}"
    ),
    "{file}: this is not a baseline that cjm wrote": "{file}: такую точку отсчёта cjm не писал",
    "write it anew: delete the file and run cjm check --update-baseline": (
        "запишите её заново: удалите файл и выполните cjm check --update-baseline"
    ),
    "cannot write {path}: {reason}": "не удалось записать {path}: {reason}",
    "cannot write {path}: {file} is no folder": "не удалось записать {path}: {file} — не папка",
    "a file without a name cannot be written": "файл без имени не записать",
    "{file}: {n} {n:finding|findings}": "{file}: {n} {n:замечание|замечания|замечаний}",
}
