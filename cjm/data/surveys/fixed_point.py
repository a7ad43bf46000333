"""Fixed point: floats added up as whole numbers, so that no order of adding them shows.

The sum of floats depends on the order in which they come, and an engine with several processors
keeps none. Whole numbers have one sum. An answer is counted in steps of 2⁻⁵⁸ of its scale, finer
than a float of its size is; weights, which have no scale, are added up by binary magnitude.
"""

import math
from fractions import Fraction

from cjm.data.conversion.numbers import double_literal
from cjm.data.definition import Survey
from cjm.data.metric_kinds import SIDES, metric_of, scale_of

BITS = 58
"""So many binary places; the rest of 64 holds what is larger than 1, such as squares of weights."""
_WHOLE = "DECIMAL(28, 0)"
"""Holds the whole numbers of some ten billion answers, on every engine."""


def places(value: str) -> str:
    """SQL: a float between −16 and 16 as a whole number of steps."""
    return f"CAST(CAST(FLOOR({value} * {double_literal(2.0**BITS)}) AS BIGINT) AS {_WHOLE})"


def mean_sql(value: str, size: str, over: str = "") -> str:
    """SQL: the mean of a column in a group or, with `over`, in a window; of one value itself."""
    total = f"CAST(SUM({places(f'{value} / {size}')}){over} AS DOUBLE)"
    mean = f"{total} / COUNT(*){over} * ({size} / {double_literal(2.0**BITS)})"
    return (
        f"CASE WHEN MIN({value}){over} = MAX({value}){over} THEN MIN({value}){over} ELSE {mean} END"
    )


def magnitude(weight: str) -> str:
    """SQL: a weight's binary magnitude; other engines may round it by one, and nothing shows."""
    return f"CAST(FLOOR(LN({weight}) / {double_literal(math.log(2))}) AS INTEGER)"


def power(magnitude: str) -> str:
    """SQL: the power of two that has a magnitude."""
    return f"POWER({double_literal(2)}, {magnitude})"


def number_of(steps: int, magnitude: int = 0) -> Fraction:
    """The number that so many steps are, of a binary magnitude."""
    return Fraction(int(steps)) * Fraction(2) ** (magnitude - BITS)


def sizes_of(survey: Survey) -> dict[str, int]:
    """Of each part, the binary magnitude that no answer is above; 0 of sides, which lie about 0."""
    own = [(answer.part, answer) for answer in survey.columns.values()]
    own += [(part, metric_of(survey, part)) for part in (*survey.metrics, *survey.values)]
    sizes = dict.fromkeys(SIDES, 0)
    for part, answer in own:
        if part not in SIDES:
            size = math.frexp(max(map(abs, scale_of(survey, answer))))[1]
            sizes[part] = max(sizes.get(part, 0), size)
    return sizes
