"""Drawing: one journey → its map, or why there is none, whatever goes wrong."""

from __future__ import annotations

from collections.abc import Sequence

from cjm.diagnostics.findings import Finding
from cjm.errors import CjmError
from cjm.i18n import Message, say
from cjm.i18n.characters import clipped
from cjm.maps.look import Look
from cjm.maps.render import drawn
from cjm.maps.targets import ending_of
from cjm.names import ENDINGS
from cjm.project.documents import Document
from cjm.tuples import NamedTuple


class Drawing(NamedTuple):
    """What came of one journey.

    `file` is the journey's, `target` where its map is; `content` is the map where it goes to
    standard output. `new` tells whether it was drawn now; `findings` and `error` (a sentence and
    a way out) say why it could not be, `trace` where in cjm itself it failed. `note` is what is
    good to know of a map that was drawn now.
    """

    file: str
    target: str
    new: bool = False
    content: bytes | None = None
    findings: tuple[Finding, ...] = ()
    error: tuple[Message, Message | None] | None = None
    trace: str | None = None
    note: Message | None = None

    @property
    def done(self) -> bool:
        """Whether the map is there."""
        return not self.findings and self.error is None


class Job(NamedTuple):
    """A journey, where its map goes, and the format asked for."""

    document: Document
    target: str
    format: str | None


def draw_some(look: Look, jobs: Sequence[Job]) -> list[Drawing]:
    """Draw some journeys; what another process does."""
    return [draw_one(look, job) for job in jobs]


def draw_one(look: Look, job: Job) -> Drawing:
    """Draw one journey, or say why that cannot be done, whatever goes wrong."""
    file, target = job.document.file, job.target
    try:
        return _drawing(look, job)
    except CjmError as error:
        return Drawing(file, target, error=(error.message, error.help))
    except Exception as error:  # a fault of ours in one journey is no reason to draw no other
        import traceback

        what = clipped(f"{type(error).__name__}: {error}".split("\n")[0], 200)
        return Drawing(
            file,
            target,
            error=(
                say("cjm itself failed ({what})", what=what),
                say("please report it with what --traceback shows"),
            ),
            trace=traceback.format_exc(),
        )


def _drawing(look: Look, job: Job) -> Drawing:
    from cjm.project.loading import read_journey
    from cjm.project.workspace import load_workspace

    document = job.document
    workspace = load_workspace(document.workspace).workspace
    loaded = read_journey(document.source, document.file, workspace, document.sources)
    document.forget()
    if loaded.journey is None:
        return Drawing(document.file, job.target, findings=loaded.findings)
    form = job.format or ENDINGS.get(ending_of(job.target), "svg")
    content, note = drawn(loaded.journey, look, form, workspace)
    return Drawing(document.file, job.target, True, content, note=note)
