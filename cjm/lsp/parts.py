"""Parts: the entries and items of an outline, finished or not."""

from __future__ import annotations


class Part:
    """An entry of a mapping or an item of a list, finished or not.

    `start` and `end` are those of the key; of an item both are where it begins. `colon` is past its
    colon, None without one. `first` and `last` are where its value begins and ends, `text` what it
    says where it is a scalar of one line. `slot` is what lies between the commas around it.
    """

    __slots__ = (
        "below", "colon", "end", "first", "hidden", "key", "last", "quote", "slot", "start", "text",
    )  # fmt: skip

    def __init__(self, key: str | None, start: int, end: int, colon: int | None = None) -> None:
        self.key = key
        self.start = start
        self.end = end
        self.colon = colon
        self.first = self.last = end if colon is None else colon
        self.text: str | None = ""
        self.quote = ""
        self.slot = (start, end)
        self.below: Level | None = None
        self.hidden = False

    @property
    def is_open(self) -> bool:
        """Whether its value may still come on a line below."""
        return self.text == "" and self.below is None and not self.hidden and not self.quote


class Level:
    """The entries of a mapping or the items of a list; in brackets from `start` to `end`."""

    __slots__ = ("column", "end", "is_flow", "is_list", "parts", "start")

    def __init__(self, is_list: bool, column: int, start: int, is_flow: bool = False) -> None:
        self.is_list = is_list
        self.column = column
        self.is_flow = is_flow
        self.start = start
        self.end = start
        self.parts: list[Part] = []

    def texts(self, but: Part | None = None) -> dict[str, Part]:
        """Its finished entries by their keys, or its items by what they say; but for one."""
        named = ((part.text if self.is_list else part.key, part) for part in self.parts)
        return {
            name: part
            for name, part in named
            if name and part is not but and (self.is_list or part.colon is not None)
        }
