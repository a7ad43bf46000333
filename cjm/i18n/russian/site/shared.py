"""In Russian: stages, moments of truth, improvements and metrics of all journeys."""

STAGES = {
    "Stages": "Этапы",
    "{k} of {n} {n:stage takes|stages take} trust": (
        "{k} из {n} {n:этапа|этапов|этапов} {k:забирает|забирают|забирают} доверие"
    ),
    "No journey has stages yet": "Ни на одной карте пока нет этапов",
    "Stages of journeys appear here once there is a journey.": (
        "Этапы появятся здесь вместе с первой картой."
    ),
    "A cell is what a stage adds to the balance of the average customer; "
    "a row adds up to the balance of its journey.": (
        "В клетке — сколько этап добавляет к балансу среднего клиента; "
        "строка складывается в баланс карты."
    ),
    "{stage} of {journey} takes the most.": "Больше всех забирает «{stage}» на карте {journey}.",
    "Search the stages": "Искать в этапах",
    "Journey or stage…": "Карта или этап…",
    "Only journeys with a stage that takes": "Только карты, где этап забирает",
    "Scale": "Шкала",
    "All of them together": "Все вместе",
    "without a stage": "вне этапов",
    "No touchpoint has this stage.": "На этом этапе нет точек контакта.",
    "nobody is named": "никто не назначен",
}
MOMENTS = {
    "Moments of truth": "Моменты истины",
    "No negative moments of truth": "Отрицательных моментов истины нет",
    "{n} negative {n:moment|moments} of truth": (
        "{n} {n:отрицательный момент|отрицательных момента|отрицательных моментов} истины"
    ),
    "Nowhere that matters does the average customer get less than expected.": (
        "Там, где складывается мнение, средний клиент нигде не получает меньше, чем ждал."
    ),
    "Here opinions are made, and the customer gets less than expected. "
    "In the order of what each takes from the balance of the average customer.": (
        "Здесь складывается мнение, и клиент получает меньше, чем ждал. "
        "Порядок — по вкладу в баланс среднего клиента."
    ),
    "No improvement is planned for {n} of them.": "Без улучшения: {n}.",
    "{share} come here": "сюда доходят {share}",
    "{share} come here, ≈ {people}": "сюда доходят {share}, ≈ {people}",
    "{share} come here, ≈ {people} {per}": "сюда доходят {share}, ≈ {people} {per}",
    "Search the moments": "Искать в моментах",
    "Touchpoint, journey, owner…": "Точка контакта, карта, кто отвечает…",
    "adds to the balance": "вклад в баланс",
    "no improvement is planned": "улучшения нет в плане",
}
IMPROVEMENTS = {
    "Improvements": "Улучшения",
    "decided what to change": "решили, что менять",
    "changing it": "меняем",
    "measuring again": "меряем снова",
    "now the standard": "стало стандартом",
    "No improvements yet": "Улучшений пока нет",
    "{n} {n:improvement|improvements} ahead, {k} already the standard": (
        "{n} {n:улучшение|улучшения|улучшений} впереди, {k} уже {k:стало|стали|стали} стандартом"
    ),
    "Improvements of journeys stand here by their phase: plan, do, check, act.": (
        "Здесь улучшения карт по фазам: план, делаем, проверяем, внедрено."
    ),
    "{n} {n:improvement is|improvements are} overdue.": "Просрочено: {n}.",
    "Next due: {day}, {title}.": "Ближайший срок — {day}: {title}.",
    "The tag is C now; after the arrow is what it should become.": (
        "Тег — С сейчас, за стрелкой — каким оно станет."
    ),
    "by {day}": "до {day}",
    "overdue": "просрочено",
    "no date": "без срока",
    "Nothing is here.": "Здесь пусто.",
    "{gap}": "{gap}",
}
METRICS = {
    "Metrics": "Показатели",
    "No metrics yet": "Показателей пока нет",
    "{k} of {n} {n:metric is|metrics are} off target": (
        "{k} из {n} {n:показателя|показателей|показателей} мимо цели"
    ),
    "Metrics of journeys, stages and touchpoints stand here against their targets.": (
        "Здесь показатели карт, этапов и точек контакта рядом с их целями."
    ),
    "The notch is the target, from the file of the journey or from cjm.yaml.": (
        "Засечка — цель из файла карты или из cjm.yaml."
    ),
    "95% interval from {low} to {high}": "95 % интервал от {low} до {high}",
    "{target}": "{target}",
    "n {n}": "n {n}",
    "Search the metrics": "Искать в показателях",
    "Metric, journey, touchpoint…": "Показатель, карта, точка контакта…",
    "Only those off target": "Только мимо цели",
    "on target": "в цели",
    "off target": "мимо цели",
    "no target": "без цели",
    "not measured yet": "ещё не измерено",
}
SHARED = {**STAGES, **MOMENTS, **IMPROVEMENTS, **METRICS}
