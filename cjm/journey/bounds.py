"""Bounds: what numbers a journey may hold, the same for files and for what Python builds."""

from cjm.i18n import Message, say
from cjm.tuples import NamedTuple

LARGEST = 1e12
"""No number of a journey is larger: a million millions.

Figures multiply a gap by an importance and by visits, and add that up over a journey: with numbers
up to this none of them leaves what a float can hold, so that no gap is lost to an overflow.
"""


class Bound(NamedTuple):
    """What a number must be, in words and in figures."""

    noun: Message
    at_least: float = -LARGEST
    at_most: float = LARGEST
    whole: bool = False


NUMBER = Bound(say("a number"))
SHARE = Bound(say("a share from 0 to 1"), 0, 1)
PROBABILITY = Bound(say("a probability from 0 to 1"), 0, 1)
SPREAD = Bound(say("a number, 0 or more"), 0)
COUNT = Bound(say("a whole number, 1 or more"), 1, whole=True)
EFFECTIVE = Bound(say("a number, 1 or more"), 1)
ROWS = Bound(say("a whole number, 0 or more"), 0, whole=True)
SEVERAL = Bound(say("a whole number, 2 or more"), 2, whole=True)
