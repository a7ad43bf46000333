"""What a notebook shows: classes of the lower rooms ask for it, and a room above makes it."""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def notebook(shown: "Any") -> str:
    """HTML for a journey or a result, as `cjm.notebook_html` makes it.

    The package's lazy face finds the maker; this is the one way from a lower room up to a higher.
    """
    import sys

    made: str = sys.modules["cjm"].notebook_html(shown)
    return made
