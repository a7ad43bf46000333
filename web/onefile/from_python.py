"""Prints as JSON what the page takes from cjm as it is: style, icon, examples, packages."""

import json
import re
import runpy
import sys
from base64 import b64encode
from importlib import metadata
from pathlib import Path

from cjm.bundled import bundled
from cjm.pyodide import packages
from cjm.site.assets import FONTS, stylesheet
from cjm.version import __version__

ROOT = Path(__file__).parents[2]


def main() -> None:
    """Plain data on standard output; the build of the page reads it."""
    told = {
        "version": __version__,
        "site_style": style_with_fonts(),
        "icon": bundled("cjm.site", "assets/icon.svg").decode(),
        "theme": bundled("cjm.site", "assets/theme.js").decode(),
        "suffixes": sorted({Path(pattern).suffix for pattern in packages.DATA}),
        "examples": runpy.run_path(str(ROOT / "tools/studio_examples.py"))["examples"](),
        "absent": list(packages.ABSENT),
        "packages": [package(name) for name in PACKAGES],
        "engine": engine_licences(),
    }
    json.dump(told, sys.stdout, ensure_ascii=False)


def style_with_fonts() -> str:
    """The style of all pages, with what it loads elsewhere inside."""
    rules = stylesheet()
    for name in FONTS:
        font = b64encode(bundled("cjm.site", f"assets/{name}")).decode()
        rules = rules.replace(f'"{name}"', f'"data:font/woff2;base64,{font}"')
    assert not re.search(r'url\("(?!data:)', rules)
    return rules


PACKAGES = ("PyYAML",)
"""Distributions whose modules the page has."""


def package(name: str) -> dict[str, object]:
    """Where its modules are, and under which terms they may be carried."""
    found = metadata.distribution(name)
    tops = sorted({Path(file).parts[0] for file in found.files or () if file.suffix == ".py"})
    licences = [file for file in found.files or () if "LICENSE" in file.name.upper()]
    return {
        "name": name,
        "version": found.version,
        "folders": [str(found.locate_file(top)) for top in tops if not top.startswith("_")],
        "text": "\n".join(file.read_text() for file in licences),
    }


def engine_licences() -> dict[str, str]:
    """The terms of Graphviz and of what is in it: its port in Rust, which cjm has, repeats them."""
    files = metadata.distribution("graphviz-pure").files or ()
    texts = {file.name: file for file in files if "licenses" in file.parts}
    return {
        "graphviz": texts["LICENSE"].read_text(),
        "expat": texts["MIT-EXPAT.txt"].read_text(),
    }


if __name__ == "__main__":
    main()
