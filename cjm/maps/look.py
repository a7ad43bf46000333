"""Look: all that is chosen about a picture, as one record, and as the keywords that choose it."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, TypedDict, Unpack

from cjm.journey import Journey
from cjm.tuples import NamedTuple

if TYPE_CHECKING:
    from cjm.maps.content.flow import Flow, Given


class Options(TypedDict, total=False):
    """What `cjm.render` and `cjm.render_all` take alike; `cjm.render` says what each means."""

    view: str
    persona: str | Sequence[str] | None
    language: str | None
    theme: str | None
    engine: str
    layout: Callable[[str], str] | None
    scale: float | None
    paper: str | None
    lanes: str | Sequence[str] | None
    compare: Journey | None
    heading: bool
    legend: bool
    flow: "Given | None"


class Look(NamedTuple):
    """The same with their defaults, read by whatever draws.

    Without a theme a picture is light, and an HTML page follows its reader's system.
    """

    view: str = "graph"
    persona: str | Sequence[str] | None = None
    language: str | None = None
    theme: str | None = None
    engine: str = "embedded"
    layout: Callable[[str], str] | None = None
    scale: float | None = None
    paper: str | None = None
    lanes: str | Sequence[str] | None = None
    compare: Journey | None = None
    heading: bool = True
    legend: bool = True
    flow: "Flow | None" = None

    @property
    def personas(self) -> tuple[str, ...]:
        """The ids of the personas asked for."""
        return _listed(self.persona or ())

    @property
    def rows(self) -> tuple[str, ...] | None:
        """The rows asked for; None for those that have something to say."""
        return None if self.lanes is None else _listed(self.lanes)


def look_of(**options: Unpack[Options]) -> Look:
    """The look that keywords choose; lists become tuples, so that it stays as it is."""
    given = options.pop("flow", None)
    flow = None
    if given is not None:
        from cjm.maps.content.flow import read_flow

        flow = read_flow(given)
    look = Look(**options)  # type: ignore[arg-type]  # flow is taken out
    return look._replace(persona=look.personas or None, lanes=look.rows, flow=flow)


def _listed(given: str | Sequence[str]) -> tuple[str, ...]:
    """A text alone stands for a list of one."""
    return (given,) if isinstance(given, str) else tuple(given)
