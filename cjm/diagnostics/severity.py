"""How bad something is."""

from enum import StrEnum


class Severity(StrEnum):
    """How bad a finding is; `rank` orders them, the worst highest."""

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"

    @property
    def rank(self) -> int:
        """0 for info, 1 for warning, 2 for error."""
        return list(Severity).index(self)
