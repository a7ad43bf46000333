"""Flow and moments of truth by dense exact algebra, written from spec/analysis.md alone."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from plain_journey import Numbers, Plain


def closure(ways: list[dict[int, Fraction]], sources: Iterable[int]) -> set[int]:
    """The sources and all that can be met after them."""
    seen, waiting = set(sources), list(sources)
    while waiting:
        for w in ways[waiting.pop()]:
            if w not in seen:
                seen.add(w)
                waiting.append(w)
    return seen


def reachable(p: Plain) -> set[int]:
    return closure(p.ways, p.entries)


def has_end_ahead(p: Plain, v: int) -> bool:
    return any(p.ending(w) > 0 for w in closure(p.ways, [v]))


def trapped(p: Plain) -> bool:
    """Whether some customer may come to where no journey ends any more."""
    return not all(has_end_ahead(p, v) for v in reachable(p))


def solve(rows: list[Numbers], right: Numbers) -> Numbers:
    """The x of rows·x = right by Gauss–Jordan elimination in fractions."""
    size = len(rows)
    table = [[*row, r] for row, r in zip(rows, right, strict=True)]
    for c in range(size):
        pivot = next(r for r in range(c, size) if table[r][c] != 0)
        table[c], table[pivot] = table[pivot], table[c]
        table[c] = [x / table[c][c] for x in table[c]]
        for r in range(size):
            if r != c and table[r][c] != 0:
                table[r] = [x - table[r][c] * y for x, y in zip(table[r], table[c], strict=True)]
    return [row[-1] for row in table]


def visits(p: Plain, blocked: int | None = None) -> Numbers:
    """n = s (I − Q)⁻¹; nobody goes on from a blocked touchpoint."""
    live = sorted(reachable(p))
    ways = [{} if v == blocked else p.ways[v] for v in p.places]
    rows = [[Fraction(int(u == v)) - ways[u].get(v, 0) for u in live] for v in live]
    found = dict(zip(live, solve(rows, [p.start[v] for v in live]), strict=True))
    return [found.get(v, Fraction(0)) for v in p.places]


def reach(p: Plain) -> Numbers:
    """The probability of meeting each touchpoint: visits once it is made absorbing."""
    return [visits(p, blocked=v)[v] for v in p.places]


def measured(p: Plain) -> bool:
    """Whether customers can meet anything that has a gap."""
    return any(p.gaps[v] is not None for v in reachable(p))


def lost(p: Plain) -> Numbers:
    return [n * d for n, d in zip(visits(p), p.d, strict=True)]


def outcomes(p: Plain) -> dict[str, Fraction]:
    found = dict.fromkeys(("success", "failure", "neutral", "drop_off"), Fraction(0))
    for n, end, gone in zip(visits(p), p.ends, lost(p), strict=True):
        found["drop_off"] += gone
        if end:
            found[end] += n
    return found


def chance(p: Plain) -> list[Fraction | None]:
    """V(v): V = 1 at success, else the mean of V over what comes; None where unreachable."""
    if "success" not in p.ends:
        return [None] * len(p.ways)
    live = sorted(reachable(p))
    rows = [[Fraction(int(u == v)) - p.ways[v].get(u, 0) for u in live] for v in live]
    won = [Fraction(int(p.ends[v] == "success")) for v in live]
    found = dict(zip(live, solve(rows, won), strict=True))
    return [found.get(v) for v in p.places]


def stakes(p: Plain) -> list[Fraction | None]:
    n, odds = visits(p), chance(p)
    return [
        None
        if odds[v] is None
        else n[v]
        * (sum(q * abs(odds[v] - odds[w]) for w, q in p.ways[v].items()) + p.d[v] * odds[v])
        for v in p.places
    ]


def impacts(p: Plain) -> list[Fraction | None]:
    if not measured(p):
        return [None] * len(p.ways)
    return [
        None if c is None else n * w for n, c, w in zip(visits(p), p.gaps, p.weights, strict=True)
    ]


def unavoidable(p: Plain) -> list[bool]:
    """Whether taking a touchpoint out cuts every way from a start to success."""
    if not reachable(p) & p.targets:
        return [False for _ in p.places]
    return [not without(p, v) & p.targets for v in p.places]


def without(p: Plain, v: int) -> set[int]:
    """Where customers get to when one touchpoint is closed."""
    ways = [{w: q for w, q in p.ways[u].items() if w != v} for u in p.places]
    return closure(ways, [s for s in p.entries if s != v])


# ---- moments of truth -------------------------------------------------------------------------


def nine(value: Fraction | None) -> Fraction:
    return round(value or Fraction(0), 9)


def reasons(p: Plain) -> list[list[str]]:
    """The reasons why each touchpoint is a moment of truth, in the order of the table."""
    flows = not trapped(p)
    found = {
        "declared": {v for v in p.places if p.declared[v]},
        "vital-few": vital_few(impacts(p)) if flows else set(),
        "peak": peaks(p),
        "decisive": largest(stakes(p)) if flows else set(),
        "ending": largest([n * p.ending(v) for v, n in enumerate(visits(p))]) if flows else set(),
    }
    return [[name for name, places in found.items() if v in places] for v in p.places]


def vital_few(of: list[Fraction | None]) -> set[int]:
    losses = [max(Fraction(0), -(i or Fraction(0))) for i in of]
    some = [v for v in range(len(of)) if nine(losses[v]) > 0]
    order = sorted(some, key=lambda v: (-nine(losses[v]), v))
    for size in range(len(order) + 1):
        if sum(losses[v] for v in order[:size]) >= Fraction(4, 5) * sum(losses):
            return set(order[:size])
    raise AssertionError("all losses carry all of the loss")


def peaks(p: Plain) -> set[int]:
    sizes = {v: abs(p.gaps[v]) for v in reachable(p) if p.gaps[v]}
    top = sorted(v for v in sizes if sizes[v] == max(sizes.values()))
    if len(top) <= 3:
        return set(top)
    lowest = min(p.gaps[v] for v in top)
    return {next(v for v in top if p.gaps[v] == lowest)}


def largest(values: list[Fraction | None]) -> set[int]:
    compared = [nine(value) for value in values]
    tied = {v for v in range(len(values)) if compared[v] == max(compared) > 0}
    return tied if len(tied) <= 3 else set()


def ranked_negative(p: Plain) -> list[int]:
    """Negative moments of truth, the most negative impact first."""
    told = reasons(p)
    worst = [v for v in p.places if told[v] and p.gaps[v] is not None and p.gaps[v] < -p.tolerance]
    return worst if trapped(p) else sorted(worst, key=lambda v: nine(impacts(p)[v]))
