"""In Russian: customers from sales."""

from __future__ import annotations

SALES: dict[str, str] = {
    "{text!r} has no meaning here": "{text!r} здесь ничего не значит",
    "{what} must follow": "дальше нужно: {what}",
    "{what} must stand where {text!r} is": "вместо {text!r} нужно: {what}",
    "and, or, or the end": "and, or или конец условия",
    "a closing parenthesis": "закрывающая скобка",
    "a comparison such as >= 4": "сравнение, например >= 4",
    "R, F, M or a number": "R, F, M или число",
    "the condition is nested too deeply": "слишком много скобок внутри скобок",
    "a condition on R, F and M": "условие на R, F и M",
    "{reason}, at character {place} of the condition": "{reason} (знак {place} условия)",
    "segment {id}: {reason} ({text!r}, character {place})": (
        "сегмент {id}: {reason} ({text!r}, знак {place})"
    ),
    "such as: R >= 4 and F = 1": "например: R >= 4 and F = 1",
    "Champions": "Лучшие клиенты",
    "Loyal customers": "Лояльные клиенты",
    "New customers": "Новые клиенты",
    "Promising customers": "Перспективные клиенты",
    "Fading customers": "Остывающие клиенты",
    "Customers at risk": "Клиенты под угрозой ухода",
    "Lost customers": "Потерянные клиенты",
    "there are no sales: {n} {n:row|rows} read, none left": (
        "продаж нет: {n:прочитана|прочитано|прочитано} {n} {n:строка|строки|строк}, "
        "ни одной не осталось"
    ),
    "the last order is of {last}, after the reference day {asked}": (
        "последний заказ — {last}, позже опорного дня {asked}"
    ),
    "take a later reference day, or leave out later orders by where in data.yaml": (
        "возьмите опорный день позже или отсеките поздние заказы через where в data.yaml"
    ),
    "Customers from sales": "Клиенты по продажам",
    "{customers} {n:customer|customers} · {orders} {k:order|orders} · {money} in all": (
        "{customers} {n:клиент|клиента|клиентов} · {orders} {k:заказ|заказа|заказов} · "
        "всего {money}"
    ),
    "orders from {first} to {last}": "заказы с {first} по {last}",
    "days are counted back from {day}": "дни считаются назад от {day}",
    "{count} {n:order|orders} of 0 or less, such as returns, are in all figures": (
        "{count} {n:заказ|заказа|заказов} на 0 и меньше, например возвраты: они есть во всех числах"
    ),
    "Segments": "Сегменты",
    "the middle customer's days, orders and money": "дни, заказы и деньги — медианы",
    "customers": "клиенты",
    "R days": "R дни",
    "F orders": "F заказы",
    "M money": "M деньги",
    "Scores from 1 to 5": "Баллы от 1 до 5",
    "5 is best; equal values, equal scores": "5 — лучше всех; у равных балл один",
    "R how lately": "R как давно",
    "F how often": "F как часто",
    "M how much": "M на сколько",
    "ABC by money": "ABC по деньгам",
    "A: before 80 % of all money is reached, B: before 95 %, C: the rest": (
        "A — пока не набралось 80 % денег, B — 95 %, C — остальные"
    ),
    "money": "деньги",
    "paid at least": "не меньше",
    "Customers": "Клиенты",
    "all of them: --format csv or json": "все: --format csv или json",
    "Cohorts by month of the first order": "Когорты по месяцу первого заказа",
    "% who ordered so many months later": "% заказавших через столько месяцев",
    "* {month} is not over: sales end on {last}": "* {month} не закончен: продажи до {last}",
    "{shade} is {share}": "{shade} — это {share}",
    "{n} earlier {n:cohort|cohorts} not shown": (
        "не {n:показана|показаны|показаны} {n} {n:когорта|когорты|когорт} раньше"
    ),
    "{n} later {n:month|months} not shown": (
        "не {n:показан|показаны|показаны} {n} {n:месяц|месяца|месяцев} позже"
    ),
    "Retention and value": "Удержание и ценность",
    "from {first} to {last}": "с {first} по {last}",
    "Active at the start": "Активны в начале",
    "with an order in the {n} {n:day|days} before the period": (
        "с заказом за {n} {n:день|дня|дней} до периода"
    ),
    "Active at the end": "Активны в конце",
    "with an order in the {n} {n:day|days} up to its end": (
        "с заказом за {n} {n:день|дня|дней} до его конца включительно"
    ),
    "Won": "Пришли",
    "active at the end and not at the start: {new} new, {back} won back": (
        "активны в конце и не были в начале: {new} новых, {back} вернувшихся"
    ),
    "Retained": "Удержаны",
    "CRR: of those at the start, active at the end, too": (
        "CRR: из активных в начале активны и в конце"
    ),
    "CRR: nobody was active before the period; a later one begins with --from": (
        "CRR: до периода активных не было; период позже задаёт --from"
    ),
    "Churned": "Ушли",
    "CCR: those who did not stay, 1 − CRR": "CCR, отток: 1 − CRR",
    "Bought again": "Купили ещё",
    "RPR: of customers with an order in the period, those with more than one": (
        "RPR: из заказавших в периоде заказали больше одного раза"
    ),
    "Average order": "Средний чек",
    "money / orders": "деньги / заказы",
    "Orders per customer": "Заказов на клиента",
    "of customers with an order in the period": "у заказавших в периоде",
    "Lifetime": "Срок жизни",
    "periods that a customer stays: 1 / CCR, or lifetime in data.yaml": (
        "столько периодов клиент остаётся: 1 / CCR или lifetime из data.yaml"
    ),
    "LTV by formula": "LTV по формуле",
    "average order × orders per customer × lifetime × margin where given": (
        "средний чек × заказов на клиента × срок жизни × маржа, если задана"
    ),
    "LTV so far": "LTV по факту",
    "all money / all customers since {day} × margin where given": (
        "все деньги / все клиенты с {day} × маржа, если задана"
    ),
    "Bought again ever": "Купили ещё за всё время",
    "of all customers, those with more than one order": "доля клиентов с двумя заказами и больше",
    "Loyalty programme": "Программа лояльности",
    "95 % intervals": "интервалы 95 %",
    "{n} of {all} customers; {interval}": "{n} из {all} клиентов; {interval}",
    "Members": "Участники",
    "{count} {n:member|members} used a bonus; {interval}": (
        "бонусом {n:воспользовался|воспользовались|воспользовались} {count} "
        "{n:участник|участника|участников}; {interval}"
    ),
    "Redeemed": "Воспользовались",
    "{used} of {given} points given were used": "потрачено {used} из {given} начисленных баллов",
    "Points redeemed": "Баллы потрачены",
    "{month} is not over: sales end on {last}": "{month} не закончен: продажи до {last}",
    "--theme is of a picture": "--theme — для картинки",
    "write it to a file that ends in .svg, .html, .png or .pdf": (
        "запишите её в файл с окончанием .svg, .html, .png или .pdf"
    ),
    "Who comes back": "Кто возвращается",
    "share who came back": "доля вернувшихся",
    "Customers by the month of their first order: % who ordered later": (
        "Клиенты по месяцу первого заказа: % заказавших потом"
    ),
    "months later": "месяцев спустя",
    "the customers were not asked for": "список клиентов не запрашивали",
    "segment(…, customers=True)": "segment(…, customers=True): так список будет",
}
