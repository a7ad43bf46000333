"""Why a journey has no flow, as a sentence: the same on pages, on maps and in errors."""

from __future__ import annotations

from cjm.analysis.flow import Obstacle
from cjm.analysis.unsolved import is_recorded
from cjm.errors import CjmError
from cjm.i18n import Message, say

OBSTACLES: dict[Obstacle, Message] = {
    "trap": say("customers can come in somewhere and never leave"),
    "endless": say("a loop lets out so few customers that floats lose sight of them"),
    "solver": say("its loops are too large to be solved without NumPy and SciPy"),
}
"""What stands in the way of the flow, and so of every figure that needs an end."""


def refuse_without_solver(id: str, obstacle: str | None) -> None:
    """Raise CjmError where figures are missing only because a library is not installed.

    Where that is recorded, who keeps the record tells it.
    """
    if obstacle == "solver" and not is_recorded():
        raise CjmError(
            say("{id}: the figures cannot be worked out", id=id), help=OBSTACLES["solver"]
        )
