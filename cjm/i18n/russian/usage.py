"""In Russian: what cannot be done as it was asked for."""

_CALLS = {
    "{path} is a folder": "{path} — это папка",
    "{path} is a workspace": "{path} — это рабочее пространство",
    "name the file of one journey": "назовите файл одного пути",
    "{name!r} cannot be a path": "{name!r} не может быть путём к файлу",
    "--workspace takes a cjm.yaml": "--workspace принимает файл cjm.yaml",
    "see what is wrong: cjm check": "что не так, покажет cjm check",
    "{place}: {message}": "{place}: {message}",
    "{first} (and {n} more)": "{first} (и ещё {n})",
    "there is no language {language!r}": "языка {language!r} нет",
    "languages: {known}": "языки: {known}",
    "there is no schema of {of!r}": "схемы {of!r} нет",
    "{id} has no persona {persona!r}": "{id}: персоны {persona!r} нет",
    "its personas: {known}": "персоны этого пути: {known}",
    "it has none": "ни одной",
    "{name!r} is none of {known}": "{name!r} — не одно из: {known}",
    "{text!r} is no day; write YYYY-MM-DD": "{text!r} — не день; запишите его так: ГГГГ-ММ-ДД",
    "no format goes to {file}: each has a file of its own": (
        "в {file} не идёт ни один формат: у каждого свой файл"
    ),
    "name one more --format, or leave --output out": (
        "назовите ещё один --format или уберите --output"
    ),
    "two formats would go to one place": "два формата попали бы в одно место",
    "name a file for each: --format NAME=FILE": "назовите файл каждому: --format ИМЯ=ФАЙЛ",
    "statistics are told as text or json": "статистика бывает в форматах text и json",
    "write: --format json": "напишите: --format json",
    "--watch changes no file": "--watch файлов не меняет",
    "use one of --watch, --fix, --diff": "оставьте что-то одно: --watch, --fix, --diff",
    "--diff shows the fixes, and no report beside them": (
        "--diff показывает исправления, а отчёта рядом с ними не пишет"
    ),
    "leave out --format, --output, --statistics and what writes a baseline": (
        "уберите --format, --output, --statistics и то, что записывает точку отсчёта"
    ),
    "of standard input the mended text goes to standard output": (
        "исправленный текст со стандартного ввода идёт на стандартный вывод"
    ),
    "give no other path and no --format": "не указывайте ни других путей, ни --format",
    "{path} may only be read and is left as it is": (
        "{path} открыт только для чтения и оставлен как есть"
    ),
    "{path} was changed meanwhile and is left as it is": (
        "{path} тем временем изменили, и он оставлен как есть"
    ),
    "--watch writes no baseline": "--watch точку отсчёта не пишет",
    "use one of --watch, --update-baseline, --shrink-baseline": (
        "оставьте одно: --watch, --update-baseline или --shrink-baseline"
    ),
    "a baseline cannot be written anew and shrunk in one run": (
        "точку отсчёта нельзя за раз и записать заново, и сократить"
    ),
    "use one of --update-baseline, --shrink-baseline": (
        "оставьте одно: --update-baseline или --shrink-baseline"
    ),
    "standard input cannot be watched": "за стандартным вводом следить нельзя",
    "name a file or a folder": "назовите файл или папку",
    "there is nothing to watch": "следить не за чем",
    "name a file or a folder that exists": "назовите файл или папку, которые есть",
}

_RUN = {
    "stopped: nothing was left half-written": "остановлено: недописанного не осталось",
    "cannot write standard output: {reason}": "в стандартный вывод не записать: {reason}",
    "the current folder is no longer there": "текущей папки больше нет",
    "change to one that is": "перейдите в ту, что есть",
    "read {n} {n:journey|journeys}": "прочитано: {n} {n:путь|пути|путей}",
    "checked {n} {n:journey|journeys}": "проверено: {n} {n:путь|пути|путей}",
    "looked at {n} {n:set|sets} of improvements": (
        "{n:рассмотрен|рассмотрено|рассмотрено} {n} {n:набор|набора|наборов} улучшений"
    ),
    "drawn {n} of {all} maps": "нарисовано карт: {n} из {all}",
    "{n} of {all} as drawn before: nothing has changed there": (
        "{n} из {all} уже нарисованы: там ничего не изменилось"
    ),
    "nothing here opens {file}": "открыть {file} здесь нечем",
}

_BASELINES = {
    "an empty path of a baseline": "пустое имя точки отсчёта",
    "a variable may not be set; leave --baseline out for cjm-baseline.json": (
        "возможно, не задана переменная; без --baseline берётся cjm-baseline.json"
    ),
    "an empty revision to compare with": "пустое имя ревизии для сравнения",
    "a variable may not be set; without --diff-base all journeys are checked": (
        "возможно, не задана переменная; без --diff-base проверяются все пути"
    ),
    "nothing to compare with {revision!r}: {folder} is in no git repository": (
        "сравнить с {revision!r} не с чем: {folder} лежит вне репозитория git"
    ),
    "check all journeys: leave --diff-base out": "проверьте все пути: уберите --diff-base",
    "git knows no revision {revision!r}": "git не знает ревизии {revision!r}",
    "this clone is shallow, so fetch it: git fetch --unshallow (in CI: all history)": (
        "клон неполный, загрузите её: git fetch --unshallow (в CI — всю историю)"
    ),
    "a variable may not be set; without --against all findings count": (
        "возможно, не задана переменная; без --against считаются все замечания"
    ),
    "let all findings count: leave --against out": "считайте все замечания: уберите --against",
    "git does not have all files of {revision!r} here": (
        "в этой копии у git есть не все файлы ревизии {revision!r}"
    ),
    "fetch them: git fetch --refetch --no-filter": (
        "загрузите их: git fetch --refetch --no-filter"
    ),
    "name a commit, branch or tag that was fetched, such as origin/main": (
        "назовите загруженный коммит, ветку или метку, например origin/main"
    ),
    "git {command} failed ({code}): {words}": "git {command} не удался ({code}): {words}",
    "trust it: git config --global --add safe.directory FOLDER": (
        "доверьтесь папке: git config --global --add safe.directory ПАПКА"
    ),
    "see what git says: git {command}": "посмотрите, что скажет git {command}",
    "git {command} did not finish in {seconds} s": "git {command} не уложился в {seconds} с",
    "check all journeys: leave the revision out": "проверьте все пути: уберите ревизию",
    "git could not be started: {reason}": "git не запускается: {reason}",
    "install git, or check all journeys: leave the revision out": (
        "установите git или проверьте все пути: уберите ревизию"
    ),
}

_PLANS = {
    "there is no objective {objective!r}": "цели {objective!r} нет",
    "a budget is a number, 0 or more": "бюджет — число, 0 или больше",
    "{id}: there is no {objective} to improve": (
        "{id}: улучшать нечего, {objective:balance=баланса|disappointed=доли разочарованных} нет"
    ),
    "{id}: the figures cannot be worked out": "{id}: показатели посчитать нельзя",
    "customers meet no touchpoint with an expectation and an experience": (
        "клиентам не встречается ни одной точки контакта с ожиданием и восприятием"
    ),
    "the scores are too large: cjm check": "оценки слишком велики: cjm check",
    "customers can come in somewhere and never leave": (
        "клиенты могут куда-то попасть и никогда не выйти"
    ),
    "a loop lets out so few customers that floats lose sight of them": (
        "из петли выходит так мало клиентов, что в числах их уже не видно"
    ),
    "its loops are too large to be solved without NumPy and SciPy": (
        "петли здесь слишком велики, чтобы посчитать их без NumPy и SciPy"
    ),
    "{id}: the {objective} is too large a number": (
        "{id}: {objective:balance=баланс|disappointed=доля разочарованных} — слишком большое число"
    ),
    "SciPy is not installed": "SciPy не установлена",
    "the solver gave up: {words}": "решатель не справился: {words}",
}

_PICTURES = {
    "no persona is named": "ни одна персона не названа",
    "leave --persona out to draw all customers": (
        "чтобы нарисовать всех клиентов, уберите --persona"
    ),
    "--watch draws into files": "--watch рисует в файлы",
    "{option} is given and names nothing": "в {option} ничего не названо",
    "name it, or omit {option}": "назовите либо уберите {option}",
    "the variable that it comes from may not be set": (
        "возможно, не задана переменная, из которой это берётся"
    ),
    "{format} names no file": "в {format} не назван файл",
    "another cjm report is writing into {path}": "в {path} сейчас пишет другой cjm report",
    "wait until it has ended, or name another folder with -o": (
        "подождите, пока он закончит, или назовите другую папку в -o"
    ),
    "a site needs a folder": "сайту нужна папка",
    "name one with -o": "назовите её в -o",
    "name one, or a folder": "назовите файл или папку",
    "a picture cannot have that scale": "такого масштаба у картинки быть не может",
    "from 0 (excluded) to 10": "больше 0 и не больше 10",
    "the picture would be {n} pixels wide": "ширина картинки была бы {n:.0f} пикселей",
    "use a smaller scale, or svg": "возьмите масштаб поменьше или svg",
    "{format} has no view {view!r}": "у {format} нет вида {view!r}",
    "use the view graph, or mermaid": "возьмите вид graph или формат mermaid",
    "only the view map, as a picture, has rows to choose": (
        "выбирать строки можно только на картинке вида map"
    ),
    "only the view map, as a picture, has another state to compare": (
        "сравнить с другим состоянием можно только на картинке вида map"
    ),
    "only the view map, as a picture, has several personas": (
        "несколько персон бывает только на картинке вида map"
    ),
    "choose the view map and the format svg, html, png or pdf": (
        "выберите вид map и формат svg, html, png или pdf"
    ),
    "--{option} belongs to {owner}, not to {format}": (
        "--{option} относится к {owner}, а не к {format}"
    ),
    "leave it out, or choose the format {owner}": "уберите его или выберите формат {owner}",
    "there is no {what} {value!r}": (
        "{what:view=вида|format=формата|theme=темы|paper=бумаги} {value!r} нет"
    ),
    "there is no lane {name!r}": "строки {name!r} нет",
    "{keys}: a row shows a text or a list of texts, and something else is written there": (
        "{keys}: строка показывает текст или список текстов, а записано что-то другое"
    ),
    "did you mean {word!r}? {known}": "вероятно, имелось в виду {word!r}; {known}",
    "lanes: {known}": "строки: {known}",
    "no lane is named": "ни одна строка не названа",
    "{one} ({state}) and {other} ({other_state}) are no pair": (
        "{one} ({state}) и {other} ({other_state}) — не пара"
    ),
    "compare two files of one id, one of state as-is and one of to-be": (
        "сравнивайте два файла одного идентификатора: as-is и to-be"
    ),
    "the two states of {id} have different scales": "у двух состояний {id} разные шкалы",
    "give both the same scale": "дайте обоим одну шкалу",
    "two states cannot be compared for several personas at once": (
        "сравнить два состояния сразу для нескольких персон нельзя"
    ),
    "name one persona, or leave --compare out": "назовите одну персону или уберите --compare",
}

USAGE = {**_CALLS, **_RUN, **_BASELINES, **_PLANS, **_PICTURES}
