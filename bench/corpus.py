"""Journeys to measure with, made the same way every time."""

from __future__ import annotations

from pathlib import Path


def journey(number: int, touchpoints: int = 12, loops: bool = False) -> str:
    """A journey as people write it: some 2.9 kB for 12 touchpoints, no negative gap.

    With `loops`, every third touchpoint leads back as well, and every fourth disappoints: findings
    with excerpts, doom loops, and a share of the disappointed that is no sum of paths.
    """
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
        back = f", point-{n - 2}: 0.2" if loops and n % 3 == 2 else ""
        share = 0.7 if back else 0.9
        experience = 3 + n % 4 if loops and n % 4 == 3 else 5.5 + n % 4
        lines += [
            f"  point-{n}:",
            f"    title: Точка контакта номер {n}",
            f"    stage: {stage}",
            f"    channel: {'app' if n % 2 else 'shop'}",
            f"    expectation: {5 + n % 4}",
            f"    experience: {{score: {experience}, because: [чистый салон, вежливый водитель]}}",
            "    owner: product",
            "    strengths: [отвечаем за две минуты, помним имя]",
            "    outcome: success" if last else f"    next: {{point-{n + 1}: {share}{back}}}",
        ]
    return "\n".join(lines) + "\n"


def write_corpus(folder: Path, files: int, touchpoints: int = 12, loops: bool = False) -> Path:
    """A folder of that many journeys."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(files):
        text = journey(number, touchpoints, loops)
        (folder / f"journey-{number:05}.yaml").write_text(text, encoding="utf-8")
    return folder
