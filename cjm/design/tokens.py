"""Tokens: the names of every colour of the visual language; a theme gives each its value."""

from typing import Literal, get_args

from cjm.tuples import NamedTuple

Token = Literal[
    "canvas",
    "band",
    "band_head",
    "card",
    "line",
    "rule",
    "ink",
    "muted",
    "edge",
    "edge_label",
    "likely_path",
    "halo",
    "disappointment.fill",
    "disappointment.on",
    "disappointment.line",
    "disappointment.text",
    "disappointment.tint",
    "disappointment.outline",
    "disappointment.edge",
    "satisfaction.fill",
    "satisfaction.on",
    "satisfaction.line",
    "satisfaction.text",
    "satisfaction.tint",
    "satisfaction.outline",
    "satisfaction.edge",
    "delight.fill",
    "delight.on",
    "delight.line",
    "delight.text",
    "delight.tint",
    "delight.outline",
    "delight.edge",
    "moment",
    "moment_line",
    "moment_strip",
    "moment_rule",
    "moment_edge",
    "on_moment",
    "star",
    "star_edge",
    "solid",
    "on_solid",
    "avatar",
    "seam",
    "loop_core",
    "hatch",
    "figure_ground",
]
"""A colour by its meaning; where a theme has none, what would have it is not painted."""
TOKENS: tuple[Token, ...] = get_args(Token)
WidthToken = Literal[
    "disappointment.outline_width", "satisfaction.outline_width", "delight.outline_width"
]
"""The width of a line by its meaning."""
WIDTHS: tuple[WidthToken, ...] = get_args(WidthToken)


class Mixed(NamedTuple):
    """A colour with `share` (0 to 1) of the ground mixed in; spares gradients."""

    colour: Token
    ground: Token
    share: float


Paint = Token | Mixed
Width = float | WidthToken


class ToneTokens(NamedTuple):
    """The tokens of one level: see `cjm.design.themes.Tone`."""

    fill: Token
    on: Token
    line: Token
    text: Token
    tint: Token
    outline: Token
    edge: Token
    outline_width: WidthToken


DISAPPOINTMENT = ToneTokens(
    "disappointment.fill",
    "disappointment.on",
    "disappointment.line",
    "disappointment.text",
    "disappointment.tint",
    "disappointment.outline",
    "disappointment.edge",
    "disappointment.outline_width",
)
SATISFACTION = ToneTokens(
    "satisfaction.fill",
    "satisfaction.on",
    "satisfaction.line",
    "satisfaction.text",
    "satisfaction.tint",
    "satisfaction.outline",
    "satisfaction.edge",
    "satisfaction.outline_width",
)
DELIGHT = ToneTokens(
    "delight.fill",
    "delight.on",
    "delight.line",
    "delight.text",
    "delight.tint",
    "delight.outline",
    "delight.edge",
    "delight.outline_width",
)


def tone_of(level: str) -> ToneTokens:
    """The tokens of a level; those of satisfaction for what is unmeasured."""
    match level:
        case "disappointment":
            return DISAPPOINTMENT
        case "delight":
            return DELIGHT
        case _:
            return SATISFACTION
