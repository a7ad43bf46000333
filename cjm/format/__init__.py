"""The journey format, version 1, as one declarative table of fields.

The table drives decoding, 'did you mean' and the JSON Schema, so that the three
cannot disagree.
"""

from cjm.format.context import Context, FormatFault, Reference, nearest, suggest
from cjm.format.files import JOURNEY, WORKSPACE
from cjm.format.kinds import INVALID
from cjm.journey import as_id, is_id

__all__ = [
    "INVALID",
    "JOURNEY",
    "WORKSPACE",
    "Context",
    "FormatFault",
    "Reference",
    "as_id",
    "is_id",
    "nearest",
    "suggest",
]
