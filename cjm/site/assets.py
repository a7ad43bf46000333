"""Assets: the stylesheet, the scripts and the fonts, the same for every page of a site."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cjm.bundled import bundled
from cjm.design.page import page_stylesheet
from cjm.i18n import translate
from cjm.site.frame import Page
from cjm.site.templating import for_script
from cjm.site.words import SCRIPT_WORDS

STYLES = (
    "base", "controls", "scores", "portfolio", "stages", "moments", "board", "metrics", "journey",
    "panel", "charts", "plan", "list", "palette", "comparison", "presentation", "persona",
    "results", "glossary", "narrow", "print",
)  # fmt: skip
"""The parts of `site.css`, in the order of their rules."""
SCRIPTS = (
    "theme", "app", "listing", "stages", "board", "numbers", "what_if", "journey", "map", "panel",
    "curve", "plan", "downloads", "present",
)  # fmt: skip
FONTS = ("noto-sans-cyrillic-wght-normal.woff2", "noto-sans-latin-wght-normal.woff2")
LIVE = "live.js"
COPIED = (*(f"{name}.js" for name in SCRIPTS), *FONTS, "icon.svg", "OFL.txt")


def assets(languages: tuple[str, ...], live: bool = False) -> Iterator[Page]:
    """Every asset, with its address below the site; `live` where a server follows the files."""
    yield Page("assets/site.css", stylesheet().encode())
    yield Page("assets/fonts.js", f"window.cjmFontFaces={for_script(font_faces())};\n".encode())
    for name in (*COPIED, *((LIVE,) if live else ())):
        yield Page(f"assets/{name}", bundled("cjm.site", f"assets/{name}"))
    for language in languages:
        words = {key: translate(message, language) for key, message in SCRIPT_WORDS}
        text = f"window.cjmWords={for_script({'language': language, **words})};\n"
        yield Page(f"assets/words.{language}.js", text.encode())


def stylesheet() -> str:
    """All rules of the pages, the tokens of `cjm.design` first."""
    parts = (bundled("cjm.site", f"assets/css/{name}.css").decode() for name in STYLES)
    return "\n".join((page_stylesheet(), *parts))


def font_faces() -> str:
    """The rules of the fonts with the fonts inside, for pictures that can load nothing."""
    from base64 import b64encode

    base = bundled("cjm.site", "assets/css/base.css").decode()
    rules = "\n".join(re.findall(r"@font-face \{[^}]*\}", base))
    for name in FONTS:
        font = b64encode(bundled("cjm.site", f"assets/{name}")).decode()
        rules = rules.replace(f'"{name}"', f'"data:font/woff2;base64,{font}"')
    return rules.replace("font-display: swap", "font-display: block")
