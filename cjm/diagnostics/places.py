"""Where something stands: a stretch of text, or a way through a document to it."""

from cjm.tuples import NamedTuple


class Span(NamedTuple):
    """A stretch of text: 1-based lines and columns in code points, the end exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


START = Span(1, 1, 1, 1)
"""Where an empty text is spoken of."""

Route = tuple[str | int, ...]
"""A way through a document: keys of mappings and 0-based places in lists."""


class Place(NamedTuple):
    """A way through a document to a value, or to its key.

    Where the document does not hold it, the nearest thing around it is meant.
    """

    route: Route
    key: bool = False


WHOLE = Place(("cjm",), key=True)
"""Where a document as a whole is spoken of."""
