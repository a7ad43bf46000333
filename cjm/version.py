"""The version of this package; nothing is imported here, so that everybody may ask."""

__version__ = "0.1.0"
