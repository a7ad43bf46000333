"""Settings: what a user of an editor chooses, and what the editor said it can do."""

from __future__ import annotations

from typing import Any, Literal, get_args

from cjm.names import LANGUAGES
from cjm.tuples import NamedTuple

Keys = Literal["auto", "on", "off"]
Hints = Literal["all", "negative", "off"]


class EditorSettings(NamedTuple):
    """Section `cjm` of an editor's settings, and what its client said at the start.

    `completion_keys`: whether keys and words that a schema knows are offered; `auto` leaves them
    to the schema's server where the file names a schema and the client said that it has one
    (`schema_server`). `inlay_hints`: of which touchpoints C is shown. `language` is what texts are
    told in, by default the workspace's. `webview`: whether the client shows pictures itself;
    `snippets`: whether completion may put in stops for the cursor.
    """

    completion_keys: Keys = "auto"
    inlay_hints: Hints = "all"
    code_lens: bool = True
    language: str = ""
    schema_server: bool = False
    webview: bool = False
    snippets: bool = True


DEFAULTS = EditorSettings()


OF_CLIENTS = ("path",)
"""Settings of the section that are the client's own: where the program lies."""


class ReadSettings(NamedTuple):
    """Settings as they were read, and the names of those that are unknown or have no such value."""

    settings: EditorSettings
    unknown: tuple[str, ...]


_CHOICES: dict[str, tuple[str, tuple[Any, ...]]] = {
    "completion.keys": ("completion_keys", get_args(Keys)),
    "inlayHints": ("inlay_hints", get_args(Hints)),
    "codeLens": ("code_lens", (True, False)),
    "language": ("language", ("", *LANGUAGES)),
    "schemaServer": ("schema_server", (True, False)),
    "webview": ("webview", (True, False)),
}
"""The settings by their names: the field, and the values it may have."""


def read_settings(given: object, settings: EditorSettings = DEFAULTS) -> ReadSettings:
    """The settings that an editor sent, over those that held before.

    Args:
        given: Section `cjm` as the editor has it, groups as objects or names with dots; anything
            else says nothing.
        settings: What holds where it says nothing.
    """
    unknown = []
    for name, value in _flat(given):
        field, known = _CHOICES.get(name, ("", ()))
        if any(value is each or (isinstance(value, str) and value == each) for each in known):
            settings = settings._replace(**{field: value})
        elif value is not None and name not in OF_CLIENTS:  # what is null is as by default
            unknown.append(name)
    return ReadSettings(settings, tuple(unknown))


def _flat(given: object, before: str = "") -> list[tuple[str, Any]]:
    """Settings with the names of their groups before them."""
    if not isinstance(given, dict):
        return []
    found: list[tuple[str, Any]] = []
    for key, value in given.items():
        name = f"{before}{key}"
        found += _flat(value, f"{name}.") if isinstance(value, dict) else [(name, value)]
    return found
