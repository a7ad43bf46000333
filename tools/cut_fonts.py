"""Cut the fonts of the maps: Noto Sans to Latin, Cyrillic and Greek, and a table of its widths.

Run once, by hand, on a machine with fontTools and Debian's fonts-noto-core:

    python tools/cut_fonts.py /usr/share/fonts/truetype/noto

Noto Sans 2.x has neither U+2212 nor U+2248 (they moved to Noto Sans Math), so the cut gets a minus
made of the bar of its own plus, and ≈ made of two of its own tildes. The table spares the product
fontTools at run time.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from fontTools import subset
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._g_l_y_f import Glyph

TARGET = Path(__file__).resolve().parent.parent / "cjm" / "maps" / "scene" / "fonts"
MINUS = 0x2212
ALMOST_EQUAL = 0x2248
FAMILY = "cjm Noto Sans"
"""A name of its own, so that a PNG never mixes the cut with the system's Noto Sans."""
KEPT = [
    *range(0x20, 0x180),
    *range(0x370, 0x400),
    *range(0x400, 0x530),
    *range(0x2010, 0x2028),
    *(0x202F, 0x2030, 0x2039, 0x203A, 0x20AC, 0x20BD, 0x2116, 0x2122, MINUS, ALMOST_EQUAL),
]


def add_minus(font: TTFont) -> None:
    """Give the font a minus with the width and the bar of its plus."""
    plus = font["glyf"]["plus"].coordinates
    left, right = min(x for x, _ in plus), max(x for x, _ in plus)
    _, low, high, _ = sorted({y for _, y in plus})
    pen = TTGlyphPen(None)
    pen.moveTo((left, low))
    for corner in ((left, high), (right, high), (right, low)):
        pen.lineTo(corner)
    pen.closePath()
    _add(font, "minus", MINUS, pen.glyph(), (font["hmtx"]["plus"][0], left))


def add_almost_equal(font: TTFont) -> None:
    """Give the font a ≈ of two of its tildes, as far apart as the bars of its equals sign."""
    bars = sorted({y for _, y in font["glyf"]["equal"].coordinates})
    apart = round((bars[-1] + bars[-2] - bars[0] - bars[1]) / 2)
    middle = round(sum(bars) / len(bars))
    tilde = font["glyf"]["asciitilde"]
    rise = middle - round((tilde.yMin + tilde.yMax) / 2)
    pen = TTGlyphPen(font.getGlyphSet())
    for shift in (rise - apart // 2, rise + apart // 2):
        pen.addComponent("asciitilde", (1, 0, 0, 1, 0, shift))
    _add(font, "approxequal", ALMOST_EQUAL, pen.glyph(), font["hmtx"]["asciitilde"])


def _add(font: TTFont, name: str, code: int, glyph: Glyph, metrics: tuple[int, int]) -> None:
    font.setGlyphOrder([*font.getGlyphOrder(), name])
    font["glyf"][name] = glyph
    font["hmtx"][name] = metrics
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap[code] = name
    font["maxp"].numGlyphs += 1


def rename(font: TTFont) -> None:
    """Give the font its own family name."""
    names = font["name"]
    for record in list(names.names):
        if record.nameID in (16, 17, 21, 22):
            names.removeNames(nameID=record.nameID)
    style = names.getDebugName(2)
    for id, text in ((1, FAMILY), (4, f"{FAMILY} {style}"), (6, f"cjmNotoSans-{style}")):
        names.setName(text, id, 3, 1, 0x409)


def cut(source: Path) -> TTFont:
    """The font with only the characters kept, without hinting."""
    font = TTFont(source)
    add_minus(font)
    add_almost_equal(font)
    options = subset.Options()
    options.layout_features = ["kern", "mark", "mkmk", "ccmp", "locl"]
    options.hinting = False
    options.notdef_outline = True  # what no font holds shows as a box, not as nothing
    options.name_IDs = ["*"]
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=KEPT)
    cutter.subset(font)
    rename(font)
    return font


def widths(font: TTFont) -> list[list[object]]:
    """Runs of consecutive characters: [first code point, [width, width, …]], per 1000 em."""
    runs: list[list[object]] = []
    last = None
    for code, name in sorted(font.getBestCmap().items()):
        width = round(font["hmtx"][name][0] * 1000 / font["head"].unitsPerEm)
        if code - 1 != last:
            runs.append([code, []])
        runs[-1][1].append(width)  # type: ignore[attr-defined]
        last = code
    return runs


def main(folder: str) -> None:
    """Write both fonts and their widths."""
    table = {}
    for style in ("Regular", "Bold"):
        font = cut(Path(folder) / f"NotoSans-{style}.ttf")
        font["head"].modified = font["head"].created  # same input, same bytes
        font.recalcTimestamp = False
        font.save(TARGET / f"NotoSans-{style}.ttf")
        table[style.lower()] = widths(font)
    text = json.dumps(table, separators=(",", ":"))
    (TARGET / "widths.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
