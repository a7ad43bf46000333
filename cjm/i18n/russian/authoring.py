"""In Russian: files to begin with."""

from __future__ import annotations

AUTHORING: dict[str, str] = {
    "{path} is there already; nothing was changed": "{path} уже есть; ничего не изменено",
    "add to it: --ci, --editor": "добавить к нему: --ci, --editor",
    "{path} is there already and is no folder": "{path} уже есть, и это не папка",
    "name a folder; one that is missing is made": "назовите папку; если её нет, она появится",
    "Created here:": "Создано здесь:",
    "Created in {folder}:": "Создано в {folder}:",
    "what all journeys share: language, channels, personas": (
        "общее для всех карт: язык, каналы, персоны"
    ),
    "an example: 3 touchpoints, nothing wrong": "пример: 3 точки контакта, всё в порядке",
    "help in the editor (and schema.workspace.json)": (
        "подсказки в редакторе (и schema.workspace.json)"
    ),
    "help in the editor": "подсказки в редакторе",
    "{n} {n:journey was|journeys were} there already, so no example was added": (
        "{n} {n:путь уже был|пути уже были|путей уже было} здесь, поэтому пример не добавлен"
    ),
    "Was there already and stayed as it was:": "Уже было и осталось как есть:",
    "add to it:": "добавьте туда:",
    "Next:": "Дальше:",
    "finds where customers get less than they expected": (
        "найдёт, где клиенты получают меньше, чем ждали"
    ),
    "draws the map": "нарисует карту",
    "open {file} and give {id} experience: 6": "откройте {file} и поставьте у {id} experience: 6",
    "in the files for CI, write where cjm comes from in the place of OWNER/cjm@REVISION": (
        "в файлах для CI вместо OWNER/cjm@REVISION напишите, откуда у вас cjm"
    ),
    "there is no template {name!r}": "шаблона {name!r} нет",
    "three stages with a touchpoint each, to be renamed": (
        "три этапа по точке контакта; названия замените своими"
    ),
    "a shop: finding it, the shelf, advice, the till, returns": (
        "магазин: дорога, полка, совет, касса, возврат"
    ),
    "goods brought home: basket, slot, delay, courier, return": (
        "доставка: корзина, время, задержка, курьер, возврат"
    ),
    "a café or restaurant: table, menu, waiting, a mistake, the bill": (
        "кафе или ресторан: стол, меню, ожидание, ошибка, счёт"
    ),
    "a hotel: booking, check-in, room, night, breakfast, departure": (
        "отель: бронь, заселение, номер, ночь, завтрак, выезд"
    ),
    "repair at home: the call, the technician, diagnosis and price, warranty": (
        "ремонт на дому: звонок, мастер, диагностика и цена, гарантия"
    ),
    "a taxi: order, waiting, driver, ride, payment, something lost": (
        "такси: заказ, ожидание, водитель, поездка, оплата, забытая вещь"
    ),
    "support: help pages, bot, queue, agent, specialist": (
        "поддержка: справка, бот, очередь, оператор, специалист"
    ),
    "a subscription: sign-up, first result, team, paying, renewal": (
        "подписка: регистрация, первый результат, команда, оплата, продление"
    ),
    "another id, or another file: -o FILE": "другой id или другой файл: -o ФАЙЛ",
    "{template} has stages of its own": "у шаблона {template} свои этапы",
    "--stages goes with the template {name}": "--stages — для шаблона {name}",
    "{file} would be no journey: files of that name are others": (
        "{file} не будет путём клиента: файлы с таким именем — другие"
    ),
    "another id": "другой id",
    "name a file with -o": "назовите файл в -o",
    "a journey's file ends in .yaml, such as taxi.yaml": (
        "файл пути кончается на .yaml, например taxi.yaml"
    ),
    "two stages are called {id}": "два этапа называются {id}",
    "{path}: {n} {n:touchpoint|touchpoints} to score; cjm check {path}": (
        "{path}: {n} {n:точка контакта ждёт|точки контакта ждут|точек контакта ждут} оценок; "
        "cjm check {path}"
    ),
    "{n} {n:touchpoint|touchpoints} to score": (
        "{n} {n:точка контакта ждёт|точки контакта ждут|точек контакта ждут} оценок"
    ),
    "open {file} and write what customers expect and get": (
        "откройте {file} и запишите, чего клиенты ждут и что получают"
    ),
}
