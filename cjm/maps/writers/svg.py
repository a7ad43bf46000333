"""Scene → SVG, in the colours of a theme."""

from __future__ import annotations

from cjm.design.palette import Palette
from cjm.design.themes import Theme
from cjm.maps.scene.model import Scene
from cjm.maps.writers.markup import FAMILY, Markup, plain, root_of


def svg_of(scene: Scene, theme: Theme, family: str = FAMILY, apart: bool = False) -> str:
    """The picture as an SVG of its own: no script, no style and nothing from outside.

    Args:
        scene: The picture.
        theme: Gives its tokens their colours.
        family: The fonts its texts ask for, the best first.
        apart: Whether the bundled fonts draw it, each the stretches of text that it holds.

    Returns:
        The text of the file.
    """
    palette = Palette(theme)
    markup = Markup(palette.colour, lambda width: plain(palette.width(width)), apart)
    markup.add(scene.children)
    return f"{root_of(scene, theme.name, palette.colour, family)}\n{markup.text()}\n</svg>\n"
