"""Bars drawn with characters: O and B on the scale, shares of a whole, a running balance."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rich.text import Text

from cjm.rounding import rounded
from cjm.terminal.numbers import total
from cjm.terminal.signs import BAD, GOOD, OUTCOMES, QUIET
from cjm.terminal.text import width_of
from cjm.terminal.words import Words

UPWARDS = "▁▂▃▄▅▆▇█"
DOWNWARDS = "▔▀█"
HEIGHT = 2
"""Rows of the balance on either side of the zero line."""
ZERO = "0 "


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


def account_bar(value: float, ends: tuple[float, float], width: int, style: str) -> Text:
    """One balance from zero on, such as `──━━━┼────`, on a line that all of a table share."""
    low, high = min(0.0, ends[0]), max(0.0, ends[1])
    reach = high / 2 - low / 2 or 1.0  # halves: ±1e308 must not overflow

    def place(value: float) -> int:
        return round((value / 2 - low / 2) / reach * (width - 1))

    bar, zero, end = ["─"] * width, place(0.0), place(value)
    first, last = min(zero, end), max(zero, end)
    bar[first : last + 1] = ["━"] * (last + 1 - first)
    bar[zero] = "┼"
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
    shares = [share if rounded(share) > 0 else 0.0 for share in shares]
    cells = [max(int(share * width), 1 if share else 0) for share in shares]
    while sum(cells) < width:
        cells[max(range(len(cells)), key=lambda n: (shares[n] * width - cells[n], -n))] += 1
    while sum(cells) > width:
        cells[max(range(len(cells)), key=lambda n: (cells[n], -n))] -= 1
    return cells


def balance_chart(balance: Sequence[float], width: int, words: Words) -> list[Text]:
    """The running balance over and under a zero line, with its figures where they have room."""
    largest = max(map(abs, balance)) or 1.0
    room = width - len(ZERO)
    labels = [total(value, words, False) for value in balance]
    cell = max(6, *(width_of(label) + 2 for label in labels))
    if cell * len(labels) <= room:
        figures = "".join(label.center(cell) for label in labels)
        return [*_chart(balance, largest, cell, 3), Text(" " * len(ZERO) + figures)]
    cell = 2 if 2 * len(balance) <= room else 1
    most = room // cell
    parts = (balance[start : start + most] for start in range(0, len(balance), most))
    return [row for part in parts for row in _chart(part, largest, cell, 1)]


def _chart(balance: Sequence[float], largest: float, cell: int, bar: int) -> list[Text]:
    shares = [value / largest for value in balance]
    over = [_row(shares, UPWARDS, row, cell, bar) for row in reversed(range(HEIGHT))]
    under = [_row([-s for s in shares], DOWNWARDS, row, cell, bar) for row in range(HEIGHT)]
    line = Text(ZERO + "─" * (cell * len(balance)), QUIET)
    return [
        *(Text(row, GOOD) for row in over if row.strip()),
        line,
        *(Text(row, BAD) for row in under if row.strip()),
    ]


def _row(shares: Sequence[float], signs: str, row: int, cell: int, bar: int) -> str:
    """One row of bars, the nth from the zero line; what is not zero shows in the first."""
    cells = []
    for share in shares:
        filled = min(1.0, share * HEIGHT - row)
        step = round(filled * len(signs))
        if row == 0 and rounded(share) > 0:
            step = max(1, step)
        cells.append((signs[step - 1] * bar if step > 0 else "").center(cell))
    return " " * len(ZERO) + "".join(cells)
