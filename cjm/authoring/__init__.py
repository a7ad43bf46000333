"""Authoring: files to begin with, made once and then the user's own; and laying them out alike."""
