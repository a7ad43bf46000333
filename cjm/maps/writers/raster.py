"""SVG → pixels, with the bundled fonts."""

from __future__ import annotations

from cjm.maps.scene.typefaces import FILES, WORDS

FAMILY = WORDS.family
"""The name that the bundled font has in itself, so that none of the system's is meant."""


def rasterized(svg: str, scale: float, *, system_fonts: bool) -> bytes:
    """The PNG of an SVG.

    Args:
        svg: What is drawn; its texts ask for the family FAMILY.
        scale: Pixels per unit.
        system_fonts: Whether the system's fonts draw what the bundled ones lack. Looking through
            them takes a while, and the picture is another one on another system.
    """
    from contextlib import ExitStack
    from importlib.resources import as_file, files

    import resvg_py

    fonts = files("cjm.maps.scene") / "fonts"
    with ExitStack() as paths:  # resvg reads files: out of a zip they are copies for so long
        picture = resvg_py.svg_to_bytes(
            svg_string=svg,
            zoom=scale,
            dpi=96,
            font_files=[str(paths.enter_context(as_file(fonts / f"{name}.ttf"))) for name in FILES],
            skip_system_fonts=not system_fonts,
            font_family=FAMILY,
            sans_serif_family=FAMILY,
        )
    return bytes(picture)
