"""In Russian: what the rules find and advise, in the order of their codes."""

_GAP = {
    "{id}: {what}, O {expectation}, B {experience}, C {gap}{why}": (
        "{id}: {what}: О {expectation}; В {experience}; С {gap}{why}"
    ),
    "customers get less than they expected": "клиенты получают меньше, чем ожидали",
    "less than expected for {names}": "ожидания не оправдались ({names})",
    "for customers C is below the threshold of {limit}": "С ниже порога {limit}",
    "for {names} C is below the threshold of {limit}": "С ниже порога {limit} ({names})",
    "raise the experience, promise less, or accept it for a while with a waiver": (
        "улучшите восприятие, обещайте меньше или примите это на время исключением"
    ),
    "C below this is found; default: minus the tolerance": (
        "правило находит С ниже этого порога; по умолчанию — минус tolerance"
    ),
    " ({reasons})": " ({reasons})",
    " ({reasons}; reached by {reach} of customers, impact {impact})": (
        " ({reasons}; сюда доходят {reach} клиентов, вклад {impact})"
    ),
    "{reasons}, {reason}": "{reasons}, {reason}",
    "{way}: a doom loop, every round adds {balance} to the balance": (
        "{way}: петля разочарования, за круг баланс меняется на {balance}"
    ),
    "give a way out, or mend what sends customers round again": (
        "дайте выход или исправьте то, что отправляет клиентов на новый круг"
    ),
    "{id} is part of the loop": "{id} — часть этой петли",
    "{id}: on the likely path the balance falls to {balance} here": (
        "{id}: на вероятном пути баланс опускается здесь до {balance}"
    ),
    "delight earlier on the way, or disappoint less here": (
        "порадуйте клиента раньше или меньше разочаруйте здесь"
    ),
    "{id}: some customers go on to success and meet no delight within {steps} touchpoints": (
        "{id}: часть клиентов идёт дальше к успеху и за {steps} {steps:точку контакта|точки "
        "контакта|точек контакта} не встречает ни одного «АХ!»"
    ),
    "make up for it soon: an apology, a gift, a call": (
        "загладьте это поскорее: извинение, подарок, звонок"
    ),
    "within how many touchpoints a delight must follow": (
        "за сколько точек контакта должно встретиться «АХ!»"
    ),
    "{id}: the journey ends in success and in disappointment": (
        "{id}: путь кончается и успехом, и разочарованием"
    ),
    "end on something good: a word of thanks, a small extra": (
        "закончите чем-то хорошим: словом благодарности, маленьким подарком"
    ),
    "{share} of customers end with a negative balance, more than {limit}": (
        "{share} клиентов заканчивают с отрицательным балансом, допустимо не больше {limit}"
    ),
    "see where they lose it: cjm show; what to fix first: cjm plan": (
        "где они его теряют: cjm show; что исправить первым: cjm plan"
    ),
    "the share that is allowed": "какая доля клиентов допустима",
    "the average customer ends with a balance of {balance}": (
        "средний клиент заканчивает с балансом эмоционального счёта {balance}"
    ),
    "see what costs most: cjm show; what to fix first: cjm plan": (
        "что обходится дороже всего: cjm show; что исправить первым: cjm plan"
    ),
}

_GRAPH = {
    "{id}: no start leads here": "{id}: сюда не ведёт ни один вход",
    "name it in the next of the touchpoint before it, or in start": (
        "назовите её в next точки контакта перед ней или в start"
    ),
    "{id}: no exit can be reached from here": "{id}: отсюда не дойти ни до одного выхода",
    "add a transition towards an exit, a touchpoint without next": (
        "добавьте переход к выходу — точке контакта без next"
    ),
    "{id}: this exit does not say how the journey ends": (
        "{id}: не сказано, чем путь кончается на этом выходе"
    ),
    "add outcome: success, failure or neutral": "добавьте outcome: success, failure или neutral",
    "some exits have an outcome and none is success": "исходы указаны, но успеха среди них нет",
    "say which exit is what customers came for: outcome: success": (
        "отметьте выход, ради которого клиенты пришли: outcome: success"
    ),
    "{ids}: customers can come in here and never leave": (
        "{ids}: сюда клиенты могут попасть и никогда не выйти"
    ),
    "add a transition out, or let the probabilities sum to less than 1": (
        "добавьте переход наружу или дайте вероятностям сумму меньше 1"
    ),
    "{id} is part of the trap": "{id} — часть этой ловушки",
    "{ids}: so few customers leave here that no figure of the flow can be computed": (
        "{ids}: отсюда уходит так мало клиентов, что показатели потока не вычислить"
    ),
    "let more of them out: a larger probability, or a sum further below 1": (
        "выпускайте больше клиентов: увеличьте вероятность выхода или дайте сумму меньше 1"
    ),
    "{id} → {to}: back to an earlier stage without a label": (
        "{id} → {to}: возврат на более ранний этап без пояснения"
    ),
    "say why: {to}: {{label: …}}": "скажите почему: {to}: {{label: …}}",
    "{id}: no touchpoint is in this stage": "{id}: на этом этапе нет ни одной точки контакта",
    "put a touchpoint into it, or delete it": "отнесите к нему точку контакта или удалите его",
    "{id}: {share} of customers are lost here without a word, more than {limit}": (
        "{id}: здесь уходят молча {share} клиентов, допустимо не больше {limit}"
    ),
    "ask those who leave; or name where they go in next": (
        "спросите тех, кто уходит, или назовите в next, куда они идут"
    ),
    "the share of customers allowed": "какая доля клиентов допустима",
}

_DATA = {
    "{id}: there is no {missing}": (
        "{id}: нет {missing:expectation=оценки ожидания|experience=оценки восприятия|expectation "
        "and no experience=оценок ожидания и восприятия}"
    ),
    "ask customers, or write an estimate down and say so in source": (
        "спросите клиентов или запишите прикидку и скажите об этом в source"
    ),
    "{id}: the {side} was measured {age} days ago": (
        "{id}: {side:expectation=ожидание|experience=восприятие} измерено {age} "
        "{age:день|дня|дней} назад"
    ),
    "ask customers again": "спросите клиентов снова",
    "how many days a score stays fresh": "сколько дней оценка остаётся свежей",
    "{id}: the {what} rests on {n} {n:answer|answers}": (
        "{id}: за {what:expectation=оценкой ожидания|experience=оценкой восприятия|paired "
        "evidence=парными данными} — всего {n} {n:ответ|ответа|ответов}"
    ),
    "ask more customers before you act on it": "прежде чем действовать, спросите больше клиентов",
    "how many answers are enough": "сколько ответов достаточно",
    "{id}: {who}C may be 0, its 95 % interval goes from {low} to {high}": (
        "{id}: {who}С может быть и 0: 95-процентный интервал — от {low} до {high}"
    ),
    "for {names} ": "{names} — ",
    "ask more customers, or compare answers pair by pair: paired": (
        "спросите больше клиентов или сравните ответы попарно: paired"
    ),
    "equal probabilities are assumed at {ids}": (
        "не все вероятности указаны, недостающие приняты равными: {ids}"
    ),
    "write down how many go which way, or an estimate": (
        "запишите, какая доля куда идёт, хотя бы прикидку"
    ),
    "{id}: what is not given is shared equally": "{id}: что не указано, поделено поровну",
}

_WORK = {
    "{id}: customers are disappointed here and nobody owns it": (
        "{id}: клиенты здесь разочарованы, и никто за это не отвечает"
    ),
    "name who is responsible: owner: …": "назовите, кто отвечает: owner: …",
    "{id}: a moment of truth disappoints and no improvement lifts it": (
        "{id}: момент истины разочаровывает, и ни одно улучшение его не поднимает"
    ),
    "plan one under improvements, with lifts for this touchpoint": (
        "запланируйте улучшение в improvements, с lifts для этой точки контакта"
    ),
    "{id}: due on {day}, and still in phase {phase}": (
        "{id}: срок был {day}, а фаза всё ещё {phase}"
    ),
    "finish it, or set a new day and say why": (
        "доведите до конца или назначьте новый срок и скажите почему"
    ),
    "{id}: in phase {phase}, and no experience it lifts was measured since {day}": (
        "{id}: фаза {phase}, а восприятие, которое оно поднимает, с {day} не измеряли"
    ),
    "measure the experience again and write the day down: measured": (
        "измерьте восприятие снова и запишите день: measured"
    ),
    "the waiver of {rules} ended on {day}": "срок исключения для {rules} кончился {day}",
    "mend what it covered and delete it, or agree on a new day": (
        "исправьте то, что оно покрывало, и удалите его или договоритесь о новом сроке"
    ),
    "the waiver of {rules} covers no finding": "исключение для {rules} ничего не покрывает",
    "delete it": "удалите его",
    "{where}{metric} is {value}{unit}, the target is {operator} {target}{unit}": (
        "{where}{metric} = {value}{unit}, а цель {operator} {target}{unit}"
    ),
    "see what moves it: cjm show; or agree on another target": (
        "что на него влияет: cjm show; или договоритесь о другой цели"
    ),
}

RULES = {**_GAP, **_GRAPH, **_DATA, **_WORK}
