"""A text that is not UTF-8 is told with what it probably is, and with the way out."""

from __future__ import annotations

import pytest

from cjm.i18n import translate
from cjm.project.kind import holds_journey
from cjm.source import parse

RUSSIAN = "cjm: 1\ntitle: Запись к врачу\ntouchpoints:\n  a: {pains: [Долго ждали на линии]}\n"


@pytest.mark.parametrize(
    ("text", "encoding", "name"),
    [
        (RUSSIAN, "cp1251", "Windows-1251"),
        (RUSSIAN.upper(), "cp1251", "Windows-1251"),
        (RUSSIAN, "koi8-r", "KOI8-R"),
        (RUSSIAN, "cp866", "CP866"),
        (RUSSIAN, "utf-16", "UTF-16"),
        (RUSSIAN, "utf-16-le", "UTF-16LE"),
        (RUSSIAN, "utf-16-be", "UTF-16BE"),
        (RUSSIAN, "utf-32", "UTF-32"),
        ("cjm: 1\ntitle: Gespräch über Möbel\n", "latin-1", "Windows-1252"),
        ("cjm: 1\ntitle: “Call” — it’s\n", "cp1252", "Windows-1252"),
    ],
)
def test_an_encoding_is_guessed_and_named(text, encoding, name):
    """In both languages; nothing that was read in the wrong way is quoted."""
    (fault,) = parse(text.encode(encoding)).faults
    for language in ("en", "ru"):
        message, help = translate(fault.message, language), translate(fault.help, language)
        assert name in message
        assert "iconv -f " in help
        assert not set(message + help) & set("ÇàïèñüúÁâ\x00")


@pytest.mark.parametrize("content", [b"a: \xff\n", "Запись".encode()[:-1], b"a: \x80\x81\xfe\n"])
def test_where_nothing_is_clear_nothing_is_guessed(content):
    """Damaged UTF-8 and single stray bytes are told by the byte alone."""
    (fault,) = parse(content).faults
    assert str(fault.message).endswith("cannot stand here")


@pytest.mark.parametrize("content", [b"PK\x03\x04\x14\x00", b"\xd0\xcf\x11\xe0\xa1", b"%PDF-1.7"])
def test_a_document_of_another_program_is_told_as_one(content):
    """It has no line that could be mended."""
    (fault,) = parse(content).faults
    assert "not text" in str(fault.message)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_a_journey_in_utf_16_is_not_skipped(encoding):
    """A folder's file is a journey by a line that begins with `cjm:`, whatever its encoding."""
    content = RUSSIAN.encode(encoding)
    assert holds_journey(content, lambda: parse(content))
    other = "kind: Chart\n".encode(encoding)
    assert not holds_journey(other, lambda: parse(other))
