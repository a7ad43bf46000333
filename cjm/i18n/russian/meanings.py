"""In Russian: what each field of the format means."""

MEANINGS = {
    "A customer journey": "Путь клиента",
    "A workspace of journeys": "Рабочее пространство путей",
    "The version of the format; it marks a file as a journey.": (
        "Версия формата; по ней файл узнают как путь клиента."
    ),
    "The journey's name for machines.": "Имя пути для машин.",
    "The journey's name for people.": "Имя пути для людей.",
    "What the journey is about.": "О чём этот путь.",
    "How it is, or how it should be; both may share an id.": (
        "Как есть или как должно быть; у обоих может быть один идентификатор."
    ),
    "The language of what the map writes of its own.": "Язык того, что карта пишет от себя.",
    "The ends of every score in the file.": "Края шкалы для всех оценок файла.",
    "A gap no larger than this, up or down, is satisfaction.": (
        "Отклонение не больше этого, в любую сторону, — удовлетворённость."
    ),
    "How many customers take the journey.": "Сколько клиентов проходит путь.",
    "Who keeps the map.": "Кто ведёт карту.",
    "How far the map is agreed on.": "На каком карта согласовании.",
    "Of which day the map is.": "На какой день карта.",
    "What one customer brings in the journey's period.": (
        "Сколько приносит один клиент за период пути."
    ),
    "What that is counted in.": "В чём это считают.",
    "Rows of your own on the map, in order.": "Свои строки карты по порядку.",
    "Shared rows of your own.": "Общие свои строки карты.",
    "Kinds of customers.": "Типы клиентов.",
    "Where contacts take place.": "Где происходят контакты.",
    "Phases, in order.": "Этапы по порядку.",
    "Where customers come in.": "Где клиенты входят.",
    "The contacts; their order is the order of display.": (
        "Контакты; порядок в файле — порядок показа."
    ),
    "What could be done.": "Что можно сделать.",
    "Measures of the whole journey.": "Показатели всего пути.",
    "Known findings, accepted for a while.": "Известные замечания, принятые на время.",
    "How many customers.": "Сколько клиентов.",
    "In which period.": "За какой период: день, неделя, месяц, квартал, год.",
    "The persona's name.": "Имя персоны.",
    "Its share of the customers.": "Доля среди клиентов.",
    "What it wants to reach.": "Чего хочет достичь.",
    "What hurts it.": "Что болит.",
    "What it values in service.": "Что ценит в сервисе.",
    "What holds it back.": "Возражения и страхи.",
    "Where it learns about the service.": "Откуда узнаёт о сервисе.",
    "Its name.": "Название.",
    "Which of the two it is.": "В сети или вживую.",
    "What the customer wants to reach.": "Чего хочет достичь клиент.",
    "What it is about.": "О чём этот этап.",
    "What the customer would call it.": "Как её назвал бы клиент.",
    "The phase it belongs to.": "К какому этапу относится.",
    "Where it takes place; of several the main one comes first.": (
        "Где происходит; из нескольких каналов главный первым."
    ),
    "What happens here.": "Что здесь происходит.",
    "What the customer does.": "Что делает клиент.",
    "What the customer thinks or asks.": "Что клиент думает или спрашивает.",
    "What could be made of it; ideas without figures.": (
        "Что здесь можно сделать лучше: мысли без цифр."
    ),
    "You say: opinions are made here.": (
        "Вы утверждаете: здесь складывается мнение (момент истины)."
    ),
    "Expectation O, what the customer counts on.": "Ожидание О, на что клиент рассчитывает.",
    "Experience B, what the customer gets.": "Восприятие В, что клиент получает.",
    "What differs for a persona.": "Что у персоны своё.",
    "The spread of B − O, asked of the same people.": "Разброс В − О у одних и тех же людей.",
    "The weight of its gap in sums of gaps.": "Вес её отклонения в суммах.",
    "What the customer feels.": "Что клиент чувствует.",
    "What is done well.": "Что получается хорошо.",
    "What hurts the customer.": "Что клиенту мешает.",
    "Who is responsible.": "Кто отвечает.",
    "The standard of service; let it be measurable.": (
        "Стандарт сервиса; пусть он будет измеримым."
    ),
    "The service scenario.": "Сервисный сценарий.",
    "What happens behind the scenes.": "Что происходит за кулисами.",
    "The five whys, first to last.": "Пять «почему», от первого к последнему.",
    "What customers said.": "Слова клиентов.",
    "Measures of this touchpoint.": "Показатели этой точки.",
    "Named addresses: tickets, documents.": "Адреса по именам: задачи, документы.",
    "Where customers go from here.": "Куда клиенты идут отсюда.",
    "How the journey ends; on exits only.": (
        "Чем кончается путь (успех, неудача, нейтрально); только на выходах."
    ),
    "The score, on the journey's scale.": "Сама оценка, на шкале пути.",
    "How many answers it rests on.": "На скольких ответах держится.",
    "Their standard deviation; needs n of 2 or more.": (
        "Их стандартное отклонение; требует n от 2."
    ),
    "Where it was measured.": "Где измерено.",
    "When it was measured.": "Когда измерено.",
    "Why it is so.": "Почему так.",
    "This persona's O, in place of the whole score.": "О этой персоны вместо всей оценки.",
    "This persona's B, in place of the whole score.": "В этой персоны вместо всей оценки.",
    "The spread of B − O of this persona's people.": "Разброс В − О у людей этой персоны.",
    "The share of them who got less than they expected.": (
        "Доля тех из них, кто получил меньше, чем ожидал."
    ),
    "What this persona does.": "Что делает эта персона.",
    "What this persona thinks or asks.": "Что эта персона думает или спрашивает.",
    "What this persona feels.": "Что эта персона чувствует.",
    "What is done well for this persona.": "Что получается хорошо для этой персоны.",
    "What hurts this persona.": "Что этой персоне мешает.",
    "What could be made of it for this persona.": "Что можно сделать лучше для этой персоны.",
    "What people of this persona said.": "Слова людей этой персоны.",
    "Measures of this touchpoint for this persona.": "Показатели этой точки у этой персоны.",
    "How many people gave both scores.": "Сколько людей поставили обе оценки.",
    "The standard deviation of their B − O.": "Стандартное отклонение их В − О.",
    "The step's name.": "Название шага.",
    "What to say.": "Что сказать.",
    "What to do.": "Что сделать.",
    "What the customer should feel.": "Что должен почувствовать клиент.",
    "What was measured; it may be absent where a target is given.": (
        "Что получилось; без него можно, пока есть цель."
    ),
    "Its name for people.": "Название для людей.",
    "What it was before.": "Каким был раньше.",
    "What it should become, in quotes.": "Каким должен стать; в кавычках.",
    "What it became.": "Каким стал.",
    "When that was measured; an after without it proves nothing.": (
        "Когда это измерено; без даты after ничего не доказывает."
    ),
    "The metrics that this turn is judged by.": "По каким показателям судят об этом обороте цикла.",
    "Measures of this stage.": "Показатели этого этапа.",
    "What the row is called.": "Как называется строка.",
    "What it should be, in quotes.": "Каким ему быть; в кавычках.",
    "Its unit.": "Единица.",
    "The share of those here who go this way.": "Доля тех, кто отсюда идёт туда.",
    "Why they go this way.": "Почему идут туда.",
    "How long it takes.": "Сколько это длится: от секунд до лет.",
    "What would be done.": "Что будет сделано.",
    "How much experience it should add, and where.": "На сколько и где вырастет восприятие.",
    "What it costs, in a unit that you choose.": "Цена в единице, которую выбрали вы.",
    "Where its PDCA turn is.": "На каком шаге цикл PDCA.",
    "When it should be done.": "К какому дню.",
    "Which findings are accepted.": "Какие замечания приняты.",
    "Where the finding is accepted.": "Где замечание принято.",
    "Why the finding is accepted.": "Почему замечание принято.",
    "The last day on which it holds.": "Последний день действия.",
    "The version of the format.": "Версия формата.",
    "The workspace's name.": "Название рабочего пространства.",
    "Of what cjm check says, and of journeys that name none.": (
        "Язык сообщений cjm check и тех путей, которые своего не назвали."
    ),
    "The ends of every score, for journeys that name none.": (
        "Края шкалы для путей, которые её не назвали."
    ),
    "Folders and files taken when a command is given no path; relative to cjm.yaml.": (
        "Папки и файлы, которые берёт команда, если ей ничего не указать; считая от cjm.yaml."
    ),
    "The folder below cjm.yaml with what segment, feedback and conform wrote as JSON.": (
        "Папка ниже cjm.yaml с тем, что segment, feedback и conform записали как JSON."
    ),
    "Shared personas.": "Общие персоны.",
    "Shared channels.": "Общие каналы.",
    "Shared stages.": "Общие этапы.",
    "The three questions of a service philosophy.": "Три вопроса философии сервиса.",
    "Targets for metrics that name none.": "Цели для показателей, которые цели не назвали.",
    "Which rules run, and how.": "Какие правила работают и как.",
    "What we promise.": "Что мы обещаем.",
    "What the customer must feel afterwards.": "Что клиент должен почувствовать после.",
    "What we must never do.": "Чего мы никогда не должны делать.",
    "Rules to run.": "Какие правила выполнять.",
    "Rules not to run.": "Какие не выполнять.",
    "Severities that differ from the rule's own.": (
        "Серьёзность, если она не такая, как у самого правила."
    ),
    "Options of rules, by rule.": "Настройки правил, по правилам.",
}
