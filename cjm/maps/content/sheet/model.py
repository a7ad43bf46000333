"""The map sheet: everything it says, as plain data, without a single coordinate.

Texts are final: in the sheet's language, cleaned, not yet wrapped.
"""

from typing import Literal

from cjm.i18n import Message
from cjm.maps.content.model import Card, Diagram, Mark, Measure, StageHead
from cjm.tuples import NamedTuple

Bullet = Literal["strength", "pain", "opportunity", "item", "link", "met", "missed", "open", ""]
"""The sign before an item of a list; `open` stands for a target that is not measured yet."""
Panel = Literal["quote", "thought"]
"""What a text lies on: that of a customer, aloud or in thoughts."""


class Voice(NamedTuple):
    """A persona whose text it is: the initials, and how they are drawn beside the portraits."""

    initials: str
    dashed: bool = False


class Contact(NamedTuple):
    """What a touchpoint is: its channels and title, and a note such as «only to be»."""

    title: str
    channel: str = ""
    icon: str = "other"
    note: str = ""
    measured: bool = True


class Other(NamedTuple):
    """What one of several curves says: whose it is; `dashed` or solid where two share a plot."""

    initial: str
    gap: float
    mark: Mark
    dashed: bool | None = None
    text: str = ""


class Scores(NamedTuple):
    """O, B and C of a touchpoint, its C on each of several curves, and notes on its gap."""

    card: Card
    others: tuple[Other, ...] = ()
    notes: tuple[str, ...] = ()


class Reach(NamedTuple):
    """The share of customers who meet the touchpoint; `likely` on the likely path."""

    share: float
    text: str
    likely: bool


class Moment(NamedTuple):
    """Why a touchpoint is a moment of truth; `negative` where it disappoints there."""

    text: str
    negative: bool = False


class Item(NamedTuple):
    """One text of a list: the sign before it, whose it is, and what stands below in small.

    Without `voices` it is everybody's; with `href` it leads to an address, which `below` tells.
    """

    text: str
    bullet: Bullet = ""
    voices: tuple[Voice, ...] = ()
    below: str = ""
    href: str = ""


class Items(NamedTuple):
    """A list of texts."""

    items: tuple[Item, ...]


class Said(NamedTuple):
    """What customers said, in quotation marks, or thought."""

    items: tuple[Item, ...]
    panel: Panel = "quote"


class Action(NamedTuple):
    """One improvement; `phase` counts plan, do, check, act from 1.

    `facts` are its cost and who answers for it, `judged` what this turn is judged by.
    """

    title: str
    phase: int
    phase_name: str
    lift: str
    mark: Mark
    due: str
    facts: tuple[str, ...] = ()
    judged: tuple[Item, ...] = ()


class Actions(NamedTuple):
    """The improvements that lift a touchpoint."""

    actions: tuple[Action, ...]


Single = Contact | Scores | Reach | Moment | Items | Said | Actions
"""What one touchpoint of one journey has to say in one lane."""


class Half(NamedTuple):
    """What one of two states says, None where it says nothing; `dashed` as its curve."""

    cell: Single | None
    dashed: bool


class Both(NamedTuple):
    """What two states of a journey say of a touchpoint, as it is above as it should be."""

    halves: tuple[Half, ...]


Cell = Single | Both
"""What stands in a lane's column."""


class Lane(NamedTuple):
    """A row of the sheet; `cells` stand in the order of the columns, None where empty.

    `facts` are what it says of whole stages, in the order of the groups; `hole` tells how little
    is written in it.
    """

    name: str
    title: str
    cells: tuple[Cell | None, ...] = ()
    facts: tuple[Items | Both | None, ...] = ()
    hole: str = ""

    @property
    def told(self) -> tuple[Single, ...]:
        """Every cell that says something, those of two states each by itself."""
        told: list[Single] = []
        for cell in self.cells:
            halves = [h.cell for h in cell.halves] if isinstance(cell, Both) else [cell]
            told += [half for half in halves if half is not None]
        return tuple(told)


class Node(NamedTuple):
    """A touchpoint on a curve: its column and its C or only score, None where unmeasured.

    `share` of the customers meet it, from 0 to 1; None where that cannot be worked out.
    """

    column: int
    value: float | None
    mark: Mark
    text: str = ""
    share: float | None = None
    share_text: str = ""


class Curve(NamedTuple):
    """C, or B or O alone, of one persona, of all, or of one state, in the order of the columns.

    `walk` are the columns of its path in the order in which customers meet them, the only ones
    that a line may join; () where there is no such path. `tied` walks are as probable.
    """

    nodes: tuple[Node, ...]
    walk: tuple[int, ...] = ()
    tied: int = 1
    persona: str = ""
    state: str = ""
    name: str = ""
    initial: str = ""
    dashed: bool = False


class Step(NamedTuple):
    """The running balance in a column; not `likely` where the column is off the path."""

    column: int
    balance: float
    text: str
    likely: bool
    last: bool = False


class Plot(NamedTuple):
    """One row of the curve's lane: a curve with the balance, or two curves to compare.

    `stars` are the columns of moments of truth, and whether they disappoint; `differences`
    (column, text) are large enough to be written out. The line follows a `path`, likely or worst.
    """

    curves: tuple[Curve, ...]
    steps: tuple[Step, ...] = ()
    stars: tuple[tuple[int, bool], ...] = ()
    note: str = ""
    differences: tuple[tuple[int, str], ...] = ()
    measure: Measure = "gap"
    path: str = "likely"

    @property
    def is_one_line(self) -> bool:
        """Whether several curves lie on each other, so that only one can be seen."""
        drawn = {(c.walk, tuple((n.column, n.value) for n in c.nodes)) for c in self.curves}
        return len(self.curves) > 1 and len(drawn) == 1


class Group(NamedTuple):
    """Neighbouring columns, `first` to before `end`, of one stage or of none."""

    first: int
    end: int
    stage: StageHead | None = None


class Sheet(NamedTuple):
    """A whole map. A column is a touchpoint's card, or None in a stage that has none.

    `shared` are rows of what belongs to no column, such as improvements that lift no touchpoint;
    `note` is what whoever draws it should know.
    """

    diagram: Diagram
    columns: tuple[Card | None, ...]
    groups: tuple[Group, ...]
    lanes: tuple[Lane, ...]
    plots: tuple[Plot, ...]
    whole: bool
    """Whether all lanes were asked for: then the curve takes the room that A3 leaves."""
    shared: tuple[Lane, ...] = ()
    note: Message | None = None
