"""In Russian: what the commands that make files to begin with do, and their options."""

INIT = """Начать: папка с первым путём, в котором всё в порядке, и подсказки в редакторе.

Папки DIR может не быть: она появится; по умолчанию — текущая. Ничего существующего команда не
заменяет. Если cjm.yaml уже есть, --ci и --editor добавят к нему свои файлы. Файлы для CI ложатся
в корень репозитория git: только там их и читают. Код выхода: 0 или 2, если ничего не создано."""

AUTHORING_OPTIONS = {
    "Example: cjm init service --ci github": "Пример: cjm init service --ci github",
    "Of the files. Default: CJM_LANGUAGE's, else the locale's where it is ru, else en.": (
        "Язык файлов. По умолчанию — из CJM_LANGUAGE, затем из локали, если она русская, иначе en."
    ),
    "Write the file of github, gitlab, pre-commit, too; with commas, or repeated.": (
        "Записать и файл для github, gitlab, pre-commit; через запятую или повторяя параметр."
    ),
    "Write this editor's settings, too.": "Записать и настройки этого редактора.",
}
