"""Where results may be written: never over what people wrote."""

import os
from collections.abc import Iterable

from cjm.errors import UsageError
from cjm.i18n import Message, say
from cjm.names import BASELINE_FILE, JOURNEY_ENDINGS
from cjm.project.discovery import WORKSPACE_FILE
from cjm.project.kind import holds_journey
from cjm.system.reading import read_start


def check_output(output: str | None, inputs: Iterable[str | None] = ()) -> None:
    """Refuse a file to write a result to, where that would replace something people wrote.

    A slip such as `cjm show a.yaml -o a.yaml` would otherwise cost the journey. What is looked at
    is the file itself, so that links, other spellings and journeys met in a folder count too.

    Args:
        output: The file; None and `-` are standard output.
        inputs: Files that this run reads.

    Raises:
        UsageError: The file is one of `inputs`, a journey, a workspace or a baseline.
    """
    if output is None or output == "-" or not os.path.isfile(output):
        return
    if any(_same(output, path) for path in inputs if path):
        fault = say("{path} is read here and would be replaced", path=output)
    elif kind := _written_by_people(output):
        fault = say("{path} is {kind} and would be replaced", path=output, kind=kind)
    else:
        return
    raise UsageError(fault, help=say("name another file with -o"))


def _same(one: str, other: str) -> bool:
    try:
        return os.path.samefile(one, other)
    except OSError:  # one of them is not there
        return False


def _written_by_people(path: str) -> Message | None:
    """What a file is that people wrote; None for any other."""
    real = os.path.realpath(path)
    name = os.path.basename(real)
    if name == WORKSPACE_FILE:
        return say("a workspace")
    if name == BASELINE_FILE:
        return say("a baseline")
    if not real.endswith(JOURNEY_ENDINGS):
        return None
    try:
        content = read_start(real)
    except OSError:
        return None
    from cjm.source import parse

    return say("a journey") if holds_journey(content, lambda: parse(content)) else None
