"""What a log says, counted."""

from __future__ import annotations

from cjm.data.logs.counting import counts_of
from cjm.data.logs.log import Log
from cjm.journey.paths import CountedPath


def test_cases_and_events_are_those_of_its_paths():
    """A path that two cases went counts twice, each of its visits too."""
    paths = (CountedPath(("search", "search", "pay"), 2), CountedPath(("pay",), 1))
    log = Log("clicks", counts_of(paths), paths)
    assert (log.cases, log.events) == (3, 7)
