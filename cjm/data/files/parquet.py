"""Parquet: read where it stands, with the types it has."""

from collections.abc import Mapping

from cjm.data.definition import Rows
from cjm.data.engine import LocalEngine, quoted, text_literal
from cjm.data.files.names import DataFile, check_columns, engine_names
from cjm.data.files.parts import Part
from cjm.data.files.tables import ROW
from cjm.errors import CjmError
from cjm.i18n import say


def read_parquet(
    engine: LocalEngine, file: DataFile, rows: Rows, wanted: Mapping[str, str], whole: bool
) -> Part:
    """A Parquet file as a view of the engine; what is said of its form does not matter."""
    import duckdb

    del rows
    source = f"read_parquet({text_literal(engine.admit(file.path))}, file_row_number = true)"
    try:
        described = engine.rows(f"DESCRIBE SELECT * EXCLUDE (file_row_number) FROM {source}")
        [(count,)] = engine.rows(f"SELECT COUNT(*) FROM {source}")
    except duckdb.InterruptException:
        raise
    except duckdb.Error as error:
        # What the engine says of it names places in memory and folders that are nobody's business.
        raise CjmError(say("{path} is no whole Parquet file", path=file.shown)) from error
    columns = tuple(column for column, *_ in described)
    check_columns(file.shown, columns, wanted)
    types = {column: kind for column, kind, *_ in described if whole or column in wanted}
    names = dict(zip(types, engine_names(tuple(types)), strict=True))
    kept = "".join(f", {quoted(column)} AS {quoted(name)}" for column, name in names.items())
    view = engine.name("parquet")
    engine.run(
        f"CREATE VIEW {view} AS SELECT file_row_number + 1 AS {quoted(ROW)}{kept} FROM {source}"
    )
    return Part(file.shown, view, names, count, count, 1, {}, types, is_view=True)
