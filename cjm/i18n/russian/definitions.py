"""In Russian: data.yaml and topics.yaml."""

from __future__ import annotations

_FIELDS = {
    "Where surveys, event logs, sales and reviews come from": (
        "Откуда берутся опросы, журналы событий, продажи и отзывы"
    ),
    "What reviews are about": "О чём отзывы",
    "The version of the format; it tells the file from those of other tools.": (
        "Версия формата; по ней файл отличают от файлов других программ."
    ),
    "Databases that hold rows.": "Базы данных, в которых лежат строки.",
    "The database's address; ${NAME} is taken from the environment.": (
        "Адрес базы данных; ${NAME} берётся из переменной окружения."
    ),
    "A function that returns a DB-API connection or a Spark session.": (
        "Функция, которая возвращает подключение DB-API или сессию Spark."
    ),
    "The days that count, where nobody asks for others.": (
        "Дни, которые учитываются, если не просят о других."
    ),
    "Its first day.": "Первый день.",
    "Its last day, which is part of it.": "Последний день включительно.",
    "Of times that do not say theirs; UTC if absent.": (
        "Часовой пояс времени без смещения; без ключа UTC."
    ),
    "Groups with fewer answers give no score; 10 if absent.": (
        "Группы, в которых ответов меньше, оценки не дают; без ключа 10."
    ),
    "Surveys, event logs, sales and reviews.": "Опросы, журналы событий, продажи и отзывы.",
    "Which sources feed which journey; without it all feed the only one.": (
        "Какие источники относятся к какому пути; без ключа все относятся к единственному."
    ),
    "What the source holds: survey, events, sales or reviews.": (
        "Что в источнике: survey — опрос, events — журнал событий, sales — продажи, "
        "reviews — отзывы."
    ),
    "Where the rows lie: a file, or several by a pattern such as *.csv.": (
        "Где лежат строки: файл или несколько по шаблону вроде *.csv."
    ),
    "The table of the connection that holds the rows.": "Таблица подключения, в которой строки.",
    "A SELECT in the connection's own SQL that gives the rows.": (
        "Запрос SELECT на SQL подключения, который даёт строки."
    ),
    "Which of the connections holds them; without one the file is here.": (
        "В каком подключении лежат строки; без него файл лежит здесь."
    ),
    "The sign between fields, or blank for runs of blanks.": (
        "Знак между полями; blank — любое число пробелов."
    ),
    "How the file's letters are written, such as cp1251.": "Кодировка файла, например cp1251.",
    "Whether the first line names the columns; without names they are their numbers.": (
        "Названы ли столбцы в первой строке; без имён называйте их по номерам."
    ),
    "The sign before the fraction of a number.": "Знак перед дробной частью числа.",
    "How times are written, in strptime's codes.": "Как записано время, в кодах strptime.",
    "SQL that is true for the rows that count.": (
        "Условие на SQL, которое верно для учитываемых строк."
    ),
    "The column that tells cases apart: customers, orders, visits.": (
        "Столбец, который различает случаи: клиентов, заказы, визиты."
    ),
    "The column that says what happened.": "Столбец, в котором сказано, что произошло.",
    "The column that says when it happened.": "Столбец, в котором сказано, когда это произошло.",
    "The column that orders what happened at one time.": (
        "Столбец, который задаёт порядок событий с одинаковым временем."
    ),
    "SQL that is true for an event that failed.": (
        "Условие на SQL, которое верно для неудачного события."
    ),
    "Touchpoints, and the words that mean them.": (
        "Точки контакта и слова, которыми они названы в данных."
    ),
    "Touchpoints at which to end is no loss, and what such an end is.": (
        "Точки контакта, конец в которых не потеря, и что он такое."
    ),
    "Stages, and the touchpoints in them.": "Этапы и точки контакта в них.",
    "The column that tells customers apart.": "Столбец, который различает клиентов.",
    "The column that says when it was ordered.": "Столбец, в котором сказано, когда был заказ.",
    "The column of what was paid.": "Столбец с уплаченной суммой.",
    "The column that tells orders apart, where they have several rows.": (
        "Столбец, который различает заказы, если у заказа несколько строк."
    ),
    "The column that says who is in the loyalty programme.": (
        "Столбец, в котором сказано, кто участвует в программе лояльности."
    ),
    "The column that says who of them used a bonus.": (
        "Столбец, в котором сказано, кто из участников использовал бонус."
    ),
    "The column of the points that were used.": "Столбец потраченных баллов.",
    "The column of the points that were given.": "Столбец начисленных баллов.",
    "So many days after an order a customer is active; 365 if absent.": (
        "Сколько дней после заказа клиент считается активным; без ключа 365."
    ),
    "How many periods a customer stays, where you know it.": (
        "Сколько периодов клиент остаётся с вами, если вы это знаете."
    ),
    "What is left of the money, as a part of 1.": "Какая доля денег остаётся, как часть от 1.",
    "Fixed limits of the scores, which then can be compared over time.": (
        "Постоянные границы оценок: тогда их можно сравнивать во времени."
    ),
    "Days since the last order, between the scores.": (
        "Дней с последнего заказа, границы между оценками."
    ),
    "Orders, between the scores.": "Заказов, границы между оценками.",
    "Money, between the scores.": "Денег, границы между оценками.",
    "Segments, and their conditions on R, F and M; the first that holds counts.": (
        "Сегменты и их условия на R, F и M; действует первое верное."
    ),
    "The column of what was written.": "Столбец с текстом отзыва.",
    "The column of ratings.": "Столбец с оценкой.",
    "The ends of the ratings.": "Края шкалы оценок.",
    "The column that says when it was written.": "Столбец, в котором сказано, когда написан отзыв.",
    "The column that says what it is about.": "Столбец, в котором сказано, о чём отзыв.",
    "The column that tells authors apart; they are counted.": (
        "Столбец, который различает авторов; они считаются."
    ),
    "The file of topics, relative to data.yaml.": "Файл тем; путь от data.yaml.",
    "The ends of its answers, where they are not the source's.": (
        "Края шкалы ответов, если они не те, что у источника."
    ),
    "Added to each answer, before it is held to the scale.": (
        "Прибавляется к каждому ответу до сравнения со шкалой."
    ),
    "Of CSAT: so many of the highest answers are satisfied; 2 if absent.": (
        "Для CSAT: сколько верхних ответов значат «доволен»; без ключа 2."
    ),
    "Whether the lowest answer is the best one.": "Самый низкий ли ответ — лучший.",
    "The words that mean yes and no.": "Слова, которые значат «да» и «нет».",
    "The words that mean yes.": "Слова, которые значат «да».",
    "The words that mean no.": "Слова, которые значат «нет».",
    "The unit of a metric of your own.": "Единица вашего собственного показателя.",
    "The touchpoint that the column is about.": "Точка контакта, о которой столбец.",
    "Which side of it; experience if absent.": "Ожидание или восприятие; без ключа восприятие.",
    "The metric that the column holds, such as nps, csat, ces or fcr.": (
        "Показатель, ответы которого в столбце, например nps, csat, ces или fcr."
    ),
    "The column's name.": "Имя столбца.",
    "The column that tells respondents apart.": "Столбец, который различает респондентов.",
    "The column that says what an answer is about.": "Столбец, в котором сказано, о чём ответ.",
    "The column that says which side an answer is of; or the one side of them all.": (
        "Столбец, в котором сказано, ответ про ожидание или восприятие; или одно из них для всех."
    ),
    "The column of answers, a row each.": "Столбец с ответами, по одному в строке.",
    "The column that says when it was answered.": "Столбец, в котором сказано, когда дан ответ.",
    "The column that says which persona answered.": (
        "Столбец, в котором сказано, какая персона ответила."
    ),
    "The column that says how much an answer counts.": "Столбец с весом ответа.",
    "The ends of the answers.": "Края шкалы ответов.",
    "What words of side mean: expectation, experience or a metric.": (
        "Что значат слова столбца side: expectation, experience или показатель."
    ),
    "Personas, and the words that mean them.": "Персоны и слова, которыми они названы в данных.",
    "What each column holds, where a row is a respondent.": (
        "Что в каждом столбце, если строка — респондент."
    ),
    "How the metrics that values names are asked.": (
        "Как спрашивают о показателях, которые названы в values."
    ),
    "Which answer of a respondent counts: the latest, or the mean of them.": (
        "Какой ответ респондента учитывается: последний или среднее всех."
    ),
    "Words that mean it, in any of their forms.": "Слова, которые значат тему, в любой форме.",
    "Words that do not mean it, though they hold some that would.": (
        "Слова, которые тему не значат, хотя в них есть подходящие."
    ),
    "Regular expressions that mean it.": "Регулярные выражения, которые значат тему.",
    "The touchpoint that it belongs to.": "Точка контакта, к которой относится тема.",
    "A file of words and weights from −1 to 1, relative to this one.": (
        "Файл слов и весов от −1 до 1; путь от этого файла."
    ),
    "Of the words; each is looked up in all of them.": (
        "Язык слов; каждое ищут во всех названных."
    ),
    "What reviews may be about.": "О чём могут быть отзывы.",
    "Where the tone of a review comes from: its rating if absent.": (
        "Откуда берётся тон отзыва: без ключа из его оценки."
    ),
}

_EXPECTED = {
    "a column": "столбец",
    "a column, expectation or experience": "столбец, expectation или experience",
    "a mapping of columns": "отображение столбцов",
    "a mapping of connections": "отображение подключений",
    "a mapping of sources": "отображение источников",
    "a mapping of journeys to sources": "отображение «путь: источники»",
    "a mapping of ids to words": "отображение «идентификатор: слова»",
    "a mapping of touchpoints to outcomes": "отображение «точка контакта: исход»",
    "a mapping of stages to touchpoints": "отображение «этап: точки контакта»",
    "a mapping of segments to conditions": "отображение «сегмент: условие»",
    "a mapping of topics": "отображение тем",
    "a mapping that says kind: survey, events, sales or reviews": (
        "отображение, в котором kind — survey, events, sales или reviews"
    ),
    "four limits such as [30, 90, 180, 365]": "четыре границы вроде [30, 90, 180, 365]",
    "the address of a database, such as postgresql://host/base": (
        "адрес базы данных, например postgresql://host/base"
    ),
    "a function such as team.cx:connect": "функция вроде team.cx:connect",
    "a timezone such as Europe/Moscow": "часовой пояс вроде Europe/Moscow",
    "a word or several": "слово или несколько",
    "a word or a list of words": "слово или список слов",
    "a list of words": "список слов",
    "words, or {title, words, not, patterns, touchpoint}": (
        "слова или {title, words, not, patterns, touchpoint}"
    ),
    "a language or a list of languages": "язык или список языков",
    "a list of languages": "список языков",
    "rating, or {lexicon}": "rating или {lexicon}",
}

_FAULTS = {
    "there is no timezone {name!r}": "нет часового пояса {name!r}",
    "write it as region and city: Europe/Moscow, or UTC": (
        "напишите область и город: Europe/Moscow, или UTC"
    ),
    "this is no address of a database": "это не адрес базы данных",
    "no database is reached by {scheme}://": "по {scheme}:// базы данных не достичь",
    "a password stands in the address": "в адресе записан пароль",
    "write a variable's name there, such as ${name}": (
        "напишите вместо него имя переменной окружения, например ${name}"
    ),
    "the period ends before it begins": "период кончается раньше, чем начинается",
    "it begins here": "начинается здесь",
    "of a connection only Spark reads files": "файлы подключения читает только Spark",
    "write table or query, or leave connection out for a file that is here": (
        "напишите table или query либо уберите connection, если файл лежит здесь"
    ),
    "{word!r} stands for {id!r} and for {other!r}": "{word!r} значит и {id!r}, и {other!r}",
    "{key} does not go with {other}": "{key} не сочетается с {other}",
    "{key} stands here": "{key} стоит здесь",
    "{key} needs {other} beside it": "рядом с {key} нужен {other}",
    "{key} needs a connection": "для {key} нужно подключение",
    "name one under connection": "назовите его под connection",
    "{text!r} is no column": "{text!r} — не столбец",
    "the columns have no names here": "здесь сказано, что у столбцов нет имён",
    "write its number, the first is 1": "напишите его номер, первый — 1",
    "the limits do not rise": "границы не возрастают",
    "{metric} is asked from {low} to {high}": "{metric} спрашивают от {low} до {high}",
    "shift moves answers that are written otherwise": "ответы, записанные иначе, сдвигает shift",
    "top is of csat, not of {metric}": "top относится к csat, а не к {metric}",
    "{key} is of a metric": "{key} относится к показателю",
    "nothing says what the column holds": "не сказано, что в столбце",
    "write {touchpoint: ID, side: …} or {metric: ID}": (
        "напишите {touchpoint: ID, side: …} или {metric: ID}"
    ),
    "values are the words of a column": "values — слова столбца",
    "name the column under side": "назовите столбец под side",
    "of values": "из values",
    "values give no words for {id!r}": "в values нет слов для {id!r}",
    "score names the column of answers; columns says what each column holds": (
        "score называет столбец ответов; columns говорит, что в каждом столбце"
    ),
    "{word!r} has neither letter nor digit": "в {word!r} нет ни буквы, ни цифры",
    "* stands only at the end of a word": "* ставят только в конце слова",
    "what more may vary is for patterns": "остальное, что меняется, — для patterns",
    "this is no regular expression: {reason}": "это не регулярное выражение: {reason}",
    "patterns are those of RE2: no lookaround, no \\1": (
        "выражения здесь — RE2: без просмотра вперёд и назад, без \\1"
    ),
    "declare it under {key}": "объявите его под {key}",
    "write it as a text": "напишите его текстом",
    "begin with: {text}": "начните с {text}",
}

_FINDING = {
    "there is no data.yaml here or above": "ни здесь, ни выше нет data.yaml",
    "{path} was passed by: it has no cjm-data: 1": "{path} не взят: в нём нет cjm-data: 1",
    "name one with --data, or columns by options": (
        "назовите файл в --data или столбцы — параметрами"
    ),
    "name it with --data, or put it into the repository": (
        "назовите его в --data или положите в репозиторий"
    ),
}

DEFINITIONS: dict[str, str] = {**_FIELDS, **_EXPECTED, **_FAULTS, **_FINDING}
"""By the English template."""
