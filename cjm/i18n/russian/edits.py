"""In Russian: why a change of a file is refused."""

from __future__ import annotations

EDITS: dict[str, str] = {
    "there is nothing called {step!r}": "здесь нет ничего с именем {step!r}",
    "the value is shared with *{name}; edit it there": (
        "значение общее с *{name}; изменяйте его там"
    ),
    "its anchor stands at line {line}, column {column}": (
        "его якорь — в строке {line}, столбце {column}"
    ),
    "the text has faults, so nothing in it is changed": (
        "в тексте есть ошибки, поэтому ничего в нём не изменено"
    ),
    "mend them first: cjm check": "сначала исправьте их: cjm check",
    "what cjm measure writes is changed by measuring anew": (
        "то, что пишет cjm measure, меняют новым измерением"
    ),
    "the whole text is no part of it": "весь текст — не часть самого себя",
    "the text is empty": "текст пуст",
    "there is no place for it: this is not {what}": "для этого здесь нет места: это не {what}",
    "{key!r} is there already": "{key!r} здесь уже есть",
    "the change cannot be made in this text without changing more": (
        "в этом тексте такое изменение задело бы и другое"
    ),
    "there is a {kind} {id!r} already": (
        "{kind:touchpoint=точка контакта|stage=этап|channel=канал|persona=персона} {id!r} уже есть"
    ),
    "the source {source!r} tells of {kind}s of {journey!r} and of {other!r}, by one name": (
        "источник {source!r} рассказывает про "
        "{kind:touchpoint=точки контакта|stage=этапы|persona=персоны} карт {journey!r} и "
        "{other!r}, одним именем"
    ),
    "say under journeys which sources feed which, or rename it there by hand": (
        "напишите под journeys, какие источники питают какую карту, или переименуйте там вручную"
    ),
    "{path} names it, too": "так же её называет {path}",
    "what can be renamed: {known}": "переименовать можно: {known}",
    "{path}: {message}": "{path}: {message}",
    "make it by hand": "сделайте его вручную",
}
