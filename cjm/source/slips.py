"""Slips of the hand in a text that is no YAML: told at the line that was broken, with its remedy.

A reader gives up at the next innocent line: a key without a space after its colon makes one text
of itself and what follows. Here the lines around that place are looked at for what hands do, and a
slip says how the line would read, so that reading can go on behind it.
"""

import re
from collections.abc import Callable

from cjm.diagnostics import Diagnostic, Fix, Span
from cjm.i18n import Message, say
from cjm.source.faults import fault
from cjm.source.lines import Lines
from cjm.source.lookalikes import is_unseen, named
from cjm.source.mends import Mend
from cjm.source.syntax import Break
from cjm.tuples import NamedTuple

MOST = 20
"""So many slips of one text are told; who makes more mends these first."""
ABOVE = 3
"""So many lines above the place where a reader gave up are looked at."""

_KEY = r"(?P<indent>\s*(?:- +)?)(?P<key>[^\W\d][\w.-]*)"
_NO_SPACE = re.compile(_KEY + r"(?P<colon>:)(?P<value>[^\s/].*)")
_NO_COLON = re.compile(_KEY + r"(?P<gap>[ \t]+)(?P<value>[^\s=:].*)")
_EQUALS = re.compile(_KEY + r"(?P<gap>\s*(?:=|:=|->)\s*)(?P<value>\S.*)")
_OTHER_COLON = re.compile(_KEY + r"(?P<colon>\s*[\uff1a\ufe55\u2236\ua789\u02d0]\s*)(?P<value>.*)")
_UNSEEN = re.compile(
    r"(?:|[^#\"']*?(?<=[ \t:-]))(?P<sign>[\u00a0\u00ad\u2000-\u200f\u202f\u205f\u3000\ufeff])"
)
_CURLY = re.compile(r"[“„‟](?P<text>[^“”„‟\"]*)[”“‟]")
_COLON_IN_TEXT = re.compile(_KEY + r": +(?P<value>[^\s\"'{\[&*!|>%@`#].*?:(?: .*)?)$")
_COMMENT = re.compile(r"(?P<indent>\s*)(?P<sign>//+|--(?= )|;|/\*)")


class Slip(NamedTuple):
    """What is told of a line, and how the line should read."""

    diagnostic: Diagnostic
    mend: Mend


class _Line(NamedTuple):
    """A line with its number, and the one above it that holds something."""

    number: int
    text: str
    above: str


def find_slip(stop: Break, lines: Lines) -> Slip | None:
    """The slip that made a reader give up there; None where no line around looks like one."""
    here, _ = lines.position(stop.place)
    opened = here if stop.opening is None else lines.position(stop.opening)[0]
    numbers = dict.fromkeys((opened, *range(max(1, here - ABOVE), here + 1)))
    for number in sorted(numbers):
        line = _Line(number, lines.line(number), _above(lines, number))
        if line.text.strip() and not line.text.lstrip().startswith("#"):
            for kind in KINDS:
                if slip := kind(line):
                    return slip
    line = _Line(here, lines.line(here), _above(lines, here))
    if stop.scanning and stop.sign == ":":
        return _on_its_own(line)
    return None if stop.scanning else _between(line)


def _above(lines: Lines, number: int) -> str:
    above = (lines.line(n) for n in range(number - 1, max(0, number - 20), -1))
    return next((text for text in above if text.strip()), "")


def _slip(
    line: _Line, start: int, end: int, new: str, message: Message, help: Message, safe: bool = False
) -> Slip:
    span = Span(line.number, start + 1, line.number, max(end, start + 1) + 1)
    found = fault(message, span, help)
    edit = Span(line.number, start + 1, line.number, end + 1)
    fixes = (Fix(help, edit, new, safe),)
    return Slip(found._replace(fixes=fixes), Mend(line.number, start, end - start, new))


def _unseen(line: _Line) -> Slip | None:
    """A space that is none in the indent or after a colon."""
    found = _UNSEEN.match(line.text)
    if not found or not is_unseen(found["sign"]):
        return None
    start = end = found.start("sign")
    while end < len(line.text) and is_unseen(line.text[end]):
        end += 1
    message = say("{sign} stands where a common space must", sign=named(found["sign"]))
    space = " " * (end - start) if not found["sign"].strip() else ""
    return _slip(line, start, end, space, message, say("put common spaces there"), True)


def _other_colon(line: _Line) -> Slip | None:
    found = _OTHER_COLON.fullmatch(line.text)
    if not found:
        return None
    sign = found["colon"].strip()
    message = say("the sign U+{code} is no colon", code=f"{ord(sign):04X}")
    help = say("write the colon of the keyboard and a space")
    return _slip(line, found.start("colon"), found.end("colon"), ": ", message, help)


def _no_space(line: _Line) -> Slip | None:
    found = _NO_SPACE.fullmatch(line.text)
    if not found or re.search(r": |:$", line.text):
        return None
    message = say("no space after the colon of {key}", key=found["key"])
    help = say("write {text}", text=f"{found['key']}: {found['value'][:40]}")
    return _slip(line, found.end("colon"), found.end("colon"), " ", message, help, safe=True)


def _equals(line: _Line) -> Slip | None:
    found = _EQUALS.fullmatch(line.text)
    if not found or ": " in line.text:
        return None
    sign = found["gap"].strip()
    message = say("a value follows its key after a colon, not after {sign}", sign=sign)
    help = say("write {text}", text=f"{found['key']}: {found['value'][:40]}")
    return _slip(line, found.start("gap"), found.end("gap"), ": ", message, help)


def _tab(line: _Line) -> Slip | None:
    """Tabs that indent."""
    found = re.match(r" *(?P<tabs>\t[ \t]*)", line.text)
    if not found:
        return None
    spaces = found["tabs"].replace("\t", "  ")
    message, help = say("a tab cannot stand here"), say("indent with spaces, not tabs")
    slip = _slip(line, *found.span("tabs"), spaces, message, help)
    start = found.start("tabs")
    place = Span(line.number, start + 1, line.number, start + 2)
    return slip._replace(diagnostic=slip.diagnostic._replace(place=place))


def _comment(line: _Line) -> Slip | None:
    found = _COMMENT.match(line.text)
    if not found:
        return None
    message = say("a comment does not begin with {sign}", sign=found["sign"])
    return _slip(line, *found.span("sign"), "#", message, say("begin it with #"))


def _no_colon(line: _Line) -> Slip | None:
    """A key and its value without a colon, beside lines that have one."""
    found = _NO_COLON.fullmatch(line.text)
    if not found or ":" in line.text or not _is_sibling(line):
        return None
    message = say("no colon after {key}", key=found["key"])
    help = say("write {text}", text=f"{found['key']}: {found['value'][:40]}")
    return _slip(line, found.start("gap"), found.end("gap"), ": ", message, help)


def _is_sibling(line: _Line) -> bool:
    """Whether it may be an entry of the mapping that the line above belongs to or begins."""
    indent, above = _indent(line.text), _indent(line.above)
    return indent == above or (indent > above and line.above.rstrip().endswith(":"))


def _curly(line: _Line) -> Slip | None:
    """Curly quotes round a text that needs quotes."""
    found = _CURLY.search(line.text)
    if not found or not re.search(r"[:,{}\[\]#]", found["text"]):
        return None
    left, right = found[0][0], found[0][-1]
    message = say("{left} and {right} are no quotes in YAML", left=left, right=right)
    new = f'"{found["text"]}"'
    return _slip(line, *found.span(), new, message, say('write " … "'))


KINDS: tuple[Callable[[_Line], Slip | None], ...] = (
    _tab,
    _unseen,
    _curly,
    _other_colon,
    _no_space,
    _equals,
    _comment,
    _no_colon,
)
"""What is looked for in a line that may have been broken; the first that fits is told."""


def _on_its_own(line: _Line) -> Slip | None:
    """A colon where no key can be: the line is too deep, or a text of it holds a colon."""
    above = re.fullmatch(_KEY + r": +(\S.*)", line.above)
    indent = _indent(line.text)
    if above and indent > _indent(line.above) and re.match(_KEY + r":(?: |$)", line.text):
        return _misplaced(line, indent, _indent(line.above))
    found = _COLON_IN_TEXT.fullmatch(line.text)
    if not found or '"' in found["value"]:
        return None
    value = found["value"].rstrip()
    start = found.start("value") + value.index(":")
    message = say("a colon where no key can stand")
    help = say("put the text in quotes: {text}", text=f'"{value[:40]}"')
    first = found.start("value")
    slip = _slip(line, first, first + len(value), f'"{value}"', message, help)
    span = Span(line.number, start + 1, line.number, start + 2)
    return slip._replace(diagnostic=slip.diagnostic._replace(place=span))


def _between(line: _Line) -> Slip | None:
    """A key that stands in the column of no other."""
    indent, above = _indent(line.text), _indent(line.above)
    if not 0 < indent < above or not re.match(_KEY + r":(?: |$)", line.text):
        return None
    return _misplaced(line, indent, above)


def _misplaced(line: _Line, indent: int, above: int) -> Slip:
    message = say("the line is indented by {n}, the one above by {m}", n=indent, m=above)
    help = say("begin both in one column")
    slip = _slip(line, 0, indent, " " * above, message, help)
    place = Span(line.number, indent + 1, line.number, indent + 2)
    return slip._replace(diagnostic=slip.diagnostic._replace(place=place))


def _indent(text: str) -> int:
    found = re.match(r"\s*(?:- +)*", text)
    return found.end() if found else 0
