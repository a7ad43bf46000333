"""Values as a journey's fields have them."""

from __future__ import annotations

import unicodedata

from hypothesis import strategies as st

from cjm.format import is_id
from cjm.journey import Score
from cjm.testing.texts import HOSTILE, STEERING

_LETTERS = st.text(
    st.characters(categories=["L", "N", "Mn", "Mc"], include_characters="._-"), max_size=6
)
_TAKEN_FOR_OTHERS = ("404", "0x1F", "no", "true", "null", "1e3")
"""Ids that YAML 1.1 would read as something else."""
_SCALARS = ("404", "yes", "~", "null", "8,4", "a: b", "- x", "# x", "'", " x ", "a\nb\n", "1.0")
"""Texts that YAML reads as something else where they stand bare."""


def ids() -> st.SearchStrategy[str]:
    """Ids in any script, and those that look like numbers and keywords of YAML."""
    made = st.builds(
        lambda first, rest: unicodedata.normalize("NFC", first + rest),
        st.sampled_from("aж漢7_"),
        _LETTERS,
    )
    known = st.sampled_from(["a", "book", "оплата", "x-ray", "漢字", *_TAKEN_FOR_OTHERS])
    return st.one_of(known, made).filter(is_id)


def texts() -> st.SearchStrategy[str]:
    """Short texts with something to see in them, and those that YAML takes for something else."""
    made = st.text(st.characters(exclude_categories=["C", "Zl", "Zp"]), min_size=1, max_size=12)
    return st.one_of(st.sampled_from(_SCALARS), made).filter(lambda text: bool(text.strip()))


def harmful_texts() -> st.SearchStrategy[str]:
    """Texts that break out of markup, or steer a terminal or a CI server; not all may be titles."""
    return st.sampled_from((*HOSTILE, *STEERING))


def numbers(low: float = -1e6, high: float = 1e6) -> st.SearchStrategy[float]:
    """Whole numbers and others, between two bounds."""
    return st.one_of(st.integers(int(low), int(high)), st.floats(low, high))


@st.composite
def scores(draw: st.DrawFn, scale: tuple[float, float] = (0, 10)) -> Score:
    """A score on a scale, with or without its evidence."""
    n = draw(st.none() | st.integers(1, 10**6))
    return Score(
        draw(numbers(*scale)),
        n,
        draw(st.none() | numbers(0)) if n and n > 1 else None,
        draw(st.none() | texts()),
        draw(st.none() | st.dates()),
        draw(st.lists(texts(), max_size=3).map(tuple)),
    )
