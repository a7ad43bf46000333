"""CSS: the tokens as custom properties, so that one drawing serves light, dark and paper.

Every name begins with `--cjm-`, and every rule with the class `cjm`: nothing of it reaches the
rest of a page, and nothing of the page reaches it by chance.
"""

from __future__ import annotations

from functools import cache

from cjm.design.palette import Palette
from cjm.design.themes import DARK, LIGHT, PRINT, Theme
from cjm.design.tokens import TOKENS, WIDTHS, Mixed, Paint, Token, Width, WidthToken

SCOPE = ".cjm"
NOTEBOOKS = {
    "light": ('[data-jp-theme-light="true"]', ".vscode-light"),
    "dark": ('[data-jp-theme-light="false"]', ".vscode-dark"),
}
"""How Jupyter and VS Code say, of what is around a cell, which theme the notebook has."""


def stylesheet(*, notebook: bool = False) -> str:
    """The rules for pictures in a page.

    They follow what the reader's system prefers, light or dark, unless `data-theme` of a picture
    says which it is; on paper they are those of the theme print.

    Args:
        notebook: Whether a notebook's own theme goes before the system's.
    """
    return "\n".join(
        (
            f"{SCOPE}{{{declared(LIGHT)}}}",
            f"@media (prefers-color-scheme:dark){{{SCOPE}{{{declared(DARK)}}}}}",
            *(f"{_chosen(t, notebook)}{{{declared(t)}}}" for t in (LIGHT, DARK, PRINT)),
            f"@media print{{{SCOPE}:not([data-theme]){{{declared(PRINT)}}}}}",
            f"svg{SCOPE}{{max-width:100%;height:auto}}",
        )
    )


def colour_variable(paint: Paint) -> str:
    """A paint as a value of CSS."""
    if isinstance(paint, Mixed):
        kept = round(100 * (1 - paint.share), 3)
        ground = _variable(paint.ground)
        return f"color-mix(in srgb,{_variable(paint.colour)} {kept:g}%,{ground})"
    return _variable(paint)


def width_variable(width: Width) -> str:
    """The width of a line as a value of CSS."""
    return _variable(width) if isinstance(width, str) else f"{width:g}"


@cache
def _variable(token: Token | WidthToken) -> str:
    return f"var({property_of(token)})"


def property_of(token: Token | WidthToken) -> str:
    """The custom property of a token."""
    return "--cjm-" + token.replace(".", "-").replace("_", "-")


def _chosen(theme: Theme, notebook: bool) -> str:
    """Where a theme is asked for, as a selector."""
    around = NOTEBOOKS.get(theme.name, ()) if notebook else ()
    return ",".join((f'{SCOPE}[data-theme="{theme.name}"]', *(f"{a} {SCOPE}" for a in around)))


def declared(theme: Theme) -> str:
    """Every token with its value, as custom properties; `none` for what is not painted."""
    palette = Palette(theme)
    colours = (f"{property_of(t)}:{palette.colour(t) or 'none'}" for t in TOKENS)
    widths = (f"{property_of(t)}:{palette.width(t):g}" for t in WIDTHS)
    return ";".join((f"color-scheme:{'dark' if theme is DARK else 'light'}", *colours, *widths))
