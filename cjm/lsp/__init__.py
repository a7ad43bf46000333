"""The language server: what an editor asks of a journey while it is written."""
