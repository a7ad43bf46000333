"""The frame: what every page of a site in one language knows."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from cjm.tuples import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cjm.journey import Persona
    from cjm.project.results import Result


class Page(NamedTuple):
    """A file of the site: its address below the folder of its language, and what it holds."""

    address: str
    content: bytes


class Frame(NamedTuple):
    """A site in one language; everything in it can be handed to another process.

    `leave_out` names what readers shall not see, `results` the pages of results that exist, with
    their addresses; `live` is set where a server follows the files, `edit` where it has a studio;
    `copies` where the site carries a studio for copies. `version` is that of the assets, where
    browsers may keep them until they change.
    """

    title: str
    language: str
    languages: tuple[str, ...]
    today: date
    leave_out: frozenset[str] = frozenset()
    results: tuple[tuple[str, str], ...] = ()
    pdf: bool = False
    live: bool = False
    edit: bool = False
    copies: bool = False
    version: str = ""

    def asset(self, name: str) -> str:
        """The address of an asset, seen from the folder of the language."""
        return f"../assets/{name}" + (f"?v={self.version}" if self.version else "")

    @property
    def other_language(self) -> str | None:
        """The other language of the site, where it has two."""
        return next((one for one in self.languages if one != self.language), None)

    def page(self, address: str, template: str, here: str = "", **context: Any) -> Page:
        """A page of a template.

        Args:
            address: Where it stands below the folder of its language.
            template: The name of the template.
            here: Which entry of the navigation it is.
            **context: What the template names.

        Returns:
            The page, as bytes of UTF-8.
        """
        from cjm.site.templating import templates

        text = templates(self.language).render(
            template,
            frame=self,
            here=here,
            address=address,
            up="../" * address.count("/"),
            **context,
        )
        return Page(address, text.encode("utf-8", "backslashreplace"))


class Entry(NamedTuple):
    """A journey of the site: its data file's content, and the stem of its addresses.

    `twin` is the stem of the same journey in its other state, where there is one.
    """

    data: Mapping[str, Any]
    stem: str
    twin: str | None = None

    @property
    def readable(self) -> bool:
        """Whether it could be read, so that it has figures to show."""
        return not self.data.get("unread")


class Site(NamedTuple):
    """All journeys of a site in one language, as the overview orders them: worst first.

    `stages` are the ids of those that the workspace declares, `personas` those themselves, in its
    order; `results` is what commands found in data and wrote into its folder of results.
    """

    frame: Frame
    entries: tuple[Entry, ...]
    stages: tuple[str, ...] = ()
    personas: tuple[Persona, ...] = ()
    results: tuple[Result, ...] = ()

    @property
    def as_is(self) -> tuple[Entry, ...]:
        """Journeys as they are today: what the totals count."""
        return tuple(e for e in self.entries if e.readable and e.data["state"] == "as-is")
