"""Cut the fonts of signs: arrows, comparisons and dingbats, currencies, and emoji.

Run once, by hand, on a machine with fontTools, Debian's fonts-dejavu-core, and files of npm's
@expo-google-fonts/noto-sans (2.015 has all currencies) and @expo-google-fonts/noto-emoji (the
regular weight, one colour):

    python tools/cut_signs.py /usr/share/fonts/truetype/dejavu noto-sans NotoEmoji_400Regular.ttf

They hold no letters: whatever draws a line with several fonts takes from them what the others lack,
and never the words around it. `signs.json` holds their widths as `widths.json` those of Noto Sans.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from pathlib import Path

from cut_fonts import TARGET, widths
from fontTools import subset
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

SIGNS = [
    *range(0x2070, 0x2090),  # raised and lowered figures
    *(0x2103, 0x2105, 0x2109, 0x2113, 0x2117, 0x2120, 0x2126, 0x212E),
    *range(0x2150, 0x215F),  # fractions
    *range(0x2160, 0x2170),  # Roman figures
    *range(0x2190, 0x2200),  # arrows
    *range(0x2200, 0x2270),  # comparisons and sums
    *(0x2300, 0x2302, 0x2318, 0x231A, 0x231B, 0x2325, 0x2326, 0x2328, 0x232B, 0x23CE, 0x23CF),
    *range(0x2460, 0x2474),  # figures in circles
    *range(0x2500, 0x2580),  # lines
    *range(0x2580, 0x25A0),
    *range(0x25A0, 0x2600),  # shapes
    *range(0x2600, 0x2700),
    *range(0x2701, 0x27C0),  # ticks, crosses, stars, hands
    *range(0x27F5, 0x2800),  # long arrows
    *range(0x2B05, 0x2B0E),
    *range(0x2B12, 0x2B1B),
]
CURRENCIES = range(0x20A0, 0x20C1)
EMOJI = [
    *range(0x1F300, 0x1F321),  # weather
    *range(0x1F324, 0x1F32D),
    *range(0x1F32D, 0x1F380),  # plants and food
    *range(0x1F380, 0x1F394),  # feasts
    *range(0x1F39E, 0x1F3CB),
    *range(0x1F3E0, 0x1F3F1),  # buildings
    *range(0x1F440, 0x1F451),  # hands
    *range(0x1F464, 0x1F48F),  # people
    *range(0x1F490, 0x1F4FE),  # hearts, money, office
    *range(0x1F500, 0x1F53E),
    *range(0x1F550, 0x1F568),  # clocks
    *range(0x1F5A5, 0x1F5FB),
    *range(0x1F600, 0x1F650),  # faces
    *range(0x1F680, 0x1F700),  # ways
    *range(0x1F90C, 0x1F93A),
    *range(0x1F970, 0x1F97B),
    *range(0x1F9D0, 0x1F9E7),
    *(0x2B50, 0x2B55, 0x231A, 0x23E9, 0x23EA, 0x23F0, 0x23F1, 0x23F3, 0x2705, 0x274C, 0x2753),
    *(0x2755, 0x2757, 0x2795, 0x2796, 0x2797, 0x2728, 0x270A, 0x270B, 0x267B, 0x26A1, 0x2764),
]


def cut(source: Path, codes: Iterable[int], family: str, style: str) -> TTFont:
    """The font with only these characters, under a name of its own, without hinting."""
    font = TTFont(source)
    options = subset.Options()
    options.layout_features = []
    options.hinting = False
    options.notdef_outline = True
    options.name_IDs = ["*"]
    options.drop_tables += ["GSUB", "GPOS", "GDEF", "STAT", "FFTM", "kern"]
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=list(codes))
    cutter.subset(font)
    names = font["name"]
    for record in list(names.names):
        if record.nameID in (1, 2, 3, 4, 6, 16, 17, 21, 22):
            names.removeNames(nameID=record.nameID)
    full = f"{family} {style}"
    for id, text in ((1, family), (2, style), (3, full), (4, full), (6, full.replace(" ", ""))):
        names.setName(text, id, 3, 1, 0x409)
    font["head"].modified = font["head"].created  # same input, same bytes
    font.recalcTimestamp = False
    return font


def graft(font: TTFont, source: TTFont, codes: Iterable[int]) -> None:
    """Add characters of another font, at the size of this one."""
    known = source.getBestCmap()
    scale = font["head"].unitsPerEm / source["head"].unitsPerEm
    for code in codes:
        name = f"uni{code:04X}"
        pen = TTGlyphPen(None)
        decomposed = DecomposingRecordingPen(source.getGlyphSet())
        source.getGlyphSet()[known[code]].draw(decomposed)
        decomposed.replay(TransformPen(pen, (scale, 0, 0, scale, 0, 0)))
        font["glyf"][name] = pen.glyph()
        width, left = source["hmtx"][known[code]]
        font["hmtx"][name] = (round(width * scale), round(left * scale))
        for table in font["cmap"].tables:
            if table.isUnicode():
                table.cmap[code] = name


def main(dejavu: str, noto: str, emoji: str) -> None:
    """Write the three fonts and their widths."""
    table = {}
    for style, ending, weight in (("Regular", "", "400"), ("Bold", "-Bold", "700")):
        font = cut(Path(dejavu) / f"DejaVuSans{ending}.ttf", SIGNS, "cjm Signs", style)
        file = Path(noto) / f"{weight}{style}" / f"NotoSans_{weight}{style}.ttf"
        graft(font, TTFont(file), CURRENCIES)
        font.save(TARGET / f"Signs-{style}.ttf")
        table[style.lower()] = widths(font)
    font = cut(Path(emoji), EMOJI, "cjm Emoji", "Regular")
    font.save(TARGET / "Emoji-Regular.ttf")
    table["emoji"] = widths(font)
    text = json.dumps(table, separators=(",", ":"))
    (TARGET / "signs.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
