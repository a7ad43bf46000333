"""In Russian: what the commands and their options do."""

from cjm.i18n.russian.authoring_helps import AUTHORING_COMMANDS, AUTHORING_OPTIONS
from cjm.i18n.russian.diff_helps import DIFF, DIFF_OPTIONS
from cjm.i18n.russian.exchange import CONVERT, CONVERT_OPTIONS
from cjm.i18n.russian.formatting import FMT, FMT_OPTIONS
from cjm.i18n.russian.history import HISTORY_HELP, HISTORY_OPTIONS
from cjm.i18n.russian.language_server import LSP_HELP
from cjm.i18n.russian.segment_helps import SEGMENT_AND_FEEDBACK
from cjm.i18n.russian.site.helps import REPORT, REPORT_OPTIONS, SERVE

COMMANDS = {
    "report": REPORT,
    "serve": SERVE,
    "lsp": LSP_HELP,
    "cli": "Пути клиентов как код: пишем в YAML, проверяем, рисуем.",
    **AUTHORING_COMMANDS,
    "fmt": FMT,
    "history": HISTORY_HELP,
    "check": """Найти, где клиенты получают меньше, чем ожидали, и что не так в файлах.

PATHS — файлы и папки, - — стандартный ввод; по умолчанию — пути рабочего пространства. RULES —
коды, имена или начала кодов правил через запятую. Код выхода: 0; 1, если есть замечания; 2, если
сделано не всё.""",
    "show": """Показать один путь: точки контакта, моменты истины, баланс, пути и петли.

Папку или несколько файлов — обзором: строка на путь, худший баланс первым. PATHS — файлы и
папки, - — стандартный ввод; по умолчанию — пути рабочего пространства. Страница шириной с
терминал, иначе в 100 знаков; на терминале она цветная, если не задана NO_COLOR. Код выхода: 0
или 2, если что-то не прочитано.""",
    "plan": """Сказать, что исправить первым: лучшие улучшения в пределах бюджета.

PATH — файл пути, - — стандартный ввод. Без --budget перечисляются все эффективные наборы
улучшений, от самого дешёвого до лучшего. Ниже стоит, что изменится, если закрыть разрыв каждой
точки контакта, каким угодно способом.""",
    "discover": """Сделать путь из журнала событий: точки, переходы с вероятностями и ожиданием.

LOG — источник из data.yaml или файл; по умолчанию — единственный журнал событий. Файл пути идёт в
стандартный вывод, а страница о найденном — в стандартный поток ошибок; с -o файл пишется туда, а
страница идёт в стандартный вывод. Период оставляет прохождения, которые в нём начались, целиком.
В csv — строка на переход.""",
    "segment": """Различить клиентов по заказам: сегменты, ABC, когорты, удержание, ценность.

SALES — источник из data.yaml или файл; по умолчанию — единственный источник продаж. --from и --to
задают период удержания; давность, баллы и когорты — по всем продажам. В csv — строка на сегмент,
с --customers — строка на клиента. Если -o кончается на .svg, .html, .png или .pdf, рисуются
когорты.""",
    "feedback": """Сказать, о чём отзывы и где болит: темы по словам в любой форме.

REVIEWS — источник из data.yaml или файл; по умолчанию — единственный источник отзывов. Темы идут
по боли, худшая первой. В csv — строка на тему, с --forms — строка на форму слова. Отзывы — слова
клиентов: они печатаются только с --quotes. Если -o кончается на .svg, .html, .png или .pdf,
рисуются темы: как часто и насколько плохо.""",
    "convert": CONVERT,
    "diff": DIFF,
    "conform": """Сравнить путь с тем, что делали клиенты, по журналу событий.

JOURNEY — файл, - — стандартный ввод; LOG — источник из data.yaml или файл; по умолчанию —
единственный журнал, который питает путь. Говорит, сколько прохождений идут по плану, где
остальные отходят от него и каким вероятностям журнал противоречит: правила CJM501–CJM509. В csv —
строка на переход. Код выхода: 0; 1, если есть замечания; 2, если сделать работу не удалось.""",
    "render": """Нарисовать пути: графом точек контакта или картой — листом из строк.

Строки карты, для --lanes: touchpoint, scores, because, curve, reach, moments, description,
actions, thoughts, emotions, strengths, pains, quotes, opportunities, root-cause, standard,
scenario, backstage, channels, time, evidence, metrics, links, owner, improvements, waivers и
ваши ключи, которые начинаются с x-. --lanes и --persona можно повторять или перечислять через
запятую.

PATHS — файлы и папки, - — стандартный ввод; по умолчанию — пути рабочего пространства. Карты
называются по файлам путей; заново рисуются те, чей путь или вид изменился. -o - пишет
единственную карту в стандартный вывод. Формат виден по окончанию файла:
.svg .html .png .pdf .pptx .dot .gv .mmd .mermaid""",
    "measure": """Измерить пути опросами: оценки, парные ответы и показатели с их интервалами.

JOURNEYS — файлы и папки; по умолчанию — пути рабочего пространства. Какие есть опросы и какой из
них о каком пути, сказано в data.yaml; или столбцы файла --source FILE называют параметрами.
Измеренное записывается рядом с каждым путём, в NAME.measured.yaml, целиком или никак; сам путь не
меняется никогда. Группы, где ответов мало, посчитаны, но оценок не дают. Код выхода: 0 или 2,
если данным нельзя верить; тогда ничего не записывается.""",
    "rule": "Показать страницу правила по коду (CODE) или имени; без них — список правил.",
    "schema": """Напечатать JSON Schema (2020-12): формата, для редакторов, или вывода команды.

Назовите её в первой строке пути: # yaml-language-server: $schema=schema.json""",
}
"""By the command's name."""

_SHARED = {
    "Leave out what was measured: only what is written counts.": (
        "Не учитывать измеренное: считать только записанное."
    ),
    "Write it there, not to standard output.": "Записать туда, а не в стандартный вывод.",
    "As this persona lives it.": "Как этот путь проживает персона.",
    "Default: the journey's own.": "По умолчанию — язык пути.",
    "Use this cjm.yaml, not the nearest one upwards.": (
        "Взять этот cjm.yaml, а не ближайший снизу вверх."
    ),
    "Show Python's traceback if cjm itself fails.": (
        "Показать след ошибки Python, если откажет сам cjm."
    ),
    "Show the version and exit.": "Показать версию.",
    "Begin with: cjm init": "Начните с: cjm init",
}

_CHECK = {
    "Run these rules only.": "Только эти правила.",
    "Do not run these rules.": "Без этих правил.",
    "How to tell it: text, concise, json, github, gitlab, sarif, junit; may be repeated with "
    "=FILE.": (
        "Как рассказать: text, concise, json, github, gitlab, sarif, junit; с =FILE можно "
        "повторять."
    ),
    "Exit with 1 from this severity on.": "Код выхода 1 — начиная с этой серьёзности.",
    "Only journeys changed since a git revision.": "Только пути, изменённые после ревизии git.",
    "Only findings new or worse than at a revision.": (
        "Только замечания, новые или худшие по сравнению с ревизией git."
    ),
    "Known findings; default: cjm-baseline.json.": (
        "Точка отсчёта: известные замечания; по умолчанию — cjm-baseline.json."
    ),
    "Write today's findings to the baseline.": "Записать сегодняшние замечания в точку отсчёта.",
    "Take out of the baseline what went away.": "Убрать из точки отсчёта то, чего больше нет.",
    "Hold dates against this day.": "Сравнивать даты с этим днём.",
    "Count what each rule found, and list nothing.": (
        "Посчитать, сколько нашло каждое правило, и ничего не перечислять."
    ),
    "Check again whenever a file is saved.": "Проверять снова после каждого сохранения.",
    "Make the fixes that can mean nothing else.": (
        "Исправить то, что понять можно только одним образом."
    ),
    "Show what --fix would change, and write nothing.": (
        "Показать, что изменил бы --fix, и ничего не записать."
    ),
    "Check every file anew, and keep nothing.": "Проверить все файлы заново и ничего не хранить.",
    "Example: cjm check journeys/ --select CJM1 --fail-on warning": (
        "Пример: cjm check journeys/ --select CJM1 --fail-on warning"
    ),
}

_SHOW_AND_PLAN = {
    "A page to read, or the figures as data; csv: an overview.": (
        "Страница для чтения или показатели данными; csv — обзор."
    ),
    "Read every file anew, and keep nothing.": "Прочитать все файлы заново и ничего не хранить.",
    "Example: cjm show journeys/business-taxi.yaml --persona business": (
        "Пример: cjm show journeys/business-taxi.yaml --persona business"
    ),
    "What may be spent; default: no limit.": "Сколько можно потратить; по умолчанию — без предела.",
    "What to better: the average balance, or the share who end disappointed.": (
        "Что улучшать: средний баланс или долю разочарованных."
    ),
    "Example: cjm measure journeys/taxi.yaml --from 2026-07-01 --to 2026-09-30": (
        "Пример: cjm measure journeys/taxi.yaml --from 2026-07-01 --to 2026-09-30"
    ),
    "Example: cjm plan journeys/taxi.yaml --budget 200": (
        "Пример: cjm plan journeys/taxi.yaml --budget 200"
    ),
}

_RENDER = {
    "Where to; default: the folder build.": "Куда; по умолчанию — в папку build.",
    "Default: from the ending; svg.": "По умолчанию — по окончанию файла; svg.",
    "Draw the scores of this persona; on a map of several, a curve for each.": (
        "Рисовать оценки этой персоны; на карте нескольких — по кривой на каждую."
    ),
    "Only these rows of a map.": "Только эти строки карты.",
    "On a map, the same journey in its other state as well.": (
        "На карте — ещё и тот же путь в другом состоянии."
    ),
    "Who lays the map out: the embedded engine, or the system's Graphviz.": (
        "Кто раскладывает карту: встроенный движок или Graphviz системы."
    ),
    "Default: light; an HTML page follows its reader's system.": (
        "По умолчанию light; страница HTML — как система читателя."
    ),
    "Leave out title, personas and figures.": "Убрать название, персоны и показатели.",
    "Leave out what the signs mean.": "Убрать объяснение знаков.",
    "A PNG's pixels per unit; default: 2.": "Пикселей PNG на единицу; по умолчанию — 2.",
    "A PDF's, landscape; default: auto, the smallest that can be read.": (
        "Бумага PDF, альбомная; по умолчанию — auto, наименьшая из читаемых."
    ),
    "Show the map, or the folder of several.": "Показать карту или папку с несколькими.",
    "Draw again whenever a journey is saved.": "Рисовать снова после каждого сохранения.",
    "Draw every map anew, changed or not.": "Нарисовать все карты заново.",
    "Example: cjm render journeys/ -o build --format png --theme dark": (
        "Пример: cjm render journeys/ -o build --format png --theme dark"
    ),
}

_OTHERS = {
    "Default: the nearest workspace's, else en.": (
        "По умолчанию — язык ближайшего рабочего пространства."
    ),
    "Example: cjm rule negative-gap": "Пример: cjm rule negative-gap",
    "Which file it describes, or the JSON of which command.": (
        "Какой файл описать или JSON какой команды."
    ),
    "In which fields are described.": "На каком языке описать поля.",
    "Example: cjm lsp": "Пример: cjm lsp",
    "Example: cjm schema -o journeys/schema.json": "Пример: cjm schema -o journeys/schema.json",
}

_DATA = {
    "Of a log: tells cases apart.": "Для журнала: различает прохождения.",
    "What a row is about.": "О чём строка.",
    "When it was.": "Когда это было.",
    "Tells customers apart.": "Различает клиентов.",
    "Of sales: what was paid.": "Для продаж: сколько уплачено.",
    "The answers or ratings.": "Ответы или оценки.",
    "Of a survey: expectation, experience, or a column.": (
        "Для опроса: expectation, experience или столбец."
    ),
    "The ends of answers or ratings.": "Края шкалы ответов или оценок.",
    "Of reviews: what was written.": "Для отзывов: что написано.",
    "Groups with fewer give no figure.": "Группы, где их меньше, не дают показателя.",
    "Use this data.yaml, not the nearest one upwards.": (
        "Взять этот data.yaml, а не ближайший вверх по папкам."
    ),
    "Which source, where more than one fits.": "Какой источник, если подходит больше одного.",
    "The first day.": "Первый день.",
    "The last day.": "Последний день.",
    "The share of rows that may be left out.": "Какую долю строк можно не учесть.",
    "Read files beyond data.yaml's folder.": "Читать файлы вне папки data.yaml.",
    "Import the functions of connections.": "Импортировать функции подключений.",
    "For people, for programs, or as a table.": "Для людей, для программ или таблицей.",
}

_CONFORM = {
    "On a graph, what customers did: the JSON of cjm conform.": (
        "На графе — что делали клиенты: JSON команды cjm conform."
    ),
    "Cases with an event in the log's last DAYS may not be over, and end anywhere.": (
        "Прохождения с событием в последние DAYS дней журнала могут быть не окончены."
    ),
    "Count events equal in all but once.": "Считать совпадающие во всём события за одно.",
    "Count visits to one touchpoint in a row as one.": (
        "Считать посещения одной точки подряд за одно."
    ),
    "How to tell it: text, concise, json, csv, github, gitlab, sarif, junit; may be repeated with "
    "=FILE.": (
        "В каком виде: text, concise, json, csv, github, gitlab, sarif, junit; с =FILE — несколько."
    ),
    "Example: cjm conform journeys/shop.yaml clicks --open 14 --fail-on warning": (
        "Пример: cjm conform journeys/shop.yaml clicks --open 14 --fail-on warning"
    ),
}

HELPS = {
    **AUTHORING_OPTIONS,
    **HISTORY_OPTIONS,
    **FMT_OPTIONS,
    **REPORT_OPTIONS,
    **CONVERT_OPTIONS,
    **DIFF_OPTIONS,
    **SEGMENT_AND_FEEDBACK,
    **_CONFORM,
    **_SHARED,
    **_CHECK,
    **_SHOW_AND_PLAN,
    **_RENDER,
    **_DATA,
    **_OTHERS,
}
"""Helps of options and the last lines of commands, by their English text."""
