"""Many journeys that differ in every text and score, made of the examples, the same every time."""

from __future__ import annotations

import json
import random
import re
from pathlib import Path
from typing import Any

from cjm.source import parse

EXAMPLES = Path(__file__).parents[1] / "journeys"
WORD = re.compile(r"[А-Яа-яЁё]{3,}")
STEPS = (-2, -1.5, -1, -0.5, 0, 0, 0.5, 1, 1.5)
"""What is added to an experience, in points of a scale of ten."""


def write_varied(folder: Path, files: int) -> Path:
    """A workspace of that many journeys, as long as the Russian examples, which take turns.

    Each word of a text is another word of the examples, so that texts compress as texts do, not as
    copies do.
    """
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "cjm.yaml").write_bytes((EXAMPLES / "cjm.yaml").read_bytes())
    examples = [_data(file) for file in sorted(EXAMPLES.glob("*.yaml")) if _is_russian(file)]
    words = sorted({word for data in examples for word in WORD.findall(json.dumps(data, **_PLAIN))})
    for number in range(files):
        example = examples[number % len(examples)]
        data = _Variation(words, number, example.get("scale", [0, 10])).of(example)
        data |= {"id": f"journey-{number}", "state": "as-is"}
        text = json.dumps(data, **_PLAIN)
        (folder / f"journey-{number:05}.yaml").write_text(text, encoding="utf-8")
    return folder


_PLAIN: dict[str, Any] = {"ensure_ascii": False, "default": str}


def _is_russian(file: Path) -> bool:
    return file.name != "cjm.yaml" and not file.name.endswith(".en.yaml")


def _data(file: Path) -> dict[str, Any]:
    return parse(file.read_bytes()).root.data  # type: ignore[union-attr, no-any-return]


class _Variation:
    """One journey's words and scores."""

    def __init__(self, words: list[str], seed: int, scale: list[float]) -> None:
        self.words, self.chosen = words, random.Random(seed)
        self.low, self.high = scale

    def of(self, value: Any, key: str = "") -> Any:
        """The same shape with other words and other experiences."""
        if isinstance(value, dict):
            return {name: self.of(item, name) for name, item in value.items()}
        if isinstance(value, list):
            return [self.of(item) for item in value]
        if isinstance(value, str):
            return WORD.sub(self._word, value)
        if key in ("experience", "score") and isinstance(value, (int, float)):
            return min(self.high, max(self.low, value + self.chosen.choice(STEPS)))
        return value

    def _word(self, old: re.Match[str]) -> str:
        word = self.chosen.choice(self.words)
        return word.capitalize() if old[0][0].isupper() else word.lower()
