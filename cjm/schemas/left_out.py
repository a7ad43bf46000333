"""What all data commands print of the rows they left out."""

from __future__ import annotations

from cjm.schemas.kinds import COUNT, an_object, mapped

LEFT_OUT = mapped({"anyOf": [COUNT, an_object({"rows": COUNT, "values": mapped(COUNT)})]})
"""By reason: how many rows, and where values are told by name, how often each stood there."""
