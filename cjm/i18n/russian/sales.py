"""In Russian: customers from sales."""

from __future__ import annotations

SALES: dict[str, str] = {
    "{text!r} has no meaning here": "{text!r} здесь ничего не значит",
    "{what} must follow": "дальше нужно: {what}",
    "{what} must stand where {text!r} is": "вместо {text!r} нужно: {what}",
    "and, or, or the end": "and, or или конец условия",
    "a closing parenthesis": "закрывающая скобка",
    "a comparison such as >= 4": "сравнение, например >= 4",
    "R, F, M or a number": "R, F, M или число",
    "the condition is nested too deeply": "слишком много скобок внутри скобок",
    "a condition on R, F and M": "условие на R, F и M",
    "{reason}, at character {place} of the condition": "{reason} (знак {place} условия)",
    "segment {id}: {reason} ({text!r}, character {place})": (
        "сегмент {id}: {reason} ({text!r}, знак {place})"
    ),
    "such as: R >= 4 and F = 1": "например: R >= 4 and F = 1",
    "Champions": "Лучшие клиенты",
    "Loyal customers": "Лояльные клиенты",
    "New customers": "Новые клиенты",
    "Promising customers": "Перспективные клиенты",
    "Fading customers": "Остывающие клиенты",
    "Customers at risk": "Клиенты под угрозой ухода",
    "Lost customers": "Потерянные клиенты",
    "there are no sales: {n} {n:row|rows} read, none left": (
        "продаж нет: {n:прочитана|прочитано|прочитано} {n} {n:строка|строки|строк}, "
        "ни одной не осталось"
    ),
    "the last order is of {last}, after the reference day {asked}": (
        "последний заказ — {last}, позже опорного дня {asked}"
    ),
    "take a later reference day, or leave out later orders by where in data.yaml": (
        "возьмите опорный день позже или отсеките поздние заказы через where в data.yaml"
    ),
    "the customers were not asked for": "список клиентов не запрашивали",
    "segment(…, customers=True)": "segment(…, customers=True): так список будет",
}
