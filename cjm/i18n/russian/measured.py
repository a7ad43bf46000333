"""In Russian: what stands in an overlay, and what is wrong there."""

MEASURED = {
    "What was measured of a customer journey": "Что измерено в пути клиента",
    "what an overlay says of a value: a Measurement": (
        "что о значении говорит файл с измеренным: Measurement"
    ),
    "what was measured of a journey: a Measured": "что измерено в пути: Measured",
    "a number, 1 or more": "число от 1",
    "a whole number, 0 or more": "целое число от 0",
    "a mapping of metrics to answers": "отображение «показатель: число ответов»",
    "a mapping of values to rows": "отображение «значение: число строк»",
    "a mapping of reasons to rows": "отображение «причина: число строк»",
    "a number of rows, or {rows, values}": "число строк или {rows, values}",
    "a text, or {quote, source}": "текст или {quote, source}",
    "a list of texts, or of {quote, source}": "список текстов или {quote, source}",
    "an interval such as [14.8, 30.4]": "интервал вроде [14.8, 30.4]",
    "the interval's low end is above its high end": "нижняя граница интервала выше верхней",
    "a standard deviation needs effective answers of more than 1": (
        "стандартному отклонению нужно больше 1 эффективного ответа"
    ),
    "its last day is before its first": "последний день раньше первого",
    "The mean, on the journey's scale.": "Среднее по шкале пути.",
    "How many answers without weights would be worth as much.": (
        "Сколько ответов без весов стоили бы столько же."
    ),
    "The last day of an answer.": "День последнего ответа.",
    "The ids of its sources in data.yaml.": "Идентификаторы источников из data.yaml.",
    "What was measured.": "Что измерено.",
    "The 95 % interval of the value.": "95-процентный интервал значения.",
    "Expectation O, measured.": "Ожидание О, измеренное.",
    "Experience B, measured.": "Восприятие В, измеренное.",
    "How many reviews speak of it.": "Сколько отзывов о ней говорят.",
    "How many of them are negative.": "Сколько из них отрицательных.",
    "How much of all displeasure it holds.": "Какая часть всего недовольства в ней.",
    "The id of the source it is from.": "Идентификатор источника.",
    "What a customer said.": "Что сказал клиент.",
    "Measures for this persona.": "Показатели для этой персоны.",
    "What was measured of a persona.": "Что измерено у персоны.",
    "What reviews speak of, written by cjm feedback.": (
        "О чём говорят отзывы; записывает cjm feedback."
    ),
    "Words of customers, written by cjm feedback --quotes.": (
        "Слова клиентов; записывает cjm feedback --quotes."
    ),
    "Answers to the expectation.": "Ответов об ожидании.",
    "Answers to the experience.": "Ответов о восприятии.",
    "Answers by metric.": "Ответов по показателям.",
    "Answers of a persona.": "Ответов персоны.",
    "The first day.": "Первый день.",
    "The last day.": "Последний день.",
    "Rows that were read.": "Прочитано строк.",
    "Rows that were used.": "Использовано строк.",
    "How many rows.": "Сколько строк.",
    "What stood in them, and in how many rows.": "Что в них стояло и в скольких строках.",
    "Measures of the whole journey for this persona.": "Показатели всего пути для этой персоны.",
    "Metrics with too few answers, and how many.": (
        "Показатели, у которых мало ответов, и сколько их."
    ),
    "The version of the format; it marks a file as an overlay.": (
        "Версия формата; по ней узнают файл с измеренным."
    ),
    "The id of the journey it belongs to.": "Идентификатор пути, к которому это относится.",
    "The state of that journey.": "Состояние этого пути.",
    "The scale of the scores: the journey's.": "Шкала оценок: та же, что у пути.",
    "The days that were asked for; both are included.": (
        "Дни, за которые измеряли; оба включительно."
    ),
    "What was seen of each source.": "Что прочитано из каждого источника.",
    "What was measured, by touchpoint.": "Что измерено, по точкам контакта.",
    "Measures of the whole journey, by persona.": "Показатели всего пути по персонам.",
    "Answers that are too few to be used, by touchpoint.": (
        "Где ответов слишком мало, по точкам контакта."
    ),
    "Metrics of the whole journey with too few answers, and how many.": (
        "Показатели всего пути, у которых мало ответов, и сколько их."
    ),
    "Rows that were left out, by source and reason.": (
        "Строки, которые не учтены, по источникам и причинам."
    ),
    "run cjm measure again": "запустите cjm measure ещё раз",
    "the journey's scale goes from {low} to {high}": "шкала пути — от {low} до {high}",
    "{first} is of the same journey and state": "{first} — для того же пути и состояния",
    "no journey beside it is {id!r}, {state}": "рядом нет пути {id!r}, {state}",
    "mend journey or state, or delete the file": ("исправьте journey или state либо удалите файл"),
    "{path}: this is no journey, but what was measured of one": (
        "{path}: это не путь, а то, что в нём измерено"
    ),
    "this is written": "так записано вручную",
    "this is measured": "так измерено",
    "{id}: the {side} is written as {written}, and measured as {measured} (n {n})": (
        "{id}: {side:expectation=ожидание|experience=восприятие} записано как {written}, а "
        "измерено {measured} (n {n})"
    ),
    "delete the written score, or say of which day it is: measured": (
        "удалите записанную оценку или укажите её день: measured"
    ),
    "{id}: the {side} has {n} {n:answer|answers}, too few for a score, and no other one": (
        "{id}: {side:expectation=об ожидании|experience=о восприятии} "
        "{n} {n:ответ|ответа|ответов} — для оценки мало, а другой нет"
    ),
    "ask more customers, or write down what you assume": (
        "опросите больше клиентов или запишите, что вы предполагаете"
    ),
    "What was measured": "Что измерено",
    "{side}: measured {measured} (n {n})": (
        "{side:expectation=ожидание|experience=восприятие}: измерено {measured} (n {n})"
    ),
    "written {value}": "записано {value}",
    "written {value}, which is later": "записано {value} — это позже",
    "asked in pairs: n {n}": "парных ответов {n}",
    "asked in pairs: n {n}, {below} of them got less": (
        "парных ответов {n}, получили меньше {below}"
    ),
    "{side}: written {written}, measured {measured} (n {n})": (
        "{side:expectation=ожидание|experience=восприятие}: записано {written}, измерено "
        "{measured} (n {n})"
    ),
    "{side}: written {written}, which is later, measured {measured} (n {n})": (
        "{side:expectation=ожидание|experience=восприятие}: записано {written} — это позже, "
        "измерено {measured} (n {n})"
    ),
    "What reviews speak of": "О чём говорят отзывы",
    "{topic}: {reviews} {reviews:review|reviews}, {negative} negative, pain {pain}": (
        "{topic}: {reviews} {reviews:отзыв|отзыва|отзывов}, плохих {negative}, боль {pain}"
    ),
}
