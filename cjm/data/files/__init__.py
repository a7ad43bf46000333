"""Files as tables: whatever their form, rows of text columns on the engine, and where each stood.

`read_files` is the door. The engine never guesses: delimiter, header, encoding and types are found
here, each line that is no row is told by its number.
"""

from cjm.data.files.reading import read_files
from cjm.data.files.tables import ROW, Piece, Table

__all__ = ["ROW", "Piece", "Table", "read_files"]
