"""Surroundings: what a journey's text is read with, so that nothing here asks a file or a clock."""

from datetime import date

from cjm.checking.assess import Assessment
from cjm.checking.settings import WorkspaceRules
from cjm.source import Source, parse
from cjm.tuples import NamedTuple


class Surroundings(NamedTuple):
    """What stands around a text: its file's name in findings, its workspace, its overlays."""

    file: str
    rules: WorkspaceRules
    today: date
    beside: tuple[tuple[str, Source], ...] = ()

    @property
    def language(self) -> str:
        """What is told in where nobody asks for another one."""
        return self.rules.loaded.workspace.language

    @property
    def shared(self) -> frozenset[tuple[str, str]]:
        """Kind and id of what the workspace declares, for other journeys, too."""
        workspace = self.rules.loaded.workspace
        kinds = (
            ("stage", workspace.stages),
            ("channel", workspace.channels),
            ("persona", workspace.personas),
        )
        return frozenset((kind, each.id) for kind, declared in kinds for each in declared)


def assessed(text: str, around: Surroundings) -> Assessment:
    """All that is known of a text, faulty or not; `text` is without a byte order mark."""
    return Assessment(parse(text), around.file, around.rules, around.today, around.beside)
