"""In Russian: what `cjm report` and its options do."""

REPORT = """Собрать сайт для тех, кто не открывает терминал: папку страниц HTML.

PATHS — файлы и папки; по умолчанию — пути рабочего пространства. Сайту не нужны ни сервер, ни
сеть. Файлы в папке, которые написал не отчёт, остаются как есть. Код выхода: 0 или 2, если что-то
не прочитано или не записано."""

SERVE = """Показать отчёт в браузере, пока вы пишете: сохранённое видно сразу.

PATHS — файлы и папки; по умолчанию — пути рабочего пространства. Открыть его может только эта
машина, и он ничего не пишет, кроме того, что вы меняете с --edit. Пока файл сломан, остаётся его
последняя хорошая страница, а место названо поверх неё. Завершает Ctrl-C."""

REPORT_OPTIONS = {
    "Where it listens; default: the first that is free from 8100 on.": (
        "Порт; по умолчанию — первый свободный начиная с 8100."
    ),
    "Example: cjm serve journeys/ --open": "Пример: cjm serve journeys/ --open",
    "The site's folder.": "Папка сайта.",
    "Default: the workspace's.": "По умолчанию — как у рабочего пространства.",
    "Edit journeys there, too: click a touchpoint.": (
        "Ещё и менять карты там: щёлкните по точке контакта."
    ),
    "Default: the workspace's name.": "По умолчанию — имя рабочего пространства.",
    "What readers shall not see: owners, costs, quotes, waivers, findings.": (
        "Чего читатели не увидят: owners, costs, quotes, waivers, findings."
    ),
    "Write each journey's sheet as PDF, too.": "Записать лист каждой карты ещё и как PDF.",
    "Carry the studio: readers edit a copy of a journey.": (
        "Приложить студию: читатели правят копию карты."
    ),
    "Open the site in the browser.": "Открыть сайт в браузере.",
    "Build every page anew.": "Собрать все страницы заново.",
    "Example: cjm report journeys/ -o site --language both": (
        "Пример: cjm report journeys/ -o site --language both"
    ),
}
"""By their English text."""
