"""Slips within one line: signs that are others than they look, and signs that are not there."""

import re

from cjm.i18n import say
from cjm.source.lookalikes import is_unseen, named
from cjm.source.slip import ENTRY, KEY, Line, Slip, indent_of, make_slip, shown

_NO_SPACE = re.compile(KEY + r"(?P<colon>:)(?P<value>[^\s/].*)")
_NO_COLON = re.compile(KEY + r"(?P<gap>[ \t]+)(?P<value>[^\s=:].*)")
_NO_VALUE = re.compile(KEY + r"[ \t]*")
_EQUALS = re.compile(KEY + r"(?P<gap>\s*(?:=>?|:=|->|→|⇒|(?<=\s)[–—-](?=\s))\s*)(?P<value>\S.*)")
_OTHER_COLON = re.compile(KEY + r"(?P<colon>\s*[\uff1a\ufe55\u2236\ua789\u02d0]\s*)(?P<value>.*)")
_WIDE = re.compile(r"[\uff0c\uff3b\uff3d\uff5b\uff5d\uff1a]")
_TO_NARROW = str.maketrans("\uff0c\uff3b\uff3d\uff5b\uff5d\uff1a", ",[]{}:")
_UNSEEN = re.compile(
    r"(?:|[^#\"']*?(?<=[ \t:-]))(?P<sign>[\u00a0\u00ad\u2000-\u200f\u2060\u202f\u205f\u3000\ufeff])"
)
_COMMENT = re.compile(r"(?P<indent>\s*)(?P<sign>//+|--(?= )|;|/\*)")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)?")


def unseen(line: Line) -> Slip | None:
    """A space that is none in the indent or after a colon."""
    found = _UNSEEN.match(line.text)
    if not found:
        return None
    start = end = found.start("sign")
    while end < len(line.text) and is_unseen(line.text[end]):
        end += 1
    sign = named(found["sign"])
    if found["sign"].strip():
        message, help = say("{sign} stands here, and nobody sees it", sign=sign), say("delete it")
        return make_slip(line, start, end, "", message, help, True)
    message = say("{sign} stands where a common space must", sign=sign)
    return make_slip(
        line, start, end, " " * (end - start), message, say("put common spaces there"), True
    )


def other_colon(line: Line) -> Slip | None:
    """A colon of another script or width."""
    found = _OTHER_COLON.fullmatch(line.text)
    if not found:
        return None
    sign = found["colon"].strip()
    message = say("the sign U+{code} is no colon", code=f"{ord(sign):04X}")
    help = say("write the colon of the keyboard and a space")
    return make_slip(line, found.start("colon"), found.end("colon"), ": ", message, help)


def wide(line: Line) -> Slip | None:
    """Brackets and commas of full width, as some keyboards write them."""
    found = list(_WIDE.finditer(line.text))
    if not found or not any(sign[0] in "\uff3b\uff5b" for sign in found):
        return None
    start, end = found[0].start(), found[-1].end()
    new = re.sub(r"([,:])(?=\S)", r"\1 ", line.text[start:end].translate(_TO_NARROW))
    sign = found[0][0]
    message = say(
        "the sign U+{code} is not {sign}",
        code=f"{ord(sign):04X}",
        sign=sign.translate(_TO_NARROW),
    )
    help = say("write {text}", text=shown(new))
    return make_slip(line, start, end, new, message, help).placed(start)


def no_space(line: Line) -> Slip | None:
    """A key whose value follows its colon at once."""
    found = _NO_SPACE.fullmatch(line.text)
    if not found or re.search(r":[ \t]|:$", line.text):
        return None
    message = say("no space after the colon of {key}", key=found["key"])
    help = say("write {text}", text=f"{found['key']}: {shown(found['value'])}")
    end = found.end("colon")
    return make_slip(line, end, end, " ", message, help, safe=True)


def equals(line: Line) -> Slip | None:
    """Another sign than a colon between a key and its value."""
    found = _EQUALS.fullmatch(line.text)
    if not found or re.search(r":[ \t]", line.text):
        return None
    sign = found["gap"].strip()
    if sign in ("–", "—", "-") and not line.is_sibling:
        return None  # a dash in a text that goes on
    message = say("a value follows its key after a colon, not after {sign}", sign=sign)
    help = say("write {text}", text=f"{found['key']}: {shown(found['value'])}")
    return make_slip(line, found.start("gap"), found.end("gap"), ": ", message, help)


def tab(line: Line) -> Slip | None:
    """Tabs that indent."""
    found = re.match(r" *(?P<tabs>\t[ \t]*)", line.text)
    if not found:
        return None
    message, help = say("a tab cannot stand here"), say("indent with spaces, not tabs")
    start, end = found.span("tabs")
    spaces = max(0, _column(line, found[0]) - start)
    return make_slip(line, start, end, " " * spaces, message, help).placed(start)


def _column(line: Line, indent: str) -> int:
    """The column that tabs were meant to reach: one in which the line may begin."""
    meant = [len(indent.expandtabs(width)) for width in (2, 4, 8)]
    above, begins = line.above.rstrip(), len(line.above) - len(line.above.lstrip())
    if above.endswith(":") and not above.lstrip().startswith("#"):
        return next((column for column in meant if column > begins), begins + 2)
    if line.text.lstrip().startswith("- ") and line.above.lstrip().startswith("- "):
        return begins
    # A tab is as wide as its author's editor makes it; one among spaces hardly ends a block.
    if line.is_among_tabs:
        return next((column for column in meant if column in line.indents), begins)
    deepest = line.indents[0] if line.indents and ENTRY.match(line.above) else begins
    fitting = [column for column in line.indents if column <= deepest]
    return next((column for column in fitting if column in meant), [*fitting, begins][0])


def columns(line: Line) -> Slip | None:
    """A row of a table, as it comes from a spreadsheet."""
    cells = [cell.strip() for cell in line.text.strip().split("\t")]
    if len(cells) < 3 or ":" in line.text or not re.fullmatch(r"[^\W\d][\w.-]*", cells[0]):
        return None
    texts = [cell for cell in cells[1:] if cell and not _NUMBER.fullmatch(cell)]
    numbers = [cell.replace(",", ".") for cell in cells[1:] if _NUMBER.fullmatch(cell)]
    parts = [f'title: "{shown(texts[0])}"'] if texts else []
    sides = ("expectation", "experience")
    parts += [f"{side}: {number}" for side, number in zip(sides, numbers, strict=False)]
    written = f"{cells[0]}: {{{', '.join(parts)}}}".replace('"', "'")
    indent = " " * (line.indents[0] if line.indents else 0)
    message = say("a row of a table, with tabs between its columns")
    help = say("write {text}", text=written)
    first = indent_of(line.text)
    slip = make_slip(line, 0, len(line.text), indent + written, message, help)
    return slip.placed(first)


def fence(line: Line) -> Slip | None:
    """A fence of Markdown, as texts are copied with it out of a page or a chat."""
    found = re.fullmatch(r"\s*(?P<sign>```+|~~~+)\w*\s*", line.text)
    if not found:
        return None
    message = say("{sign} fences code in Markdown and is no part of it", sign=found["sign"])
    slip = make_slip(line, 0, len(line.text), "", message, say("delete the line"))
    return slip.placed(found.start("sign"))


def comment(line: Line) -> Slip | None:
    """A comment as other languages begin them."""
    found = _COMMENT.match(line.text)
    if not found:
        return None
    message = say("a comment does not begin with {sign}", sign=found["sign"])
    return make_slip(line, *found.span("sign"), "#", message, say("begin it with #"))


def no_colon(line: Line) -> Slip | None:
    """A key and its value without a colon, beside lines that have one."""
    found = _NO_COLON.fullmatch(line.text)
    if not found or ":" in line.text or not line.is_sibling:
        return None
    message = say("no colon after {key}", key=found["key"])
    help = say("write {text}", text=f"{found['key']}: {shown(found['value'])}")
    return make_slip(line, found.start("gap"), found.end("gap"), ": ", message, help)


def no_colon_at_all(line: Line) -> Slip | None:
    """A key alone, without a colon: above what belongs to it, or between entries."""
    found = _NO_VALUE.fullmatch(line.text)
    if not found or not ENTRY.match(line.below):
        return None
    indent, below = indent_of(line.text), indent_of(line.below)
    if below <= indent and not (below == indent and line.is_sibling):
        return None
    end = found.end("key")
    message = say("no colon after {key}", key=found["key"])
    help = say("write {text}", text=f"{found['key']}:")
    return make_slip(line, end, end, ":", message, help).placed(end - 1)
