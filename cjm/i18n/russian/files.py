"""In Russian: what is wrong with a file as YAML, and what the system refuses."""

_FAULTS = {
    "not YAML: {problem}": "это не YAML: {problem}",
    "not YAML: {problem} {context}": "это не YAML: {problem} ({context})",
    "this is not YAML": "текст не разобрать",
    "more than {most} lines begin with %": "больше {most} строк начинаются с %",
    "the file is larger than {most} bytes": "файл больше {most} байт",
    "the character U+{code} is not allowed in YAML": "знак U+{code} в YAML недопустим",
    "not UTF-8: byte 0x{byte} cannot stand here": "не UTF-8: байта 0x{byte} быть не может",
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
    "a quote opened here or above is not closed": "кавычка, открытая здесь или выше, не закрыта",
    "an alias *name needs an anchor &name above it": "ссылке *имя нужен якорь &имя выше по тексту",
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

_PARSER = {
    "mapping values are not allowed in this context": "значение после двоеточия здесь недопустимо",
    "mapping keys are not allowed in this context": "ключ здесь стоять не может",
    "block sequence entries are not allowed in this context": (
        "список через - здесь начаться не может"
    ),
    "did not find expected key": "здесь ожидался ключ",
    "could not find expected ':'": "после ключа нет двоеточия",
    "did not find expected '-' indicator": "здесь ожидался знак - следующего пункта",
    "did not find expected ',' or ']'": "нет запятой или закрывающей скобки ]",
    "did not find expected ',' or '}'": "нет запятой или закрывающей скобки }",
    "did not find expected node content": "здесь ожидалось значение",
    "did not find expected comment or line break": "здесь ожидался комментарий или конец строки",
    "did not find expected whitespace": "здесь ожидался пробел",
    "did not find expected whitespace or line break": "здесь ожидался пробел или конец строки",
    "did not find expected alphabetic or numeric character": (
        "здесь ожидалась латинская буква или цифра"
    ),
    "did not find expected hexdecimal number": "здесь ожидалось шестнадцатеричное число",
    "did not find expected digit or '.' character": "здесь ожидалась цифра или точка",
    "did not find expected version number": "нет номера версии",
    "did not find expected tag URI": "нет имени тега",
    "did not find expected '!'": "в теге нет знака !",
    "did not find the expected '>'": "тег не закрыт знаком >",
    "did not find URI escaped octet": "знак в теге неверно записан через %",
    "did not find expected <document start>": "здесь ожидалось начало документа (---)",
    "did not find expected <stream-start>": "у текста нет начала",
    "could not find expected directive name": "нет имени директивы",
    "found character that cannot start any token": "с этого знака значение начаться не может",
    "found unexpected end of stream": "текст кончился раньше времени",
    "found unexpected document indicator": "внутри значения стоит граница документа",
    "found unexpected ':'": "двоеточия здесь быть не может",
    "found unexpected non-alphabetical character": "в имени директивы стоит недопустимый знак",
    "found unknown escape character": "после \\ стоит неизвестный знак",
    "found invalid Unicode character escape code": "такого знака в Юникоде нет",
    "found a tab character where an indentation space is expected": "в отступе стоит табуляция",
    "found a tab character that violates indentation": "табуляция нарушает отступ",
    "found an indentation indicator equal to 0": "отступ не может быть равен 0",
    "found an incorrect leading UTF-8 octet": "знак в теге записан не в UTF-8",
    "found an incorrect trailing UTF-8 octet": "знак в теге записан не в UTF-8",
    "found extremely long version number": "номер версии слишком длинный",
    "found incompatible YAML document": "это документ другой версии YAML",
    "found unknown directive name": "такой директивы нет",
    "found duplicate %YAML directive": "директива %YAML дана дважды",
    "found duplicate %TAG directive": "директива %TAG дана дважды",
    "found undefined tag handle": "начало тега не объявлено",
    "control characters are not allowed": "управляющие знаки недопустимы",
    "while parsing a block mapping": "при разборе отображения",
    "while parsing a flow mapping": "при разборе отображения в скобках",
    "while parsing a block collection": "при разборе списка",
    "while parsing a flow sequence": "при разборе списка в скобках",
    "while parsing a block node": "при разборе значения",
    "while parsing a flow node": "при разборе значения в скобках",
    "while parsing a node": "при разборе значения",
    "while parsing a tag": "при разборе тега",
    "while parsing a tag directive": "при разборе директивы %TAG",
    "while parsing a %TAG directive": "при разборе директивы %TAG",
    "while parsing a quoted scalar": "при разборе текста в кавычках",
    "while scanning for the next token": "при чтении следующего слова",
    "while scanning a simple key": "при чтении ключа",
    "while scanning a plain scalar": "при чтении текста без кавычек",
    "while scanning a quoted scalar": "при чтении текста в кавычках",
    "while scanning a block scalar": "при чтении текста после > или |",
    "while scanning an alias": "при чтении ссылки",
    "while scanning an anchor": "при чтении якоря",
    "while scanning a tag": "при чтении тега",
    "while scanning a tag directive": "при чтении директивы %TAG",
    "while scanning a %TAG directive": "при чтении директивы %TAG",
    "while scanning a %YAML directive": "при чтении директивы %YAML",
    "while scanning a directive": "при чтении директивы",
}
"""What libyaml says."""

_SYSTEM = {
    "no such file or directory": "такого файла или папки нет",
    "permission denied": "не хватает прав",
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

KNOWN = frozenset((*_PARSER, *_SYSTEM, "this is not YAML"))
"""What libyaml and the system say, where we have words of our own for it."""

FILES = {
    **_FAULTS,
    **_ADVICE,
    **_PARSER,
    **_SYSTEM,
    **_BORDER,
    **_OUTPUTS,
}
