"""Slips of the hand in a text that is no YAML: told at the line that was broken, with its remedy.

A reader gives up at the next innocent line: a key without a space after its colon makes one text
of itself and what follows. Here the lines around that place are looked at for what hands do, and a
slip says how the line would read, so that reading can go on behind it.
"""

import re
from collections.abc import Callable

from cjm.i18n import say
from cjm.source import slip_kinds, slip_quotes
from cjm.source.lines import Lines
from cjm.source.slip import ENTRY, KEY, Line, Slip, indent_of, make_slip, shown
from cjm.source.syntax import CLOSING, Break

MOST = 20
"""So many slips of one text are told; who makes more mends these first."""
ABOVE = 3
"""So many lines above the place where a reader gave up are looked at."""

_COLON_IN_TEXT = re.compile(KEY + r": +(?P<value>[^\s\"'{\[&*!|>%@`#].*?:(?: .*)?)$")

KINDS: tuple[Callable[[Line], Slip | None], ...] = (
    slip_kinds.fence,
    slip_kinds.columns,
    slip_kinds.tab,
    slip_kinds.unseen,
    slip_quotes.curly,
    slip_quotes.text_behind,
    slip_kinds.other_colon,
    slip_kinds.wide,
    slip_kinds.no_space,
    slip_kinds.equals,
    slip_kinds.comment,
    slip_kinds.no_colon,
    slip_kinds.no_colon_at_all,
)
"""What is looked for in a line that may have been broken; the first that fits is told."""


def find_slip(stop: Break, lines: Lines) -> Slip | None:
    """The slip that made a reader give up there; None where no line around looks like one."""
    here, _ = lines.position(stop.place)
    if slip := _open_quote(stop, lines, here):
        return slip
    if slip := _open_bracket(stop, lines, here):
        return slip
    if slip := slip_kinds.tab(Line(lines, here)):
        return slip  # it makes an item of a list above look like a key without its colon
    opened = here if stop.opening is None else lines.position(stop.opening)[0]
    numbers = {opened, *range(max(1, here - ABOVE), here + 1)}
    for number in sorted(numbers):
        if slip := slip_in(Line(lines, number)):
            return slip
    line = Line(lines, here)
    if stop.scanning and stop.sign == ":":
        return _on_its_own(line)
    return None if stop.scanning else _between(line)


def slip_in(line: Line) -> Slip | None:
    """The first slip of a line that holds something; None where it looks right."""
    if not line.text.strip(" \t") or line.text.lstrip().startswith("#"):
        return None
    return next((slip for kind in KINDS if (slip := kind(line))), None)


def _open_quote(stop: Break, lines: Lines, here: int) -> Slip | None:
    """The nearest line in which a quote opens that nothing closes as it should."""
    if not {'"', "'"} & set(stop.text[max(0, stop.place - 2) :][:3] + stop.opener):
        return None
    for number in range(here, 0, -1):
        line = Line(lines, number)
        if slip_quotes.opens_a_quote(line.text):
            slip = slip_quotes.not_closed(line)
            column = min(found for sign in "\"'" if (found := line.text.find(sign)) >= 0)
            below = slip_quotes.closes_below(stop.text, lines.offset(number, column + 1))
            return None if below else slip
    return None


def _open_bracket(stop: Break, lines: Lines, here: int) -> Slip | None:
    """A bracket that nothing closes before the next entry begins."""
    if stop.opener not in CLOSING or stop.opening is None:
        return None
    opened, column = lines.position(stop.opening)
    line = Line(lines, opened)
    if line.above_of(here) != opened or not (stop.at_end or ENTRY.match(lines.line(here))):
        return None
    still_open = slip_quotes.open_brackets(line.text)
    text = line.text.rstrip()
    if not still_open:
        return None
    new = "".join(CLOSING[sign] for sign in reversed(still_open))
    message = say("the bracket {bracket} is not closed", bracket=stop.opener)
    help = say("close it with {closing}", closing=new)
    return make_slip(line, len(text), len(text), new, message, help).placed(column - 1)


def _on_its_own(line: Line) -> Slip | None:
    """A colon where no key can be: the line is too deep, or a text of it holds a colon."""
    above = re.fullmatch(KEY + r": +(\S.*)", line.above)
    indent = indent_of(line.text)
    if above and indent > indent_of(line.above) and ENTRY.match(line.text):
        return _misplaced(line, indent, indent_of(line.above))
    found = _COLON_IN_TEXT.fullmatch(line.text)
    if not found or '"' in found["value"]:
        return None
    value = found["value"].rstrip()
    first = found.start("value")
    message = say("a colon where no key can stand")
    help = say("put the text in quotes: {text}", text=f'"{shown(value)}"')
    slip = make_slip(line, first, first + len(value), f'"{value}"', message, help)
    return slip.placed(first + value.index(":"))


def _between(line: Line) -> Slip | None:
    """A key that stands in the column of no other."""
    indent, above = indent_of(line.text), indent_of(line.above)
    if not 0 < indent < above or indent in line.indents or not ENTRY.match(line.text):
        return None
    return _misplaced(line, indent, above)


def _misplaced(line: Line, indent: int, above: int) -> Slip:
    message = say("the line is indented by {n}, the one above by {m}", n=indent, m=above)
    help = say("begin both in one column")
    return make_slip(line, 0, indent, " " * above, message, help).placed(indent)
