"""Edits: what changes in a text, by offsets, while every other character stays as it is.

`setting.set_value`, `inserting.insert` and `removing.remove` work them out for a parsed text. They
read YAML, and this is imported by those who do not.
"""

from cjm.edits.edit import Edit, apply, inverse

__all__ = ["Edit", "apply", "inverse"]
