"""What a page carries of what cjm rests on: the build of the page reads these tuples.

Of cjm itself it carries every module of ROOMS, as bytecode, and DATA.
"""

PACKAGES = ("graphviz", "networkx", "yaml")
"""Other people's packages, pure Python. networkx is imported by few journeys, graphviz by none that
are drawn as SVG; PyYAML goes without its C library."""

ABSENT = (
    "PIL",
    "click",
    "duckdb",
    "fontTools",
    "graphviz_pure",
    "jinja2",
    "lsprotocol",
    "numpy",
    "openpyxl",
    "pygls",
    "reportlab",
    "resvg_py",
    "rich",
    "scipy",
    "sqlglot",
    "starlette",
    "uvicorn",
    "watchfiles",
    "yaml._yaml",
)
"""What no page has: all that it is asked is worked out without, or told not to be worked out."""

ROOMS = (
    "analysis",
    "authoring",
    "checking",
    "data",
    "design",
    "diagnostics",
    "edits",
    "exchange",
    "format",
    "i18n",
    "journey",
    "lsp",
    "maps",
    "project",
    "pyodide",
    "rules",
    "source",
    "studio",
    "system",
)
"""The rooms of cjm that may be asked, beside the modules that stand in none."""

WITHOUT = (
    "authoring/formatting/*",
    "data/logs/*",
    "data/remote/*",
    "data/reviews/*",
    "data/sales/*",
    "data/surveys/*",
    "exchange/tables/xlsx*",
    "maps/slides/*",
    "maps/writers/pdf/*",
    "maps/writers/png*",
)
"""Modules of these rooms that rest on what no page has, below the folder of cjm."""

DATA = (
    "authoring/templates/first/*.yaml",
    "authoring/templates/new/*.yaml",
    "maps/scene/fonts/*.json",
    "rules/russian/*.md",
)
"""The files of cjm that are no modules and are read, below its folder."""
