"""The Scene: a picture as data, its paths made absolute, its tokens given their values."""

from __future__ import annotations

import math
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cjm.design.palette import Palette
from cjm.design.themes import DARK, LIGHT, PRINT, THEMES, Theme, Tone
from cjm.design.tokens import TOKENS, Mixed, Token, WidthToken, tone_of
from cjm.maps.scene.flatten import absolute, flatten
from cjm.maps.scene.model import Circle, Command, Group, Link, Path, Place, Rect, walk

numbers = st.floats(-1000, 1000, allow_nan=False).map(lambda n: round(n, 2))


def test_relative_steps_become_absolute_ones() -> None:
    shape: tuple[Command, ...] = (("M", 10, 20), ("h", 5), ("v", 5), ("H", 1), ("V", 2), ("z",))
    assert list(absolute(shape)) == [
        ("M", 10, 20),
        ("L", 15, 20),
        ("L", 15, 25),
        ("L", 1, 25),
        ("L", 1, 2),
        ("Z",),
    ]


def test_a_step_after_closing_begins_where_the_outline_began() -> None:
    shape: tuple[Command, ...] = (("m", 10, 20), ("l", 5, 5), ("z",), ("l", 1, 1))
    assert list(absolute(shape))[-1] == ("L", 11, 21)


def test_a_smooth_curve_mirrors_the_handle_before_it() -> None:
    shape: tuple[Command, ...] = (("M", 0, 0), ("c", 0, 1, 2, 3, 4, 4), ("s", 3, 0, 4, 4))
    assert list(absolute(shape))[-1] == ("C", 6, 5, 7, 4, 8, 8)
    alone: tuple[Command, ...] = (("M", 1, 1), ("s", 3, 0, 4, 4))
    assert list(absolute(alone))[-1] == ("C", 1, 1, 4, 1, 5, 5)


def test_a_curve_of_one_handle_passes_the_same_middle() -> None:
    raised = list(absolute((("M", 0, 0), ("Q", 3, 6, 6, 0))))[-1]
    x1, y1, x2, y2, x, y = raised[1:]
    assert ((3 * x1 + 3 * x2 + x) / 8, (3 * y1 + 3 * y2 + y) / 8) == (3, 3)


@given(numbers, numbers, st.floats(0.5, 400), st.booleans(), st.booleans())
def test_an_arc_ends_where_it_says_and_keeps_its_radius(
    x: float, y: float, radius: float, large: bool, sweep: bool
) -> None:
    """A chord of the circle's own radius, so that its centre is known to lie a radius away."""
    steps = list(absolute((("M", x, y), ("a", radius, radius, 0, large, sweep, radius, 0))))[1:]
    assert steps[-1][-2:] == (x + radius, y)
    rise = radius * math.sqrt(3) / 2 * (1 if large == sweep else -1)
    center = (x + radius / 2, y - rise)
    at = (x, y)
    for letter, *n in steps:
        assert letter == "C"
        bend = (at, (n[0], n[1]), (n[2], n[3]), (n[4], n[5]))
        middle = tuple(
            sum(w * p[i] for w, p in zip((1, 3, 3, 1), bend, strict=True)) / 8 for i in (0, 1)
        )
        assert math.dist(middle, center) == pytest.approx(radius, rel=1e-3)
        at = bend[3]


def test_an_arc_too_short_for_its_chord_grows_to_a_half_circle() -> None:
    steps = list(absolute((("M", 0, 0), ("a", 1, 1, 0, 0, 1, 10, 0))))
    top = min(n[5] for _, *n in steps[1:])
    assert top == pytest.approx(-5)


def test_a_path_is_flattened_where_its_groups_stand() -> None:
    path = Path((("M", 1, 1), ("h", 2)), place=Place(10, 20, 2))
    group = Group((path,), place=Place(100, 0))
    ((_, _), (node, outer)) = walk((group,))
    assert node is path
    assert flatten(path, outer) == (("M", 112, 22), ("L", 116, 22))


def test_walking_meets_what_groups_and_links_hold_in_painting_order() -> None:
    first, second = Rect(0, 0, 1, 1), Circle(0, 0, 1)
    link = Link("https://example.org", (second,))
    inner = Group((link,), place=Place(2, 3, 2))
    seen = [(type(n).__name__, p) for n, p in walk((Group((first, inner), place=Place(1, 1)),))]
    assert seen == [
        ("Group", Place()),
        ("Rect", Place(1, 1)),
        ("Group", Place(1, 1)),
        ("Link", Place(3, 4, 2)),
        ("Circle", Place(3, 4, 2)),
    ]


@pytest.mark.parametrize("theme", THEMES, ids=lambda t: t.name)
def test_every_token_is_a_colour_of_the_theme_and_every_colour_has_a_token(theme: Theme) -> None:
    true = dict[str, object]()
    for name, value in theme._asdict().items():
        if isinstance(value, Tone):
            true |= {f"{name}.{part}": colour for part, colour in value._asdict().items()}
        elif name != "name":
            true[name] = value
    palette = Palette(theme)
    assert set(true) == {*TOKENS, *get_args(WidthToken)}
    assert {t: palette.colour(t) for t in TOKENS} == {t: true[t] for t in TOKENS}


def test_a_level_names_its_own_tokens() -> None:
    for level in ("disappointment", "satisfaction", "delight"):
        named = tone_of(level)._asdict().items()
        assert all(token == f"{level}.{part}" for part, token in named)
    assert tone_of("unmeasured") == tone_of("satisfaction")


def test_a_mixed_colour_is_mixed_from_the_theme() -> None:
    half = Mixed("ink", "canvas", 0.5)
    assert Palette(PRINT).colour(half) == "#888888"
    assert Palette(LIGHT).colour(half) != Palette(DARK).colour(half)
    assert Palette(LIGHT).colour(Mixed("ink", "canvas", 0)) == LIGHT.ink
    assert Palette(LIGHT).colour(Mixed("hatch", "canvas", 0.5)) is None


def test_widths_are_numbers_or_tokens() -> None:
    assert Palette(PRINT).width("delight.outline_width") == 2
    assert Palette(LIGHT).width(1.5) == 1.5


def test_an_unknown_token_is_refused() -> None:
    unknown: Token = "inc"  # type: ignore[assignment]
    with pytest.raises(ValueError, match="inc"):
        Palette(LIGHT).colour(unknown)
