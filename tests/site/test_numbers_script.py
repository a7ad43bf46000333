"""The pages' script of numbers writes every figure as Python does."""

from __future__ import annotations

import json
import random
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from cjm.i18n import durations, numbers, plural
from cjm.rounding import rounded
from cjm.site.money import money

SCRIPT = Path(__file__).parents[2] / "cjm/site/assets/numbers.js"
NODE = shutil.which("node")
PROBE = """
const numbersOf = require(process.argv[1]);
const [language, cases] = JSON.parse(require('fs').readFileSync(0, 'utf8'));
const of = numbersOf(language);
process.stdout.write(JSON.stringify(cases.map(([name, given]) => of[name](...given))));
"""
MARKS = {"en": numbers.ENGLISH, "ru": numbers.RUSSIAN}
Case = tuple[str, list[Any], Any]
pytestmark = pytest.mark.skipif(NODE is None, reason="no node to run the pages' scripts with")


def in_script(language: str, cases: list[Case]) -> list[Any]:
    """What the script gives for each case: the name of a function, and what it is given."""
    told = subprocess.run(
        [str(NODE), "-e", PROBE, str(SCRIPT)],
        input=json.dumps([language, [case[:2] for case in cases]]),
        capture_output=True,
        text=True,
        check=True,
    )
    found: list[Any] = json.loads(told.stdout)
    return found


EDGES = (
    0.0, -0.0, 0.5, -0.5, 0.05, 0.005, -0.005, 0.0049999999996, 1.005, 2.675, 9.994, 9.995, 9.9951,
    99.95, 999.4995, 999.9996, 1e-10, -4e-10, 6e-10, 0.1 + 0.2, 0.999, 0.9995, 1 / 3, 1e6,
    9999999.994, 9999999.995, 1e7, 12345678.9, 1e9, 999_499_999.0, 1e12, 9.995e14, 1e15,
    1e16, 1e21, 1e300, -1e300,
    0.00048828125, 0.0009765625, -0.0009765625, 0.0029296875, 123.0009765625, -7.0029296875,
)  # fmt: skip


def values(seed: int, count: int) -> list[float]:
    """Numbers of every size, many of them with few digits, some in the middle between two."""
    chance = random.Random(seed)
    found = list(EDGES)
    while len(found) < count:
        size = 10 ** chance.uniform(-4, 9)
        value = chance.choice((-1, 1)) * chance.random() * size
        kind = chance.randrange(4)
        if kind == 0:
            value = round(value, chance.randrange(5))
        elif kind == 1:
            value = round(value) + chance.choice((0.5, 0.05, 0.005, 0.25, 0.125))
        elif kind == 2:
            value = chance.randrange(-(2**20), 2**20) / 1024
        found.append(value)
    return found


def figures(language: str) -> list[Case]:
    """Cases of what stands alone."""
    marks, cases = MARKS[language], []
    for n, value in enumerate(values(7, 3000)):
        signed, more = bool(n % 2), n % 3
        cases += [
            ("rounded", [value], rounded(value)),
            ("halfAway", [value, n % 4], numbers.half_away(value, n % 4)),
            ("total", [value, signed, more], numbers.total(value, marks, signed, more)),
            (
                "quantity",
                [value, signed, n % 4],
                numbers.quantity(value, marks, signed, decimals=n % 4),
            ),
            ("compact", [value, signed], numbers.compact(value, marks, signed)),
            ("money", [value, "₽"], money(value, "₽", language)),
            ("score", [value, n % 3], numbers.score(value, marks, n % 3)),
        ]
    return cases


def shares(language: str) -> list[Case]:
    """Cases of shares and of how they change."""
    chance, marks, cases = random.Random(11), MARKS[language], []
    edges = [0, 1, 0.1, 0.9, 0.0995, 0.0994999, 0.90049, 0.9005, 0.0005, 0.00049, 0.9995, 0.99951]
    random_ones = [chance.random() ** chance.choice((1, 4)) for _ in range(3000)]
    for n, share in enumerate([*edges, *random_ones]):
        after = chance.random()
        text = numbers.percentage(share, marks, n % 3)
        cases += [
            ("share", [share, n % 3], text),
            ("marked", [text, bool(n % 2)], numbers.marked(text, bool(n % 2))),
            ("points", [after - share, share], numbers.points(after - share, marks, share)),
            ("points", [after - share], numbers.points(after - share, marks)),
        ]
    return cases


def scores(language: str) -> list[Case]:
    """Cases of O, B and C, with the digits that they need together."""
    chance, marks, cases = random.Random(13), MARKS[language], []
    scales = ((0, 10), (1, 5), (0, 1), (0, 0.2), (0, 0.013), (-100, 100), (0, 90))
    for _ in range(2500):
        low, high = chance.choice(scales)
        pairs: list[tuple[float | None, float | None]] = []
        for _ in range(chance.randrange(1, 4)):
            places = chance.choice((0, 1, 2, 3, 9))
            o, b = (round(chance.uniform(low, high), places) for _ in range(2))
            pairs.append((o if chance.random() < 0.9 else None, b if chance.random() < 0.9 else o))
        digits = numbers.score_digits(pairs, (low, high))
        cases.append(("scoreDigits", [pairs, [low, high]], digits))
        for one, other in pairs:
            if one is not None and other is not None:
                text = numbers.gap(one, other, marks, digits)
                cases.append(("gap", [one, other, digits], text))
    return cases


def times(language: str) -> list[Case]:
    """Cases of durations, as they are written and as they are worked out, and of plurals."""
    chance, marks, cases = random.Random(17), MARKS[language], []
    steps = [s * n + d for s in (1, 60, 3600, 86400, 2592000, 31536000) for n in (1, 2, 11, 12)
             for d in (-0.6, -0.5, -0.4, 0, 0.4, 0.5)]  # fmt: skip
    for seconds in [*steps, 0.4, 0.04, *(10 ** chance.uniform(-2, 9) for _ in range(2000))]:
        cases.append(("lasting", [seconds], durations.lasting(seconds, language, marks)))
    forms = ["a", "b"] if language == "en" else ["а", "б", "в"]
    for n in range(400):
        unit = chance.choice(list(durations.ENGLISH))
        text = f"{chance.choice((n, n + 0.5))} {unit}"
        cases.append(("duration", [text], durations.duration(text, language, marks)))
        cases.append(("plural", [n, forms], plural(n, forms)))
    return cases


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize("kind", [figures, shares, scores, times])
def test_scripts_write_figures_as_python_does(language: str, kind: Callable[[str], list[Case]]):
    """Thousands of values, with every edge at which digits or units change."""
    cases = kind(language)
    assert len(cases) > 1000
    found = in_script(language, cases)
    wrong = [(*case, got) for case, got in zip(cases, found, strict=True) if case[2] != got]
    assert not wrong[:5], len(wrong)
