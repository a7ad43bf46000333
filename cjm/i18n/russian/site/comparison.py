"""In Russian: a journey as it is beside how it should be."""

COMPARISON = {
    "Balance {before} → {after}, disappointed {share} → {then}.": (
        "Баланс {before} → {after}, разочарованы {share} → {then}."
    ),
    "That is ≈ {count} {n:person|people} {per} less.": (
        "Это на ≈ {count} {n:человека|человека|человек} {per} меньше."
    ),
    "That is ≈ {count} {n:person|people} {per} more.": (
        "Это на ≈ {count} {n:человека|человека|человек} {per} больше."
    ),
    "That is ≈ {count} {n:person|people} less.": (
        "Это на ≈ {count} {n:человека|человека|человек} меньше."
    ),
    "That is ≈ {count} {n:person|people} more.": (
        "Это на ≈ {count} {n:человека|человека|человек} больше."
    ),
    "Each state is scored on a scale of its own, so no sheet shows both.": (
        "У каждого состояния своя шкала оценок, поэтому общего листа нет."
    ),
    "What changes": "Что изменится",
    "Change of C": "Изменение С",
    "Reach": "Доходят",
    "added": "добавлено",
    "removed": "убрано",
    "better: {n}": "лучше: {n}",
    "worse: {n}": "хуже: {n}",
    "added: {n}": "добавлено: {n}",
    "removed: {n}": "убрано: {n}",
}
