"""Addresses: where a picture leads to, and how an address is read."""

from __future__ import annotations

from cjm.journey.addresses import SCHEMES, may_lead
from cjm.maps.scene.text import cleaned


def led_to(url: str) -> str:
    """The address itself where a picture may lead there; empty where not."""
    address = cleaned(url)
    return address if may_lead(address) else ""


def readable(url: str) -> str:
    """An address as people read it: without what every address begins with."""
    address = cleaned(url)
    for scheme in SCHEMES:
        if address.lower().startswith(scheme):
            address = address[len(scheme) :]
    return address.removesuffix("/") or cleaned(url)
