"""Journeys with all that a map sheet shows."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from graph_samples import coffee

from cjm.journey import (
    Channel,
    Comparison,
    Improvement,
    Journey,
    Judgement,
    Lane,
    LaneTexts,
    Lift,
    Link,
    Metric,
    Paired,
    Persona,
    PersonaScores,
    ScenarioStep,
    Score,
    Stage,
    Touchpoint,
    Transition,
    Waiver,
)
from cjm.testing import HOSTILE

# emotions, strengths, pains, quote, owner, and the scores of Anna and Boris
SAID = {
    "ad": ("любопытство", ("честный обзор, с минусами",), ("нет ссылки на модель",),
           "Показали, как она шумит, и я поверила", "Маркетинг", 7, 7),
    "card": ("интерес и сомнение", ("понятное сравнение моделей",),
             ("срок доставки виден только после оплаты",),
             "Когда привезут, узнаю в самом конце?", "Продукт", 7.1, 8.1),
    "consult": ("доверие", ("бариста отвечает за две минуты", "советует то, что дешевле"), (),
                "Подобрали под мою воду!", "Продажи", 9.4, 8.4),
    "pay": ("спокойствие", ("оплата в два касания",), ("чек приходит не сразу",), None,
            "Продукт", 8.4, 7.4),
    "pickup": ("удовольствие", ("чашка кофе при выдаче",), ("мало пунктов выдачи",),
               "Налили эспрессо, пока ждал", "Розница", 7.6, 8.6),
    "track": ("тревога", ("сообщение приходит сразу",),
              ("окно доставки с 9 до 21", "нет ссылки на карту"),
              "С девяти до девяти — это не время", "Логистика", 5.9, 7.4),
    "courier": ("злость, бессилие", ("бережная упаковка",),
                ("опоздание на три часа", "курьер не предупредил", "вмятина на корпусе"),
                "Отпросилась с работы, а он не приехал", "Логистика", 4, 6.5),
    "review": ("радость, «АХ!»", ("зёрна в подарок без повода", "записка от руки"), (),
               "Подарок! Совсем не ждала", "Маркетинг", 9.4, 8.4),
    "hotline": ("раздражение", ("оператор не спорит",),
                ("12 минут на линии", "снова назвать номер заказа"),
                "В третий раз называю номер заказа", "Контакт-центр", 5.4, 4.4),
    "ticket": ("усталость", ("мастер вежлив",), ("ответ через сутки", "опять ждать курьера"),
               "Опять ждать курьера?", "Сервис", 5.6, 4.1),
    "refund": ("обида", ("без лишних справок",), ("деньги идут десять дней",),
               "Вернули, а осадок остался", "Финансы", 5.9, 4.9),
}  # fmt: skip
IMPROVEMENTS = (
    Improvement("window", "Срок доставки на карточке", (Lift("card", 1),), phase="do",
                due=date(2027, 2, 28)),
    Improvement("hours", "Окно доставки два часа", (Lift("track", 1.5),), due=date(2027, 3, 31)),
    Improvement("call", "Звонок за час и курьер на карте", (Lift("courier", 3),), phase="do",
                due=date(2027, 1, 31)),
    Improvement("order", "Заказ открыт у оператора", (Lift("hotline", 2),), phase="check",
                due=date(2026, 12, 15)),
    Improvement("loan", "Подменная машина на время ремонта", (Lift("ticket", 2.5),),
                due=date(2027, 4, 30)),
    Improvement("fast", "Возврат за три дня", (Lift("refund", 1.5),), phase="act",
                due=date(2026, 11, 1)),
)  # fmt: skip


def full(language: str = "ru") -> Journey:
    """The mock-ups' journey with emotions, voices, owners and improvements."""
    journey = coffee(language)
    return replace(
        journey,
        touchpoints=tuple(_said(p) for p in journey.touchpoints),
        improvements=IMPROVEMENTS,
    )


def _said(point: Touchpoint) -> Touchpoint:
    emotion, strengths, pains, quote, owner, anna, boris = SAID[point.id]
    return replace(
        point,
        emotions=(emotion,),
        strengths=strengths,
        pains=pains,
        quotes=(quote,) if quote else (),
        owner=owner,
        by_persona=(
            PersonaScores("anna", experience=Score(anna)),
            PersonaScores("boris", experience=Score(boris)),
        ),
    )


def to_be() -> Journey:
    """The same journey as it should be: a touchpoint gone, one new, the delivery mended."""
    journey = full()
    kept = [p for p in journey.touchpoints if p.id not in ("ticket", "refund")]
    points = []
    for point in kept:
        if point.id == "courier":
            point = replace(point, experience=Score(9), by_persona=())
        if point.id == "track":
            point = replace(point, experience=Score(8.5), by_persona=())
        if point.id == "hotline":
            point = replace(
                point,
                experience=Score(8),
                by_persona=(),
                next=(Transition("loan", 0.3), Transition("review", 0.7)),
            )
        points.append(point)
    loan = Touchpoint("loan", "Подменная машина", stage="after", channel="courier",
                      expectation=Score(6),
                      experience=Score(9), next=(Transition("review", 1),))  # fmt: skip
    return replace(
        journey, touchpoints=(*points, loan), state="to-be", improvements=journey.improvements[:4]
    )


def crowd(count: int = 4) -> Journey:
    """As many personas, each with scores of its own."""
    journey = full()
    names = ("Анна", "Борис", "Вера", "Глеб", "Дина", "Егор")[:count]
    personas = tuple(Persona(f"p{i}", name, 1 / count) for i, name in enumerate(names))
    points = tuple(
        replace(
            point,
            by_persona=tuple(
                PersonaScores(p.id, experience=Score((i * 3 + k * 4) % 9 + 0.5))
                for k, p in enumerate(personas)
            ),
        )
        for i, point in enumerate(journey.touchpoints)
    )
    return replace(journey, touchpoints=points, personas=personas)


def rich(language: str = "ru") -> Journey:
    """One touchpoint that says everything a touchpoint can say, beside two that say little."""
    score = Score(8.4, 412, 1.3, "CSAT 2026-Q3", date(2026, 9, 30), ("тихо", "чисто"))
    ride = Touchpoint(
        "ride", "Поездка", stage="trip", channel=("car", "app"),
        description="От подачи до высадки",
        duration="40 min",
        moment_of_truth=True,
        expectation=Score(9, 120, 0.8, because=("чистый салон", "молчаливый водитель")),
        experience=score,
        paired=Paired(120, 1.75, 0.52),
        importance=2,
        actions=("садится", "едет"),
        thoughts=("Успею ли?",),
        emotions=("раздражение", "обида"),
        strengths=("машина подана вовремя",),
        pains=("водитель говорит по телефону", "запах в салоне"),
        opportunities=("спросить о музыке",),
        owner="автопарк",
        standard=("салон убран перед сменой", "приветствие по имени"),
        scenario=(ScenarioStep("Встреча", "Добрый день!", "открывает дверь", "уверенность"),),
        backstage=("диспетчерская", "мойка"),
        root_cause=("курьер занят", "нет учёта загрузки", "старая система"),
        quotes=("Хотел тишины", "«Больше не сяду»"),
        metrics=(
            Metric("csat", 71, Comparison(">=", 90)),
            Metric("response_time", 7, Comparison("<=", 9), "min"),
            Metric("nps", 42),
            Metric("on_time", target=Comparison(">=", 95), unit="%", title="Вовремя"),
        ),
        links=(Link("ticket", "https://example.org/T-1"), Link("share", "file:///etc/passwd")),
        by_persona=(
            PersonaScores(
                "anna", experience=Score(4, 30, 2), paired=Paired(30, 1.5),
                actions=("пишет отчёт",), thoughts=("Дописать бы",), pains=("укачивает",),
                quotes=("Мне бы тишины",), metrics=(Metric("csat", 60),),
                lanes=(LaneTexts("x-systems", ("ноутбук",)),),
            ),
            PersonaScores("boris", pains=("укачивает",)),
        ),
        lanes=(LaneTexts("x-systems", ("навигатор", "касса")),),
        next=(Transition("pay", 0.9, wait="2 min"), Transition("cancel", 0.06)),
    )  # fmt: skip
    return Journey(
        "rich",
        (
            ride,
            Touchpoint("pay", "Оплата", stage="after", channel="app",
                       expectation=Score(7), experience=Score(8),
                       outcome="success"),
            Touchpoint("cancel", "Отмена", stage="trip", channel="app", outcome="failure"),
        ),
        title="Такси",
        language=language,  # type: ignore[arg-type]
        channels=(Channel("car", "Автомобиль", "offline"), Channel("app", "Приложение")),
        stages=(
            Stage("trip", "Поездка", "Доехать в тишине", "От двери до двери",
                  emotions=("спокойствие",), pains=("пробки",),
                  opportunities=("предупреждать о пробке",), owner="город",
                  metrics=(Metric("late", 12, Comparison("<=", 10), "%", title="Опозданий"),),
                  lanes=(LaneTexts("x-systems", ("Диспетчер 3",)),)),
            Stage("after", "После"),
        ),
        personas=(Persona("anna", "Анна", 0.5), Persona("boris", "Борис", 0.5)),
        lanes=(Lane("x-systems", "Системы"),),
        improvements=(
            Improvement("quiet", "Стандарт тихой поездки", (Lift("ride", 3), Lift("pay", 0.5)),
                        cost=120, owner="автопарк", due=date(2027, 1, 31),
                        judged_by=(Judgement("calls", "Жалоб", "%", 30, Comparison("<=", 10), 15,
                                             date(2026, 11, 1)),)),
            Improvement("wash", HOSTILE[8], (Lift("ride", 1),), phase="act"),
        ),
        waivers=(
            Waiver("negative-gap", "чиним весной", "cancel", date(2027, 3, 31)),
            Waiver("CJM4", "пилот"),
        ),
    )  # fmt: skip
