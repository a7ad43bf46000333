"""What `cjm convert` does."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from cjm.cli.language import run_language
from cjm.cli.shared import echo, put_data, tell, tell_findings, tell_note
from cjm.errors import InvalidJourneyError, UsageError
from cjm.i18n import say, translate
from cjm.tuples import NamedTuple

if TYPE_CHECKING:
    from cjm.exchange.convert import Converted
    from cjm.exchange.forms import Form
    from cjm.exchange.imported import Asked, Lost

STANDARD = "-"


class ConvertOptions(NamedTuple):
    """What `cjm convert` is asked, by the names of its options."""

    source: str
    target: str
    workspace: str | None = None
    from_: str | None = None
    to: str | None = None
    id: str | None = None
    title: str | None = None
    language: str | None = None
    encoding: str | None = None
    delimiter: str | None = None
    sheet: str | None = None
    force: bool = False
    strict: bool = False


FAULTS = 1
"""The exit code where the input has faults, or with --strict where a part would be lost."""


def run_convert(asked: ConvertOptions) -> int:
    """Convert one file, tell what was left out; the exit code."""
    forms = _forms(asked)
    _check_target(asked, forms[1])
    try:
        made = _converted(asked, *forms)
    except InvalidJourneyError as error:
        tell_findings(error.findings)
        return FAULTS
    for note in made.notes:
        tell_note(note)
    _tell_lost(made.lost)
    tell_findings(made.findings)
    if asked.strict and made.lost:
        tell(say("nothing was written: --strict"))
        return FAULTS
    _put(made, asked.target)
    return 0


def _forms(asked: ConvertOptions) -> tuple[Form, Form]:
    """The forms of both sides. Where one is not named and no file shows it, it is YAML."""
    from cjm.exchange.convert import check_forms
    from cjm.exchange.forms import YAML, form_named

    source, target = _form(asked.source, asked.from_), _form(asked.target, asked.to)
    if source is None and target is not None and target.name != YAML:
        source = form_named(YAML)
    if target is None and source is not None and source.name != YAML:
        target = form_named(YAML)
    if source is None:
        raise _unknown_form(asked.source, "--from")
    if target is None:
        raise _unknown_form(asked.target, "--to")
    check_forms(source, target)
    return source, target


def _form(path: str, name: str | None) -> Form | None:
    from cjm.exchange.forms import form_named, form_of_file

    if name is not None:
        return form_named(name)
    found = None if path == STANDARD else form_of_file(path)
    if found is None and path != STANDARD:
        raise _unknown_form(path, "--from or --to")
    return found


def _unknown_form(path: str, option: str) -> UsageError:
    from cjm.exchange.forms import known_endings

    return UsageError(
        say("what form has {path}?", path=path),
        help=say(
            "name it with {option}; known endings: {known}", option=option, known=known_endings()
        ),
    )


def _check_target(asked: ConvertOptions, form: Form) -> None:
    """Refuse to replace a file, or to print what no terminal shows. Raises UsageError."""
    if asked.target == STANDARD:
        if form.binary:
            raise UsageError(
                say("{form} is not for standard output", form=form.name),
                help=say("name a file"),
            )
        return
    if os.path.isdir(asked.target):
        raise UsageError(say("{path} is a folder", path=asked.target), help=say("name a file"))
    if not os.path.lexists(asked.target):
        return
    if os.path.exists(asked.source) and os.path.samefile(asked.source, asked.target):
        raise UsageError(
            say("{path} is read here and would be replaced", path=asked.target),
            help=say("name another file"),
        )
    if not asked.force:
        raise UsageError(
            say("{path} is there already", path=asked.target), help=say("replace it: --force")
        )


def _converted(asked: ConvertOptions, source: Form, target: Form) -> Converted:
    from cjm.exchange.forms import YAML

    return _exported(asked, target) if source.name == YAML else _imported(asked, source)


def _asked(asked: ConvertOptions, workspace: object) -> Asked:
    from cjm.exchange.imported import Asked

    return Asked(
        asked.id, asked.title, asked.language, asked.encoding, asked.delimiter, asked.sheet,
        workspace,  # type: ignore[arg-type]
    )  # fmt: skip


def _exported(asked: ConvertOptions, form: Form) -> Converted:
    """A journey's file in another form."""
    from cjm.exchange.convert import Converted
    from cjm.exchange.exporting import journey_form
    from cjm.project.loading import open_journey

    opened = open_journey(asked.source, asked.workspace)
    made = journey_form(
        opened.journey,
        opened.document.source,
        form,
        _asked(asked, opened.workspace),
        (file for file, _ in opened.document.sources),
    )
    return Converted(made.content, made.lost, made.notes)


def _imported(asked: ConvertOptions, form: Form) -> Converted:
    """Another form as a journey's file, of the workspace where that will lie."""
    from cjm.exchange.convert import converted_journey
    from cjm.exchange.reading import read_input
    from cjm.project.discovery import WorkspaceFiles, shown_path
    from cjm.project.loading import workspace_findings
    from cjm.project.workspace import load_workspace

    content, name = read_input(asked.source)
    out = None if asked.target == STANDARD else shown_path(asked.target)
    files = WorkspaceFiles(asked.workspace)
    loaded = load_workspace(files.of_file(asked.target) if out else files.of_folder("."))
    if files.unreadable:
        raise UsageError(files.unreadable[0])
    if findings := workspace_findings(loaded):
        from cjm.exchange.convert import invalid_input

        raise invalid_input(findings)
    return converted_journey(
        content, form, _asked(asked, loaded.workspace), name, out, force=asked.force
    )


def _tell_lost(lost: tuple[Lost, ...]) -> None:
    """A line for each part that was left out, and how many they were."""
    if not lost:
        return
    from cjm.reporters.wording import sentence

    language = run_language()
    for part in lost:
        said = say("{what}: {why}", what=part.what, why=part.why)
        told = sentence(translate(said, language))
        echo(f"{part.place}: {told}" if part.place else told, err=True)
    count = say("{n} {n:part was|parts were} left out", n=len(lost))
    echo(translate(count, language), err=True)


def _put(made: Converted, target: str) -> None:
    """Write the output whole or not at all."""
    if target == STANDARD:
        put_data(made.text, None)
        return
    from cjm.system.atomic import write_bytes

    write_bytes(target, made.content)
