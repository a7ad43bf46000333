"""Page: Journey or Analysis → everything worth knowing of it, as a page for a terminal."""

from cjm.terminal.show import show

__all__ = ["show"]
