"""Slips with quotes: curly ones, one that is not closed, and text behind the closing one."""

import re

from cjm.i18n import say
from cjm.source.slip import KEY, Line, Slip, make_slip, shown
from cjm.source.syntax import CLOSING

_CURLY = re.compile(r"[“„‟](?P<text>[^“”„‟\"]*)[”“‟]|‘(?P<single>[^‘’\"]*)’")
_VALUE = re.compile(r"(?:" + KEY + r":[ \t]+|\s*(?:- +)+)(?P<value>(?P<quote>[\"']).*)")
_WHOLE = re.compile(r"""(?:'(?:[^']|'')*'|"(?:[^"\\]|\\.)*")(?P<rest>.*)""")
_CURLY_ENDS = tuple("”“‟„’»")


def curly(line: Line) -> Slip | None:
    """Curly quotes round a text that needs quotes."""
    found = _CURLY.search(line.text)
    if not found:
        return None
    text = found["text"] or found["single"] or ""
    if not re.search(r"[:,{}\[\]#]", text):
        return None
    left, right = found[0][0], found[0][-1]
    message = say("{left} and {right} are no quotes in YAML", left=left, right=right)
    help = say("write {text}", text=f'"{shown(text)}"')
    return make_slip(line, *found.span(), f'"{text}"', message, help)


def not_closed(line: Line) -> Slip | None:
    """A quote that nothing closes on its line, or a curly one."""
    found = _VALUE.fullmatch(line.text)
    if not found or found["value"].count(found["quote"]) != 1:
        return None
    quote, value = found["quote"], found["value"].rstrip()
    start, end = found.start("value"), found.start("value") + len(value)
    if len(value) > 1 and value.endswith(_CURLY_ENDS):
        message = say("{right} does not close the quote {left}", right=value[-1], left=quote)
        help = say("write {text}", text=shown(value[:-1]) + quote)
        return make_slip(line, end - 1, end, quote, message, help).placed(end - 1)
    message = say("the quote {quote} is not closed", quote=quote)
    help = say("close it where the text ends: {text}", text=shown(value) + quote)
    return make_slip(line, end, end, quote, message, help).placed(start)


def text_behind(line: Line) -> Slip | None:
    """Quotes inside quotes: text goes on behind the one that closes."""
    found = _VALUE.fullmatch(line.text)
    whole = found and _WHOLE.fullmatch(found["value"])
    if not found or not whole or not re.match(r" ?[^\s:,\]}#]", whole["rest"]):
        return None
    quote, value = found["quote"], found["value"].rstrip()
    inner = value[1:-1] if value.endswith(quote) else value
    other = '"' if "'" in inner and '"' not in inner and "\\" not in inner else "'"
    new = other + (inner.replace("'", "''") if other == "'" else inner) + other
    place = found.start("value") + whole.start("rest")
    message = say("text goes on behind the quote that closes it")
    help = say("put all of it in quotes: {text}", text=shown(new))
    start = found.start("value")
    slip = make_slip(line, start, start + len(value), new, message, help)
    return slip.placed(place + len(whole["rest"]) - len(whole["rest"].lstrip()))


def opens_a_quote(text: str) -> bool:
    """Whether a quote opens in a line and is not closed there."""
    found = _VALUE.fullmatch(text)
    return found is not None and found["value"].count(found["quote"]) == 1


def closes_below(text: str, start: int) -> bool:
    """Whether the quote that opens at a place of a text is closed on a later line, as it may be."""
    quote = text[start]
    pattern = r"'(?:[^']|'')*'" if quote == "'" else r'"(?:[^"\\]|\\.)*"'
    found = re.compile(pattern, re.DOTALL).match(text, start)
    if not found:
        return False
    rest = text[found.end() :].split("\n", 1)[0].strip()
    return not rest or rest[0] in "#,]}"


def open_brackets(text: str) -> str:
    """The brackets of a line that nothing in it closes; none where others close than open."""
    found = ""
    for sign in re.sub(r"""'(?:[^']|'')*'|"(?:[^"\\]|\\.)*\"""", "", text):
        if sign in "[{":
            found += sign
        elif sign in "]}":
            if not found or CLOSING[found[-1]] != sign:
                return ""
            found = found[:-1]
    return found
