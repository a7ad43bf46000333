"""In Russian: the page of the glossary."""

GLOSSARY = {
    "One name for each thing, on every page and map.": (
        "У каждой вещи одно имя, на всех страницах и картах."
    ),
    "C = B − O: 7 expected, 4 received": "С = В − О: ждут 7, получают 4",
    "Σ share of a persona × its C": "Σ доля персоны × её С",
    "C < −tolerance": "С < −допуск",
    "−tolerance ≤ C ≤ tolerance": "−допуск ≤ С ≤ допуск",
    "C > tolerance": "С > допуск",
    "negative where C < 0": "отрицательный, если С < 0",
    "1 − Σ transitions": "1 − Σ переходов",
    "Σ impacts": "Σ вкладов",
    "visits × importance × C": "посещения × важность × С",
    "share of customers with Σ C < 0": "доля клиентов, у которых Σ С < 0",
    "(C at the peak + C at the end) ÷ 2": "(С на пике + С в конце) ÷ 2",
    "visits ÷ visits of those who come at least once": (
        "посещения ÷ посещения тех, кто хоть раз здесь был"
    ),
    "Σ C of a round < 0": "Σ С за круг < 0",
}
