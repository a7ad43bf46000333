"""In Russian: the lower part of a journey's page: curve, plan, findings, print and downloads."""

JOURNEY_PARTS = {
    "The line is one customer’s path, the likely one. Stems are touchpoints of other paths, "
    "as wide as the share of customers who come there.": (
        "Линия — путь одного клиента, вероятный. Столбики — точки других путей, "
        "толщина — доля клиентов, которая туда доходит."
    ),
    "The line is one customer’s path: the likely one, or the worst where that is chosen. "
    "Stems are touchpoints of other paths, as wide as the share of customers who come there. "
    "The steps are the balance.": (
        "Линия — путь одного клиента: вероятный, а если выбран худший — худший. Столбики — точки "
        "других путей, толщина — доля клиентов, которая туда доходит. Ступени — баланс."
    ),
    "What to fix first": "Что исправить первым",
    "What to raise": "Что улучшаем",
    "Budget": "Бюджет",
    "in the unit of the costs in the file": "в единицах цены из файла",
    "Every point as a table": "Все точки таблицей",
    "Cost": "Цена",
    "What is done": "Что делаем",
    "as it is now": "как сейчас",
    "{touchpoint} B {points}": "{touchpoint} В\u00a0{points}",
    "lifts no touchpoint, so the plan leaves it out": (
        "точек контакта не поднимает, поэтому в плане не участвует"
    ),
    "Which of these comes first cannot be said: no touchpoint has both scores.": (
        "Что из этого делать первым, сказать нельзя: ни у одной точки нет обеих оценок."
    ),
    "Each point is the best set of improvements for that money: proved, not guessed": (
        "Каждая точка — лучший набор улучшений за эти деньги: доказано, а не подобрано"
    ),
    "Each point is the best set found for that money; none can be better than {bound}": (
        "Каждая точка — лучшее из найденного за эти деньги, не лучше {bound}"
    ),
    "Each point is the best set found for that money; "
    "it rests on simulated customers and is not proved": (
        "Каждая точка — лучшее из найденного за эти деньги; "
        "посчитано на смоделированных клиентах и не доказано"
    ),
    "cjm check finds nothing here.": "cjm check ничего здесь не находит.",
    "and {n} more: cjm check tells them all": "и ещё {n}: все назовёт cjm check",
    "Accepted for now": "Принято на время",
    "O {o}, B {b}": "О\u00a0{o}, В\u00a0{b}",
    "{share} come this far": "сюда доходят {share}",
    "adds {impact} to the balance": "вклад в баланс {impact}",
    "Download": "Скачать",
    "Print on A4": "Печать A4",
    "chosen": "выбрано",
    "left for later": "отложено",
    "cannot be computed here": "здесь не посчитать",
    "this browser cannot draw the picture; save the SVG": (
        "этот браузер не смог нарисовать картинку; сохраните SVG"
    ),
}
