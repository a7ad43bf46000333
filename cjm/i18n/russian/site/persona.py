"""In Russian: portraits of personas."""

PERSONA = {
    "Goals": "Цели",
    "Values": "Ценит",
    "Pains": "Боли",
    "Objections": "Сомнения",
    "Hears of us from": "Откуда узнаёт",
    "{share} of customers": "{share} клиентов",
    "≈ {n} {per}": "≈ {n} {per}",
    "≈ {n} customers": "≈ {n} клиентов",
    "Portrait": "Портрет",
    "Curve of C": "Кривая С",
    "Personas": "Персоны",
    "all customers: {value}": "все клиенты: {value}",
    "Where it feels different": "Где переживает иначе",
    "First where it is worse for this persona than for the other.": (
        "Сначала там, где этой персоне хуже, чем другой."
    ),
    "First where it is worse for this persona than for all customers.": (
        "Сначала там, где этой персоне хуже, чем всем клиентам."
    ),
    "difference in C": "разница С",
    "C is the same at every touchpoint.": "С везде одинаков.",
    "No touchpoint is one for this persona.": "У этой персоны их нет.",
    "The solid and the dashed line are the two personas; the sand between them is where they "
    "disagree.": ("Сплошная и штриховая линии — две персоны, песочное между ними — расхождение."),
    "{n} {n:journey|journeys}: on {below} this persona ends below zero": (
        "{n} {n:карта|карты|карт}: на {below} эта персона уходит в минусе"
    ),
    "{n} {n:journey|journeys}: on {below} this persona ends below zero, "
    "of {unknown} the balance is not known": (
        "{n} {n:карта|карты|карт}: на {below} эта персона уходит в минусе, "
        "на {unknown} баланс неизвестен"
    ),
    "Worst moment of truth": "Худший момент истины",
}
