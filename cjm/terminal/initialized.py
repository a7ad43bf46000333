"""Initialized: what `cjm init` made, and what to do next, as a page for a terminal."""

from __future__ import annotations

import os
import re
import shlex
from collections.abc import Iterator

from cjm.authoring.init import PIZZA, Initialized
from cjm.authoring.services import SCHEMAS, NewFile
from cjm.authoring.trades import touchpoints_in
from cjm.i18n import Message, say, translate
from cjm.project.discovery import WORKSPACE_FILE

COLUMN = 28
"""Cells of a file's name or a command, before what is said of it."""

Row = tuple[str | Message, Message | None]
"""A file, a command or a sentence, and what is said of it beside."""


def initialized_page(done: Initialized) -> str:
    """The files that were made, those that were there, and the next steps; in its language."""
    parts = (list(part) for part in (_created(done), _left(done), _next(done)))
    return "\n".join(
        "".join(f"{line}\n" for line in _lines(part, done.language)) for part in parts if part
    )


def _lines(rows: list[Row | Message], language: str) -> Iterator[str]:
    for row in rows:
        if isinstance(row, Message):
            yield translate(row, language)
            continue
        first, about = row
        first = translate(first, language) if isinstance(first, Message) else first
        told = f"{first.ljust(COLUMN - 1)} {translate(about, language)}" if about else first
        yield f"  {told}".rstrip()


def _created(done: Initialized) -> Iterator[Row | Message]:
    if not done.created:
        return
    is_here = done.folder == os.curdir
    yield say("Created here:") if is_here else say("Created in {folder}:", folder=done.folder)
    both = set(SCHEMAS.values()) <= set(done.created)
    for path in done.created:
        if path != SCHEMAS["workspace"] or not both:
            yield path, _about(done, path, both)
    if done.found and done.journey is None:
        yield say(
            "{n} {n:journey was|journeys were} there already, so no example was added",
            n=done.found,
        )


def _about(done: Initialized, path: str, both: bool) -> Message | None:
    """What a new file is for; CI's and editors' files are known to whoever asked for them."""
    match path:
        case _ if path == WORKSPACE_FILE:
            return say("what all journeys share: language, channels, personas")
        case _ if done.journey and path == done.journey.path:
            if _is_example(done.journey):
                return say("an example: 3 touchpoints, nothing wrong")
            n = touchpoints_in(done.journey.text)
            return say("{n} {n:touchpoint|touchpoints} to score", n=n)
        case _ if path in SCHEMAS.values():
            both_files = say("help in the editor (and schema.workspace.json)")
            return both_files if both else say("help in the editor")
    return None


def _left(done: Initialized) -> Iterator[Row | Message]:
    """What stayed; of a file of the team's own, what to add to it by hand."""
    if not done.left:
        return
    yield say("Was there already and stayed as it was:")
    for path, text in done.left:
        ours = (WORKSPACE_FILE, *SCHEMAS.values())
        if path in ours or (done.journey and path == done.journey.path):
            yield path, None
        else:
            yield path, say("add to it:")
            yield "", None
            yield from ((f"  {line}", None) for line in text.splitlines())
            yield "", None


def _next(done: Initialized) -> Iterator[Row | Message]:
    if WORKSPACE_FILE not in done.created:
        return
    yield say("Next:")
    if done.folder != os.curdir:
        plain = re.fullmatch(r"[\w./~-]+", done.folder)  # letters of any script need no quotes
        yield f"cd {done.folder if plain else shlex.quote(done.folder)}", None
    yield "cjm check", say("finds where customers get less than they expected")
    yield "cjm render -o build", say("draws the map")
    if done.journey and done.journey.path in done.created:
        file = done.journey.path
        if _is_example(done.journey):
            yield say("open {file} and give {id} experience: 6", file=file, id="delivery"), None
        else:
            yield say("open {file} and write what customers expect and get", file=file), None


def _is_example(journey: NewFile) -> bool:
    return journey.path.endswith(f"/{PIZZA}.yaml")
