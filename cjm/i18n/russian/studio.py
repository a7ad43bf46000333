"""In Russian: what the studio says where it cannot do what it was asked."""

from __future__ import annotations

STUDIO: dict[str, str] = {
    "the text holds no journey that can be drawn": "в тексте нет карты, которую можно нарисовать",
    "the text has faults, so nothing can be put together with it": (
        "в тексте есть ошибки, поэтому соединить с ним ничего нельзя"
    ),
    "an operation is a mapping with the key op": "действие — это словарь с ключом op",
    "known operations: {known}": "известные действия: {known}",
    "{key!r} has no such value": "у {key!r} такого значения не бывает",
    "this is no operation of the studio": "это не действие студии",
    "not worked out here: how customers move, and every figure and finding that rests on it; "
    "the loops are too large for a page": (
        "не посчитано здесь: как движутся клиенты и все показатели и замечания, которые на этом "
        "держатся; петли слишком велики для страницы"
    ),
    "not worked out here: the exact share of disappointed customers; it is simulated": (
        "не посчитано здесь: точная доля разочарованных; она смоделирована"
    ),
    "not worked out here: exactly how customers will remember it; it is simulated": (
        "не посчитано здесь: как именно это запомнится; оно смоделировано"
    ),
    "not worked out here: what {rule} finds": "не посчитано здесь: что находит {rule}",
    "not worked out here: what to do first; what is shown is the best that was found in a page": (
        "не посчитано здесь: что сделать первым; показано лучшее, что нашлось на странице"
    ),
    "the layout engine failed: {reason}": "движок раскладки не справился: {reason}",
    "the journey may be too large to be drawn here": "возможно, карта слишком велика для страницы",
    "{form} is not written here": "{form} здесь не пишется",
    "the studio has no function {name!r}": "у студии нет функции {name!r}",
    "what a function is given is a mapping of its arguments": (
        "функции дают словарь её аргументов"
    ),
    "the workspace declares the {kind} {id!r}, for all its journeys": (
        "{kind:stage=этап|channel=канал|persona=персону} {id!r} объявляет рабочее пространство, "
        "для всех карт"
    ),
    "rename it in an editor with cjm lsp": "переименуйте в редакторе с cjm lsp",
    "new journeys would not be seen here": "новых карт здесь не было бы видно",
    "serve a folder, not single files": "откройте папку, а не отдельные файлы",
    "there is a journey {id!r} already": "карта {id!r} уже есть",
    "{path} was written, and is not seen here": "{path} записан, но здесь его не видно",
    "there is no journey {id!r} here": "карты {id!r} здесь нет",
    "line {line} is no UTF-8, so the text cannot be edited here": (
        "строка {line} не в UTF-8, поэтому здесь текст изменить нельзя"
    ),
    "save the file as UTF-8": "сохраните файл в UTF-8",
    "the text holds half a character": "в тексте половина знака",
    "type it anew": "наберите его заново",
    "a journey has at most {most} bytes": "в карте не больше {most} байт",
    "part it into several journeys": "разделите её на несколько карт",
    "this page is of another run of the studio": "эта страница — от другого запуска студии",
    "the studio is asked in JSON": "студию спрашивают в JSON",
    "what is sent is larger than {most} bytes": "присланное больше {most} байт",
    "what is sent is no JSON": "присланное — не JSON",
    "open the studio anew": "откройте студию заново",
}
