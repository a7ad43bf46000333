# mypy: disable-error-code="no-untyped-call"
"""PyYAML without libyaml, brought to libyaml's verdict: the same texts are YAML.

Where PyYAML was built without libyaml (in a browser, say) its own scanner reads. It is older than
YAML 1.2: it refuses tabs between tokens and within plain text, and ends plain text in brackets at
a question mark. Here stand the places where the two differ, marks of errors included.
"""

from __future__ import annotations

import re
from typing import Any, NoReturn

from yaml.error import Mark
from yaml.events import ScalarEvent
from yaml.parser import Parser
from yaml.reader import Reader
from yaml.scanner import Scanner, ScannerError
from yaml.tokens import (
    FlowEntryToken,
    FlowMappingEndToken,
    FlowSequenceEndToken,
    ScalarToken,
    TagToken,
    ValueToken,
)

_BREAKS = "\r\n\x85\u2028\u2029"
_BLANKS = "\0 \t" + _BREAKS
_FLOW = ",[]{}"
_NAME = re.compile(r"[\w-]*", re.ASCII)
_TAG = re.compile(r"(!(?:[\w-]*!)?)((?:[-\w;/?:@&=+$.!~*'()]|%[0-9a-fA-F]{2})*)", re.ASCII)
_ESCAPES = re.compile(r'"|\\(?:x[0-9a-fA-F]{2}|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|.)', re.DOTALL)
_KNOWN_ESCAPES = frozenset((*Scanner.ESCAPE_REPLACEMENTS, *Scanner.ESCAPE_CODES, *_BREAKS))


class PurePythonParser(Reader, Scanner, Parser):
    """Events of a text, as libyaml's parser gives them."""

    def __init__(self, text: str) -> None:
        Reader.__init__(self, text)
        Scanner.__init__(self)
        Parser.__init__(self)

    def scan_to_next_token(self) -> None:
        """Pass blanks, comments and line breaks; tabs too where no indent can be meant."""
        while True:
            tabs = "\t" if self.flow_level or not self.allow_simple_key else " "
            while self.peek() in (" ", tabs):
                self.forward()
            if self.peek() == "#":
                while self.peek() not in "\0" + _BREAKS:
                    self.forward()
            if not self.scan_line_break():
                return
            if not self.flow_level:
                self.allow_simple_key = True

    def fetch_stream_end(self) -> None:
        """The end, on a line of its own. Raises ScannerError."""
        if self.column:
            self.line, self.column = self.line + 1, 0
        for key in self.possible_simple_keys.values():
            if key.required:
                self._fail(key.mark, "could not find expected ':'")
        super().fetch_stream_end()

    def _fail(self, start: Mark, problem: str) -> NoReturn:
        raise ScannerError("while scanning", start, problem, self.get_mark())

    def scan_directive_name(self, start_mark: Mark) -> Any:
        """`YAML` or `TAG`. Raises ScannerError for any other."""
        found = _NAME.match(self.buffer, self.pointer)
        name = found[0] if found else ""
        self.forward(len(name))
        if self.peek() not in _BLANKS:
            self._fail(start_mark, "did not find expected whitespace or line break")
        if name not in ("YAML", "TAG"):
            self._fail(start_mark, "found unknown directive name")
        return name

    def scan_yaml_directive_value(self, start_mark: Mark) -> Any:
        """The version that `%YAML` names; a tab may stand on either side. Raises ScannerError."""
        self._pass_blanks()
        major = self.scan_yaml_directive_number(start_mark)
        if self.peek() != ".":
            self._fail(start_mark, "did not find expected digit or '.' character")
        self.forward()
        return major, self.scan_yaml_directive_number(start_mark)

    def scan_tag_directive_value(self, start_mark: Mark) -> Any:
        """What `%TAG` names; tabs may part it, too. Raises ScannerError."""
        self._pass_blanks()
        handle = self.scan_tag_handle("directive", start_mark)
        if self.peek() not in tuple(" \t"):
            self._fail(start_mark, "did not find expected whitespace")
        self._pass_blanks()
        return handle, self.scan_tag_directive_prefix(start_mark)

    def scan_directive_ignored_line(self, start_mark: Mark) -> None:
        """The rest of a directive's line. Raises ScannerError."""
        self._pass_blanks()
        super().scan_directive_ignored_line(start_mark)

    def _pass_blanks(self) -> None:
        while self.peek() in " \t":
            self.forward()

    def scan_tag(self) -> Any:
        """A tag; a tab may follow it, and in brackets a comma. Raises ScannerError."""
        if self.peek(1) == "<":
            return super().scan_tag()
        start = self.get_mark()
        found = _TAG.match(self.buffer, self.pointer)
        handle, suffix = found.groups() if found else ("!", "")
        self.forward(len(handle))
        if not suffix and handle != "!":
            self._fail(start, "did not find expected tag URI")
        self.forward(len(suffix))
        if self.peek() not in _BLANKS and not (self.flow_level and self.peek() == ","):
            self._fail(start, "did not find expected whitespace or line break")
        if "%" in suffix:
            from urllib.parse import unquote

            suffix = unquote(suffix)
        return TagToken((handle, suffix) if suffix else (None, "!"), start, self.get_mark())

    def scan_block_scalar_indicators(self, start_mark: Mark) -> Any:
        """What follows `|` or `>`: whether to keep line breaks, and the indent."""
        self._block_start = start_mark
        keep = indent = None
        while self.peek() not in _BLANKS:
            if self.peek() in "+-" and keep is None:
                keep = self.peek() == "+"
            elif self.peek() in "123456789" and indent is None:
                indent = int(self.peek())
            else:
                break
            self.forward()
        return keep, indent

    def scan_block_scalar_ignored_line(self, start_mark: Mark) -> None:
        """The rest of the line of `|` or `>`. Raises ScannerError."""
        self._pass_blanks()
        super().scan_block_scalar_ignored_line(start_mark)

    def scan_block_scalar_indentation(self) -> Any:
        """The indent of text below `|` or `>`. Raises ScannerError for a tab in it."""
        found = super().scan_block_scalar_indentation()
        return self._without_tab(found)

    def scan_block_scalar_breaks(self, indent: int) -> Any:
        """The empty lines before one of such text. Raises ScannerError for a tab in its indent."""
        found = super().scan_block_scalar_breaks(indent)
        return found if self.column >= indent else self._without_tab(found)

    def _without_tab(self, found: Any) -> Any:
        if self.peek() == "\t":
            self._fail(self._block_start, "found a tab where an indentation space is expected")
        return found

    def scan_flow_scalar(self, style: str) -> Any:
        """Text in quotes. Raises ScannerError; an escape of half a character is one, too."""
        start = self.get_mark()
        if style == '"':
            for escape in _ESCAPES.finditer(self.buffer, self.pointer + 1):
                if escape[0] in ('"', "\\x", "\\u", "\\U"):
                    break  # its end, or digits that are missing
                if escape[0][1:2] not in _KNOWN_ESCAPES:
                    self.forward(escape.start() - self.pointer)
                    self._fail(start, "found unknown escape character")
                code = int(escape[1] or escape[2] or "0", 16)
                if 0xD800 <= code <= 0xDFFF or code > 0x10FFFF:
                    self.forward(escape.start() + 2 - self.pointer)
                    self._fail(start, "found invalid Unicode character escape code")
        return super().scan_flow_scalar(style)

    def parse_node(self, block: bool = False, indentless_sequence: bool = False) -> Any:
        """A value; a missing one after the tag `!` is text."""
        event = super().parse_node(block, indentless_sequence)
        if type(event) is ScalarEvent and event.tag == "!" and not (event.value or event.style):
            event.implicit = (False, False)
        return event

    def parse_flow_mapping_value(self) -> Any:
        """A value in braces; one that is missing stands where the next sign does."""
        if not self.check_token(ValueToken):
            return super().parse_flow_mapping_value()
        self.get_token()
        if self.check_token(FlowEntryToken, FlowMappingEndToken):
            self.state = self.parse_flow_mapping_key
            return self.process_empty_scalar(self.peek_token().start_mark)
        self.states.append(self.parse_flow_mapping_key)
        return self.parse_flow_node()

    def parse_flow_sequence_entry_mapping_key(self) -> Any:
        """A key after `?` in a list; as libyaml does, the sign after an empty one is passed by."""
        self.get_token()
        if self.check_token(ValueToken, FlowEntryToken, FlowSequenceEndToken):
            self.state = self.parse_flow_sequence_entry_mapping_value
            return self.process_empty_scalar(self.get_token().end_mark)
        self.states.append(self.parse_flow_sequence_entry_mapping_value)
        return self.parse_flow_node()

    def scan_plain(self) -> Any:
        """Plain text, over several lines where they are indented."""
        start = end = self.get_mark()
        indent = self.indent + 1
        chunks: list[str] = []
        spaces: list[str] = []
        while not self._at_document_marker() and self.peek() != "#":
            length = self._plain_length(start)
            if length:
                self.allow_simple_key = False
                chunks += [*spaces, self.prefix(length)]
                self.forward(length)
                end = self.get_mark()
            if self.peek() not in _BLANKS[1:]:
                break
            spaces = self._plain_spaces(indent, start)
            if not self.flow_level and self.column < indent:
                break
        return ScalarToken("".join(chunks), True, start, end)

    def _at_document_marker(self) -> bool:
        marker = self.column == 0 and self.prefix(3) in ("---", "...")
        return marker and self.peek(3) in _BLANKS

    def _plain_length(self, start: Mark) -> int:
        """How many signs of plain text follow. Raises ScannerError."""
        length = 0
        while (sign := self.peek(length)) not in _BLANKS:
            if sign == ":":
                after = self.peek(length + 1)
                if self.flow_level and after in "?" + _FLOW:
                    self.forward(length)
                    self._fail(start, "found unexpected ':'")
                if after in _BLANKS:
                    break
            elif self.flow_level and sign in _FLOW:
                break
            length += 1
        return length

    def _plain_spaces(self, indent: int, start: Mark) -> list[str]:
        """What stands for the blanks and line breaks that follow. Raises ScannerError."""
        blanks = ""
        breaks: list[str] = []
        while self.peek() in _BLANKS[1:]:
            if self.peek() in " \t":
                if breaks and self.column < indent and self.peek() == "\t":
                    self._fail(start, "found a tab character that violates indentation")
                blanks += "" if breaks else self.peek()
                self.forward()
            else:
                breaks.append(self.scan_line_break())
        if not breaks:
            return [blanks]
        self.allow_simple_key = True
        first, *more = breaks
        if first != "\n":
            return breaks
        return more or [" "]
