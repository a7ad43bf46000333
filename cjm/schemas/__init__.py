"""The JSON Schemas (2020-12) of all that cjm reads and of all that it writes as JSON."""

from __future__ import annotations

from typing import Any

from cjm.errors import UsageError
from cjm.i18n import say
from cjm.names import LANGUAGES, SCHEMAS


def schema(of: str = "journey", language: str = "en") -> dict[str, Any]:
    """A JSON Schema (2020-12).

    Args:
        of: `journey`, `workspace`, `data`, `measured` or `topics`, the files; a command such as
            `show` or `segment`, what it prints with `--format json`; `overview`, what `show`
            prints of several journeys.
        language: In which fields are described: `en` or `ru`.

    Returns:
        The schema. It says what a schema can say; references, sums and the scale are for
        `cjm check`.

    Raises:
        UsageError: There is no schema or no language of that name.
    """
    if of not in SCHEMAS:
        raise UsageError(
            say("there is no schema of {of!r}", of=of),
            help=say("known: {known}", known=", ".join(SCHEMAS)),
        )
    if language not in LANGUAGES:
        raise UsageError(
            say("there is no language {language!r}", language=language),
            help=say("known: {known}", known=", ".join(LANGUAGES)),
        )
    from cjm.format.json_schema import DIALECT, schema_of_file
    from cjm.schemas.outputs import COMMANDS, OUTPUTS

    if of not in OUTPUTS:
        return schema_of_file(of, language)
    return {"$schema": DIALECT, "title": f"cjm {COMMANDS.get(of, of)} --format json", **OUTPUTS[of]}
