"""In Russian: planned against lived."""

from __future__ import annotations

CONFORMANCE: dict[str, str] = {
    "{path} is no result of cjm conform": "{path} — не результат cjm conform",
    "write one: cjm conform JOURNEY LOG --format json -o {path}": (
        "запишите его: cjm conform JOURNEY LOG --format json -o {path}"
    ),
    "the flow is of {other}, not of {id}": "этот поток — пути {other}, а не {id}",
    "draw the journey that was compared": "нарисуйте тот путь, который сравнивали",
    "only the view graph, as a picture, shows a lived flow": (
        "прожитый поток показывает только вид graph, и только картинкой"
    ),
    "choose the view graph and the format svg, html, png or pdf": (
        "выберите вид graph и формат svg, html, png или pdf"
    ),
    "Lived flow: {source}, {cases} {n:case|cases}": (
        "Прожитый поток: {source}, {cases} {n:прохождение|прохождения|прохождений}"
    ),
    "not declared, from {least} of visits": "не объявлено, от {least} посещений",
    (
        "Not drawn: {n} undeclared {n:kind|kinds} of moves, each below {least} of visits, "
        "in all {times} of {made}."
    ): (
        "Не показано необъявленных переходов: {n}, каждый реже {least} посещений; "
        "вместе их сделали {times} раз из {made}."
    ),
    "Lived flow: {source}, {cases} {n:case|cases}, {share} of them as planned": (
        "Прожитый поток: {source}, {cases} {n:прохождение|прохождения|прохождений}, из них по "
        "плану {share}"
    ),
    "never taken": "никто не прошёл",
    "not declared": "не объявлено",
    "declared {declared}": "объявлено {declared}",
    "Lived: how often, share of visits (declared)": (
        "Прожито: сколько раз, доля посещений (объявлено)"
    ),
    "{fitting} of {cases} {n:case|cases} go as planned": (
        "по плану идут {fitting} из {cases} {n:прохождения|прохождений|прохождений}"
    ),
    "Planned and lived: {title}": "План и жизнь: {title}",
    "log: {source}": "журнал: {source}",
    "{count} {n:event|events}": "{count} {n:событие|события|событий}",
    "cases that fit": "укладываются в план",
    "mean fitness {value}": "соответствие в среднем {value}",
    "of the log {value}": "всего журнала {value}",
    "{count} {n:edit|edits}": "{count} {n:правка|правки|правок}",
    "missing": "пропущена",
    "out of sequence": "не в свою очередь",
    "ad hoc": "вне плана",
    "failed": "сбой",
    "Deviations": "Отклонения",
    "none: every case goes as planned": "их нет: все идут по плану",
    "by touchpoint, in cases": "по точкам контакта, в прохождениях",
    "cases": "прохождения",
    "events": "события",
    "what failed is not known: the source names no `failed`": (
        "о сбоях ничего не известно: в источнике нет `failed`"
    ),
    "{n} of {of} tested are off": "не подтвердились {n} из {of} проверенных",
    "Declared and observed": "Объявлено и наблюдалось",
    "declared": "объявлено",
    "observed": "наблюдалось",
    "95 % interval": "95 % интервал",
    "of visits": "из посещений",
    "{sign} off; P: exact binomial test, adjusted for all tests (Holm)": (
        "{sign} не подтвердилось; P — точный биномиальный критерий с поправкой на все проверки "
        "(Холм)"
    ),
    "some customers come back ({names}): their visits are not independent, and these P values are "
    "too small": (
        "некоторые клиенты возвращаются ({names}): их посещения зависят друг от друга, и эти P "
        "занижены"
    ),
    "≈ assumed: shown, not tested": "≈ допущение: показано, но не проверялось",
    "Other ways": "Другие пути",
    "{n} not declared, {k} never taken": "не объявлено: {n}; никто не прошёл: {k}",
    "times": "раз",
    "never taken:": "никто не прошёл:",
    "start": "начало",
    "left": "ушли",
    "{n} of {of}": "{n} из {of}",
    "the journey cannot be used": "этот путь нельзя использовать",
    "{message}": "{message}",
    "{share} of {cases} {cases:case|cases} fit the journey, fewer than {wanted}": (
        "в путь укладывается {share} из {cases} {cases:прохождения|прохождений|прохождений}, "
        "меньше {wanted}"
    ),
    "see where they leave the plan, and mend the service, or the map": (
        "посмотрите, где они отходят от плана, и исправьте сервис или карту"
    ),
    "the share of cases wanted": "желаемая доля прохождений",
    "the share of cases": "доля прохождений",
    "the share of events": "доля событий",
    "the share of visits": "доля посещений",
    "how many visits it takes to test": "сколько посещений нужно для проверки",
    "{word} is not in the journey and comes in {share} of cases ({cases})": (
        "{word} нет в пути, но встречается в {share} прохождений ({cases})"
    ),
    "add it to the journey, or say under touchpoints in data.yaml which one it is": (
        "добавьте её в путь или укажите под touchpoints в data.yaml, какая это точка"
    ),
    "{id}: {share} of cases ({cases}) leave it out against the plan": (
        "{id}: {share} прохождений ({cases}) вопреки плану обходятся без неё"
    ),
    "find out why it does not reach them; or declare the way past it": (
        "выясните, почему до неё не доходят; или объявите путь мимо неё"
    ),
    "{id}: {share} of cases ({cases}) visit it out of sequence": (
        "{id}: {share} прохождений ({cases}) попадают сюда не в свою очередь"
    ),
    "see which ways lead there: cjm render --flow; mend the order, or the map": (
        "какие пути сюда ведут, покажет cjm render --flow; исправьте порядок или карту"
    ),
    "{id}: {failed} of {events} {events:event|events} failed ({share})": (
        "{id}: сбоем закончились {failed} из {events} {events:события|событий|событий} ({share})"
    ),
    "mend what fails before anything is improved here": (
        "сначала устраните сбои, потом улучшайте остальное"
    ),
    "{id}: {share} of {of} cases begin here, and it is no start": (
        "{id}: здесь начинается {share} из {of} прохождений, а начала здесь нет"
    ),
    "{id}: {share} of {of} visits end here, and neither exit nor drop-off is declared": (
        "{id}: здесь кончается {share} из {of} посещений, а ни выхода, ни отсева не объявлено"
    ),
    "{id} → {to}: not declared, taken in {share} of {of} visits": (
        "{id} → {to}: перехода нет, а сделан он в {share} из {of} посещений"
    ),
    "declare it with its probability, or find out what drives them there": (
        "объявите его с вероятностью или выясните, что их туда ведёт"
    ),
    "{id} → {to}: declared, and taken in none of {of} visits": (
        "{id} → {to}: переход объявлен, но ни в одном из {of} посещений не сделан"
    ),
    "find out whether customers can see it; else take it out of the map": (
        "выясните, видят ли его клиенты; если нет, уберите его с карты"
    ),
    "write down what was observed, or find out what changed": (
        "запишите то, что наблюдалось, или выясните, что изменилось"
    ),
    "{share} of {of}, declared {declared} (95 % interval {low} to {high}, adjusted P {p})": (
        "{share} из {of}, объявлено {declared} (95-процентный интервал от {low} до {high}, P с "
        "поправкой {p})"
    ),
    "{id}, start: {observed}": "{id}, начало: {observed}",
    "{id}, drop-off: {observed}": "{id}, отсев: {observed}",
    "{id} → {to}: {observed}": "{id} → {to}: {observed}",
    "probabilities not tested, for there are fewer than {least} visits: {ids}": (
        "вероятности не проверены, потому что посещений меньше {least}: {ids}"
    ),
    "take a longer period, or more sources": "возьмите больший период или больше источников",
    "there is no case to compare with the journey": (
        "нет ни одного прохождения для сравнения с путём"
    ),
    "{id}: no planned walk leads from a start to an end": (
        "{id}: по плану от начала до конца не дойти"
    ),
    "cjm check says where customers cannot go on": (
        "cjm check покажет, где клиентам некуда идти дальше"
    ),
    "of cases go as planned": "случаев идут по плану",
}
