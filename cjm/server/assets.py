"""The assets of a live site, which browsers keep by their version."""

from __future__ import annotations

from hashlib import sha256

from cjm.site.assets import assets

VERSION_DIGITS = 12
"""Of a digest in hexadecimal: enough to tell two versions of cjm apart."""


class Assets:
    """The assets of a live site: `content` by address, and the `version` of all together.

    Other assets have another version: browsers may keep what they asked for with one.
    """

    def __init__(self, languages: tuple[str, ...]) -> None:
        pages = tuple(assets(languages, live=True)) if languages else ()
        digest = sha256(b"".join(page.content for page in pages)).hexdigest()
        self.version = digest[:VERSION_DIGITS]
        fonts = f'.woff2?v={self.version}"'.encode()
        self.content = {
            page.address: page.content.replace(b'.woff2"', fonts)
            if page.address.endswith(".css")
            else page.content
            for page in pages
        }
