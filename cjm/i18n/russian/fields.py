"""In Russian: what the format expects, and what is wrong with a journey or a workspace."""

_EXPECTED = {
    "text": "текст",
    "{text!r}": "{text!r}",
    "an id": "идентификатор",
    "a number": "число",
    "a finite number": "конечное число",
    "a number of at most {most}": "число не больше {most}",
    "{n, sd, below}": "{n, sd, below}",
    "an id or a list of ids": "идентификатор или список идентификаторов",
    "a key that begins with x-": "ключ, который начинается с x-",
    "a duration of at most {most} years": "длительность не больше {most} лет",
    'metrics, or a mapping such as {"csat": {"before": 71, "target": ">= 80"}}': (
        'показатели или отображение вроде {"csat": {"before": 71, "target": ">= 80"}}'
    ),
    'lanes, or a mapping such as {"x-systems": "Systems"}': (
        'строки или отображение вроде {"x-systems": "Системы"}'
    ),
    'texts by key, such as {"x-systems": ["billing"]}': (
        'тексты по ключам вроде {"x-systems": ["касса"]}'
    ),
    "a mapping of your own keys to titles": "отображение «свой ключ: название»",
    'metrics, or a mapping such as {"nps": 42}': ('показатели или отображение вроде {"nps": 42}'),
    'scores by persona, or a mapping such as {"anna": {"experience": 4}}': (
        'оценки по персонам или отображение вроде {"anna": {"experience": 4}}'
    ),
    'a list of steps such as {"step": "Greeting"}': ('список шагов вроде {"step": "Приветствие"}'),
    'an id, a list of ids, or a mapping such as {"pay": 0.7}': (
        'идентификатор, список идентификаторов или отображение вроде {"pay": 0.7}'
    ),
    'an id, a list of ids, or a mapping such as {"site": 0.8, "shop": 0.2}': (
        'идентификатор, список идентификаторов или отображение вроде {"site": 0.8, "shop": 0.2}'
    ),
    'lifts, or a mapping such as {"ride": 2}': ('приросты или отображение вроде {"ride": 2}'),
    'touchpoints, or a mapping such as {"pay": {"expectation": 8}}': (
        'точки контакта или отображение вроде {"pay": {"expectation": 8}}'
    ),
    'ids or personas, or a mapping such as {"anna": "Anna"}': (
        'идентификаторы, персоны или отображение вроде {"anna": "Анна"}'
    ),
    'ids or channels, or a mapping such as {"app": "App"}': (
        'идентификаторы, каналы или отображение вроде {"app": "Приложение"}'
    ),
    'ids or stages, or a mapping such as {"order": "Order"}': (
        'идентификаторы, этапы или отображение вроде {"order": "Заказ"}'
    ),
    'improvements, or a mapping such as {"faq": {"lifts": {"order": 1}}}': (
        'улучшения или отображение вроде {"faq": {"lifts": {"order": 1}}}'
    ),
    'waivers such as {"rule": "negative-gap", "reason": "known"}': (
        'исключения вроде {"rule": "negative-gap", "reason": "известно"}'
    ),
    "a number, 0 or more": "число от 0",
    "a whole number, 1 or more": "целое число от 1",
    "a whole number, 2 or more": "целое число от 2",
    "a share from 0 to 1": "доля от 0 до 1",
    "a probability from 0 to 1": "вероятность от 0 до 1",
    "true or false": "true или false",
    "{word} alone": "только {word}",
    "{words} or {last}": "{words} или {last}",
    "the format's version, 1": "версия формата 1",
    "a date such as 2026-09-30": "дата, например 2026-09-30",
    "a duration: 30 s, 15 min, 2 h, 3 d, 2 w, 6 mo, 1 y": (
        "длительность: 30 s, 15 min, 2 h, 3 d, 2 w, 6 mo, 1 y"
    ),
    'a target in quotes, such as ">= 50"': 'цель в кавычках, например ">= 50"',
    "a scale such as [0, 10]": "шкала, например [0, 10]",
    "anything": "что угодно",
    "nothing": "пустое значение",
    "a list": "список",
    "a list of ids": "список идентификаторов",
    "a list of rules": "список правил",
    "a list of steps": "список шагов",
    "a list of texts": "список текстов",
    "a list of waivers": "список исключений",
    "a text or a list of texts": "текст или список текстов",
    "a rule's name, code or prefix, or a list of them": (
        "имя, код или начало кода правила или их список"
    ),
    "a mapping": "отображение «ключ: значение»",
    "a title or a mapping": "название или отображение «ключ: значение»",
    "a name or a mapping": "имя или отображение «ключ: значение»",
    "a mapping of touchpoints": "отображение «идентификатор: точка контакта»",
    "a mapping of improvements": "отображение «идентификатор: улучшение»",
    "a mapping of metrics": "отображение «имя: показатель»",
    "a mapping of metrics to targets": "отображение «показатель: цель»",
    "a mapping of touchpoints to points": "отображение «точка контакта: баллы»",
    "a mapping of ids to probabilities": "отображение «идентификатор: вероятность»",
    "a mapping of ids to shares": "отображение «идентификатор: доля»",
    "a mapping of names to addresses": "отображение «имя: адрес»",
    "a list of ids or a mapping of stages": "список идентификаторов или отображение этапов",
    "a list of ids or a mapping of channels": "список идентификаторов или отображение каналов",
    "a list of ids or a mapping of personas": "список идентификаторов или отображение персон",
    "a number, or {value, per, worth, currency}": "число или {value, per, worth, currency}",
    "a number, or {title, value, target, unit, n, measured}": (
        "число или {title, value, target, unit, n, measured}"
    ),
    "a number, or {score, n, sd, source, measured, because}": (
        "число или {score, n, sd, source, measured, because}"
    ),
    "a probability or {probability, label, wait}": "вероятность или {probability, label, wait}",
    "an id, a list of ids, or a mapping of ids to probabilities": (
        "идентификатор, список идентификаторов или отображение «идентификатор: вероятность»"
    ),
    "an id, a list of ids, or a mapping of ids to shares": (
        "идентификатор, список идентификаторов или отображение «идентификатор: доля»"
    ),
}

_FAULTS = {
    "expected {what}, not {found}": "ожидается {what}, а не {found}",
    "expected {what}, not an empty mapping": "ожидается {what}, а не пустое отображение",
    "expected {what}, not an empty list": "ожидается {what}, а не пустой список",
    "expected {what}, not a list of {count}": (
        "ожидается {what}, а не список из {count} {count:значения|значений|значений}"
    ),
    "unknown key {key!r}": "неизвестный ключ {key!r}",
    "unknown key {key!r}; the keys here: {known}": (
        "неизвестный ключ {key!r}; ключи здесь: {known}"
    ),
    "{where}: {fault}": "{where}: {fault}",
    "{where}: expected {what}, not {found}": "{where}: ожидается {what}, а не {found}",
    "{id!r} cannot be an id: begin with a letter or digit; then letters, digits, . - _": (
        "{id!r} не может быть идентификатором: начните с буквы или цифры, дальше буквы, цифры, "
        ". - _"
    ),
    "choose a larger unit: thousands, millions": "возьмите единицу крупнее: тысячи, миллионы",
    "{key!r} is missing": "нет обязательного ключа {key!r}",
    "{name!r} is given twice": "{name!r} стоит дважды",
    "{text!r} cannot be an id": "{text!r} не может быть идентификатором",
    "{number} is negative": "{number} — отрицательное число, а здесь нужно от 0",
    "{number} is less than {least}": "{number} — слишком мало, самое меньшее {least}",
    "{number} is more than {most}": "{number} — слишком много, самое большее {most}",
    "{text} is not a day of the calendar": "дня {text} в календаре нет",
    "the scale's low end is not below its high end": "низ шкалы не ниже её верха",
    "the score {score} is outside the scale {low} to {high}": (
        "оценка {score} вне шкалы от {low} до {high}"
    ),
    "a standard deviation needs n, the number of answers": (
        "стандартному отклонению нужно n — число ответов"
    ),
    "a standard deviation needs n of 2 or more": "стандартному отклонению нужно n не меньше 2",
    "the shares sum to {total}, not to 1": "доли в сумме дают {total}, а не 1",
    "the personas' shares sum to {total}, not to 1": ("доли персон в сумме дают {total}, а не 1"),
    "the probabilities sum to {total}, more than 1": (
        "вероятности дают в сумме {total} — больше 1"
    ),
    "the probabilities given sum to 1 and leave nothing for the ones not given": (
        "указанные вероятности уже дают в сумме 1, остальным переходам ничего не осталось"
    ),
    "an outcome stands only on an exit": "исход указывают только на выходе",
    "this makes it no exit": "с этим ключом это не выход",
    "there is no {kind} {id!r}": (
        "нет {kind:touchpoint=точки контакта|stage=этапа|channel=канала|persona=персоны"
        "|connection=подключения|source=источника} {id!r}"
    ),
    "the key of a row begins with x-, not {text!r}": (
        "ключ строки начинается с x-, а здесь {text!r}"
    ),
    "{key} is a row of the map: expected a text or a list of texts": (
        "{key} — строка карты: ожидается текст или список текстов"
    ),
    "the file is empty": "файл пуст",
    "nothing of it can be seen": "в нём ничего не видно",
    "the file holds a list, not a journey": "в файле список, а не путь клиента",
    "the file holds a single value, not a journey": "в файле одно значение, а не путь клиента",
    "the workspace is empty": "рабочее пространство пусто",
}

_ADVICE = {
    "did you mean {word!r}?": "вероятно, имелось в виду {word!r}",
    "{what}: {known}": "{what}: {known}",
    "known": "известны",
    "one of": "выберите из",
    "the keys here": "здесь бывают ключи",
    "the {kind}s here": (
        "здесь есть {kind:touchpoint=точки контакта|stage=этапы|channel=каналы|persona=персоны}"
    ),
    "write {key}": "напишите {key}",
    "it may be absent only where a target is given": "без значения можно, только если есть цель",
    "declare it under {key}, or use one of these": "объявите в {key} или возьмите одно из этих",
    "here too": "и здесь",
    "your own keys begin with x-": "свои ключи начинайте с x-",
    "{known}; your own keys begin with x-": "{known}; свои ключи начинайте с x-",
    "give it a value or delete the key": "дайте значение или удалите ключ",
    "put it in quotes or delete the key": "возьмите в кавычки или удалите ключ",
    "keep one": "оставьте одно",
    "begin with a letter or digit; then letters, digits, . - _": (
        "начните с буквы или цифры; дальше буквы, цифры, . - _"
    ),
    "write the decimal point as a point: {text}": "дробную часть отделяйте точкой: {text}",
    "write it without quotes: {text}": "запишите без кавычек: {text}",
    "write {word}: yes and no are text in YAML 1.2": (
        "напишите {word}: в YAML 1.2 слова yes и no — это текст"
    ),
    "write: {key}: 1": "напишите: {key}: 1",
    "a journey begins with cjm: 1; leave other files out (pre-commit: exclude)": (
        "путь клиента начинается с cjm: 1; другие файлы не указывайте (в pre-commit: exclude)"
    ),
    "this is no journey: it has neither cjm nor touchpoints": (
        "это не путь клиента: в файле нет ни cjm, ни touchpoints"
    ),
    "begin with: cjm: 1": "начните с cjm: 1",
    "a comma ends a value inside braces: put text that holds a comma in quotes": (
        "внутри скобок запятая кончает значение: возьмите текст с запятой в кавычки"
    ),
    "an exit is a touchpoint without next; delete one of the two": (
        "выход — это точка контакта без next; удалите одно из двух"
    ),
    "correct the score, or set the journey's scale": (
        "исправьте оценку или задайте шкалу пути: scale"
    ),
    "the shares of all personas sum to 1": "доли всех персон вместе дают 1",
}

_BUILT = {
    "a journey needs at least one touchpoint": "в пути нужна хотя бы одна точка контакта",
    "two touchpoints have the same id": "у двух точек контакта один идентификатор",
    "the start shares do not sum to 1": "доли входов не дают в сумме 1",
    "{id}.next: {fault}": "{id}.next: {fault}",
    "{id}: an outcome stands only on an exit": "{id}: исход указывают только на выходе",
    "{name}: an id is given twice": "{name}: идентификатор стоит дважды",
    "{id}: the score {score} is outside the scale {low} to {high}": (
        "{id}: оценка {score} вне шкалы от {low} до {high}"
    ),
    "{where}: nothing is called {id!r}": "{where}: {id!r} нигде не объявлено",
}
"""What a journey built in Python refuses; a file tells nearly all of it before."""

FIELDS = {**_EXPECTED, **_FAULTS, **_ADVICE, **_BUILT}
