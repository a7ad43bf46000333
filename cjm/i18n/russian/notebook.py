"""What notebooks say of data, in Russian."""

from __future__ import annotations

NOTEBOOK = {
    "Measured: {title}": "Измерено: {title}",
    "answers": "ответы",
    "deviation": "отклонение",
    "got less": "получили меньше",
    "metric": "метрика",
    "persona": "персона",
    "share": "доля",
    "target": "цель",
    "value": "значение",
}
