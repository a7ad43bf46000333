"""Scene → SVG, in the colours of a theme."""

from __future__ import annotations

from cjm.design.palette import Palette
from cjm.design.themes import Theme
from cjm.maps.scene.model import SMALL, Scene
from cjm.maps.writers.markup import FAMILY, Markup, attributes, escape, plain


def svg_of(scene: Scene, theme: Theme, family: str = FAMILY) -> str:
    """The picture as an SVG of its own: no script, no style and nothing from outside.

    Args:
        scene: The picture.
        theme: Gives its tokens their colours.
        family: The fonts its texts ask for, the best first.

    Returns:
        The text of the file.
    """
    palette = Palette(theme)
    markup = Markup(palette.colour, lambda width: plain(palette.width(width)))
    markup.add(scene.children)
    return f"{_root(scene, palette, family)}\n{markup.text()}\n</svg>\n"


def _root(scene: Scene, palette: Palette, family: str) -> str:
    """The opening: what the picture is of, its title and description, and the ground."""
    width, height = plain(scene.width), plain(scene.height)
    data = {f"data-{name}": value for name, value in scene.data.items()}
    root = attributes(
        {
            "xmlns": "http://www.w3.org/2000/svg",
            "width": width,
            "height": height,
            "viewBox": f"0 0 {width} {height}",
            "role": "img",
            "lang": scene.language,
            "class": "cjm",
            "data-journey": data.pop("data-journey", None),
            "data-view": scene.view,
            "data-theme": palette.name,
            **data,
            "font-family": family,
            "font-size": SMALL,
            "fill": palette.colour("ink"),
        }
    )
    ground = f'<rect width="{width}" height="{height}" fill="{palette.colour("canvas")}"/>'
    told = f"<title>{escape(scene.title)}</title>\n"
    if scene.description:
        told += f"<desc>{escape(scene.description)}</desc>\n"
    return f"<svg{root}>\n{told}{ground}"
