"""Journeys built in Python, one for each shape a map must cope with."""

from __future__ import annotations

import random

from cjm.journey import (
    Channel,
    Journey,
    Persona,
    PersonaScores,
    Stage,
    Start,
    Touchpoint,
    Transition,
)
from cjm.testing import HOSTILE

CHANNELS = ("web", "app", "phone", "store", "email", "chat", "sms", "courier", "social", "mail")
TITLES_RU = (
    "Реклама в ленте", "Обзор у блогера", "Совет подруги", "Отзывы на маркетплейсе",
    "Карточка товара на сайте", "Сравнение моделей", "Консультация бариста", "Проверка наличия",
    "Регистрация", "Выбор окна доставки", "Оплата заказа", "Подтверждение письмом",
    "Сообщение о сроке доставки", "Доставка курьером", "Перенос доставки", "Самовывоз",
    "Первая чашка", "Звонок в поддержку", "Переписка с мастером", "Повторный заказ",
)  # fmt: skip


def transitions(**ways: float) -> tuple[Transition, ...]:
    """Transitions from names and probabilities."""
    return tuple(Transition(to, p) for to, p in ways.items())


def coffee(language: str = "ru") -> Journey:
    """The mock-ups' journey: two starts, a backward transition, drop-offs, two personas."""

    def point(
        id: str, title: str, stage: str, channel: str, o: float, b: float, **more: object
    ) -> Touchpoint:
        return Touchpoint(
            id, title, stage=stage, channel=channel, expectation=o, experience=b, **more
        )  # type: ignore[arg-type]

    to = transitions
    anna = (PersonaScores("anna", experience=4), PersonaScores("boris", experience=6.5))  # type: ignore[arg-type]
    return Journey(
        "coffee-machine",
        (
            point("ad", "Обзор у блогера", "choose", "social", 6, 7, next=to(card=1)),
            point("card", "Карточка товара на сайте", "choose", "web", 7.5, 7.5,
                  next=to(consult=0.3, pay=0.48)),
            point("consult", "Консультация бариста", "order", "chat", 7, 9, next=to(pay=1)),
            point("pay", "Оплата заказа", "order", "app", 8, 8, next=to(pickup=0.3, track=0.7)),
            point("pickup", "Самовывоз из магазина", "receive", "store", 7, 8,
                  next=to(review=0.92, hotline=0.08)),
            point("track", "Сообщение о сроке доставки", "receive", "sms", 8, 6.5,
                  next=to(courier=1)),
            point("courier", "Доставка курьером", "receive", "courier", 9, 5, by_persona=anna,
                  moment_of_truth=True, next=to(review=0.62, hotline=0.38)),
            point("review", "Отзыв и зёрна в подарок", "after", "email", 6, 9, outcome="success"),
            point("hotline", "Звонок в поддержку", "after", "phone", 8, 5,
                  next=to(review=0.3, ticket=0.7)),
            point("ticket", "Переписка с мастером", "after", "messenger", 7, 5,
                  next=to(courier=0.45, refund=0.35)),
            point("refund", "Возврат денег", "after", "app", 8, 5.5, outcome="failure"),
        ),
        title="Покупка кофемашины в интернет-магазине «Зерно»",
        description="От обзора блогера до отзыва и подарка. III квартал 2026 года, 1 840 анкет.",
        language=language,  # type: ignore[arg-type]
        personas=(
            Persona("anna", "Анна", 0.6, ("покупает с телефона, ждёт к назначенному часу",)),
            Persona("boris", "Борис", 0.4, ("выбирает надолго, привык решать по телефону",)),
        ),
        channels=(
            Channel("web", "Сайт"), Channel("app", "Приложение"), Channel("phone", "Телефон"),
            Channel("chat", "Чат"), Channel("messenger", "Мессенджер"), Channel("email", "Письмо"),
            Channel("sms", "СМС"), Channel("store", "Магазин"), Channel("courier", "Курьер"),
            Channel("social", "Соцсети"),
        ),
        stages=(
            Stage("choose", "Выбор", "Понять, что подойдёт"),
            Stage("order", "Заказ", "Купить за пять минут"),
            Stage("receive", "Получение", "Забрать точно в срок"),
            Stage("after", "После покупки", "Знать, что не бросят"),
        ),
        start=(Start("ad", 0.6), Start("card", 0.4)),
    )  # fmt: skip


def small() -> Journey:
    """Three touchpoints in English; the last one unmeasured."""
    return Journey(
        "refill",
        (
            Touchpoint("order", "Order online", stage="before", channel="web",
                       expectation=7, experience=8,  # type: ignore[arg-type]
                       next=(Transition("deliver", 0.9, "paid"),)),
            Touchpoint("deliver", "Delivery to the door", stage="during", channel="courier",
                       expectation=8,  # type: ignore[arg-type]
                       experience=6, next=transitions(thanks=1)),
            Touchpoint("thanks", "Thank-you note", stage="after", channel="email", expectation=5),  # type: ignore[arg-type]
        ),
        title="Ink refill",
        description="A short journey.",
        stages=(Stage("before", "Before"), Stage("during", "During"), Stage("after", "After")),
    )  # fmt: skip


def unstaged() -> Journey:
    """No stages: branches, a way back over several ranks, a self-loop."""
    to = transitions
    return Journey(
        "support",
        (
            Touchpoint("ask", "Ask a question", channel="chat", expectation=7, experience=6,  # type: ignore[arg-type]
                       next=to(bot=0.7, call=0.3)),
            Touchpoint("bot", "Bot answers", channel="chat", expectation=6, experience=3,  # type: ignore[arg-type]
                       next=to(bot=0.2, agent=0.4, solved=0.3)),
            Touchpoint("call", "Call the hotline", channel="phone", expectation=7, experience=7,  # type: ignore[arg-type]
                       next=to(agent=1)),
            Touchpoint("agent", "Agent takes over", channel="phone", expectation=8, experience=9,  # type: ignore[arg-type]
                       moment_of_truth=True, next=to(visit=0.3, solved=0.5, ask=0.2)),
            Touchpoint("visit", "Engineer visits", channel="visit", next=to(solved=0.8, agent=0.2)),
            Touchpoint("solved", "Solved", channel="email", expectation=8, experience=8,  # type: ignore[arg-type]
                       outcome="success"),
        ),
        title="Support without stages",
    )  # fmt: skip


def loops() -> Journey:
    """Self-loops, both ways between neighbours, bulges, and many ways back over stages."""
    to = transitions
    n = [
        Touchpoint("a", "Поиск", stage="s1", channel="web", expectation=7, experience=6,  # type: ignore[arg-type]
                   next=to(a=0.2, b=0.3, c=0.2, g=0.2)),
        Touchpoint("b", "Фильтры", stage="s1", channel="web", expectation=7, experience=7,  # type: ignore[arg-type]
                   next=to(a=0.5, c=0.5)),
        Touchpoint("c", "Карточка", stage="s1", channel="web", expectation=7, experience=8,  # type: ignore[arg-type]
                   next=to(a=0.3, d=0.5, c=0.1)),
        Touchpoint("d", "Корзина", stage="s2", channel="app", expectation=7, experience=5,  # type: ignore[arg-type]
                   next=(Transition("a", 0.2, "ещё товар"), Transition("e", 0.5),
                         Transition("f", 0.2))),
        Touchpoint("e", "Оплата", stage="s2", channel="app", expectation=8, experience=4,  # type: ignore[arg-type]
                   next=to(d=0.3, f=0.3, g=0.2, e=0.1)),
        Touchpoint("f", "Доставка", stage="s3", channel="courier", expectation=8, experience=6,  # type: ignore[arg-type]
                   next=to(g=0.5, a=0.2, e=0.2)),
        Touchpoint("g", "Отзыв", stage="s4", channel="email", expectation=6, experience=9,  # type: ignore[arg-type]
                   moment_of_truth=True, next=to(h=0.4, a=0.2, d=0.2, f=0.1)),
        Touchpoint("h", "Возврат", stage="s4", channel="store", expectation=6, experience=6,  # type: ignore[arg-type]
                   next=to(b=0.4, i=0.4)),
        Touchpoint("i", "Деньги пришли", stage="s4", channel="app", expectation=6, experience=7),  # type: ignore[arg-type]
    ]  # fmt: skip
    stages = tuple(Stage(f"s{i}", t) for i, t in enumerate(("Поиск", "Заказ", "Путь", "Итог"), 1))
    return Journey("loops", tuple(n), title="Петли", language="ru", stages=stages)


def large(count: int, stages: int = 6, seed: int = 1, language: str = "ru") -> Journey:
    """A journey as people draw them: mostly on to the next, some leaps, some ways back."""
    chance = random.Random(seed)
    per = -(-count // stages)
    points = []
    for i in range(count):
        score = chance.randrange(8, 19) / 2
        lived = min(10, max(0, score + chance.choice((-4, -2.5, -1, -0.5, 0, 0, 1, 1.5, 3))))
        points.append(
            Touchpoint(
                f"t{i}",
                f"{TITLES_RU[i % len(TITLES_RU)]}" + (f" {i // 20 + 1}" if i >= 20 else ""),
                stage=f"s{i // per}" if stages > 1 else None,
                channel=chance.choice(CHANNELS),
                moment_of_truth=chance.random() < 0.15,
                expectation=None if chance.random() < 0.06 else score,  # type: ignore[arg-type]
                experience=lived,  # type: ignore[arg-type]
                next=_ways(i, count, per, chance),
            )
        )
    heads = tuple(Stage(f"s{k}", f"Этап {k + 1}") for k in range(-(-count // per)))
    return Journey(
        f"large-{count}",
        tuple(points),
        title=f"{count} точек контакта",
        language=language,  # type: ignore[arg-type]
        stages=heads if stages > 1 else (),
        start=(Start("t0", 0.7), Start("t2", 0.3)),
    )


def _ways(i: int, count: int, per: int, chance: random.Random) -> tuple[Transition, ...]:
    ends = {i + 1} if i % per != per - 1 or chance.random() < 0.5 else set()
    if chance.random() < 0.7:
        ends.add(i + per + chance.randrange(-1, 2))
    if chance.random() < 0.1:
        ends.add(i - per)
    if chance.random() < 0.1:
        ends.add(i + 2 * per)
    if chance.random() < 0.06:
        ends.add(i - 2 * per)
    kept = [e for e in sorted(ends) if 0 <= e < count]
    if i >= count - 2:
        kept = []
    left = 1.0 if chance.random() < 0.8 else 0.9
    shares = [0.1 + chance.random() for _ in kept]
    parts = [int(100 * left * s / sum(shares)) / 100 for s in shares]
    if parts:
        parts[-1] = round(left - sum(parts[:-1]), 2)
    return tuple(Transition(f"t{e}", p) for e, p in zip(kept, parts, strict=True))


def hostile() -> Journey:
    """Titles that try to break out of XML, of their boxes, or of the font."""
    points = tuple(
        Touchpoint(
            f"h{i}",
            text,
            stage=f"s{i % 3}",
            channel="c",
            expectation=5 + i % 4,  # type: ignore[arg-type]
            experience=6,  # type: ignore[arg-type]
            moment_of_truth=i % 4 == 0,
            next=(Transition(f"h{i + 1}", 0.6, text[:14]),) if i + 1 < len(HOSTILE) else (),
        )
        for i, text in enumerate(HOSTILE)
    )
    return Journey(
        "hostile",
        points,
        title=HOSTILE[0] + HOSTILE[7],
        description=HOSTILE[3] + HOSTILE[4] + HOSTILE[8],
        channels=(Channel("c", HOSTILE[1]),),
        personas=tuple(Persona(f"p{i}", t, 1 / 6, (t,)) for i, t in enumerate(HOSTILE[:6])),
        stages=tuple(Stage(f"s{i}", HOSTILE[i * 3 + 1], HOSTILE[i + 5]) for i in range(3)),
    )


def loose() -> Journey:
    """Stages, one of them empty, and touchpoints without a stage before, between and after."""
    to = transitions
    return Journey(
        "loose",
        (
            Touchpoint("before", "Heard of it", next=to(one=1)),
            Touchpoint("one", "First", stage="s1", next=to(between=0.5, three=0.5)),
            Touchpoint("between", "On the way", next=to(more=1)),
            Touchpoint("more", "Further on the way", next=to(three=1)),
            Touchpoint("three", "Last", stage="s3", next=to(after=1)),
            Touchpoint("after", "Memory"),
        ),
        stages=(Stage("s1", "One"), Stage("s2", "Two"), Stage("s3", "Three")),
    )


def complete(count: int) -> Journey:
    """Everything leads to everything: what hangs layout engines."""
    ids = [f"k{i}" for i in range(count)]
    return Journey(
        f"complete-{count}",
        tuple(
            Touchpoint(id, next=tuple(Transition(other) for other in ids if other != id))
            for id in ids
        ),
    )


def scored(id: str, title: str, o: float | None, b: float | None, **more: object) -> Touchpoint:
    """A touchpoint without evidence."""
    scores = {"expectation": o, "experience": b}
    return Touchpoint(id, title, **scores, **more)  # type: ignore[arg-type]


def unmeasured() -> Journey:
    """Nothing is known but the way."""
    points = (
        scored("a", "First", None, None, next=transitions(b=0.9)),
        scored("b", "Second", None, None),
    )
    return Journey("unmeasured", points)


def alone() -> Journey:
    """One touchpoint is a journey."""
    return Journey("alone", (scored("a", "Only this", 7, 5, outcome="success"),))


def trap() -> Journey:
    """Customers who come in never leave."""
    points = (
        scored("a", "Come in", 7, 6, next=transitions(b=0.5, c=0.5)),
        scored("b", "Bot hands over to agent", 7, 5, next=transitions(c=1)),
        scored("c", "Agent hands over to bot", 7, 3, next=transitions(b=1)),
        scored("d", "Nobody gets here", 7, 9, outcome="success"),
    )
    return Journey("trap", points)


def exitless() -> Journey:
    """Everybody leaves without a word."""
    points = (
        scored("a", "Come in", 7, 6, next=transitions(b=0.5, c=0.2)),
        scored("b", "Go on", 7, 5, next=transitions(c=0.6)),
        scored("c", "Look round", 7, 9, next=transitions(a=0.3)),
    )
    return Journey("exitless", points)


def queue() -> Journey:
    """A self-loop that is a doom loop, with a drop-off beside it."""
    points = (
        scored("a", "Очередь", 7, 3.5, next=transitions(a=0.6, b=0.3)),
        scored("b", "Касса", 7, 8, outcome="success"),
    )
    return Journey("queue", points, language="ru")


def back_and_forth() -> Journey:
    """Neighbours below each other that lead to one another, with drop-offs."""
    points = (
        scored("a", "Call", 7, 3, stage="s", next=transitions(b=0.6, c=0.3)),
        scored("b", "Wait", 7, 2.5, stage="s", next=transitions(a=0.7, c=0.2)),
        scored("c", "Answer", 7, 8, stage="t", outcome="success"),
    )
    return Journey("back", points, stages=(Stage("s", "Ask"), Stage("t", "Done")))


SHAPES = {
    "coffee": coffee,
    "small": small,
    "unstaged": unstaged,
    "loops": loops,
    "loose": loose,
    "hostile": hostile,
    "twenty": lambda: large(20, 4, seed=3),
    "forty": lambda: large(40, 5),
    "sixty": lambda: large(60, 8),
    "chain": lambda: large(30, 1),
    "complete": lambda: complete(9),
    "unmeasured": unmeasured,
    "alone": alone,
    "trap": trap,
    "exitless": exitless,
    "queue": queue,
    "back": back_and_forth,
}
"""Every sample, by name."""
