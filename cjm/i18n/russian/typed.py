"""In Russian: what to write where people typed something else, and how slips of YAML are told."""

TYPED = {
    "letters {places} of it, {signs}, are {script} ({codes}); type them as {other} ones": (
        "знаки {places} — {signs} — "
        "{script:Cyrillic=русские|Latin=латинские|Greek=греческие} ({codes}); наберите "
        "{other:Cyrillic=русские|Latin=латинские|Greek=греческие}"
    ),
    "{sign} is no digit of the keyboard": "{sign} — не цифра с клавиатуры",
    "write {text}: its unit stands beside it": "напишите {text}: единица стоит рядом",
    "put a space after the colon: {text}": "поставьте пробел после двоеточия: {text}",
    "write the id alone: {id}": "напишите один идентификатор: {id}",
    "write it alone: {text}": "напишите без списка: {text}",
    "write the text without braces: {text}": "напишите текст без фигурных скобок: {text}",
    "write it so: {text}": "напишите так: {text}",
    "write {text}: {reason}": "напишите {text}: {reason}",
    "{sign} fences code in Markdown and is no part of it": (
        "{sign} отделяет код в Markdown, к нему он не относится"
    ),
    "delete the line": "удалите строку",
    "delete {sign}": "удалите лишний знак: {sign}",
    "{name} (U+{code})": "{name} (U+{code})",
    "a no-break space": "неразрывный пробел",
    "a narrow no-break space": "узкий неразрывный пробел",
    "a soft hyphen": "мягкий перенос",
    "a space of no width": "пробел нулевой ширины",
    "a joiner of no width": "соединитель нулевой ширины",
    "a byte order mark": "метка порядка байтов",
    "an invisible sign": "невидимый знак",
    "letter {place} of it, {sign}, is {script} (U+{code}); type it as a {other} one": (
        "знак {place} — {sign} — "
        "{script:Cyrillic=русский|Latin=латинский|Greek=греческий} (U+{code}); наберите "
        "{other:Cyrillic=русский|Latin=латинский|Greek=греческий}"
    ),
    "{sign} is no minus of the keyboard": "{sign} — не минус с клавиатуры",
    "the decimal point is a point": "дробную часть отделяют точкой",
    "a number has no spaces inside": "внутри числа пробелов нет",
    "write the number alone: {text}": "напишите одно число: {text}",
    "write it as a part of 1: {text}": "доля пишется дробью: {text}",
    "a share is a part of 1 behind a colon: {text}": (
        "доля пишется дробью после двоеточия: {text}"
    ),
    "write {first} or {second}": "напишите {first} или {second}",
    "add its unit: {n} min, {n} h, {n} d …": "добавьте единицу: {n} min, {n} h, {n} d …",
    "a range is none: write {first} or {second}": (
        "промежуток не годится: напишите {first} или {second}"
    ),
    'say which way: ">= {n}" or "<= {n}"': 'скажите, в какую сторону: ">= {n}" или "<= {n}"',
    "write {text}, and {unit} under unit": "напишите {text}, а {unit} — в unit",
    'write {n}, and unit: "%" beside it': 'напишите {n} и рядом unit: "%"',
    "one id here; where customers go on from there stands under its own next": (
        "здесь один идентификатор; куда идут оттуда, пишут в next той точки"
    ),
    "write a list: [{ids}]": "напишите список: [{ids}]",
    "an id has no spaces: {id}; what people read is its title": (
        "в идентификаторе пробелов нет: {id}; для людей есть title"
    ),
    "{key} without quotes": "{key} — без кавычек",
    "put text that holds a colon in quotes": "возьмите текст с двоеточием в кавычки",
    "a score is a number of points on the scale": "оценка — это число на шкале, а не проценты",
    "put a space after the colon of {key}": "после двоеточия у {key} нужен пробел",
    '{left} and {right} are no quotes in YAML: write " … "': (
        '{left} и {right} — не кавычки YAML: пишите " … "'
    ),
    "{left} and {right} are no quotes in YAML": "{left} и {right} — не кавычки YAML",
    "{sign} stands where a common space must": "{sign} стоит там, где нужен обычный пробел",
    "{sign} stands here, and nobody sees it": "здесь невидимый знак: {sign}",
    "{right} does not close the quote {left}": "{right} не закрывает кавычку {left}",
    "close it where the text ends: {text}": "закройте её там, где кончается текст: {text}",
    "text goes on behind the quote that closes it": (
        "текст продолжается за кавычкой, которая его закрыла"
    ),
    "put all of it in quotes: {text}": "возьмите в кавычки всё: {text}",
    "the sign U+{code} is not {sign}": "знак U+{code} — не {sign}",
    "a row of a table, with tabs between its columns": (
        "строка таблицы: между столбцами табуляция"
    ),
    "put common spaces there": "поставьте обычные пробелы",
    "the sign U+{code} is no colon": "знак U+{code} — не двоеточие",
    "write the colon of the keyboard and a space": "напишите двоеточие с клавиатуры и пробел",
    "no space after the colon of {key}": "нет пробела после двоеточия: {key}",
    "write {text}": "напишите {text}",
    "a value follows its key after a colon, not after {sign}": (
        "значение отделяют от ключа двоеточием, а не {sign}"
    ),
    "a comment does not begin with {sign}": "комментарий не начинают с {sign}",
    "begin it with #": "начните его с #",
    "no colon after {key}": "нет двоеточия после {key}",
    "the line is indented by {n}, the one above by {m}": (
        "отступ строки {n}, а строки над ней {m}"
    ),
    "begin both in one column": "начните обе в одном столбце",
    "put the text in quotes: {text}": "возьмите текст в кавычки: {text}",
}
