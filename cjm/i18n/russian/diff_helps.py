"""In Russian: what `cjm diff` does, and its options."""

DIFF = """Сравнить два состояния путей: какие разрывы лучше и хуже, что новое, исчезло, изменилось.

A и B — файлы, папки или то и другое в ревизии git: main:journeys/taxi.yaml. Если дано одно A, это
то, что было в HEAD или в ревизии, которую A называет, рядом с рабочей копией. Сравнивается смысл,
а не текст. Код выхода: 0; 1 с --exit-code; 2, если одну из сторон не прочитать."""

DIFF_OPTIONS = {
    "Example: cjm diff main:journeys/taxi.yaml journeys/taxi.yaml": (
        "Пример: cjm diff main:journeys/taxi.yaml journeys/taxi.yaml"
    ),
    "A page to read, data, a comment for a pull request, or a map with the changes marked.": (
        "Страница для чтения, данные, комментарий к запросу на слияние или карта с отметками."
    ),
    "Of the picture; default: light.": "Тема картинки; по умолчанию light.",
    "Exit 1 where a C fell, or a new touchpoint hurts.": (
        "Код выхода 1, если какое-то С упало или новая точка контакта разочаровывает."
    ),
    "The touchpoint OLD is now called NEW; may be repeated.": (
        "Точка контакта OLD теперь называется NEW; можно повторять."
    ),
}
