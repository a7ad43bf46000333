"""Connecting: an address, or a function of the author's, → an engine."""

import os
from collections.abc import Callable
from typing import Any
from urllib.parse import unquote

from cjm.data.border import beyond, lies_within
from cjm.data.definition import Definition
from cjm.data.engine import LocalEngine
from cjm.data.remote.addresses import Address, filled
from cjm.data.remote.dialects import CLICKHOUSE, DUCKDB, SPARK
from cjm.data.remote.drivers import DRIVERS
from cjm.data.remote.engine import RUNNERS, RemoteEngine, reason_of
from cjm.data.remote.functions import called
from cjm.errors import CjmError, missing_extra
from cjm.i18n import say
from cjm.tuples import NamedTuple


class Opened(NamedTuple):
    """An engine, and how to let go of it."""

    engine: RemoteEngine
    close: Callable[[], None]


def connected(name: str, definition: Definition, local: LocalEngine) -> RemoteEngine:
    """The engine of a connection, opened once a run; it is let go of with the local one."""
    if name not in local.elsewhere:
        opened = connect(name, definition, local.command)
        local.closing.callback(opened.close)
        local.elsewhere[name] = opened.engine
    engine: RemoteEngine = local.elsewhere[name]
    return engine


def connect(name: str, definition: Definition, command: str) -> Opened:
    """The engine of a connection of the definition.

    Args:
        name: The connection's id.
        definition: Where it stands; functions are looked for beside it.
        command: Who needs it, for the sentence that says what is missing.

    Raises:
        CjmError: A driver is not installed, a variable is not set, or the database refuses.
    """
    connection = definition.connections[name]
    if connection.python:
        return _opened(name, *called(name, connection, definition))
    address = filled(connection.url, name)
    scheme = address.parts.scheme
    if scheme == DUCKDB:
        return _duckdb(name, address, definition, command)
    driver = DRIVERS[scheme]
    try:
        raw = driver.open(address)
    except ImportError as error:
        raise missing_extra(command, driver.library, driver.extra) from error
    except CjmError:
        raise
    except Exception as error:
        raise _refused(name, error, address) from error
    return _opened(name, driver.dialect, raw, address.secrets)


def _refused(name: str, error: Exception, address: Address) -> CjmError:
    reason, help = reason_of(error, address.secrets), None
    if address.parts.scheme == CLICKHOUSE and "readonly" in str(error):
        help = say("let its user have readonly = 2, by which queries can say how they are read")
    return CjmError(say("{name}: cannot connect: {reason}", name=name, reason=reason), help)


def _opened(name: str, dialect: str, raw: Any, secrets: tuple[str, ...] = ()) -> Opened:
    is_spark = dialect == SPARK
    close = (lambda: None) if is_spark else raw.close  # a session may be the author's own
    return Opened(RemoteEngine(name, dialect, RUNNERS[is_spark](raw), secrets), close)


def _duckdb(name: str, address: Address, definition: Definition, command: str) -> Opened:
    """A file of DuckDB's, read only; `duckdb:///` is followed by a path from data.yaml on."""
    try:
        import duckdb
    except ImportError as error:
        raise missing_extra(command, "DuckDB", "data") from error
    path = os.path.join(definition.folder, unquote(address.parts.path[1:]))
    if not lies_within(path, definition):
        raise beyond(path)
    if not os.path.isfile(path):
        raise CjmError(say("there is no file {path}", path=path))
    try:
        raw = duckdb.connect(path, read_only=True)
        for setting in (
            "TimeZone = 'UTC'",
            "enable_external_access = false",
            "lock_configuration = true",
        ):
            raw.execute(f"SET {setting}")
    except duckdb.Error as error:
        raise _refused(name, error, address) from error
    return _opened(name, DUCKDB, raw)
