"""`cjm init`: a workspace with a first journey, and files for CI and editors on request."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence

from cjm.authoring.origin import Origin, installed_from
from cjm.authoring.services import SCHEMAS, NewFile, ci_file, editor_files, schema_files
from cjm.authoring.templates import template_text
from cjm.authoring.trades import require_template, text_of_template
from cjm.errors import UsageError, require_language
from cjm.format.suggestions import suggest
from cjm.i18n import say
from cjm.i18n.choice import default_language
from cjm.names import CI_SERVICES, EDITORS, TEMPLATES
from cjm.project.discovery import (
    WORKSPACE_FILE,
    Candidate,
    WorkspaceFiles,
    journey_files,
    may_be_journey,
    shown_path,
)
from cjm.project.kind import holds_journey
from cjm.project.workspace import load_workspace
from cjm.source import parse
from cjm.source.emit import scalar
from cjm.system.atomic import create_file
from cjm.system.reading import read_start
from cjm.system.repository import root_of
from cjm.tuples import NamedTuple

JOURNEYS = "journeys"
"""The folder of a new workspace's journeys."""
PIZZA = "pizza"
"""The first journey where no template is named: an example with scores."""


class Initialized(NamedTuple):
    """What `init` did in a folder. Paths are from that folder on, with `/`."""

    folder: str
    """As it was named."""
    language: str
    created: tuple[str, ...] = ()
    left: tuple[NewFile, ...] = ()
    """What was there already and stayed, and the text that would have been written."""
    found: int = 0
    """Journeys that were there, so that no example was written."""
    journey: NewFile | None = None
    """The first journey, from a template or the example."""
    origin: Origin = Origin()
    """Where the files for CI take cjm from."""


def init(
    folder: str | os.PathLike[str] = ".",
    *,
    language: str | None = None,
    template: str | None = None,
    ci: Sequence[str] = (),
    editor: str | None = None,
) -> Initialized:
    """Begin a workspace: `cjm.yaml`, a first journey that checks green, schemas for editors.

    Nothing that exists is replaced. Where there is a `cjm.yaml` only the files of `ci` and `editor`
    are added.

    Args:
        folder: Where; it is made if it is missing.
        language: `en` or `ru`, of the files; default: CJM_LANGUAGE's, else the locale's.
        template: A template of `cjm new` for the first journey; default: an example with scores.
        ci: `github`, `gitlab`, `pre-commit`: CI servers and hooks to write the file of. It goes to
            the root of the git repository, where alone it is read.
        editor: `vscode`: the editor to write settings for.

    Returns:
        What was made and what was there.

    Raises:
        UsageError: There is a `cjm.yaml` and nothing to add to it; `folder` is a file; a word is
            not known.
        CjmError: A file cannot be written.
    """
    place = folder_named(folder)
    for word, known in (*((service, CI_SERVICES) for service in ci), (editor, EDITORS)):
        if word is not None:
            require_word(word, known)
    if template is not None:
        require_template(template, (PIZZA, *TEMPLATES))
    if language is not None:
        require_language(language)
    workspace = os.path.join(place, WORKSPACE_FILE)
    if not os.path.lexists(workspace):
        return _begun(place, template, ci, editor, language or default_language())
    if not ci and editor is None:
        raise UsageError(
            say("{path} is there already; nothing was changed", path=shown_path(workspace)),
            help=say("add to it: --ci, --editor"),
        )
    return _added(place, ci, editor, language)


def folder_named(folder: str | os.PathLike[str]) -> str:
    """A folder as the system knows it, `~` resolved. Raises UsageError where something else is."""
    named = os.fspath(folder) or "."
    if "\0" in named:
        raise UsageError(say("{name!r} cannot be a path", name=named))
    path = os.path.expanduser(named)
    if os.path.lexists(path) and not os.path.isdir(path):
        raise UsageError(
            say("{path} is there already and is no folder", path=shown_path(path)),
            help=say("name a folder; one that is missing is made"),
        )
    return path


def require_word(word: str, known: Sequence[str]) -> None:
    """Raises UsageError for a word that is none of those known, with the one that was meant."""
    if word not in known:
        raise UsageError(
            say("{name!r} is none of {known}", name=word, known=", ".join(known)),
            help=suggest(word, known),
        )


def _begun(
    folder: str, template: str | None, services: Sequence[str], editor: str | None, language: str
) -> Initialized:
    """A new workspace."""
    found = list(_journeys_in(folder))
    journeys = list(dict.fromkeys(entry for entry, _ in found)) or [JOURNEYS]
    files = [NewFile(WORKSPACE_FILE, _workspace_text(folder, journeys, language))]
    first = None
    if template or not found:
        first = _first_journey(template or PIZZA, language)
        files.append(first)
    files.extend(schema_files(language))
    origin = installed_from()
    files.extend(_asked_files(folder, services, editor, journeys, origin))
    done = Initialized(folder, language, found=len(found), journey=first, origin=origin)
    return _made(done, files)


def _first_journey(template: str, language: str) -> NewFile:
    if template == PIZZA:
        text = template_text(f"first/pizza.{language}.yaml")
    else:
        first_line = f"# yaml-language-server: $schema=../{SCHEMAS['journey']}\n"
        text = first_line + text_of_template(template, language)
    return NewFile(f"{JOURNEYS}/{template}.yaml", text)


def _added(
    folder: str, services: Sequence[str], editor: str | None, language: str | None
) -> Initialized:
    """Files for a workspace that is there; editors need the schemas, too."""
    known = load_workspace(WorkspaceFiles().of_folder(folder)).workspace
    language, origin = language or known.language, installed_from()
    files = list(_asked_files(folder, services, editor, known.journeys, origin))
    if editor is not None:
        files.extend(schema_files(language))
    return _made(Initialized(folder, language, origin=origin), files)


def _asked_files(
    folder: str,
    services: Sequence[str],
    editor: str | None,
    journeys: Sequence[str],
    origin: Origin,
) -> Iterator[NewFile]:
    """What --ci and --editor ask for."""
    real = os.path.realpath(folder)
    above = os.path.relpath(real, root_of(folder)).replace(os.sep, "/")
    for service in dict.fromkeys(services):
        yield ci_file(service, origin, "" if above == "." else above)
    if editor is not None:
        yield from editor_files(journeys)


def _made(done: Initialized, files: Sequence[NewFile]) -> Initialized:
    """Make each file that is not there."""
    created, left = [], []
    folder = "" if done.folder == os.curdir else done.folder  # errors name the path
    for file in files:
        path = os.path.join(folder, *file.path.split("/"))
        if create_file(path, file.text):
            created.append(file.path)
        else:
            left.append(file)
    return done._replace(created=tuple(created), left=tuple(left))


def _workspace_text(folder: str, journeys: Sequence[str], language: str) -> str:
    name = os.path.basename(os.path.realpath(folder)) or JOURNEYS
    name = name.encode("utf-8", "replace").decode("utf-8")  # not every name of a folder is a text
    text = template_text(f"first/cjm.{language}.yaml")
    listed = ", ".join(scalar(entry, flow=True) for entry in journeys)
    return text.replace("WORKSPACE", scalar(name), 1).replace("JOURNEYS", f"[{listed}]", 1)


def _journeys_in(folder: str) -> Iterator[tuple[str, str]]:
    """Journeys that are there, in the folder itself and in its `journeys`, each with its entry.

    Deeper ones are not looked for: the folder may be a whole home.
    """
    for entry, files in ((".", _files_of(folder)), (JOURNEYS, _files_below(folder))):
        yield from ((entry, path) for path in files if _is_journey(path))


def _is_journey(path: str) -> bool:
    try:
        content = read_start(path)
    except OSError:  # check tells of it
        return False
    return holds_journey(content, lambda: parse(content))


def _files_of(folder: str) -> Iterator[str]:
    names = sorted(os.listdir(folder)) if os.path.isdir(folder) else []
    paths = (os.path.join(folder, name) for name in names if may_be_journey(name))
    return filter(os.path.isfile, paths)


def _files_below(folder: str) -> Iterator[str]:
    below = os.path.join(folder, JOURNEYS)
    found = journey_files(below) if os.path.isdir(below) else ()
    return (each.path for each in found if isinstance(each, Candidate))
