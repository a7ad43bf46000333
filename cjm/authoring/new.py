"""`cjm new`: a journey's file from a template, without scores."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Iterator, Sequence

from cjm.authoring.services import SCHEMAS
from cjm.authoring.trades import (
    BEFORE_AND_AFTER,
    BLANK,
    Stage,
    blank_text,
    require_template,
    text_of_template,
    touchpoints_in,
)
from cjm.errors import UsageError, require_language
from cjm.format.remedies import id_meant
from cjm.i18n import say
from cjm.i18n.choice import declared_language, default_language
from cjm.journey.ids import as_id, is_id
from cjm.names import JOURNEY_ENDINGS, OVERLAY_ENDING
from cjm.project.discovery import WORKSPACE_FILE, WorkspaceFile, WorkspaceFiles, shown_path
from cjm.project.loading import id_of_file
from cjm.project.workspace import load_workspace
from cjm.source.emit import scalar
from cjm.system.atomic import create_file
from cjm.system.repository import root_of, within
from cjm.tuples import NamedTuple

JOURNEYS = "journeys"
"""Where journeys lie without a workspace that says so."""


class NewJourney(NamedTuple):
    """A journey's file to begin with."""

    path: str
    """Where it was written, from the current folder on, with `/`."""
    text: str
    touchpoints: int
    language: str


def new(
    id: str,
    *,
    template: str = BLANK,
    title: str | None = None,
    stages: Sequence[str] = (),
    path: str | os.PathLike[str] | None = None,
    language: str | None = None,
    workspace: str | None = None,
) -> NewJourney:
    """Write a new journey from a template: stages, touchpoints and questions, and no scores.

    Args:
        id: The journey's id, and its file's name.
        template: One of `names.TEMPLATES`; `blank` says nothing of a trade.
        title: The journey's title; default: the template's, of a blank journey its id.
        stages: The stages of a blank journey, in their order, each with a touchpoint.
        path: The file; default: `ID.yaml` in the first folder that the workspace names, without a
            workspace in `journeys`.
        language: `en` or `ru`; default: the workspace's, else CJM_LANGUAGE's, else the locale's.
        workspace: The `cjm.yaml` to use; default: the nearest one upwards.

    Returns:
        The file's path and text, and how many touchpoints are to be scored.

    Raises:
        UsageError: There is such a file already, the id cannot be one, or a word is not known.
        CjmError: The file cannot be written.
    """
    made = composed(
        id, template=template, title=title, stages=stages,
        path=path, language=language, workspace=workspace,
    )  # fmt: skip
    if not create_file(made.path, made.text):
        raise UsageError(
            say("{path} is there already", path=shown_path(made.path)),
            help=say("another id, or another file: -o FILE"),
        )
    return made._replace(path=shown_path(made.path))


def composed(
    id: str,
    *,
    template: str,
    title: str | None,
    stages: Sequence[str],
    path: str | os.PathLike[str] | None,
    language: str | None,
    workspace: str | None,
) -> NewJourney:
    """What `new` would write, and where. Raises UsageError."""
    id = _checked_id(id)
    require_template(template)
    if language is not None:
        require_language(language)
    if stages and template != BLANK:
        raise UsageError(
            say("{template} has stages of its own", template=template),
            help=say("--stages goes with the template {name}", name=BLANK),
        )
    target = None if path is None else _checked_path(os.fspath(path))
    files = WorkspaceFiles(workspace)
    beside = files.of_folder(os.curdir) if target is None else files.of_file(target)
    if files.unreadable:
        raise UsageError(files.unreadable[0])
    if target is None:
        target = os.path.join(_folder_of(beside), f"{id}.yaml")
    made = journey_text(
        id, template=template, title=title, stages=stages, language=language,
        beside=beside.content, file=target,
    )  # fmt: skip
    text = _schema_line(target, beside.folder) + made.text
    return made._replace(path=target, text=text)


def journey_text(
    id: str,
    *,
    template: str,
    title: str | None,
    stages: Sequence[str] = (),
    language: str | None = None,
    beside: bytes = b"",
    file: str | None = None,
) -> NewJourney:
    """What the file of a new journey holds; nothing is read and nothing written.

    Args:
        id: The journey's id, and its file's name.
        template: One of `names.TEMPLATES`.
        title: The journey's title; default: the template's, of a blank journey its id.
        stages: The stages of a blank journey.
        language: `en` or `ru`; default: the workspace's, else CJM_LANGUAGE's, else the locale's.
        beside: What the `cjm.yaml` holds that the journey will use.
        file: The file that it will have; default: `ID.yaml`.

    Raises:
        UsageError: The id cannot be one, or a word is not known.
    """
    id = _checked_id(id)
    require_template(template)
    if language is not None:
        require_language(language)
    file = f"{id}.yaml" if file is None else file
    declared = declared_language(beside)
    spoken = language or declared or default_language()
    if template == BLANK:
        named = list(_stages(stages)) or BEFORE_AND_AFTER[spoken]
        text = blank_text(title or id, named, spoken)
    else:
        text = _titled(text_of_template(template, spoken), title)
    head = [f"id: {scalar(id)}"] if id_of_file(file) != id else []
    head += [f"language: {spoken}"] if declared != spoken else []
    text = text.replace("cjm: 1\n", "\n".join(["cjm: 1", *head, ""]), 1)
    return NewJourney(file, text, touchpoints_in(text), spoken)


def _checked_id(text: str) -> str:
    id = as_id(text)
    if not is_id(id):
        meant = id_meant(id)
        raise UsageError(
            say("{text!r} cannot be an id", text=text),
            help=(meant and meant.help)
            or say("begin with a letter or digit; then letters, digits, . - _"),
        )
    for taken in (WORKSPACE_FILE, OVERLAY_ENDING):
        if f"{id}.yaml".lower().endswith(taken) and (taken == OVERLAY_ENDING or id == "cjm"):
            raise UsageError(
                say("{file} would be no journey: files of that name are others", file=f"{id}.yaml"),
                help=say("another id"),
            )
    return id


def _checked_path(path: str) -> str:
    path = os.path.expanduser(path)
    if "\0" in path:
        raise UsageError(say("{name!r} cannot be a path", name=path))
    if os.path.isdir(path):
        raise UsageError(say("{path} is a folder", path=path), help=say("name a file with -o"))
    name = os.path.basename(path)
    if not name.endswith(JOURNEY_ENDINGS) or name.endswith((WORKSPACE_FILE, OVERLAY_ENDING)):
        raise UsageError(
            say("{file} would be no journey: files of that name are others", file=name),
            help=say("a journey's file ends in .yaml, such as taxi.yaml"),
        )
    return path


def _folder_of(workspace: WorkspaceFile) -> str:
    """The first folder that a workspace names for its journeys, within what it may read."""
    if workspace.file is None:
        return JOURNEYS
    known = load_workspace(workspace).workspace
    root = root_of(workspace.folder or os.curdir)
    for path in known.paths if known.journeys else ():
        folder = os.path.dirname(path) if path.endswith(JOURNEY_ENDINGS) else path
        if within(os.path.realpath(folder), root):
            return os.path.normpath(folder)
    return os.path.join(workspace.folder or os.curdir, JOURNEYS)


def _stages(texts: Sequence[str]) -> Iterator[Stage]:
    """Stages by their names; what an id cannot hold is written as `-`."""
    seen: set[str] = set()
    for text in texts:
        words = unicodedata.normalize("NFC", text)
        id = "".join(sign if is_id(f"a{sign}") else "-" for sign in words)
        id = re.sub("-+", "-", id).strip("-.")
        if not is_id(id):
            raise UsageError(say("{text!r} cannot be an id", text=text))
        if id in seen:
            raise UsageError(say("two stages are called {id}", id=id))
        seen.add(id)
        yield Stage(id, words[:1].upper() + words[1:])


def _titled(text: str, title: str | None) -> str:
    if title is None:
        return text
    line = f"title: {scalar(title)}"
    return re.sub("^title: .*$", lambda _: line, text, count=1, flags=re.MULTILINE)


def _schema_line(path: str, folder: str | None) -> str:
    """The line that leads an editor to the schema, where a workspace has one."""
    schema = os.path.join(folder or os.curdir, *SCHEMAS["journey"].split("/"))
    if folder is None or not os.path.isfile(schema):
        return ""
    try:
        way = os.path.relpath(schema, os.path.dirname(path) or os.curdir)
    except ValueError:  # another drive
        return ""
    return f"# yaml-language-server: $schema={way.replace(os.sep, '/')}\n"
