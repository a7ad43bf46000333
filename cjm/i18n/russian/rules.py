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
    "{id}: {who}C is {gap} on average, and {share} of those asked got less than they expected": (
        "{id}: {who}в среднем С {gap}, но {share} опрошенных получили меньше, чем ожидали"
    ),
    "look at who they are: give the personas their own scores": (
        "посмотрите, кто они: укажите оценки отдельно по персонам"
    ),
    "the share of people allowed": "какая доля опрошенных допустима",
}

_DATA = {
    "{id}: there is no {missing}": (
        "{id}: нет {missing:expectation=оценки ожидания|experience=оценки восприятия|expectation "
        "and no experience=оценок ожидания и восприятия}"
    ),
    "no touchpoint has an {side}": (
        "ни в одной точке контакта нет оценки {side:expectation=ожидания|experience=восприятия}"
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
    "{id}: C is {gap} for everybody and {mean} by the personas' own scores and shares": (
        "{id}: С для всех — {gap}, а по оценкам и долям персон — {mean}"
    ),
    "both cannot be true: mend a score or the shares, or leave out that of everybody": (
        "верным может быть только одно: исправьте оценку или доли или уберите общую оценку"
    ),
    "the answers are mixed otherwise than the shares: weight the survey or mend the shares": (
        "среди ответивших доли другие: взвесьте ответы или исправьте доли"
    ),
    "how far apart the two may be, in points; default: 5 % of the scale's width": (
        "насколько они могут расходиться, в баллах; по умолчанию 5 % ширины шкалы"
    ),
    "{found}; worst for {name}: {figure}": "{found}; хуже всего — {name}: {figure}",
    "{what}, worst for {name}": "{what}, хуже всего — {name}",
    "{id}: what is not given is shared equally": "{id}: что не указано, поделено поровну",
    "{what} lies in the future: {day}": "{what} — день в будущем: {day}",
    "{where}an sd of {sd} is more than the scale allows, {most} at most": (
        "{where}sd {sd} больше, чем допускает шкала: не больше {most}"
    ),
    "{metric} is {value}, and goes from {low} to {high}": (
        "{metric}: {value}, а бывает от {low} до {high}"
    ),
    "{id}: {points} points at {touchpoint} are more than the scale leaves, {most}": (
        "{id}: прибавка {points} в {touchpoint} больше, чем оставляет шкала: {most}"
    ),
    "correct the day; in a file it is year-month-day": (
        "исправьте день; в файле он записан как год-месяц-день"
    ),
    "is it a variance, or of another scale? take its root, or rescale it": (
        "это дисперсия или другая шкала? извлеките корень или пересчитайте"
    ),
    'a share is a number from 0 to 1, or say that it is per cent: unit: "%"': (
        'доля — число от 0 до 1; если это проценты, так и скажите: unit: "%"'
    ),
    "correct the value": "исправьте значение",
    "lower the lift, or the experience it starts from": (
        "уменьшите прибавку или восприятие, с которого она начинается"
    ),
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
    "{id}: in phase {phase}, and {what} was measured since {day}": (
        "{id}: фаза {phase}, а {what} с {day} не измеряли"
    ),
    "no experience it lifts": "восприятие, которое оно поднимает,",
    "no metric it is judged by": "показатели, по которым о нём судят,",
    "no experience it lifts and no metric it is judged by": (
        "ни восприятие, которое оно поднимает, ни показатели, по которым о нём судят,"
    ),
    "measure what it was to change, and write the day down: measured": (
        "измерьте то, что оно должно было изменить, и запишите день: measured"
    ),
    "{id}: it became the standard, but {metric} is {value} after it, not {target}": (
        "{id}: стало стандартом, но {metric} после него {value}, а не {target}"
    ),
    "correct it, or go round again: plan, do, check": (
        "исправьте или пройдите круг ещё раз: спланировать, сделать, проверить"
    ),
    "{id}: nobody can check the standard: {word!r} without a figure, a time or a count": (
        "{id}: стандарт не проверить: {word!r} без числа, срока или количества"
    ),
    "say how many, how long or how often: within 3 minutes": (
        "скажите сколько, за какое время или как часто: за 3 минуты"
    ),
    "{text!r}: {sign} has no partner in this item": "{text!r}: у {sign} нет пары в этом элементе",
    "in brackets a comma begins a new item: put the text in quotes": (
        "в скобках запятая начинает новый элемент: возьмите текст в кавычки"
    ),
    "{names} and {n} more": "{names} и ещё {n}",
    "{id}: it is missing here, and stands in the other language": (
        "{id}: здесь её нет, а в версии на другом языке есть"
    ),
    "{id}: it is missing in the other language": "{id}: в версии на другом языке её нет",
    "{id}: not what the other language says: {what}": (
        "{id}: не то же, что в версии на другом языке: {what}"
    ),
    "the other language": "версия на другом языке",
    "make both say the same, or give one of them another id": (
        "сделайте их одинаковыми или дайте одной другой идентификатор"
    ),
    "two {kind} look the same and are not: {id!r}": (
        "два разных идентификатора выглядят одинаково ({kind}): {id!r}"
    ),
    "touchpoints": "точки контакта",
    "stages": "этапы",
    "channels": "каналы",
    "personas": "персоны",
    "metrics": "показатели",
    "rows": "строки карты",
    "give one of them another id": "дайте одному из них другой идентификатор",
    "it looks like this one": "выглядит как этот",
    "letters of two scripts, {one} and {other}, are mixed in {id!r}": (
        "в {id!r} смешаны буквы двух алфавитов: "
        "{one:Cyrillic=русские|Latin=латинские|Greek=греческие} и "
        "{other:Cyrillic=русские|Latin=латинские|Greek=греческие}"
    ),
    "there is a sign in it that nobody sees: {sign}": (
        "здесь есть знак, которого никто не видит: {sign}"
    ),
    "type the id anew": "наберите идентификатор заново",
    "delete it: type that part of the text anew": ("удалите его: наберите это место текста заново"),
    "a list inside one text": "список внутри одного текста",
    "begin each line with a hyphen and a space: use - for a list": (
        "начинайте каждую строку с дефиса и пробела: список пишут через «- »"
    ),
    "{text!r} begins with {word!r}: the rest of the text before it?": (
        "{text!r} начинается с {word!r}: это продолжение предыдущего текста?"
    ),
    "more vague words, of either language": "ещё расплывчатые слова, на любом из двух языков",
    "the waiver of {rules} ended on {day}": "срок исключения для {rules} кончился {day}",
    "mend what it covered and delete it, or agree on a new day": (
        "исправьте то, что оно покрывало, и удалите его или договоритесь о новом сроке"
    ),
    "the waiver of {rules} covers no finding": "исключение для {rules} ничего не покрывает",
    "delete it": "удалите его",
    "{where}{metric} is {value}, the target is {target}": (
        "{where}{metric}: {value}, а цель {target}"
    ),
    "see what moves it: cjm show; or agree on another target": (
        "что на него влияет: cjm show; или договоритесь о другой цели"
    ),
}

RULES = {**_GAP, **_GRAPH, **_DATA, **_WORK}
