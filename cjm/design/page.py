"""The tokens of pages: the grounds and lines that a page has beside its maps, light and dark.

Links, buttons, focus and selection are ink. Vermilion and blue are C, gold is a moment of truth;
they come from the theme of the maps, so that a red thing on any page can be trusted.
"""

from __future__ import annotations

from cjm.design.css import declared, property_of
from cjm.design.themes import DARK, LIGHT, Theme
from cjm.design.tokens import Token
from cjm.tuples import NamedTuple


class PageToken(NamedTuple):
    """A colour of pages: its custom property without the dashes, its value in each theme."""

    name: str
    light: str
    dark: str


PAGE_TOKENS = (
    PageToken("page", "#FAF8F4", "#0C1016"),
    PageToken("surface", "#FFFFFF", "#141A22"),
    PageToken("sunken", "#F4F2ED", "#181E27"),
    PageToken("head", "#E9E5DC", "#222A35"),
    PageToken("hover", "#F0EDE6", "#1D2530"),
    PageToken("line", "#E4DFD5", "#28313D"),
    PageToken("line-strong", "#CFC8BA", "#3C4858"),
    PageToken("control", "#857F72", "#74808F"),
    PageToken("ink", "#1C2333", "#EEF2F7"),
    PageToken("muted", "#565E6D", "#A9B4C2"),
    PageToken("on-ink", "#FFFFFF", "#10141A"),
    PageToken("d-faint", "#FDF1EB", "#241A18"),
    PageToken("a-faint", "#EFF5FB", "#132130"),
    PageToken("shadow", "28 35 51", "0 0 0"),
)
"""What the maps do not have; `shadow` is red, green and blue, to be made transparent."""

SHARED: dict[str, Token] = {
    "d": "disappointment.fill",
    "d-on": "disappointment.on",
    "d-text": "disappointment.text",
    "d-tint": "disappointment.tint",
    "s": "satisfaction.fill",
    "s-on": "satisfaction.on",
    "s-line": "satisfaction.line",
    "s-outline": "satisfaction.edge",
    "a": "delight.fill",
    "a-on": "delight.on",
    "a-text": "delight.text",
    "a-tint": "delight.tint",
    "gold": "star",
    "moment": "moment",
    "on-moment": "on_moment",
}
"""Short names of the pages for tokens of the maps."""


def page_stylesheet() -> str:
    """The custom properties of pages and of the maps in them.

    They follow `data-theme` of the root, without it the reader's system; paper is always light.
    """
    light, dark = _properties(LIGHT), _properties(DARK)
    return "\n".join(
        (
            f":root{{{light}}}",
            f"@media screen and (prefers-color-scheme:dark){{:root:not([data-theme]){{{dark}}}}}",
            f'@media screen{{[data-theme="dark"]{{{dark}}}}}',
        )
    )


def _properties(theme: Theme) -> str:
    """Every token of a theme; those of pages under their own names."""
    of_pages = (f"--{t.name}:{t.dark if theme is DARK else t.light}" for t in PAGE_TOKENS)
    shared = (f"--{name}:var({property_of(token)})" for name, token in SHARED.items())
    return ";".join((declared(theme), *of_pages, *shared))
