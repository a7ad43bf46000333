"""Which language is spoken where nothing names one: the environment's, else English."""

from __future__ import annotations

import os
import re

from cjm.names import LANGUAGES

VARIABLE = "CJM_LANGUAGE"
"""The environment variable that names a language."""
MOST_BYTES = 65_536
"""How much of a workspace is looked at for its language."""
_DECLARED = re.compile(rb"^(?:\xef\xbb\xbf)?language:[ \t]*[\"']?(\w+)", re.MULTILINE)


def default_language() -> str:
    """The language of CJM_LANGUAGE, else the locale's where it is Russian, else English."""
    named = os.environ.get(VARIABLE, "").strip().lower()
    if named in LANGUAGES:
        return named
    return "ru" if _locale().lower().startswith("ru") else "en"


def declared_language(workspace: bytes) -> str | None:
    """The language that the text of a `cjm.yaml` names at its top level; None where it names none.

    Whatever is wrong with the text is no fault here: who reads it says so.
    """
    found = _DECLARED.search(workspace[:MOST_BYTES])
    named = found[1].decode("ascii", "replace") if found else None
    return named if named in LANGUAGES else None


def _locale() -> str:
    """What the environment calls the user's language, such as ru_RU.UTF-8."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(name):
            return value
    if os.name == "nt":  # Windows sets none of them
        import locale

        return locale.getlocale(locale.LC_CTYPE)[0] or ""
    return ""
