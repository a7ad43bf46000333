"""Plainer signs, of the same width, for encodings that do not have the finer ones."""

_FINE = "○●◉━─┼★▲▼→…−–—·±×«»“”„≈✓✗█▓▒░▁▂▃▄▅▆▇▔▀\u00a0"
_PLAIN = 'OB@=-+*^v>~----~x"""""~vx#x=...::||#\': '

PLAINER = dict(zip(_FINE, _PLAIN, strict=True))
"""A sign → what stands in for it."""


def plainly(error: UnicodeError) -> tuple[str, int]:
    """How a stream writes what its encoding has not: plainer, else as an escape.

    An error handler, as `codecs.register_error` takes them.
    """
    if not isinstance(error, UnicodeEncodeError):
        raise error
    signs = error.object[error.start : error.end]
    escaped = (s.encode("ascii", "backslashreplace").decode("ascii") for s in signs)
    return "".join(PLAINER.get(s, e) for s, e in zip(signs, escaped, strict=True)), error.end
