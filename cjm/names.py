"""Names: the words a user may give to options, for those who must know them before any import.

A command's `--help` lists them without loading what they name; the rooms that do take them from
here too, so that each is written once. Nothing is imported here.
"""

LANGUAGES = ("en", "ru")
SEVERITIES = ("error", "warning", "info")
REPORT_FORMATS = ("text", "concise", "json", "github", "gitlab", "sarif", "junit")
"""Of `cjm check`."""
CONFORM_FORMATS = ("text", "concise", "json", "csv", "github", "gitlab", "sarif", "junit")
"""Of `cjm conform`; csv is of the moves."""
JOURNEY_ENDINGS = (".yaml", ".yml")
"""Of the files that may hold a journey."""
OVERLAY_ENDING = ".measured.yaml"
"""Of the files that hold what was measured of a journey; they are never journeys."""
BASELINE_FILE = "cjm-baseline.json"
"""Known findings, beside `cjm.yaml`."""

CI_SERVICES = ("github", "gitlab", "pre-commit")
EDITORS = ("vscode",)
"""Of `cjm init`: for what it writes files."""
TEMPLATES = ("blank", "shop", "delivery", "cafe", "hotel", "repair", "taxi", "support", "saas")
"""Of `cjm new`."""

SHOW_FORMATS = ("text", "json", "csv")
"""Of `cjm show`; csv is of an overview."""
DIFF_FORMATS = ("text", "json", "markdown", "svg")
"""Of `cjm diff`."""
DATA_FORMATS = ("text", "json", "csv")
"""Of the commands that work on data."""
FORMS = ("yaml", "json", "mermaid", "mermaid-journey", "markdown", "csv", "tsv", "xlsx")
"""Of `cjm convert`."""
HISTORY_FORMATS = ("text", "json", "csv", "svg")
"""Of `cjm history`."""
OBJECTIVES = ("balance", "disappointed")
"""Of `cjm plan`."""
SCHEMAS = (
    "journey",
    "workspace",
    "data",
    "measured",
    "topics",
    "overview",
    "show",
    "check",
    "plan",
    "diff",
    "history",
    "measure",
    "discover",
    "segment",
    "feedback",
    "conform",
    "report",
)
"""Of `cjm schema`."""

LEFT_OUT_OF_REPORTS = ("owners", "costs", "quotes", "waivers", "findings")
"""What a site need not show."""

VIEWS = ("graph", "map")
THEMES = ("light", "dark", "print")
ENGINES = ("embedded", "dot")
"""What lays a graph out: the Graphviz that comes with cjm, or the system's own."""
PAPERS = ("auto", "a4", "a3")
ENDINGS = {
    "svg": "svg",
    "html": "html",
    "png": "png",
    "pdf": "pdf",
    "pptx": "pptx",
    "dot": "dot",
    "gv": "dot",
    "mmd": "mermaid",
    "mermaid": "mermaid",
}
"""The ending of a picture's file → its format; each format's first one is its usual ending."""
PICTURE_FORMATS = tuple(dict.fromkeys(ENDINGS.values()))

LANES = (
    "touchpoint",
    "scores",
    "because",
    "curve",
    "reach",
    "moments",
    "description",
    "actions",
    "thoughts",
    "emotions",
    "strengths",
    "pains",
    "quotes",
    "opportunities",
    "root-cause",
    "standard",
    "scenario",
    "backstage",
    "channels",
    "time",
    "evidence",
    "metrics",
    "links",
    "owner",
    "improvements",
    "waivers",
)
"""Every row of a map, from the top of the sheet to its foot; the author's own rows follow."""
LANES_ON_REQUEST = ("because", "scenario", "channels")
"""Rows that are shown only where they are named: they fill pages, not sheets, or say again."""
