"""Words that people bring along from other languages and other formats, and what they mean here."""

YES = frozenset(("yes", "y", "on", "true", "да", "истина", "1", "+", "✓", "✔"))
NO = frozenset(("no", "n", "off", "false", "нет", "ложь", "0", "-", "✗"))

NOTHING = frozenset(
    ("-", "–", "—", "?", "…", "...", "null", "~", "none", "нет", "n/a", "na", "н/д", "нд", "б/о",
     "нет данных", "нет оценки", "не измерено", "не знаем", "no data", "not measured", "unknown",
     "tbd", "tba", "x", "х")
)  # fmt: skip
"""What stands in a table where nobody has a figure yet."""

MONTHS = {
    name: str(number)
    for number, names in enumerate(
        ("янв jan", "фев feb", "мар mar", "апр apr", "мая май may", "июн jun", "июл jul", "авг aug",
         "сен sep", "окт oct", "ноя nov", "дек dec"), 1)
    for name in names.split()
}  # fmt: skip
"""The first three letters of a month."""

UNITS = {
    word: unit
    for unit, words in {
        "s": "s sec secs second seconds с сек секунд секунда секунды секунду",
        "min": "min mins minute minutes m м мин минут минута минуты минуту",
        "h": "h hr hrs hour hours ч час часа часов",
        "d": "d day days д дн день дня дней сутки суток",
        "w": "w wk wks week weeks нед неделя недели недель неделю",
        "mo": "mo mon month months мес месяц месяца месяцев",
        "y": "y yr yrs year years г год года лет",
    }.items()
    for word in words.split()
}

MINUTES_OR_MONTHS = ("m", "м")
"""Units that some take for the other one."""

VALUES = {
    word: value
    for value, words in {
        "success": "успех успешно удача won win done ok",
        "failure": "неудача провал отказ неуспех fail failed lost loss",
        "neutral": "нейтрально нейтральный нейтральный_исход neither",
        "as-is": "как_есть есть сейчас asis as_is current now",
        "to-be": "как_будет как_должно_быть будет цель tobe to_be future target",
        "ru": "русский по-русски russian rus рус",
        "en": "английский по-английски english eng англ",
        "plan": "план планируй планирование запланировано planned todo to_do",
        "do": "делай делаем выполнение в_работе doing in_progress",
        "check": "проверка проверяем проверяй study checking",
        "act": "действие внедрено стандарт сделано done adjust",
        "online": "онлайн сеть в_сети интернет digital",
        "offline": "офлайн оффлайн вживую physical",
        "day": "день сутки daily в_день",
        "week": "неделя weekly в_неделю",
        "month": "месяц monthly в_месяц",
        "quarter": "квартал quarterly в_квартал",
        "year": "год yearly annual в_год",
        "error": "ошибка",
        "warning": "предупреждение",
        "info": "сведение сведения note notice",
    }.items()
    for word in words.split()
}
"""By the word, with _ for a space; only what a field takes is ever told."""

KEYS = {
    word: keys.split()
    for words, keys in {
        "name имя": "title name",
        "название заголовок заглавие heading label": "title label name",
        "описание desc details summary подробности": "description",
        "точки точки_контакта точка_контакта касания steps step nodes actions_list": "touchpoints",
        "этапы этап стадии phases фазы": "stages stage",
        "phase стадия фаза": "stage phase",
        "канал каналы channel media": "channel channels",
        "персоны персона persona actors роли": "personas by_persona",
        "actor actors who role роль кто": "by_persona personas owner",
        "ожидание ожидания expected expectations o": "expectation",
        "восприятие оценка оценки удовлетворённость удовлетворенность опыт satisfaction actual "
        "rating sentiment perception mood b": "experience",
        "score балл": "experience score value",
        "переход переходы дальше далее следующий куда goto then to transitions": "next",
        "исход результат результаты result outcomes": "outcome",
        "эмоции эмоция чувства emotion feelings feeling": "emotions",
        "боль боли барьеры проблемы барьер проблема pain painpoints pain_points barriers problems "
        "frictions": "pains",
        "мысли вопросы думает questions question thinking thinks think": "thoughts",
        "действия действие делает action doing does do user_actions": "actions",
        "возможности идеи возможность ideas opportunity": "opportunities",
        "сильные_стороны плюсы gains positives": "strengths",
        "цитаты цитата слова quote notes note заметки verbatims комментарий comment": "quotes",
        "ответственный владелец отвечает responsible team команда": "owner",
        "стандарт стандарты standards": "standard",
        "сценарий script": "scenario",
        "закулисье за_кулисами back_stage backend systems support": "backstage",
        "причина причины корневая_причина rootcause root_causes causes why": "root_cause because",
        "показатели показатель метрики метрика kpi kpis metric measures": "metrics",
        "ссылки ссылка link urls url": "links",
        "важность вес weight": "importance",
        "момент_истины mot": "moment_of_truth",
        "длительность время продолжительность time": "duration wait",
        "ожидание_времени ждать delay": "wait",
        "вероятность доля chance percent": "probability share",
        "доли share_of": "share",
        "цель цели objective": "goal goals target",
        "goals": "goals goal",
        "статус state_of": "status",
        "состояние": "state",
        "дата обновлено date version": "updated measured due",
        "язык lang": "language",
        "шкала": "scale",
        "допуск": "tolerance",
        "клиенты клиентов users": "customers",
        "улучшения улучшение improvement solutions": "improvements",
        "исключения исключение exceptions": "waivers",
        "старт начало вход entry": "start",
        "строки rows": "lanes",
        "прирост lift": "lifts",
        "стоимость цена price": "cost worth",
        "срок deadline до_дня": "due until",
        "значение val": "value",
        "единица units": "unit",
        "измерено measured_at": "measured",
        "источник": "source sources",
        "ожидания_клиента": "because",
        "почему reason_why": "because reason",
        "правило rules": "rule",
        "тип type": "kind state",
        "идентификатор key": "id",
    }.items()
    for word in words.split()
}
"""By the word, in small letters with _ for a space: keys that it may mean, the first that fits."""


def word_of(text: str) -> str:
    """A text as the tables know it."""
    return "_".join(text.strip().lower().split())
