"""Bars drawn with characters: O and B on the scale, shares of a whole, a running balance."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rich.text import Text

from cjm.page.numbers import DECIMALS, number
from cjm.page.signs import BAD, GOOD, LEVELS, OUTCOMES, QUIET
from cjm.page.text import width_of
from cjm.page.words import Words

UPWARDS = "▁▂▃▄▅▆▇█"
DOWNWARDS = "▔▀█"


def dumbbell(
    expectation: float | None,
    experience: float | None,
    scale: tuple[float, float],
    width: int,
    style: str,
) -> Text:
    """O and B on the scale with what lies between them, such as `──●━━━○──`."""

    def place(value: float) -> int:
        low, high = scale
        share = (value / 2 - low / 2) / (high / 2 - low / 2)  # halves: ±1e308 must not overflow
        return round(min(1.0, max(0.0, share)) * (width - 1))

    bar = ["─"] * width
    ends = [place(v) for v in (expectation, experience) if v is not None]
    if not ends:
        return Text(" " * width)
    first, last = min(ends), max(ends)
    bar[first : last + 1] = ["━"] * (last + 1 - first)
    if expectation is not None:
        bar[place(expectation)] = "○"
    if experience is not None:
        bar[place(experience)] = "●" if bar[place(experience)] != "○" else "◉"
    drawn = "".join(bar)
    return Text.assemble(
        (drawn[:first], QUIET), (drawn[first : last + 1], style), (drawn[last + 1 :], QUIET)
    )


def outcome_bar(outcomes: Mapping[str, float], width: int) -> Text:
    """The shares of customers by how they end; what is not nothing takes a cell at least."""
    cells = _cells(list(outcomes.values()), width)
    parts = [
        (OUTCOMES[name][0] * n, OUTCOMES[name][1]) for name, n in zip(outcomes, cells, strict=True)
    ]
    return Text.assemble(*parts)


def _cells(shares: Sequence[float], width: int) -> list[int]:
    """Whole cells by largest remainder."""
    shares = [share if round(share, DECIMALS) > 0 else 0.0 for share in shares]
    cells = [max(int(share * width), 1 if share else 0) for share in shares]
    while sum(cells) < width:
        cells[max(range(len(cells)), key=lambda n: (shares[n] * width - cells[n], -n))] += 1
    while sum(cells) > width:
        cells[max(range(len(cells)), key=lambda n: (cells[n], -n))] -= 1
    return cells


def balance_chart(balance: Sequence[float], width: int, words: Words) -> list[Text]:
    """The running balance: above the zero line, below it, and its figures where there is room."""
    labels = [number(value, words, signed=True) for value in balance]
    wide = max(map(width_of, labels)) + 2
    if wide * len(labels) <= width - 2:
        return _chart(balance, max(wide, 6 if 6 * len(labels) <= width - 2 else wide), 3, labels)
    cell = 2 if 2 * len(balance) <= width - 2 else 1
    rows: list[Text] = []
    most = (width - 2) // cell
    for start in range(0, len(balance), most):
        rows += _chart(balance[start : start + most], cell, 1, (), max(map(abs, balance)))
    return rows


def _chart(
    balance: Sequence[float], cell: int, bar: int, labels: Sequence[str], largest: float = 0
) -> list[Text]:
    largest = largest or max(map(abs, balance)) or 1.0
    up, down = Text("  "), Text("  ")
    for value in balance:
        up.append(_bar(value / largest, UPWARDS, bar, cell), GOOD)
        down.append(_bar(-value / largest, DOWNWARDS, bar, cell), BAD)
    rows = [Text.assemble(("0 " + "─" * (cell * len(balance)), QUIET))]
    if up.plain.strip():
        rows.insert(0, up)
    if down.plain.strip():
        rows.append(down)
    if labels:
        rows.append(Text("  " + "".join(label.center(cell) for label in labels)))
    return rows


def _bar(share: float, signs: str, bar: int, cell: int) -> str:
    if round(share, DECIMALS) <= 0:
        return " " * cell
    step = max(1, round(share * len(signs)))
    return (signs[step - 1] * bar).center(cell)


def level_style(level: object) -> str:
    """The colour of a level."""
    return next((style for name, (_, style) in LEVELS.items() if name == level), "")
