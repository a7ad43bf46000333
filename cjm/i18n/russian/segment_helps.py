"""In Russian: what the options of `cjm segment` and `cjm feedback` do."""

SEGMENT_AND_FEEDBACK = {
    "Count back from this day; default: the day after the last order.": (
        "Считать дни назад от этого; по умолчанию — день после последнего заказа."
    ),
    "A customer is active for so long after an order; default: 365.": (
        "Столько дней после заказа клиент активен; по умолчанию — 365."
    ),
    "Only the most frequent whole paths, as few as carry this share of the cases.": (
        "Только самые частые пути целиком: столько, чтобы вместить такую долю прохождений."
    ),
    "Leave out transitions and starts of a smaller share.": (
        "Убрать переходы и начала с меньшей долей."
    ),
    "Leave out rows equal in case, touchpoint and time.": (
        "Убрать строки, равные по прохождению, точке и времени."
    ),
    "Take visits to one touchpoint in a row for one.": (
        "Считать посещения одной точки подряд одним."
    ),
    "Cut the touchpoints into K stages.": "Разбить точки контакта на K этапов.",
    "Take over from this journey all but its touchpoints, next and start.": (
        "Взять из этого пути всё, кроме списка точек, next и start."
    ),
    "Replace a file that is there.": "Заменить файл, если он уже есть.",
    "Example: cjm discover log.csv --case id --touchpoint event --time at": (
        "Пример: cjm discover log.csv --case id --touchpoint event --time at"
    ),
    "Every customer, too: scores, segment, class.": ("И каждый клиент: баллы, сегмент, класс."),
    "Of a picture; default: light; an HTML page follows its reader's system.": (
        "Для картинки; по умолчанию light; страница HTML — как система читателя."
    ),
    "The segments as personas, to paste into a journey.": ("Сегменты персонами — вставить в путь."),
    "Example: cjm segment orders.csv --customer id --time paid_at --money total": (
        "Пример: cjm segment orders.csv --customer id --time paid_at --money total"
    ),
    "What to look for; default: as the source names it.": (
        "Что искать; по умолчанию — как назвал источник."
    ),
    "The forms, too, that each word was met in.": "И формы, в которых встретилось каждое слово.",
    "Write the topics of touchpoints into this journey's overlay; quotes with --quotes.": (
        "Записать темы точек контакта в измерения этого пути; цитаты — с --quotes."
    ),
    "Up to three reviews of each topic, the worst first.": (
        "До трёх отзывов на тему, худшие первыми."
    ),
    "Example: cjm feedback reviews.csv --text comment --score stars --scale 1-5 "
    "--topics topics.yaml": (
        "Пример: cjm feedback reviews.csv --text comment --score stars --scale 1-5 "
        "--topics topics.yaml"
    ),
}
