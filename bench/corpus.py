"""Journeys to measure with, made the same way every time."""

from __future__ import annotations

from pathlib import Path


def journey(number: int, touchpoints: int = 12) -> str:
    """A journey as people write it: some 2.9 kB for 12 touchpoints, no negative gap."""
    lines = [
        "cjm: 1",
        f"id: journey-{number}",
        f"title: Путь клиента номер {number}",
        "language: ru",
        "stages:",
        "  before: {title: До покупки, goal: Понять подойдёт ли}",
        "  order: Заказ",
        "  after: {title: После покупки}",
        "channels: {app: Приложение, shop: {title: Магазин, kind: offline}}",
        "touchpoints:",
    ]
    for n in range(touchpoints):
        last = n == touchpoints - 1
        stage = ("before", "order", "after")[min(2, n * 3 // touchpoints)]
        lines += [
            f"  point-{n}:",
            f"    title: Точка контакта номер {n}",
            f"    stage: {stage}",
            f"    channel: {'app' if n % 2 else 'shop'}",
            f"    expectation: {5 + n % 4}",
            f"    experience: {{score: {5.5 + n % 4}, because: [чистый салон, вежливый водитель]}}",
            "    owner: product",
            "    strengths: [отвечаем за две минуты, помним имя]",
            "    outcome: success" if last else f"    next: {{point-{n + 1}: 0.9}}",
        ]
    return "\n".join(lines) + "\n"


def write_corpus(folder: Path, files: int) -> Path:
    """A folder of that many journeys."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(files):
        (folder / f"journey-{number:05}.yaml").write_text(journey(number), encoding="utf-8")
    return folder
