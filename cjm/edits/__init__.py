"""Edits: what changes in a text, by offsets, while every other character stays as it is."""

from cjm.edits.edit import Edit, apply, inverse

__all__ = ["Edit", "apply", "inverse"]
