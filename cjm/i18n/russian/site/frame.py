"""In Russian: what stands around every page."""

FRAME = {
    "Customer journeys": "Пути клиентов",
    "Report": "Отчёт",
    "Portfolio": "Портфель",
    "Glossary": "Словарь",
    "Skip to content": "К содержанию",
    "Find a journey or a touchpoint": "Найти карту или точку",
    "Journey, touchpoint, persona, page…": "Карта, точка контакта, персона, страница…",
    "Light or dark theme": "Светлая или тёмная тема",
    "Keys and hints": "Клавиши и подсказки",
    "Keys": "Клавиши",
    "Close": "Закрыть",
    "Computed by cjm on {day}": "Посчитано cjm {day}",
    "Nothing found.": "Ничего не нашлось.",
    "Link copied": "Ссылка скопирована",
    "The last good page stays until this is mended": (
        "Пока это не исправлено, остаётся последняя хорошая страница"
    ),
    "This could not be read": "Это не удалось прочитать",
    "The server has stopped; the page is as it was last": (
        "Сервер остановлен; страница такая, какой была"
    ),
    "This page is not here": "Этой страницы здесь нет",
    "Its file may have gone, or got another id. When it comes back, so does this page.": (
        "Её файл исчез или сменил id. Когда он вернётся, вернётся и страница."
    ),
    "find a journey, a touchpoint, a persona": "найти карту, точку, персону",
    "graph, sheet, list": "граф, лист, список",
    "next persona": "следующая персона",
    "likely path, worst path": "вероятный путь, худший путь",
    "next and previous negative moment of truth": (
        "следующий и предыдущий отрицательный момент истины"
    ),
    "walk the journey": "идти по пути клиента",
    "zoom in, zoom out, the whole map": "крупнее, мельче, вся карта",
    "close": "закрыть",
    "Journey": "Карта",
    "Journeys": "Карты",
    "Findings": "Находки",
    "Owner": "Отвечает",
    "Persona": "Персона",
    "Channel": "Канал",
    "Stage": "Этап",
    "State": "Состояние",
    "Balance": "Баланс",
    "Disappointed": "Разочарованы",
    "Reach success": "До успеха",
    "Negative moments": "Отриц. моменты",
    "Negative moments of truth": "Отрицательные моменты истины",
    "All": "Все",
    "Reset": "Сбросить",
    "{n}": "{n}",
    "–": "–",
}
