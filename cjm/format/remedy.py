"""A remedy: what to write in place of what stands there."""

from cjm.i18n import Message
from cjm.tuples import NamedTuple


class Remedy(NamedTuple):
    """What to do; `text` is what should stand there, `safe` whether it can mean nothing else."""

    help: Message
    text: str | None = None
    safe: bool = True
