"""Line ends and signs of their own meaning in a cell, behind a backslash."""

import re

_NAMED = {"\n": "n", "\r": "r", "\\": "\\"}
_SIGNS = {name: sign for sign, name in _NAMED.items()}


def escaped(text: str, more: str = "") -> str:
    """A text in which backslashes, line ends and the signs `more` are escaped."""
    return re.sub(rf"[\\\n\r{re.escape(more)}]", lambda f: "\\" + _NAMED.get(f[0], f[0]), text)


def unescaped(text: str, more: str = "") -> str:
    """The text that was escaped; a backslash before any other sign is one."""
    signs = rf"\\([\\nr{re.escape(more)}])"
    return re.sub(signs, lambda found: _SIGNS.get(found[1], found[1]), text)
