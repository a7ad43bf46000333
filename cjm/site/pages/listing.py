"""Listings: what is long is paged, and each of its items is rendered once.

Without scripts the pages are linked with one another; with scripts the first one takes the items
of the others from a data script, since a page cannot fetch where there is no server.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from cjm.i18n import Message
from cjm.site.frame import Frame, Page
from cjm.site.templating import for_script

ROWS = 60
"""How many items a page holds; the others come from a data script, or on the next page."""
_BEGIN = "<!--item-->"


class Listing:
    """A page of the report whose items fill as many pages as they need.

    Args:
        frame: The site.
        name: The name of its address, such as `index`; its entry in the navigation is `here`.
        here: Which entry of the navigation it is.
        rows: How many items a page holds.
    """

    def __init__(self, frame: Frame, name: str, here: str, rows: int = ROWS) -> None:
        self._frame, self._name, self._here, self._rows = frame, name, here, rows

    def pages(
        self, items: Sequence[Mapping[str, Any]], item: str, template: str, **shared: Any
    ) -> Iterator[Page]:
        """The pages, and the data script where there are several.

        Args:
            items: What is listed.
            item: The template of the items: it writes `items`, each after a comment `item`.
            template: The template of the pages, which knows `listed`.
            **shared: What else the templates know.
        """
        texts = self._rendered(items, item, shared)
        parts = [texts[n : n + self._rows] for n in range(0, len(texts), self._rows)] or [[]]
        addresses = [self._address(n) for n in range(len(parts))]
        for part, inside in enumerate(parts):
            first = part * self._rows + 1
            listed = {
                "items": inside,
                "count": len(texts),
                "first": first,
                "last": first + len(inside) - 1,
                "step": self._rows,
                "part": part,
                "addresses": addresses,
                "script": self._script if len(parts) > 1 else None,
            }
            yield self._frame.page(addresses[part], template, self._here, listed=listed, **shared)
        if len(parts) > 1:
            rest = for_script([str(text) for text in texts[self._rows :]])
            yield Page(self._script, f"window.cjmRows={rest};\n".encode())

    @property
    def _script(self) -> str:
        return "rows.js" if self._name == "index" else f"{self._name}.rows.js"

    def _address(self, part: int) -> str:
        return f"{self._name}.html" if part == 0 else f"{self._name}-{part + 1}.html"

    def _rendered(
        self, items: Sequence[Mapping[str, Any]], item: str, shared: Mapping[str, Any]
    ) -> list[Any]:
        from markupsafe import Markup

        page = self._frame.page(f"{self._name}.html", item, self._here, items=items, **shared)
        return [Markup(text) for text in page.content.decode().split(_BEGIN)[1:]]


def choices(
    items: Iterable[Mapping[str, Any]], filters: Iterable[tuple[str, Message]]
) -> list[tuple[str, Message, list[str]]]:
    """Every filter with what there is to choose; one without any is left out."""
    kept = list(items)
    found = []
    for name, title in filters:
        values = sorted({value for one in kept for value in one["filters"].get(name, ())})
        if values:
            found.append((name, title, values))
    return found
