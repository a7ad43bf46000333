"""Scene → HTML: an SVG for the middle of a page, whose colours are the page's to choose."""

from __future__ import annotations

from cjm.design.css import colour_variable, stylesheet, width_variable
from cjm.maps.scene.model import Scene
from cjm.maps.writers.markup import Markup, escape, root_of

APART = "noopener noreferrer"
"""Where a link leads learns nothing of the page."""
SAFE = "default-src 'none'; style-src 'unsafe-inline'"
"""What a page of our own may load: nothing. What a journey says is text in any case."""
PAGE_STYLE = """body{margin:0;background:var(--cjm-canvas)}
body>svg{display:block;margin:0 auto}
@page{size:A3 landscape;margin:8mm}"""


def inline_svg(scene: Scene, theme: str | None = None) -> str:
    """The picture for the middle of an HTML page, which needs `cjm.design.css.stylesheet` once.

    It has no style, no script and no ids, so that any number of pictures stand in one page.

    Args:
        scene: Any picture.
        theme: light, dark or print to hold it to that theme; by default it follows the reader's
            system, and on paper the theme print.
    """
    markup = Markup(colour_variable, width_variable)
    markup.add(scene.children)
    # What stands in an image has no keyboard and no voice of its own, and links need both.
    role = "group" if markup.linked else "img"
    root = root_of(scene, theme, colour_variable, role=role)
    text = markup.text().replace('<a href="', f'<a rel="{APART}" href="')
    return f"{root}\n{text}\n</svg>"


def page_of(scene: Scene, theme: str | None = None) -> str:
    """A page of its own that holds one picture; it loads nothing."""
    chosen = f' data-theme="{theme}"' if theme else ""
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(scene.language)}">\n<head>\n'
        '<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{SAFE}">\n'
        '<meta name="viewport" content="width=device-width">\n'
        f"<title>{escape(scene.title)}</title>\n"
        f"<style>\n{stylesheet()}\n{PAGE_STYLE}\n</style>\n</head>\n"
        f'<body class="cjm"{chosen}>\n{inline_svg(scene, theme)}\n</body>\n</html>\n'
    )
