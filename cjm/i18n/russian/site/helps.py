"""In Russian: what `cjm report` and its options do."""

REPORT = """Собрать сайт для тех, кто не открывает терминал: папку страниц HTML.

PATHS — файлы и папки; по умолчанию — пути рабочего пространства. Сайту не нужны ни сервер, ни
сеть. Файлы в папке, которые написал не отчёт, остаются как есть. Код выхода: 0 или 2, если что-то
не прочитано или не записано."""

REPORT_OPTIONS = {
    "The site's folder.": "Папка сайта.",
    "Default: the workspace's.": "По умолчанию — как у рабочего пространства.",
    "Default: the workspace's name.": "По умолчанию — имя рабочего пространства.",
    "What readers shall not see: owners, costs, quotes, waivers, findings.": (
        "Чего читатели не увидят: owners, costs, quotes, waivers, findings."
    ),
    "Open the site in the browser.": "Открыть сайт в браузере.",
    "Build every page anew.": "Собрать все страницы заново.",
    "Example: cjm report journeys/ -o site --language both": (
        "Пример: cjm report journeys/ -o site --language both"
    ),
}
"""By their English text."""
