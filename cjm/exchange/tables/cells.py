"""What a cell means: each kind of column reads a cell and writes one."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from typing import Any, Protocol

from cjm.exchange.tables.catalogues import Catalogue
from cjm.exchange.tables.escapes import escaped, unescaped
from cjm.exchange.tables.transitions import Numbers, Transitions
from cjm.exchange.tables.values import CellFault, Style, Value, text_of
from cjm.i18n import Message, say
from cjm.i18n.characters import clipped
from cjm.journey import as_id
from cjm.journey.bounds import NUMBER
from cjm.journey.durations import DURATION
from cjm.tuples import NamedTuple


class Reading(NamedTuple):
    """What cells are read with.

    Attributes:
        comma: Whether a comma may part the decimals of a number.
        catalogues: By the kind of what ids name: what there is.
    """

    comma: bool
    catalogues: Mapping[str, Catalogue]


class Codec(Protocol):
    """A kind of cell. What is read are the format's own values, as plain data."""

    def read(self, value: Value, reading: Reading) -> Any:
        """The value of a cell that is not empty; None: as if it were. Raises CellFault."""

    def write(self, value: Any, style: Style) -> Value:
        """The cell for a value in long form."""


def unexpected(what: Message, value: Value, help: Message | None = None) -> CellFault:
    """A cell that holds something else."""
    text = clipped(text_of(value).strip(), 40)
    return CellFault(say("expected {what}, not {text!r}", what=what, text=text), help)


class Text:
    """One text, as it stands."""

    def read(self, value: Value, reading: Reading) -> Any:
        """The text."""
        return text_of(value)

    def write(self, value: Any, style: Style) -> Value:
        """The text."""
        return str(value)


class Texts:
    """Several texts: one a line, or parted by `; ` in a cell of a single line."""

    def read(self, value: Value, reading: Reading) -> Any:
        """The list, or the text where there is one."""
        text = text_of(value)
        parts = text.split("\n") if "\n" in text else text.split("; ")
        texts = [unescaped(part) for part in parts if part.strip()]
        return texts[0] if len(texts) == 1 else texts or None

    def write(self, value: Any, style: Style) -> Value:
        """The lines; a single text that holds `; ` has a line end after it."""
        lines = [escaped(text) for text in value]
        end = "\n" if len(lines) == 1 and "; " in lines[0] else ""
        return "\n".join(lines) + end


_NUMBER = re.compile(r"[-+]?\d+(?:\.\d+)?(?:e[-+]?\d+)?", re.IGNORECASE)
_MOMENTS = (date, datetime, time, timedelta)


class Number:
    """A number; `share` takes per cent, too."""

    def __init__(self, share: bool = False) -> None:
        self.share = share

    def read(self, value: Value, reading: Reading) -> Any:
        """An int or float."""
        if isinstance(value, _MOMENTS):
            help = say("a spreadsheet makes days of figures such as 8.4: write the figure again")
            raise unexpected(NUMBER.noun, value, help)
        if isinstance(value, (int, float)) and not isinstance(value, bool):
            return value
        seen = text_of(value).strip().replace("−", "-")
        percent = self.share and seen.endswith("%")
        plain = seen.rstrip("% ") if percent else seen
        if reading.comma:
            plain = plain.replace(",", ".", 1)
        if not _NUMBER.fullmatch(plain):
            raise unexpected(NUMBER.noun, value, _help(seen, self.share))
        number = float(plain)
        number = float(f"{number / 100:.12g}") if percent else number
        return int(number) if number.is_integer() else number

    def write(self, value: Any, style: Style) -> Value:
        """The number."""
        return float(value) if isinstance(value, float) else int(value)


def _help(text: str, share: bool) -> Message | None:
    from cjm.format.remedies import is_nothing, number_meant

    if is_nothing(text):
        return say("leave the cell empty where there is no figure")
    remedy = number_meant(text, share)
    return remedy.help if remedy else None


class Day:
    """A calendar day."""

    def read(self, value: Value, reading: Reading) -> Any:
        """The day as 2026-09-30; what is none is left to the format, which tells of it."""
        from cjm.format.remedies import day_meant
        from cjm.source.emit import Plain

        text = text_of(value).strip()
        remedy = day_meant(text)
        return Plain(remedy.text if remedy and remedy.text and not remedy.either else text)

    def write(self, value: Any, style: Style) -> Value:
        """The day."""
        return date.fromisoformat(value)


class Duration:
    """A duration such as 15 min."""

    def read(self, value: Value, reading: Reading) -> Any:
        """The text; one in words is turned into the format's."""
        from cjm.format.remedies import duration_meant

        text = text_of(value).strip()
        if re.fullmatch(DURATION, text):
            return text
        remedy = duration_meant(text)
        return remedy.text if remedy and remedy.safe else text

    def write(self, value: Any, style: Style) -> Value:
        """The text."""
        return str(value)


class YesNo:
    """Yes, or nothing."""

    noun = say("yes or an empty cell")

    def read(self, value: Value, reading: Reading) -> Any:
        """True; None for no."""
        from cjm.format.foreign import NO, YES

        word = text_of(value).strip().casefold()
        if word in YES or word in ("x", "х"):
            return True
        if word in NO:
            return None
        raise unexpected(self.noun, value)

    def write(self, value: Any, style: Style) -> Value:
        """The word, or nothing."""
        return ("да" if style.language == "ru" else "yes") if value else None


class Word:
    """One of a few words, in the format's or in Russian."""

    def __init__(self, *words: tuple[str, str]) -> None:
        self.words = words

    @property
    def noun(self) -> Message:
        """The format's words."""
        *words, last = (word for word, _ in self.words)
        return say("{words} or {last}", words=", ".join(words), last=last)

    def choices(self, language: str) -> tuple[str, ...]:
        """The words as they are written in a language."""
        return tuple(russian if language == "ru" else word for word, russian in self.words)

    def read(self, value: Value, reading: Reading) -> Any:
        """The format's word."""
        from cjm.format.foreign import VALUES, word_of

        text = text_of(value).strip().casefold()
        for word, russian in self.words:
            if text in (word, russian):
                return word
        meant = VALUES.get(word_of(text), "")
        if meant in [word for word, _ in self.words]:
            return meant
        known = ", ".join(dict.fromkeys(w for pair in self.words for w in pair))
        raise unexpected(self.noun, value, say("write one of: {known}", known=known))

    def write(self, value: Any, style: Style) -> Value:
        """The word of the language."""
        return self.choices(style.language)[[word for word, _ in self.words].index(value)]


class Named:
    """What a catalogue holds, by id or title; `several` are parted by `; ` or line ends."""

    def __init__(self, kind: str, several: bool = False) -> None:
        self.kind = kind
        self.several = several

    def read(self, value: Value, reading: Reading) -> Any:
        """The id, or a list of ids."""
        text, catalogue = text_of(value).strip(), reading.catalogues[self.kind]
        if not self.several:
            return catalogue.id_of(text)
        parts = (part.strip() for part in re.split(r"; |\n", text))
        ids = [catalogue.id_of(part) for part in parts if part]
        if twice := next((id for id in ids if ids.count(id) > 1), None):
            raise CellFault(say("{name!r} is given twice", name=twice))
        return ids[0] if len(ids) == 1 else ids

    def write(self, value: Any, style: Style) -> Value:
        """What is written for each id."""
        ids = [value] if isinstance(value, str) else value
        written = style.catalogues.get(self.kind, {})
        return "; ".join(written.get(id, id) for id in ids)


class Id:
    """An id, as it stands."""

    def read(self, value: Value, reading: Reading) -> Any:
        """The id."""
        return as_id(text_of(value).strip())

    def write(self, value: Any, style: Style) -> Value:
        """The id."""
        return str(value)


class Items:
    """Ids with what is said of each."""

    def __init__(self, grammar: Transitions | Numbers) -> None:
        self.grammar = grammar

    def read(self, value: Value, reading: Reading) -> Any:
        """What the grammar reads."""
        return self.grammar.read(text_of(value)) or None

    def write(self, value: Any, style: Style) -> Value:
        """What the grammar writes."""
        return self.grammar.write(value)
