"""Draw the pictures of docs/figures.md: every number in them is computed from docs/examples.

    python tools/draw_figures.py            # writes docs/images/figures/*.svg
    python tools/draw_figures.py --png DIR  # PNGs beside that, to look at

The same example gives the same bytes. Colours and marks are those of the maps, theme light.
"""

from __future__ import annotations

import argparse
import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import accumulate, pairwise
from pathlib import Path

import cjm
from cjm.analysis import Analysis
from cjm.analysis.planning import plan
from cjm.design.themes import LIGHT
from cjm.design.tokens import DELIGHT as GOOD
from cjm.design.tokens import DISAPPOINTMENT as BAD
from cjm.design.tokens import SATISFACTION as EVEN
from cjm.design.tokens import Paint
from cjm.maps.components.gaptag import gap_tag
from cjm.maps.components.marks import arrowhead
from cjm.maps.components.scores import dumbbell
from cjm.maps.scene.canvas import Canvas
from cjm.maps.scene.geometry import Box, Point
from cjm.maps.scene.model import Scene
from cjm.maps.scene.text import width_of
from cjm.maps.writers.png import png_of
from cjm.maps.writers.svg import svg_of

ROOT = Path(__file__).resolve().parent.parent
EXAMPLES = {
    "en": ROOT / "docs" / "examples" / "worked.yaml",
    "ru": ROOT / "docs" / "examples" / "worked.ru.yaml",
}
TARGET = ROOT / "docs" / "images" / "figures"
WIDTH = 720
BUDGET = 5
"""The budget that the page speaks of."""

WORDS = {
    "en": {
        "search": "Search",
        "ask": "Ask the chat",
        "pay": "Payment",
        "done": "Order confirmed",
        "levels": "Three levels: disappointment, as expected, delight",
        "disappointment": "Disappointment",
        "satisfaction": "Satisfaction",
        "delight": "Delight",
        "expected": "expected {}, got {}",
        "interval": "The 95 % intervals of two gaps, one across zero and one clear of it",
        "chance_gap": "may be chance",
        "certain_gap": "certain",
        "flow": "Of 100 customers: how many meet each touchpoint and how often, and how they end",
        "of_100": "Of 100 customers",
        "reach": "met by",
        "visits": "visits",
        "end": "How they end",
        "success": "order placed",
        "drop_off": "left without a word",
        "stakes": "What each touchpoint decides: the chance of success before and after it",
        "chance": "chance of success",
        "stakes_of": "stakes",
        "leaves": "leaves",
        "balance": "Impacts add up to the balance of the average customer",
        "account": "Balance",
        "likely": "The running balance along the likely path",
        "running": "account after each touchpoint",
        "overdrawn": "overdrawn here",
        "even": "back to zero",
        "loop": "A doom loop: every round takes four points from the account",
        "round": "a round",
        "rounds": "after {} rounds",
        "round_1": "after 1 round",
        "disappointed": "A hundred customers: who ends below zero",
        "leave_group": ("leave at the search", "account −1"),
        "ask_group": ("go through the chat", "account −3 or lower"),
        "direct_group": ("search, pay, done", "account 0"),
        "below": "end below zero",
        "not_below": "do not",
        "peak_end": "Peak and end of one visit to the shop",
        "peak": "peak",
        "last": "end",
        "memory": "remembered {}",
        "mean": "plain mean {}",
        "vital_few": "Losses, the largest first: one is not 80 % yet, two are",
        "carried": "{} of the loss so far",
        "line_80": "80 %",
        "personas": "The balance of everybody and of two personas",
        "everybody": "Everybody",
        "newcomer": "Newcomer",
        "regular": "Regular customer",
        "of_them": "{} disappointed",
        "plan": "What each sum can buy: cost against balance",
        "cost": "cost, thousands",
        "filters": "filters",
        "chat": "chat",
        "thanks": "thank-you",
        "nothing": "as it is",
        "all": "all three",
        "budget": "budget",
        "alone": "filters alone: beaten",
    },
    "ru": {
        "search": "Поиск",
        "ask": "Вопрос в чат",
        "pay": "Оплата",
        "done": "Заказ оформлен",
        "levels": "Три уровня: разочарование, удовлетворённость, «АХ!»",
        "disappointment": "Разочарование",
        "satisfaction": "Удовлетворённость",
        "delight": "«АХ!»",
        "expected": "ждали {}, получили {}",
        "interval": "95-процентные интервалы двух разрывов: один проходит через ноль, другой нет",
        "chance_gap": "может быть случайность",
        "certain_gap": "достоверно",
        "flow": "Из 100 клиентов: сколько доходит до точки, сколько раз в ней бывают и чем кончают",
        "of_100": "Из 100 клиентов",
        "reach": "доходят",
        "visits": "посещений",
        "end": "Чем заканчивают",
        "success": "оформили заказ",
        "drop_off": "ушли молча",
        "stakes": "Что решает каждая точка: шанс на успех до и после неё",
        "chance": "шанс на успех",
        "stakes_of": "ставка",
        "leaves": "уходит",
        "balance": "Вклады складываются в баланс среднего клиента",
        "account": "Баланс",
        "likely": "Счёт клиента на вероятном пути",
        "running": "счёт после каждой точки",
        "overdrawn": "здесь счёт в минусе",
        "even": "снова ноль",
        "loop": "Порочный круг: каждый раз он снимает со счёта четыре балла",
        "round": "за круг",
        "rounds": "после {} кругов",
        "round_1": "после 1 круга",
        "disappointed": "Сто клиентов: кто уходит с минусом на счёте",
        "leave_group": ("уходят с поиска", "счёт −1"),
        "ask_group": ("проходят через чат", "счёт −3 и ниже"),
        "direct_group": ("поиск, оплата, заказ", "счёт 0"),
        "below": "уходят с минусом",
        "not_below": "без минуса",
        "peak_end": "Пик и конец одного визита в магазин",
        "peak": "пик",
        "last": "конец",
        "memory": "запомнится {}",
        "mean": "простое среднее {}",
        "vital_few": "Потери от большей к меньшей: одна — ещё не 80 %, две — уже да",
        "carried": "вместе уже {} потерь",
        "line_80": "80 %",
        "personas": "Баланс всех клиентов и двух персон",
        "everybody": "Все клиенты",
        "newcomer": "Новичок",
        "regular": "Постоянный клиент",
        "of_them": "{} разочарованы",
        "plan": "Что можно купить за каждую сумму: стоимость и баланс",
        "cost": "стоимость, тыс.",
        "filters": "фильтры",
        "chat": "чат",
        "thanks": "благодарность",
        "nothing": "как есть",
        "all": "всё сразу",
        "budget": "бюджет",
        "alone": "одни фильтры: есть лучше",
    },
}


@dataclass(frozen=True)
class Sheet:
    """A picture in the making: the canvas, the example's figures, the words of a language."""

    language: str
    canvas: Canvas
    journey: cjm.Journey
    analysis: Analysis

    def __getitem__(self, word: str) -> str:
        found = WORDS[self.language][word]
        assert isinstance(found, str)
        return found

    def lines(self, word: str) -> tuple[str, ...]:
        """A text of several lines."""
        found = WORDS[self.language][word]
        return (found,) if isinstance(found, str) else found

    def number(self, value: float, decimals: int = 2, signed: bool = False) -> str:
        """A number as people read it, with a true minus."""
        text = f"{abs(round(value, 9)):.{decimals}f}"
        if self.language == "ru":
            text = text.replace(".", ",")
        if round(value, decimals) < 0:
            return "−" + text
        return "+" + text if signed and round(value, decimals) > 0 else text

    def percent(self, share: float) -> str:
        """A share in whole percent."""
        return f"{self.number(100 * share, 0)}\u00a0%"

    def text(
        self,
        x: float,
        y: float,
        text: str,
        *,
        size: float = 14,
        bold: bool = False,
        fill: Paint = "ink",
        anchor: str = "start",
    ) -> None:
        """A line of text that stays on the sheet."""
        width = width_of(text, size, bold)
        left = x - {"middle": width / 2, "end": width}.get(anchor, 0)
        assert left >= 0, f"{text!r} leaves the sheet on the left"
        assert left + width <= WIDTH, f"{text!r} leaves the sheet on the right"
        self.canvas.text(x, y, text, size=size, bold=bold, fill=fill, anchor=anchor)

    def arrow(self, points: list[tuple[float, float]], colour: Paint, width: float) -> None:
        """A line with bends and an arrowhead at its end."""
        (x1, y1), (x2, y2) = points[-2:]
        heading = math.atan2(y2 - y1, x2 - x1)
        short = (x2 - 5 * math.cos(heading), y2 - 5 * math.sin(heading))
        for start, end in pairwise([*points[:-1], short]):
            self.canvas.line(start, end, colour, width, round_ends=True)
        arrowhead(self.canvas, Point(x2, y2), heading, width, colour)


Picture = Callable[[Sheet], float]
"""Paints a picture and returns its height."""


def tone_of(value: float) -> tuple[Paint, Paint, Paint | None]:
    """Fill, text and outline for a sum of gaps: below zero, zero, above."""
    if round(value, 9) < 0:
        return BAD.fill, BAD.text, None
    return (GOOD.fill, GOOD.text, None) if round(value, 9) > 0 else (EVEN.fill, "ink", EVEN.outline)


def p(sheet: Sheet, here: str, there: str) -> float:
    """The probability of a transition."""
    return float(sheet.analysis.graph.edges[here, there]["probability"])


# ---- at one touchpoint ----------------------------------------------------------------------


def levels(sheet: Sheet) -> float:
    """Three cards: one for each level, with O, B and C."""
    canvas = sheet.canvas
    for n, id in enumerate(("ask", "done", "pay")):
        figures = sheet.analysis[id]
        x, y = 8 + n * 240, 34
        level = figures.level or ""
        canvas.rect(x, y, 224, 108, fill="card", radius=8, stroke="line")
        gap = sheet.number(figures.gap or 0, 0, signed=True)
        gap_tag(canvas, Box(x + 156, y, 56, 36), level, gap, tip=10, size=22, gap=figures.gap)
        sheet.text(x + 12, y + 28, sheet[id], size=15, bold=True)
        scores = (figures.expectation, figures.experience)
        got = [sheet.number(score or 0, 0) for score in scores]
        sheet.text(x + 12, y + 62, sheet["expected"].format(*got), fill="muted")
        dumbbell(canvas, Point(x + 16, y + 87), 192, sheet.journey.scale, scores, level)
        sheet.text(x + 112, y + 136, sheet[level], bold=True, fill=tone_of(figures.gap or 0)[1],
                   anchor="middle")  # fmt: skip
    return 184


def interval(sheet: Sheet) -> float:
    """Two gaps with their intervals on one axis."""
    canvas = sheet.canvas

    def place(gap: float) -> float:
        return 360 + gap * 56

    for gap in range(-4, 2):
        colour, wide = ("ink", 1.5) if gap == 0 else ("rule", 1.0)
        canvas.line((place(gap), 14), (place(gap), 132), colour, wide)
        sheet.text(place(gap), 152, sheet.number(gap, 0, signed=True), size=13, fill="muted",
                   anchor="middle")  # fmt: skip
    for n, id in enumerate(("search", "ask")):
        figures, y = sheet.analysis[id], 46 + 56 * n
        low, high = figures.interval or (0.0, 0.0)
        certain = high < 0 or low > 0
        colour = BAD.fill if certain else EVEN.line
        sheet.text(8, y + 5, sheet[id], size=15, bold=True)
        canvas.line((place(low), y), (place(high), y), colour, 5, round_ends=True)
        canvas.circle(place(figures.gap or 0), y, 8, fill=colour, stroke="canvas",
                      stroke_width=2)  # fmt: skip
        ends = f"{sheet.number(low)} … {sheet.number(high, signed=True)}"
        sheet.text(450, y, sheet["certain_gap" if certain else "chance_gap"], bold=True)
        sheet.text(450, y + 19, ends, fill="muted")
    return 166


# ---- who goes where -------------------------------------------------------------------------


def flow(sheet: Sheet) -> float:
    """Reach and visits as bars, and how everybody ends."""
    canvas, left, unit = sheet.canvas, 168, 3.3
    sheet.text(8, 24, sheet["of_100"], bold=True)
    y = 40.0
    for figures in sheet.analysis.touchpoints:
        reach, visits = 100 * (figures.reach or 0), 100 * (figures.visits or 0)
        sheet.text(8, y + 19, sheet[figures.id], size=15)
        canvas.rect(left, y, visits * unit, 26, fill="band_head", radius=3, stroke="edge")
        canvas.rect(left, y, reach * unit, 26, fill="likely_path", radius=3)
        met = f"{sheet['reach']} {sheet.number(reach, 0)}"
        sheet.text(left + 10, y + 18, met, size=13, bold=True, fill="on_solid")
        times = f"{sheet.number(visits, 0)} {sheet['visits']}"
        sheet.text(left + visits * unit + 10, y + 18, times, fill="muted")
        y += 36
    outcomes = sheet.analysis.outcomes
    y += 20
    sheet.text(8, y + 21, sheet["end"], bold=True)
    won, lost = outcomes["success"] or 0, outcomes["drop_off"] or 0
    whole = WIDTH - left - 8
    canvas.rect(left, y, won * whole - 2, 32, fill="likely_path", radius=3)
    canvas.rect(left + won * whole, y, lost * whole, 32, radius=3, stroke="edge", dashes=(4, 3))
    sheet.text(left + 10, y + 21, f"{sheet.percent(won)}: {sheet['success']}", bold=True,
               fill="on_solid")  # fmt: skip
    sheet.text(left + won * whole + 8, y + 21, sheet.percent(lost), bold=True)
    sheet.text(left + whole, y + 52, sheet["drop_off"], fill="muted", anchor="end")
    return y + 64


def stakes(sheet: Sheet) -> float:
    """The chance before and after search and ask."""
    canvas = sheet.canvas

    def place(chance: float) -> float:
        return 236 - 190 * chance

    for share in (0, 0.5, 1):
        canvas.line((52, place(share)), (WIDTH - 8, place(share)), "rule")
        sheet.text(44, place(share) + 5, sheet.percent(share), size=13, fill="muted", anchor="end")
    sheet.text(8, 20, sheet["chance"], size=13, fill="muted")
    for x, id in ((158.0, "search"), (510.0, "ask")):
        _decided(sheet, x, id, place)
    return 290


def _decided(sheet: Sheet, x: float, id: str, place: Callable[[float], float]) -> None:
    """The ways out of a touchpoint, each to the chance it leads to."""
    canvas, figures = sheet.canvas, sheet.analysis[id]
    own = figures.chance or 0
    ways = [
        (sheet[there], share["probability"], sheet.analysis[there].chance or 0)
        for there, share in sheet.analysis.graph.adj[id].items()
    ]
    if figures.leaving:
        ways.append((sheet["leaves"], figures.leaving, 0.0))
    for name, share, chance in ways:
        y = place(chance)
        sheet.arrow([(x + 8, place(own)), (x + 68, y)], "edge", 1 + 6 * share)
        told = f"{name} {sheet.percent(chance)}"
        canvas.rect(x + 72, y - 8, width_of(told, 13) + 8, 16, fill="canvas")
        sheet.text(x + 76, y + (11 if 0.8 < chance < 0.9 else 5), told, size=13)
    canvas.circle(x, place(own), 8, fill="solid")
    sheet.text(x - 15, place(own), sheet[id], bold=True, anchor="end")
    sheet.text(x - 15, place(own) + 19, sheet.percent(own), bold=True, anchor="end")
    told = f"{sheet['stakes_of']} {sheet.number(figures.stakes or 0)}"
    sheet.text(x, 272, told, size=16, bold=True, anchor="middle")


# ---- the account ----------------------------------------------------------------------------


def balance(sheet: Sheet) -> float:
    """Impacts one after the other, and the balance they make."""
    canvas, zero, unit = sheet.canvas, 44.0, 62.0
    impacts = [f.impact or 0.0 for f in sheet.analysis.touchpoints]
    tops = list(accumulate(impacts, initial=0.0))
    names = [sheet[f.id] for f in sheet.analysis.touchpoints]
    columns = [*zip(names, tops[:-1], tops[1:], strict=True), (sheet["account"], 0.0, tops[-1])]
    canvas.line((8, zero), (WIDTH - 8, zero), "ink", 1.5)
    for n, (name, before, after) in enumerate(columns):
        x, middle = 24 + n * 140, 74 + n * 140
        fill, colour, outline = tone_of(after - before)
        high, low = max(before, after), min(before, after)
        tall = max((high - low) * unit, 4)
        canvas.rect(x, zero - high * unit, 100, tall, fill=fill, radius=3, stroke=outline)
        if n < len(columns) - 1:
            edge = zero - after * unit
            canvas.line((x + 100, edge), (x + 140, edge), "edge", 1)
        told = sheet.number(after - before, signed=True)
        sheet.text(middle, zero - low * unit + (24 if tall > 4 else 26), told, size=17, bold=True,
                   fill=colour, anchor="middle")  # fmt: skip
        last = n == len(columns) - 1
        sheet.text(middle, zero - 16, name, bold=last, anchor="middle")
    return zero - min(tops) * unit + 40


def likely(sheet: Sheet) -> float:
    """The account after each touchpoint of the likely path."""
    canvas, zero, unit = sheet.canvas, 62.0, 70.0
    path = sheet.analysis.likely_path
    assert path is not None
    sheet.text(8, 20, sheet["running"], size=13, fill="muted")
    canvas.line((8, zero), (WIDTH - 8, zero), "ink", 1.5)
    places = [8.0, *(60.0 + 220 * n for n in range(len(path.touchpoints)))]
    held = [0.0, *path.balance]
    for n, value in enumerate(held):
        start, y = places[n], zero - value * unit
        end = places[n + 1] if n + 1 < len(places) else WIDTH - 8.0
        if value < 0:
            canvas.rect(start, zero, end - start, y - zero, fill=BAD.tint)
        if n:
            canvas.line((start, zero - held[n - 1] * unit), (start, y), "likely_path", 3)
        canvas.line((start, y), (end, y), "likely_path", 3, round_ends=True)
    for n, id in enumerate(path.touchpoints):
        x, value = places[n + 1], path.balance[n]
        fill, colour, outline = tone_of(value)
        y = zero - value * unit
        canvas.circle(x + 20, y, 15, fill=fill, stroke=outline)
        told = sheet.number(value, 0)
        on = BAD.on if value < 0 else "ink"
        sheet.text(x + 20, y + 5, told, bold=True, fill=on, anchor="middle")
        sheet.text(x + 44, zero - 12, sheet[id], size=15, bold=True)
        if id == path.overdrawn_at:
            sheet.text(x + 44, y - 12, sheet["overdrawn"], bold=True, fill=colour)
        elif n and value == 0 > path.balance[n - 1]:
            sheet.text(x + 44, zero + 24, sheet["even"], fill="muted")
    return zero - min(held) * unit + 30


def loop(sheet: Sheet) -> float:
    """The loop, and what three rounds leave on the account."""
    canvas, found = sheet.canvas, sheet.analysis.loops[0]
    canvas.rect(8, 40, 300, 150, fill="halo", radius=16)
    for n, id in enumerate(found.touchpoints):
        y = 52 + 84 * n
        gap = sheet.analysis[id].gap or 0
        canvas.rect(52, y, 212, 42, fill="card", radius=8, stroke="line")
        sheet.text(66, y + 27, sheet[id], size=15, bold=True)
        tag = Box(206, y, 46, 28)
        gap_tag(canvas, tag, "disappointment", sheet.number(gap, 0), tip=8, size=18, gap=gap)
    sheet.arrow([(110, 94), (110, 136)], BAD.fill, 1 + 6 * p(sheet, "search", "ask"))
    sheet.arrow([(190, 136), (190, 98)], BAD.fill, 1 + 6 * p(sheet, "ask", "search"))
    told = f"{sheet.number(found.balance, 0)} {sheet['round']}"
    canvas.rect(86, 190, 144, 30, fill=BAD.fill, radius=6)
    sheet.text(158, 210, told, bold=True, fill=BAD.on, anchor="middle")
    zero, unit = 40.0, 14.0
    canvas.line((350, zero), (WIDTH - 8, zero), "ink", 1.5)
    for n in (1, 2, 3):
        x, total = 372 + (n - 1) * 118, n * found.balance
        canvas.rect(x, zero, 92, -total * unit, fill=BAD.fill, radius=3)
        sheet.text(x + 46, zero - total * unit - 12, sheet.number(total, 0), size=20, bold=True,
                   fill=BAD.on, anchor="middle")  # fmt: skip
        name = sheet["round_1"] if n == 1 else sheet["rounds"].format(n)
        sheet.text(x + 46, zero - 12, name, size=12, fill="muted", anchor="middle")
    return 232


# ---- how they end ---------------------------------------------------------------------------


def disappointed(sheet: Sheet) -> float:
    """A hundred dots: who ends below zero."""
    canvas, step = sheet.canvas, 22
    leave = sheet.analysis["search"].leaving
    groups = [
        ("leave_group", leave, True),
        ("ask_group", p(sheet, "search", "ask"), True),
        ("direct_group", p(sheet, "search", "pay"), False),
    ]
    unhappy = sheet.analysis.disappointed
    assert unhappy is not None
    assert round(sum(share for _, share, below in groups if below) - unhappy.share, 9) == 0
    below_zero = sum(share for _, share, below in groups if below)
    for word, share, left, right, fill in (
        ("below", below_zero, 30.0, 434.0, BAD.text),
        ("not_below", 1 - below_zero, 510.0, 670.0, "ink"),
    ):
        told = f"{sheet.percent(share)} {sheet[word]}"
        sheet.text((left + right) / 2, 20, told, bold=True, fill=fill, anchor="middle")
        canvas.line((left, 34), (right, 34), fill, 2)
    x, top = 90.0, 46.0
    for name, share, below in groups:
        columns = round(10 * share)
        for column in range(columns):
            for row in range(10):
                center = (x + column * step, top + 10 + row * 16)
                if below:
                    canvas.circle(*center, 6, fill=BAD.fill)
                else:
                    canvas.circle(*center, 6, fill=EVEN.fill, stroke=EVEN.line)
        wide = (columns - 1) * step
        middle = x + wide / 2
        canvas.line((x - 6, top + 172), (x + wide + 6, top + 172), "edge", 1.5)
        first, second = sheet.lines(name)
        sheet.text(middle, top + 196, sheet.percent(share), size=17, bold=True, anchor="middle",
                   fill=BAD.text if below else "ink")  # fmt: skip
        sheet.text(middle, top + 216, first, size=13, anchor="middle")
        sheet.text(middle, top + 234, second, size=13, fill="muted", anchor="middle")
        x += columns * step + 170
    return top + 246


def peak_end(sheet: Sheet) -> float:
    """One customer: the strongest and the last gap, and what is remembered."""
    canvas, zero, unit = sheet.canvas, 62.0, 38.0
    walk = ["search", "ask", "pay", "done"]
    gaps = [sheet.analysis[id].gap or 0.0 for id in walk]
    peak = max(range(len(gaps)), key=lambda n: (abs(gaps[n]), n))
    remembered, mean = (gaps[peak] + gaps[-1]) / 2, sum(gaps) / len(gaps)
    canvas.line((8, zero), (548, zero), "ink", 1.5)
    for value, word, colour in ((mean, "mean", "edge"), (remembered, "memory", "ink")):
        y = zero - value * unit
        canvas.line((8, y), (548, y), colour, 2, dashes=(6, 5))
        told = sheet[word].format(sheet.number(value))
        sheet.text(
            556, y + 5, told, bold=word == "memory", fill="ink" if word == "memory" else "muted"
        )
    for n, (id, gap) in enumerate(zip(walk, gaps, strict=True)):
        x, y = 72 + 134 * n, zero - gap * unit
        fill, _, outline = tone_of(gap)
        canvas.line((x, zero), (x, y), fill, 4)
        marked = n in (peak, len(walk) - 1)
        if marked:
            canvas.circle(x, y, 21, fill="canvas", stroke="ink", stroke_width=2)
        canvas.circle(x, y, 16, fill=fill, stroke=outline)
        on = {"disappointment": BAD.on, "delight": GOOD.on}.get(
            sheet.analysis[id].level or "", "ink"
        )
        told = sheet.number(gap, 0, signed=True)
        sheet.text(x, y + 5, told, bold=True, fill=on, anchor="middle")
        if gap > 0:
            sheet.text(x, zero + 19, sheet[id], anchor="middle")
        else:
            sheet.text(x, zero - 30, sheet[id], anchor="middle")
        if marked:
            sheet.text(x + 28, y + 18, sheet["peak" if n == peak else "last"], bold=True)
    return zero - min(gaps) * unit + 34


# ---- moments of truth, personas, plans --------------------------------------------------------


def vital_few(sheet: Sheet) -> float:
    """Losses as bars, the largest first, with the part they carry together."""
    canvas, left, whole = sheet.canvas, 130.0, 380.0
    losing = [f for f in sheet.analysis.touchpoints if (f.impact or 0) < 0]
    losing.sort(key=lambda f: f.impact or 0)
    total = sum(f.impact or 0 for f in losing)
    at_80 = left + 0.8 * whole
    canvas.rect(left, 18, whole, 110, fill="band")
    carried = 0.0
    for n, figures in enumerate(losing):
        share, y = (figures.impact or 0) / total, 30 + 48 * n
        canvas.rect(left + carried * whole, y, share * whole, 38, fill=BAD.fill, radius=3)
        told = sheet.number(figures.impact or 0)
        sheet.text(left + carried * whole + 12, y + 25, told, size=16, bold=True, fill=BAD.on)
        sheet.text(8, y + 25, sheet[figures.id], size=15, bold=True)
        carried += share
        told = sheet["carried"].format(sheet.percent(carried))
        sheet.text(left + whole + 12, y + 24, told, size=13, fill="muted")
    canvas.line((at_80, 12), (at_80, 134), "ink", 2)
    sheet.text(at_80, 152, sheet["line_80"], size=13, bold=True, anchor="middle")
    return 164


def personas(sheet: Sheet) -> float:
    """The balance of everybody and of each persona."""
    canvas, zero, unit, y = sheet.canvas, 430.0, 110.0, 14.0
    canvas.line((zero, 8), (zero, 146), "ink", 1.5)
    for analysis in (sheet.analysis, *sheet.analysis.personas):
        total, unhappy = analysis.balance or 0, analysis.disappointed
        assert unhappy is not None
        fill, colour, _ = tone_of(total)
        sheet.text(8, y + 23, sheet[analysis.persona or "everybody"], size=15,
                   bold=analysis.persona is None)  # fmt: skip
        edge = zero + total * unit
        canvas.rect(min(edge, zero), y, abs(total) * unit, 34, fill=fill, radius=3)
        anchor, beside = ("end", edge - 8) if total < 0 else ("start", edge + 8)
        told = sheet.number(total, signed=True)
        sheet.text(beside, y + 23, told, size=16, bold=True, fill=colour, anchor=anchor)
        share = sheet.number(100 * unhappy.share, 0 if unhappy.share == 0.5 else 1)
        told = sheet["of_them"].format(f"{share}\u00a0%")
        sheet.text(WIDTH - 8, y + 23, told, fill="muted", anchor="end")
        y += 46
    return y + 6


def planned(sheet: Sheet) -> float:
    """The efficient frontier, a budget, and a set that is beaten."""
    canvas = sheet.canvas
    frontier = plan(sheet.journey).frontier
    chosen = plan(sheet.journey, BUDGET).chosen

    def place(cost: float, value: float) -> tuple[float, float]:
        return 70 + cost * 58, 136 - value * 76

    for value in (-1, 0, 1):
        y = place(0, value)[1]
        canvas.line((58, y), (WIDTH - 8, y), "ink" if value == 0 else "rule", 1.25)
        sheet.text(48, y + 5, sheet.number(value, 0, signed=True), size=13, fill="muted",
                   anchor="end")  # fmt: skip
    for cost in range(0, 11):
        x = place(cost, 0)[0]
        sheet.text(x, 288, str(cost), size=13, fill="muted", anchor="middle",
                   bold=cost == BUDGET)  # fmt: skip
    sheet.text(WIDTH - 8, 310, sheet["cost"], size=13, fill="muted", anchor="end")
    x = place(BUDGET, 0)[0]
    canvas.line((x, 26), (x, 272), "muted", 1.5, dashes=(5, 4))
    sheet.text(x, 18, sheet["budget"], bold=True, anchor="middle")
    for one, other in pairwise(frontier):
        (x1, y1), (x2, y2) = place(one.cost, one.value), place(other.cost, other.value)
        canvas.line((x1, y1), (x2, y1), "likely_path", 2.5, round_ends=True)
        canvas.line((x2, y1), (x2, y2), "likely_path", 2.5, round_ends=True)
    before, cost = frontier[0].value, 5.0
    alone = before + (sheet.analysis["search"].visits or 0)
    canvas.circle(*place(cost, alone), 7, fill="canvas", stroke="edge", stroke_width=2)
    sheet.text(place(cost, alone)[0] + 14, place(cost, alone)[1] + 16, sheet["alone"], size=13,
               fill="muted")  # fmt: skip
    low = before - 1
    for point in frontier:
        at = place(point.cost, point.value)
        best = point.improvements == chosen.improvements
        canvas.circle(*at, 9 if best else 6, fill="solid")
        _named(sheet, point.improvements, at, best, point.value - low < 0.2)
        low = point.value
    return 322


def _named(
    sheet: Sheet,
    improvements: Iterable[str],
    at: tuple[float, float],
    best: bool,
    small_step: bool,
) -> None:
    """The name of a point of the frontier: to its upper left, else to its lower right."""
    names = [sheet[id] for id in improvements]
    name = sheet["all"] if len(names) == 3 else " + ".join(names) or sheet["nothing"]
    if small_step or not names:
        sheet.canvas.rect(at[0] + 6, at[1] + 10, width_of(name, 13) + 4, 16, fill="canvas")
        sheet.text(at[0] + 8, at[1] + 22, name, size=13)
    else:
        size = 14 if best else 13
        sheet.text(at[0] - 10, at[1] - 10, name, size=size, bold=best, anchor="end")


PICTURES: dict[str, Picture] = {
    "levels": levels,
    "interval": interval,
    "flow": flow,
    "stakes": stakes,
    "balance": balance,
    "likely": likely,
    "loop": loop,
    "disappointed": disappointed,
    "peak_end": peak_end,
    "vital_few": vital_few,
    "personas": personas,
    "plan": planned,
}


def drawn(name: str, language: str) -> str:
    """One picture as SVG."""
    journey = cjm.load(EXAMPLES[language])
    sheet = Sheet(language, Canvas(), journey, cjm.analyze(journey))
    height = PICTURES[name](sheet)
    title = sheet[name]
    return svg_of(Scene(WIDTH, height, title, "", language, "figure", sheet.canvas.nodes), LIGHT)


def pictures() -> dict[str, bytes]:
    """Every picture by the name of its file."""
    found = {}
    for language, example in EXAMPLES.items():
        ending = "svg" if language == "en" else f"{language}.svg"
        found[f"map.{ending}"] = cjm.render(cjm.load(example), language=language)
        for name in PICTURES:
            file = name.replace("_", "-")
            found[f"{file}.{ending}"] = drawn(name, language).encode()
    return found


def main() -> None:
    """Write them all."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--png", type=Path, help="a folder for PNGs")
    png = parser.parse_args().png
    TARGET.mkdir(parents=True, exist_ok=True)
    for name, picture in pictures().items():
        (TARGET / name).write_bytes(picture)
        if png:
            png.mkdir(parents=True, exist_ok=True)
            (png / f"{name}.png").write_bytes(png_of(picture.decode(), 1.5))


if __name__ == "__main__":
    main()
