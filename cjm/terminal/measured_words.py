"""Words of the page of what was measured, in each language."""

from __future__ import annotations

from collections.abc import Mapping

from cjm.records import dataclass
from cjm.terminal.words import Forms


@dataclass(frozen=True, slots=True)
class MeasuredWords:
    """The texts of one language; `{}` takes a figure or a name."""

    measured: str
    status: Mapping[str, str]
    seen: str
    rows: Forms
    days: str
    answers: str
    below: str
    before: str
    legend: tuple[str, ...]
    nothing: str
    differs: str
    differs_note: str
    differs_line: str
    metrics: str
    of_journey: str
    value: str
    interval: str
    target: str
    thin: str
    thin_note: str
    weights: str


ENGLISH = MeasuredWords(
    measured="Measured: {}",
    status={
        "written": "written to {}",
        "unchanged": "{} says the same already",
        "absent": "not written: {}",
    },
    seen="{}: {} read, {} used",
    rows=("row", "rows"),
    days="{} to {}",
    answers="n",
    below="got less",
    before="was",
    legend=(
        "n answers on O / on B",
        "○ expectation O",
        "● experience B",
        "C = B − O",
        "got less: share with B < O",
        "was: C as written in the journey",
    ),
    nothing="No answer counts: nothing was measured.",
    differs="Written otherwise",
    differs_note="outside the 95% interval of what was measured",
    differs_line="{}: {} written {}, measured {} [{}; {}], n {}",
    metrics="Metrics",
    of_journey="the journey",
    value="value",
    interval="95% interval",
    target="target",
    thin="Too few answers",
    thin_note="fewer than {}: counted, not used",
    weights="Answers are weighted: intervals rest on the effective number of answers.",
)

RUSSIAN = MeasuredWords(
    measured="Измерено: {}",
    status={
        "written": "записано в {}",
        "unchanged": "в {} сказано то же самое",
        "absent": "не записано: {}",
    },
    seen="{}: прочитано {}, учтено {}",
    rows=("строка", "строки", "строк"),
    days="с {} по {}",
    answers="n",
    below="получили меньше",
    before="было",
    legend=(
        "n ответов об О / о В",
        "○ ожидание О",
        "● восприятие В",
        "С = В − О",
        "получили меньше: доля тех, у кого В < О",
        "было: С, как записано в карте",
    ),
    nothing="Ни один ответ не подошёл: измерять нечего.",
    differs="Записано иначе",
    differs_note="вне 95 % интервала измеренного",
    differs_line="{}: {} записано {}, измерено {} [{}; {}], n {}",
    metrics="Показатели",
    of_journey="весь путь",
    value="значение",
    interval="95 % интервал",
    target="цель",
    thin="Слишком мало ответов",
    thin_note="меньше {}: посчитаны, но не использованы",
    weights="Ответы взвешены: интервалы считаются по эффективному числу ответов.",
)


def measured_words_of(language: str) -> MeasuredWords:
    """The texts of a language."""
    return RUSSIAN if language == "ru" else ENGLISH
