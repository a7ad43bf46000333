"""Functions of the author's that connect by themselves, called only where the user allows it."""

from __future__ import annotations

import importlib
import os
import sys
from typing import Any

from cjm.data.definition import Connection, Definition
from cjm.data.remote.dialects import (
    BIGQUERY,
    CLICKHOUSE,
    DUCKDB,
    POSTGRES,
    SNOWFLAKE,
    SPARK,
    TRINO,
)
from cjm.data.remote.engine import reason_of
from cjm.errors import CjmError, UsageError
from cjm.i18n import say

MODULES = {
    "psycopg": POSTGRES,
    "psycopg2": POSTGRES,
    "pg8000": POSTGRES,
    "snowflake": SNOWFLAKE,
    "google": BIGQUERY,
    "trino": TRINO,
    "clickhouse_connect": CLICKHOUSE,
    "clickhouse_driver": CLICKHOUSE,
    "duckdb": DUCKDB,
    "_duckdb": DUCKDB,
    "pyspark": SPARK,
}
"""The module that a connection's class comes from, and the dialect it speaks."""


def called(name: str, connection: Connection, definition: Definition) -> tuple[str, Any]:
    """What a function of the author's returns, and the dialect it speaks.

    Args:
        name: The connection's id.
        connection: Which function it is.
        definition: Beside which it is looked for.

    Raises:
        UsageError: The user does not allow functions to be called.
        CjmError: It fails, or returns no connection.
    """
    if not definition.python:
        raise UsageError(
            say("{name}: {function} would be imported and called", name=name,
                function=connection.python),
            help=say("allow it, where you trust it: --allow-python"),
        )  # fmt: skip
    module, _, function = connection.python.partition(":")
    folder = os.path.abspath(definition.folder)
    sys.path.insert(0, folder)
    try:
        raw = getattr(importlib.import_module(module), function)()
    except Exception as error:
        raise CjmError(
            say("{name}: {function} failed: {reason}", name=name, function=connection.python,
                reason=reason_of(error))
        ) from error  # fmt: skip
    finally:
        sys.path.remove(folder)
    root = type(raw).__module__.partition(".")[0]
    if root not in MODULES:
        raise CjmError(
            say("{name}: {function} returned {found}, no connection that is known", name=name,
                function=connection.python, found=type(raw).__qualname__),
            help=say("known: {known}", known=", ".join(MODULES)),
        )  # fmt: skip
    return MODULES[root], raw
