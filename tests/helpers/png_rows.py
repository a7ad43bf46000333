"""The pixels of a PNG, read without the library that wrote it."""

from __future__ import annotations

import struct
import zlib


def rows_of(png: bytes) -> list[bytes]:
    """The rows of pixels (RGBA), by the PNG's own rules (8 bits, no interlace)."""
    width, _ = struct.unpack(">II", png[16:24])
    assert png[24:29] == bytes((8, 6, 0, 0, 0))
    chunks, at = b"", 8
    while at < len(png):
        (length,) = struct.unpack(">I", png[at : at + 4])
        if png[at + 4 : at + 8] == b"IDAT":
            chunks += png[at + 8 : at + 8 + length]
        at += length + 12
    data, stride = zlib.decompress(chunks), 4 * width
    rows: list[bytes] = []
    above = bytes(stride)
    for start in range(0, len(data), stride + 1):
        above = _unfiltered(data[start], data[start + 1 : start + 1 + stride], above)
        rows.append(above)
    return rows


def _unfiltered(filter: int, row: bytes, above: bytes) -> bytes:
    if filter == 0:
        return row
    if filter == 2:
        return bytes((a + b) & 255 for a, b in zip(row, above, strict=True))
    done = bytearray(len(row))
    for i, value in enumerate(row):
        left, corner = (done[i - 4], above[i - 4]) if i >= 4 else (0, 0)
        if filter == 1:
            guess = left
        elif filter == 3:
            guess = (left + above[i]) // 2
        else:
            guess = _paeth(left, above[i], corner)
        done[i] = (value + guess) & 255
    return bytes(done)


def _paeth(left: int, above: int, corner: int) -> int:
    first, second, third = abs(above - corner), abs(left - corner), abs(left + above - 2 * corner)
    if first <= second and first <= third:
        return left
    return above if second <= third else corner
