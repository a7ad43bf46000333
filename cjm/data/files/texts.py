"""Texts of files: which bytes mean which letters; what is packed is unpacked."""

import codecs
import gzip
import io
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, TextIO

from cjm.data.advice import placed
from cjm.data.definition import Rows
from cjm.data.files.names import DataFile
from cjm.errors import CjmError
from cjm.i18n import say
from cjm.project.discovery import reason
from cjm.source.decoding import guessed_encoding, wide_encoding
from cjm.tuples import NamedTuple

CHUNK = 1 << 20
MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
"""What a file may begin with, and what it is then written in."""
GUESSED_FROM = 4_000
"""Bytes about the first one that does not fit: enough to guess what would."""


class Text(NamedTuple):
    """What looking through a text gave.

    Attributes:
        codec: What reads it.
        lines: How many lines it has.
        is_plain: Whether it is UTF-8 and all of its lines end alike, as the engine wants them.
        end: How they end, where they end alike, in the engine's words: `\\n` or `\\r\\n`.
    """

    codec: str
    lines: int
    is_plain: bool
    end: str


def look_through(file: DataFile, rows: Rows) -> Text:
    """Read a whole text once, to know what it is written in and how its lines end.

    Args:
        file: The file.
        rows: What the definition says of it; without an encoding it is found out by looking.

    Raises:
        CjmError: it cannot be read, or not in this encoding.
    """
    given = rows.encoding
    with opened(*file) as binary:
        start = binary.read(4)
    _hold_to_text(file.shown, start)
    marked = next((codec for mark, codec in MARKS if start.startswith(mark)), "")
    codec = _known(given) if given else marked or "utf-8"
    if codec == "utf-8" and marked == "utf-8-sig":
        codec = marked
    decoder = codecs.getincrementaldecoder(codec)()
    line, ends = 1, _Ends()
    with opened(*file) as binary:
        while True:
            chunk = binary.read(CHUNK)
            try:
                text = decoder.decode(chunk, final=not chunk)
            except UnicodeDecodeError as error:
                line += error.object[: error.start].count(b"\n")
                about = error.object[max(0, error.start - 40) :][:GUESSED_FROM]
                raise _misread(file.shown, line, codec, about, rows) from error
            except UnicodeError as error:  # UTF-16 without the mark that says which
                raise _misread(file.shown, line, codec, chunk[:GUESSED_FROM], rows) from error
            if "\0" in text:
                line += text[: text.index("\0")].count("\n")
                if wide_encoding(chunk[:GUESSED_FROM]):
                    raise _misread(file.shown, line, codec, chunk[:GUESSED_FROM], rows)
                raise _damaged(file.shown, line)
            line += text.count("\n")
            ends.add(text)
            if not chunk:
                is_plain = codec.startswith("utf-8") and ends.are_alike
                return Text(codec, ends.lines, is_plain, r"\r\n" if ends.returns else r"\n")


class _Ends:
    """How the lines of a text end, piece by piece."""

    def __init__(self) -> None:
        self.feeds = self.returns = self.pairs = 0
        self.last = ""

    def add(self, text: str) -> None:
        """Count in the next piece."""
        self.feeds += text.count("\n")
        if "\r" in text or self.last == "\r":
            self.returns += text.count("\r")
            self.pairs += text.count("\r\n") + (self.last == "\r" and text.startswith("\n"))
        self.last = text[-1:] or self.last

    @property
    def lines(self) -> int:
        """How many lines these pieces make."""
        whole = self.feeds + self.returns - self.pairs
        return whole + (self.last not in ("", "\n", "\r"))

    @property
    def are_alike(self) -> bool:
        """Whether all lines end with a line feed, or all with both signs."""
        return self.returns == 0 or self.returns == self.pairs == self.feeds


def _misread(shown: str, line: int, codec: str, about: bytes, rows: Rows) -> CjmError:
    """What is said of a text in another encoding, and what would fit."""
    fits = wide_encoding(about) or guessed_encoding(about)
    fits = _NAMES.get(fits, fits)
    name = codec.removesuffix("-sig").upper()
    if not fits or fits.lower() == codec.lower():
        fits = ""
    advice = say("write what it is written in: encoding: …")
    if fits:
        advice = say("it reads as {fits}: write encoding: {fits}", fits=fits)
    return CjmError(
        say("{file}, line {line}: not {encoding}", file=shown, line=line, encoding=name),
        help=placed(advice, "encoding", fits or "…", rows),
    )


def _damaged(shown: str, line: int) -> CjmError:
    """What is said of a zero byte: no text has one, in whatever encoding of single bytes."""
    return CjmError(
        say("{file}, line {line}: a zero byte", file=shown, line=line),
        help=say("the file is damaged, or no text: export it again"),
    )


PACKED = {
    b"\x1f\x8b": say("it is packed with gzip: give its name the ending .gz"),
    b"PK\x03\x04": say("it is a workbook or an archive: unpack it, or give it the ending .xlsx"),
    b"PAR1": say("it is Parquet: give its name the ending .parquet"),
}
"""What a file begins with that is no text, and what to do."""


def _hold_to_text(shown: str, start: bytes) -> None:
    """Refuse what is no text at all, before its bytes are taken for letters."""
    help = next((told for mark, told in PACKED.items() if start.startswith(mark)), None)
    if help:
        raise CjmError(say("{file} is no text", file=shown), help=help)


_NAMES = {
    "cp1251": "windows-1251",
    "cp1252": "windows-1252",
    "UTF-16LE": "utf-16-le",
    "UTF-16BE": "utf-16-be",
    "UTF-16": "utf-16",
    "UTF-32": "utf-32",
}
"""What one writes in `data.yaml` for what was found."""


@contextmanager
def opened(path: Path, shown: str) -> Iterator[BinaryIO]:
    """The bytes of a file, unpacked where its name ends in .gz. Raises CjmError: it cannot be."""
    try:
        with gzip.open(path, "rb") if path.suffix.lower() == ".gz" else open(path, "rb") as file:
            yield file  # type: ignore[misc]
    except (gzip.BadGzipFile, EOFError, zlib.error) as error:
        raise CjmError(say("{path} is no whole gzip file", path=shown)) from error
    except OSError as error:
        why = reason(error)
        raise CjmError(say("cannot read {path}: {reason}", path=shown, reason=why)) from error


@contextmanager
def lines_of(path: Path, shown: str, codec: str) -> Iterator[TextIO]:
    """The lines of a text with their ends as they stand."""
    with opened(path, shown) as file:
        yield io.TextIOWrapper(file, encoding=codec, newline="")


def _known(name: str) -> str:
    try:
        codec = codecs.lookup(name)
        if not codec._is_text_encoding:  # base64 and the like are codecs, too
            raise LookupError(name)
    except (LookupError, ValueError) as error:
        raise CjmError(
            say("there is no encoding {name!r}", name=name),
            help=say("for example utf-8, windows-1251, koi8-r, cp866, utf-16"),
        ) from error
    return name
