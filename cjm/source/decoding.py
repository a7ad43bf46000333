"""Bytes → text: UTF-8, and for anything else a guess at what it is, with the way out."""

import re
import unicodedata

from cjm.diagnostics import START, Diagnostic, Span
from cjm.i18n import Message, say
from cjm.source.faults import fault, spaced
from cjm.source.lines import Lines
from cjm.system.reading import MAX_BYTES
from cjm.tuples import NamedTuple

_WIDE = (
    (b"\xff\xfe\x00\x00", "UTF-32"),
    (b"\x00\x00\xfe\xff", "UTF-32"),
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
)
_BINARY = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF-", b"{\\rtf")
"""How files of Office (new and old), PDF and rich text begin."""

_CYRILLIC = ("cp1251", "koi8-r", "cp866")
_WESTERN = "cp1252"
_NAMES = {"cp1251": "Windows-1251", "koi8-r": "KOI8-R", "cp866": "CP866", "cp1252": "Windows-1252"}
_OFTEN = {
    letter: often
    for often, letters in {
        10: "о", 8: "еа", 7: "ин", 6: "т", 5: "ср", 4: "влк", 3: "мдп", 2: "уяыьгз", 1: "бчйхжш"
    }.items()
    for letter in letters
}  # fmt: skip
"""How often a letter stands in Russian, in per cent; the others are rarer."""
_CAPITAL = 0.7
"""Capitals weigh less: two of the encodings differ in little else than the case of letters."""
_LIKELY = 3
"""Letters as frequent as this on average make Russian; signs put together by chance have half."""
_LONE = re.compile(r"(?<![a-zA-Z])[^\W\d_a-zA-Z](?![a-zA-Z])")
_LOOKED_AT = 4_000
"""Bytes that are enough for a guess."""


def decode(content: bytes | str, most: int = MAX_BYTES) -> str | Diagnostic:
    """The text of a file of `most` bytes without its byte order mark, or why it is none."""
    size = len(content) if isinstance(content, bytes) else len(content.encode("utf-8", "replace"))
    if size > most:
        message = say("the file is larger than {most} bytes", most=spaced(most))
        return fault(message, START, help=say("split it: one journey a file"))
    if isinstance(content, str):
        return content.removeprefix("\ufeff")
    if content.startswith(_BINARY):
        message = say("a document of Office, PDF or the like, not text")
        return fault(message, START, say("journeys are plain text: copy what is in it by hand"))
    if encoding := wide_encoding(content):
        return fault(say("the text is {name}, not UTF-8", name=encoding), START, _saved(encoding))
    try:
        return content.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        return _undecodable(content, error.start)


def wide_encoding(content: bytes) -> str:
    """UTF-16 or UTF-32, where a text is one; else empty."""
    if found := next((name for mark, name in _WIDE if content.startswith(mark)), ""):
        return found
    first = content[:_LOOKED_AT]
    for here, beside, name in ((0, 1, "UTF-16LE"), (1, 0, "UTF-16BE")):
        if 2 * first[beside::2].count(0) > len(first[here::2]) > 2 * first[here::2].count(0):
            return name
    return ""


def _undecodable(content: bytes, start: int) -> Diagnostic:
    before = content[:start].decode("utf-8").removeprefix("\ufeff")
    line, column = Lines(before).position(len(before))
    span = Span(line, column, line, column + 1)
    byte = f"{content[start]:02X}"
    encoding = guessed_encoding(content[max(0, start - 40) :][:_LOOKED_AT])
    if not encoding:
        message = say("not UTF-8: byte 0x{byte} cannot stand here", byte=byte)
        return fault(message, span, help=say("save the file in the encoding UTF-8"))
    message = say(
        "not UTF-8: byte 0x{byte} cannot stand here; the text is probably {name}",
        byte=byte,
        name=_NAMES[encoding],
    )
    return fault(message, span, _saved(_NAMES[encoding]))


def _saved(encoding: str) -> Message:
    return say(
        "save it as UTF-8 (in an editor: Save as; or: iconv -f {name} -t UTF-8 OLD > NEW)",
        name=encoding.upper().replace("WINDOWS-", "CP"),
    )


class _Beyond(NamedTuple):
    """How many bytes beyond ASCII a text has, and how many of them stand alone."""

    all: int
    alone: int


def guessed_encoding(content: bytes) -> str:
    """The encoding that a text which is not UTF-8 probably has; empty where that is not clear."""
    read = content.decode("utf-8", "replace")
    broken = read.count("\ufffd")
    if sum(not sign.isascii() for sign in read) - broken > broken:
        return ""  # damaged UTF-8
    beyond = _beyond(content)
    if not beyond.all:
        return ""  # letters are not what is wrong with it
    if 2 * beyond.alone > beyond.all:
        return _WESTERN if _reads_as_letters(content, _WESTERN) else ""
    scores = {name: _russian(content, name) for name in _CYRILLIC}
    best = max(scores, key=lambda name: scores[name])
    return best if scores[best] >= _LIKELY else ""


def _beyond(content: bytes) -> _Beyond:
    padded = b" " + content + b" "
    places = [n for n, byte in enumerate(padded) if byte > 127]
    alone = sum(padded[n - 1] < 128 and padded[n + 1] < 128 for n in places)
    return _Beyond(len(places), alone)


def _signs(content: bytes, encoding: str) -> str:
    return "".join(s for s in content.decode(encoding, "replace") if not s.isascii())


def _russian(content: bytes, encoding: str) -> float:
    """How frequent the signs beyond ASCII are in Russian, on average."""
    signs = _signs(content, encoding)
    often = (_OFTEN.get(sign.lower(), 0) * (1 if sign.islower() else _CAPITAL) for sign in signs)
    return sum(often) / len(signs)


def _reads_as_letters(content: bytes, encoding: str) -> bool:
    """Whether each sign beyond ASCII is a letter within a word, or a mark."""
    text = content.decode(encoding, "replace")
    return not _LONE.search(text) and all(
        unicodedata.category(sign)[0] in "LPS" for sign in text if not sign.isascii()
    )
