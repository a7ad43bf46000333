"""A text → the same text, laid out anew; a text whose meaning that would change stays."""

from __future__ import annotations

from cjm.authoring.formatting.layout import lay_out
from cjm.authoring.formatting.lines import written
from cjm.errors import CjmError
from cjm.i18n import say
from cjm.source import Source, parse
from cjm.source.parse import read_text
from cjm.source.tokens import NotYaml, meaning

NAME = "journey.yaml"
"""What findings in a text without a file call it."""


class WouldChange(CjmError):
    """Laid out anew, a text would say something else: a fault of ours."""

    def __init__(self) -> None:
        super().__init__(
            say("formatting would change what the text says: it is left as it is"),
            help=say("please report it, with the text: this is a fault of cjm"),
        )


def format_text(text: str | bytes) -> str:
    """The text of a journey, or of another file of cjm's, as `cjm fmt` lays it out.

    White space, ends of lines and quotes change, nothing else: keys and their order, numbers,
    comments, anchors and what stands in brackets stay as they are written.

    Args:
        text: Any YAML; bytes are read as UTF-8.

    Returns:
        The same text with two spaces a level, one space after a colon, at most one blank line in a
        row and `\\n` at the end of each line. Formatted once more, it stays as it is.

    Raises:
        InvalidJourneyError: The text is not YAML; its findings say why.
        CjmError: Formatting would change what the text says, which is a fault of cjm.
    """
    from cjm.project.findings import Origin, finding_of
    from cjm.project.writing import invalid

    content = text.encode("utf-8", "surrogatepass") if isinstance(text, str) else text
    after = formatted(content)
    if isinstance(after, str):
        return after
    origin = Origin(NAME, after)
    findings = tuple(finding_of(fault, origin) for fault in after.faults)
    raise invalid([f"{f.span.line}:{f.span.column}" for f in findings if f.span], findings)


def formatted(content: bytes) -> str | Source:
    """What a file holds, laid out anew; where that is no YAML, the source that tells its faults.

    Raises:
        WouldChange: It would say something else.
    """
    text, refused = read_text(content)
    if refused is not None:
        return parse(content)
    try:
        said = meaning(text)
    except NotYaml:
        return parse(content)
    after = written(lay_out(text.replace("\r\n", "\n").replace("\r", "\n")))
    if after != text and not _says(after, said):
        raise WouldChange
    return after


def _says(text: str, said: object) -> bool:
    try:
        return meaning(text) == said
    except NotYaml:
        return False
