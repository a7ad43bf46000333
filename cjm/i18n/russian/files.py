"""In Russian: what is wrong with a file as YAML, and what the system refuses."""

_FAULTS = {
    "{path} is there already": "{path} уже есть",
    "another path, or overwrite=True": "другой путь или overwrite=True",
    "no file of this workspace can say {journey!r}": (
        "ни один файл этого рабочего пространства не скажет {journey!r}"
    ),
    "its personas, channels or stages are not those of the workspace": (
        "его персоны, каналы или этапы не те, что в рабочем пространстве"
    ),
    "more than {most} lines begin with %": "больше {most} строк начинаются с %",
    "the file is larger than {most} bytes": "файл больше {most} байт",
    "the character U+{code} is not allowed in YAML": "знак U+{code} в YAML недопустим",
    "not UTF-8: byte 0x{byte} cannot stand here": "не UTF-8: байта 0x{byte} быть не может",
    "this is no JSON": "это не JSON",
    "this is no result of {known}: it has no such command": (
        "это не результат команд {known}: такой команды здесь нет"
    ),
    "this does not name its journey": "здесь не назван путь клиента",
    "there is no folder {path}": "нет папки {path}",
    "make it, or leave results out until there are some": (
        "создайте её или уберите results, пока результатов нет"
    ),
    "delete it, or write it anew": "удалите его или запишите заново",
    "a folder below cjm.yaml, such as results": "папка ниже cjm.yaml, например results",
    "put / between its parts": "разделяйте её части знаком /",
    "name it from the folder of cjm.yaml on, without ..": (
        "назовите её от папки с cjm.yaml, без .."
    ),
    "the text is {name}, not UTF-8": "текст в кодировке {name}, а не UTF-8",
    "not UTF-8: byte 0x{byte} cannot stand here; the text is probably {name}": (
        "не UTF-8: байта 0x{byte} быть не может; вероятно, текст в кодировке {name}"
    ),
    "save it as UTF-8 (in an editor: Save as; or: iconv -f {name} -t UTF-8 OLD > NEW)": (
        "сохраните файл в UTF-8 (в редакторе: «Сохранить как»; или: "
        "iconv -f {name} -t UTF-8 СТАРЫЙ > НОВЫЙ)"
    ),
    "a document of Office, PDF or the like, not text": (
        "документ Office, PDF или что-то подобное, а не текст"
    ),
    "journeys are plain text: copy what is in it by hand": (
        "пути клиентов — простой текст: перенесите содержимое вручную"
    ),
    "from here to line {last} nothing is read": "отсюда до строки {last} ничего не прочитано",
    "nested more than {most} deep": "вложенность глубже {most}",
    "more than {most} values": "значений больше {most}",
    "the alias *{name} stands inside what it repeats": (
        "ссылка *{name} стоит внутри того, что она повторяет"
    ),
    "the alias *{name} has no anchor": "у ссылки *{name} нет якоря",
    "the aliases repeat more than {most} values": "ссылки повторяют больше {most} значений",
    "the aliases repeat more than {most} characters": "ссылки повторяют больше {most} знаков",
    "a key must be text, not a list or mapping": "ключ — это текст, а не список и не отображение",
    "merge keys (<<) are not YAML 1.2": "ключа слияния (<<) в YAML 1.2 нет",
    "{name!r} is given here first": "впервые {name!r} стоит здесь",
    "the key {name!r} is given twice": "ключ {name!r} дан дважды",
    "the tag {tag} is not allowed": "тег {tag} здесь недопустим",
    "{text!r} does not fit its tag !!{name}": "{text!r} не подходит к своему тегу !!{name}",
    "a second document": "второй документ в одном файле",
}

_ADVICE = {
    "put text that holds a colon in quotes; check the indent": (
        "возьмите текст с двоеточием в кавычки; проверьте отступ"
    ),
    "check the indent and that every quote and bracket is closed": (
        "проверьте отступ и все ли кавычки и скобки закрыты"
    ),
    "close the bracket, or give a value": "закройте скобку или дайте значение",
    "a key needs a colon and a space after it": "после ключа нужны двоеточие и пробел",
    "text that begins with this sign must stand in quotes": (
        "текст, который начинается с этого знака, берут в кавычки"
    ),
    'text that begins with > or | must stand in quotes: ">= 50"': (
        'текст, который начинается с > или |, берут в кавычки: ">= 50"'
    ),
    "close the bracket, or put a comma between the items": (
        "закройте скобку или поставьте запятую между значениями"
    ),
    "the items of a list begin with - in one column": (
        "пункты списка начинаются с - в одном и том же столбце"
    ),
    "put the list on its own lines below the key": "перенесите список на строки под ключом",
    "indent with spaces, not tabs": "отступ делайте пробелами, а не табуляцией",
    "delete it, or write it in double quotes as an escape": (
        "удалите его или запишите в двойных кавычках через \\"
    ),
    "split it: one journey a file": "разделите его: один путь — один файл",
    "one journey a file: split it": "один путь — один файл: разделите его",
    "save the file in the encoding UTF-8": "сохраните файл в кодировке UTF-8",
    "write fewer aliases": "используйте меньше ссылок",
    "delete it: journeys hold plain text, numbers, lists and mappings": (
        "удалите его: в путях только текст, числа, списки и отображения"
    ),
    "put &{name} before a value above": "поставьте &{name} перед значением выше",
    "write the keys out, or repeat whole values with &anchor and *alias": (
        "выпишите ключи или повторяйте значения целиком: &якорь и *ссылка"
    ),
    "write it out": "выпишите значение целиком",
    "write the key as plain text": "запишите ключ простым текстом",
    "keep one of the two": "оставьте один из двух",
    "delete the tag": "удалите тег",
}

_SYNTAX = {
    "a tab cannot stand here": "табуляция здесь недопустима",
    "the escape {escape} is half a character": "{escape} — только половина знака",
    "write the sign itself: {sign}, or all of it: {whole}": (
        "запишите сам знак: {sign}, или его целиком: {whole}"
    ),
    "write the sign itself": "запишите сам знак",
    "\\{sign} is no escape": "сочетания \\{sign} в двойных кавычках нет",
    "write \\\\ for a backslash in double quotes": (
        "обратную черту в двойных кавычках пишут дважды: \\\\"
    ),
    "the escape \\{sign} needs {n} hexadecimal digits": (
        "после \\{sign} {n:нужна|нужны|нужно} {n} {n:шестнадцатеричная цифра|"
        "шестнадцатеричные цифры|шестнадцатеричных цифр}"
    ),
    "the quote {quote} is not closed": "кавычка {quote} не закрыта",
    "close it where the text ends": "закройте её там, где кончается текст",
    "opened here": "открыта здесь",
    "text cannot begin with {sign}": "текст не может начинаться с {sign}",
    "after {sign} a name must stand": "после {sign} должно стоять имя",
    "a colon where no key can stand": "двоеточие там, где ключа быть не может",
    "a colon without a space after it": "после двоеточия нет пробела",
    "put a space after the colon": "поставьте пробел после двоеточия",
    "a list cannot begin on this line": "список не может начаться в этой строке",
    "a key without a colon": "ключ без двоеточия",
    "the key begins here": "ключ начинается здесь",
    "the bracket {bracket} is not closed": "скобка {bracket} не закрыта",
    "close it with {closing}": "закройте её: {closing}",
    "{sign} does not close {bracket}": "{sign} не закрывает {bracket}",
    "a comma or {closing} is missing here": "здесь не хватает запятой или {closing}",
    "the text ends where a value should stand": "текст кончается там, где нужно значение",
    "a value is missing before {sign}": "перед {sign} нет значения",
    "{sign} cannot stand here": "{sign} здесь стоять не может",
    "no item of the list begins here": "пункт списка начинается не здесь",
    "no key can stand here": "ключ здесь стоять не может",
}

_SYSTEM = {
    "no such file or directory": "такого файла или папки нет",
    "permission denied": "не хватает прав",
    "file exists": "так уже называется файл",
    "is a directory": "это папка",
    "not a directory": "это не папка",
    "file too large": "файл слишком велик",
    "file name too long": "слишком длинное имя файла",
    "too many levels of symbolic links": "ссылки на файл ведут по кругу",
    "input/output error": "ошибка чтения или записи",
    "no space left on device": "на диске нет места",
    "unable to open database file": "файл не открыть",
    "attempt to write a readonly database": "в файл нельзя писать",
    "database or disk is full": "на диске нет места",
    "disk i/o error": "ошибка чтения или записи",
    "read-only file system": "сюда нельзя писать",
}

_BORDER = {
    "{path} leads out of the workspace and is not read": (
        "{path} ведёт за пределы рабочего пространства и не читается"
    ),
    "name it on the command line, or put it into the repository": (
        "назовите его в командной строке или положите в репозиторий"
    ),
    "{path}: it leads out of the workspace": "{path}: ведёт за пределы рабочего пространства",
}

_OUTPUTS = {
    "{path} is read here and would be replaced": "{path} здесь читается и был бы перезаписан",
    "{path} is {kind} and would be replaced": "{path} — {kind}; файл был бы перезаписан",
    "a journey": "путь клиента",
    "a workspace": "рабочее пространство",
    "a baseline": "точка отсчёта",
    "name another file with -o": "назовите другой файл: -o",
}

KNOWN = frozenset(_SYSTEM)
"""What the system says, where we have words of our own for it."""

FILES = {
    **_FAULTS,
    **_ADVICE,
    **_SYNTAX,
    **_SYSTEM,
    **_BORDER,
    **_OUTPUTS,
}
