"""Services: the files by which CI servers, pre-commit and editors run cjm or help with journeys."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator

from cjm.authoring.origin import Origin
from cjm.authoring.templates import template_text
from cjm.names import JOURNEY_ENDINGS, OVERLAY_ENDING
from cjm.source.emit import scalar
from cjm.source.json_text import json_text
from cjm.tuples import NamedTuple

PLACES = {
    "github": ("github.yml", ".github/workflows/journeys.yml"),
    "gitlab": ("gitlab.yml", ".gitlab-ci.yml"),
    "pre-commit": ("pre-commit.yaml", ".pre-commit-config.yaml"),
}
"""A service → its template, and where in a repository it reads its file."""
SCHEMAS = {"journey": ".cjm/schema.json", "workspace": ".cjm/schema.workspace.json"}
"""What a schema describes → its file, from the folder of `cjm.yaml` on."""


class NewFile(NamedTuple):
    """A file to be made: its path from the folder of `cjm.yaml` on, and its text."""

    path: str
    text: str


def ci_file(service: str, origin: Origin, above: str) -> NewFile:
    """The file for a CI server or pre-commit.

    Args:
        service: One of `names.CI_SERVICES`.
        origin: The repository that cjm is taken from.
        above: The folder of `cjm.yaml` from the repository's root on, with `/`; "" for the root.
            These files are read at the root alone, so that is where they go.
    """
    template, place = PLACES[service]
    text = template_text(f"ci/{template}")
    text = text.replace("OWNER/cjm", origin.repository).replace("REVISION", origin.revision)
    lines = (line.replace("PATHS", scalar(above)) for line in text.splitlines(keepends=True))
    kept = "".join(line for line in lines if above or 'paths: ""' not in line)
    ups = [".."] * len(above.split("/")) if above else []
    return NewFile(posixpath.join(*ups, place), kept)


def editor_files(journeys: Iterable[str]) -> Iterator[NewFile]:
    """What VS Code reads: the extension that knows schemas, and which file has which schema.

    Args:
        journeys: What `cjm.yaml` says under `journeys`.
    """
    yield NewFile(".vscode/extensions.json", json_text({"recommendations": ["redhat.vscode-yaml"]}))
    files = [pattern for entry in journeys for pattern in _patterns(entry)]
    schemas: dict[str, object] = {f"./{SCHEMAS['workspace']}": "cjm.yaml"}
    if files:
        schemas[f"./{SCHEMAS['journey']}"] = [*files, f"!*{OVERLAY_ENDING}"]
    yield NewFile(".vscode/settings.json", json_text({"yaml.schemas": schemas}))


def _patterns(entry: str) -> Iterator[str]:
    """The files that an entry of `journeys` names; of the folder itself none, it holds all."""
    if entry.endswith(JOURNEY_ENDINGS):
        yield entry
    elif (path := posixpath.normpath(entry)) != ".":
        yield f"{path}/**/*.yaml"
        yield f"{path}/**/*.yml"


def schema_files(language: str) -> Iterator[NewFile]:
    """The JSON Schemas of journeys and of `cjm.yaml`, which their first lines name."""
    from cjm.format.json_schema import schema_of_file
    from cjm.rules.lookup import titles_in

    titles = titles_in(language)

    for of, path in SCHEMAS.items():
        yield NewFile(path, json_text(schema_of_file(of, language, titles)))
