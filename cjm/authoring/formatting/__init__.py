"""Formatting: how a YAML text is laid out, and nothing of what it says."""
