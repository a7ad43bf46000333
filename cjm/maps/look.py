"""Look: all that is chosen about a picture, as one record."""

from collections.abc import Callable
from typing import NamedTuple

from cjm.journey import Journey


class Look(NamedTuple):
    """The options of `cjm.render` that hold for many pictures alike: all but their format.

    Without a theme a picture is light, and an HTML page follows its reader's system.
    """

    view: str = "graph"
    persona: str | tuple[str, ...] | None = None
    language: str | None = None
    theme: str | None = None
    engine: str = "embedded"
    layout: Callable[[str], str] | None = None
    scale: float | None = None
    paper: str | None = None
    lanes: tuple[str, ...] | None = None
    compare: Journey | None = None
    heading: bool = True
    legend: bool = True
