"""Copies: rows that were read here, handed to the engine with the line of each."""

import csv
import os
from collections.abc import Iterable, Sequence

from cjm.data.engine import LocalEngine, quoted, text_literal
from cjm.data.files.records import QUOTE
from cjm.data.files.tables import LINE
from cjm.tuples import NamedTuple

LONG = 1 << 20
"""The engine takes lines of two million bytes, unless it is told of longer ones."""


class Copied(NamedTuple):
    """A table of the engine, and how many rows it has."""

    name: str
    rows: int


def copied(
    engine: LocalEngine, names: Sequence[str], rows: Iterable[tuple[int, Sequence[str]]]
) -> Copied:
    """A table of text columns, and one of lines, from rows that are read here.

    Args:
        engine: Where to.
        names: The columns' names on the engine.
        rows: The line of each, and its texts; they are not held in memory.
    """
    copy = os.path.join(engine.folder, engine.name("rows") + ".csv")
    count = longest = 0
    with open(copy, "w", encoding="utf-8", newline="") as target:
        writer = csv.writer(target, quoting=csv.QUOTE_ALL, lineterminator="\n")
        for line, texts in rows:
            longest = max(longest, writer.writerow([line, *texts]))
            count += 1
    name = engine.name("text")
    kept = "".join(f", c{place} AS {quoted(column)}" for place, column in enumerate(names, 1))
    source = csv_source(copy, len(names) + 1, ",", longest=longest)
    engine.run(
        f"CREATE TABLE {name} AS SELECT CAST(c0 AS BIGINT) AS {quoted(LINE)}{kept} FROM {source}"
    )
    os.unlink(copy)
    return Copied(name, count)


def csv_source(
    path: str, width: int, delimiter: str, skip: int = 0, end: str = r"\n", longest: int = 0
) -> str:
    """The engine's own words for a text whose form is known: nothing is left to its guessing."""
    names = ", ".join(f"'c{place}': 'VARCHAR'" for place in range(width))
    long = (
        f", max_line_size = {longest * 4}, buffer_size = {longest * 16}" if longest > LONG else ""
    )
    return (
        f"read_csv({text_literal(path)}, auto_detect = false, columns = {{{names}}}, "
        f"delim = {text_literal(delimiter)}, quote = '{QUOTE}', escape = '{QUOTE}', "
        f"header = false, skip = {skip}, strict_mode = true, nullstr = '', "
        f"comment = '', new_line = {text_literal(end)}{long})"
    )
