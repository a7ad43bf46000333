"""In Russian: data.yaml and topics.yaml."""

from __future__ import annotations

DEFINITIONS: dict[str, str] = {}
