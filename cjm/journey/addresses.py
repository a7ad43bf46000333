"""Addresses: which of them a picture or a page may lead to."""

from __future__ import annotations

import re

SCHEMES = ("https://", "http://", "mailto:")
"""What may be led to: others could run something, or reach into the reader's files."""
_OUTSIDE = re.compile(r"[\s\x00-\x20\x7f\"'<>\\^`{|}]")
"""What no address holds as it is (RFC 3986), and what could end an attribute or a command."""


def may_lead(address: str) -> bool:
    """Whether a picture or a page may lead to an address."""
    if not address.lower().startswith(SCHEMES) or _OUTSIDE.search(address):
        return False
    if address.count("#") > 1:  # no address, but perhaps a command to a CI server
        return False
    return bool(address.partition(":")[2].strip("/"))
