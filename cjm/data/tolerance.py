"""Tolerance: how much of a source may be left out before no figure of it is trusted."""

from __future__ import annotations

from cjm.data.left_out import LeftOut, untrusted_share
from cjm.errors import CjmError
from cjm.i18n import say
from cjm.i18n.apart import shares_apart


class TooMuchLeftOutError(CjmError):
    """More of a source's rows were left out than is tolerated.

    `source` is its id, `left_out` what was left out and why, `read` how many rows were read.
    """

    def __init__(
        self, source: str, left_out: LeftOut, read: int, share: float, most: float
    ) -> None:
        told, tolerated = shares_apart(share, most)
        super().__init__(
            say(
                "{share} of the rows of {source} were left out; {most} are tolerated",
                share=told,
                source=source,
                most=tolerated,
            ),
            help=say("mend the data or their description, or tolerate more: --tolerate"),
        )
        self.source, self.left_out, self.read = source, left_out, read


def hold_to_tolerated(
    source: str, left_out: LeftOut, read: int, tolerate: float, share: float | None = None
) -> None:
    """Stop where too much was left out.

    Args:
        source: The source's id.
        left_out: What was left out of it, by reason.
        read: How many rows it has.
        tolerate: The share of them that may be left out, 0 to 1.
        share: The share that was left out for a fault, where that is not rows by rows.

    Raises:
        TooMuchLeftOutError: More was left out.
    """
    faulty = untrusted_share(left_out, read) if share is None else share
    if faulty > tolerate:
        raise TooMuchLeftOutError(source, left_out, read, faulty, tolerate)
