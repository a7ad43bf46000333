"""In place of Pyodide's loader of packages: the page's archive has all there is."""


class Place:
    """A folder that nothing is ever put into; Pyodide asks for its path as a text."""

    def __init__(self, path: str) -> None:
        self._path = path

    def __str__(self) -> str:
        return self._path


SITE_PACKAGES = Place("/lib/site-packages")
DSO_DIR = Place("/usr/lib")


def init_loaded_packages() -> None:
    """None are there."""
