"""In Russian: the pages of what commands found in data."""

RESULTS = {
    "Feedback": "Отзывы",
    "Conformance": "План и жизнь",
    "{path} is no result of cjm {command}": "{path} — не результат cjm {command}",
    "Reason": "Причина",
    "Rows": "Строки",
    "Rows left out": "Пропущенные строки",
    "{count} {n:customer|customers}": "{count} {n:клиент|клиента|клиентов}",
    "{best} of {count} {n:customer brings|customers bring} {share} of the money": (
        "{share} денег приносят {best} из {count} {n:клиента|клиентов|клиентов}"
    ),
    "Orders": "Заказы",
    "Money": "Деньги",
    "Segment": "Сегмент",
    "Class": "Класс",
    "Score": "Балл",
    "by how lately, how often and for how much each customer ordered": (
        "как давно, как часто и на сколько заказывал каждый клиент"
    ),
    "No topic hurts in {count} {n:review|reviews}": (
        "Ни одна тема не болит: {count} {n:отзыв|отзыва|отзывов}"
    ),
    "{topic} hurts most: {share} of {count} {n:review|reviews}, {negative} of them negative": (
        "Больнее всего — {topic}: {share} из {count} {n:отзыва|отзывов|отзывов}, "
        "из них {negative} негативных"
    ),
    "Reviews": "Отзывы",
    "{n} with a tone": "с тоном: {n}",
    "Negative": "Негативные",
    "95 %: {interval}": "95 %: {interval}",
    "Mean tone": "Средний тон",
    "In no topic": "Вне тем",
    "Reviews were looked through for no topic.": "В отзывах не искали ни одной темы.",
    "Topic": "Тема",
    "The first part of a bar is negative reviews, the second others about the topic.": (
        "Первая часть полосы — негативные отзывы, вторая — остальные отзывы о теме."
    ),
    "{fitting} of {cases} {n:case goes|cases go} as planned": (
        "По плану идут {fitting} из {cases} {n:прохождения|прохождений|прохождений}"
    ),
    "Cases that fit": "Идут по плану",
    "Mean fitness": "Среднее соответствие",
    "1: every step as planned": "1 — каждый шаг по плану",
    "Fitness of the log": "Соответствие журнала",
    "Edits": "Правки",
    "steps left out or added, to make each case a planned one": (
        "столько шагов убрать или добавить, чтобы все шли по плану"
    ),
    "Move": "Переход",
}
