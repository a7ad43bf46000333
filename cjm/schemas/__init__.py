"""The JSON Schemas (2020-12) of all that cjm reads and of all that it writes as JSON."""

from __future__ import annotations

from typing import Any

from cjm.errors import UsageError, require_language
from cjm.i18n import say
from cjm.names import SCHEMAS


def schema(of: str = "journey", language: str = "en") -> dict[str, Any]:
    """A JSON Schema (2020-12).

    Args:
        of: `journey`, `workspace`, `data`, `measured` or `topics`, the files; a command such as
            `show` or `segment`, what it prints with `--format json`; `overview`, what `show`
            prints of several journeys; `report`, what a page of a report is made of.
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
    require_language(language)
    from cjm.format.json_schema import DIALECT, schema_of_file
    from cjm.rules.lookup import titles_in
    from cjm.schemas.outputs import OUTPUTS, TITLES

    if of not in OUTPUTS:
        return schema_of_file(of, language, titles_in(language))
    title = TITLES.get(of, f"cjm {of} --format json")
    return {"$schema": DIALECT, "title": title, **OUTPUTS[of]}
