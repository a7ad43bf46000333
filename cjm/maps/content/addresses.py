"""Addresses: which links may lead anywhere, and how an address is read."""

from __future__ import annotations

import re

from cjm.maps.scene.text import cleaned

SCHEMES = ("https://", "http://", "mailto:")
"""What a picture leads to: others could run something, or reach into the reader's files."""
_OUTSIDE = re.compile(r"[\s\x00-\x20\x7f\"'<>\\^`{|}]")
"""What no address holds as it is (RFC 3986), and what could end an attribute or a command."""


def led_to(url: str) -> str:
    """The address itself where a picture may lead there; empty where not."""
    address = cleaned(url)
    if not address.lower().startswith(SCHEMES) or _OUTSIDE.search(address):
        return ""
    if address.count("#") > 1:  # no address, but perhaps a command to a CI server
        return ""
    return address if address.partition(":")[2].strip("/") else ""


def readable(url: str) -> str:
    """An address as people read it: without what every address begins with."""
    address = cleaned(url)
    for scheme in SCHEMES:
        if address.lower().startswith(scheme):
            address = address[len(scheme) :]
    return address.removesuffix("/") or cleaned(url)
