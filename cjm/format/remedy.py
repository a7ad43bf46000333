"""A remedy: what to write in place of what stands there."""

from cjm.diagnostics import Fix, Span
from cjm.i18n import Message, say
from cjm.tuples import NamedTuple


class Remedy(NamedTuple):
    """What to do; `text` is what should stand there, `safe` whether it can mean nothing else.

    Where it is not clear what is meant, `either` are the texts that may be.
    """

    help: Message
    text: str | None = None
    safe: bool = False
    either: tuple[str, ...] = ()

    def fixes(self, span: Span) -> tuple[Fix, ...]:
        """What a program can make of it, where that what stands at `span` is to be replaced."""
        choices = tuple(Fix(say("write {key}", key=text), span, text) for text in self.either)
        if self.text is None:
            return choices
        return (Fix(self.help, span, self.text, self.safe), *choices)
