"""In Russian: what the commands that make files to begin with do, and their options."""

INIT = """Начать: папка с первым путём, в котором всё в порядке, и подсказки в редакторе.

Папки DIR может не быть: она появится; по умолчанию — текущая. Ничего существующего команда не
заменяет. Если cjm.yaml уже есть, --ci и --editor добавят к нему свои файлы. Файлы для CI ложатся
в корень репозитория git: только там их и читают. Код выхода: 0 или 2, если ничего не создано."""

NEW = """Начать путь: файл с этапами, точками контакта и вопросами из шаблона.

Шаблоны знают, через что проходят клиенты отрасли, и не содержат оценок: придуманные приняли бы за
измеренные. Ничего существующего команда не заменяет."""

AUTHORING_COMMANDS = {"init": INIT, "new": NEW}
AUTHORING_OPTIONS = {
    "Example: cjm new airport --template taxi": ("Пример: cjm new airport --template taxi"),
    "The first journey from a template of cjm new. Default: an example with scores.": (
        "Первый путь — из шаблона cjm new. По умолчанию — пример с оценками."
    ),
    "See --list.": "Список — в --list.",
    "Default: the template's, of a blank journey its id.": (
        "По умолчанию — из шаблона, у пустого пути — его id."
    ),
    "The stages of a blank journey, with commas, or repeated.": (
        "Этапы пустого пути; через запятую или повторяя параметр."
    ),
    "Default: ID.yaml in the workspace's first folder of journeys; - is standard output.": (
        "По умолчанию — ID.yaml в первой папке путей рабочего пространства; - — стандартный вывод."
    ),
    "List the templates, and do nothing else.": "Перечислить шаблоны и больше ничего не делать.",
    "Example: cjm init service --ci github": "Пример: cjm init service --ci github",
    "Of the files. Default: CJM_LANGUAGE's, else the locale's where it is ru, else en.": (
        "Язык файлов. По умолчанию — из CJM_LANGUAGE, затем из локали, если она русская, иначе en."
    ),
    "Write the file of github, gitlab, pre-commit, too; with commas, or repeated.": (
        "Записать и файл для github, gitlab, pre-commit; через запятую или повторяя параметр."
    ),
    "Write this editor's settings, too.": "Записать и настройки этого редактора.",
}
