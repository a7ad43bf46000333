"""In Russian: journeys from event logs."""

from __future__ import annotations

LOGS: dict[str, str] = {}
