"""Palette: what a theme makes of tokens, as writers need it."""

from __future__ import annotations

from typing import Any

from cjm.design.themes import Theme, mixed
from cjm.design.tokens import TOKENS, WIDTHS, Mixed, Paint, Width


class Palette:
    """The colours and widths of one theme, by token."""

    def __init__(self, theme: Theme) -> None:
        self.name = theme.name
        self._colours: dict[Paint, str | None] = {t: _value(theme, t) for t in TOKENS}
        self._widths: dict[Width, float] = {t: _value(theme, t) for t in WIDTHS}

    def colour(self, paint: Paint) -> str | None:
        """A colour as #RRGGBB; None for what this theme does not paint."""
        try:
            return self._colours[paint]
        except KeyError:
            return self._colours.setdefault(paint, self._mixed(paint))

    def solid(self, paint: Paint) -> str:
        """The same where there must be a colour. Raises ValueError where the theme has none."""
        colour = self.colour(paint)
        if colour is None:
            raise ValueError(f"the theme {self.name} does not paint {paint!r}")
        return colour

    def width(self, width: Width) -> float:
        """The width of a line, in units of the picture."""
        return self._widths[width] if isinstance(width, str) else width

    def _mixed(self, paint: Paint) -> str | None:
        if not isinstance(paint, Mixed):
            raise ValueError(f"there is no token {paint!r}")
        colour, ground = self._colours[paint.colour], self._colours[paint.ground]
        if colour is None or ground is None:
            return colour
        return mixed(colour, ground, paint.share)


def _value(theme: Theme, token: str) -> Any:
    """The value of a token: a field of the theme, or of one of its tones."""
    value: Any = theme
    for name in token.split("."):
        value = getattr(value, name)
    return value
