"""In Russian: the page of a journey."""

JOURNEY = {
    "as is": "как есть",
    "to be": "как должно быть",
    "Side by side": "Рядом",
    "owner: {name}": "отвечает: {name}",
    "status: {status}": "статус: {status}",
    "as of {day}": "на {day}",
    "Present": "Показ",
    "Link": "Ссылка",
    "Edit": "Править",
    "Edit a copy": "Править копию",
    "trust account balance": "баланс счёта доверия",
    "trust account balance of this persona": "баланс счёта доверия этой персоны",
    "of customers": "клиентов",
    "{share} ± {error}": "{share} ± {error}",
    "≈ {n} {per}": "≈ {n} {per}",
    "≈ {n} {n:customer|customers}": "≈ {n} {n:клиент|клиента|клиентов}",
    "Leave silently": "Уходят молча",
    "Reach the end": "Доходят до конца",
    "moments of truth: {n}": "моменты истины: {n}",
    "loop": "петля",
    "about {time} from start to end": "≈ {time} от начала до конца",
    "leaves: {money} {per}": "уходит {money} {per}",
    "leaves: {money}": "уходит {money}",
    "View": "Вид",
    "Graph": "Граф",
    "Sheet": "Лист",
    "List": "Список",
    "All customers": "Все клиенты",
    "Path": "Путь",
    "none": "без пути",
    "likely": "вероятный",
    "worst": "худший",
    "Map": "Карта пути",
    "{n} of {all} personas, those with the largest shares; all figures count every one": (
        "{n} из {all} персон — те, чьи доли больше всех; общие числа учитывают каждую"
    ),
    "The sheet shows all customers; the graph, the list and the panel show the persona.": (
        "На листе все клиенты; персона — на графе, в списке и в панели."
    ),
    "Zoom in": "Крупнее",
    "Zoom out": "Мельче",
    "The whole map": "Вся карта",
    "How to read the map": "Как читать карту",
    "○ expected, ● received": "○ ждали, ● получили",
    "width is the share of customers": "толщина — доля клиентов",
    "likely path": "вероятный путь",
    "≈ rests on shares that nobody gave: equal ones are assumed": (
        "≈ зависит от долей, которых никто не указал: они приняты равными"
    ),
    "Without a stage": "Без этапа",
    "About this stage": "Об этапе",
    "Goal": "Цель",
    "Description": "Описание",
    "{title}": "{title}",
    "This file could not be read, so there are no figures.": (
        "Этот файл не удалось прочитать, поэтому показателей нет."
    ),
}
