"""The journey format, version 1, as one declarative table of fields.

The table drives decoding, encoding, 'did you mean' and the JSON Schema, so that they cannot
disagree.
"""

from cjm.format.context import Context, Reference
from cjm.format.encoding import encoded
from cjm.format.files import JOURNEY, WORKSPACE
from cjm.format.kinds import INVALID, Step, walk
from cjm.format.suggestions import nearest, suggest
from cjm.journey import as_id, is_id

__all__ = [
    "INVALID",
    "JOURNEY",
    "WORKSPACE",
    "Context",
    "Reference",
    "Step",
    "as_id",
    "encoded",
    "is_id",
    "nearest",
    "suggest",
    "walk",
]
