"""Somebody with the studio that is one file before them, opened from the disk."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from browser import Reader
from one_file import PAGE, PATIENCE_MS
from studio_page import Author

if TYPE_CHECKING:
    from playwright.sync_api import Locator

WITHOUT_PICKERS = """() => {
    for (const name of ['showOpenFilePicker', 'showSaveFilePicker', 'showDirectoryPicker'])
        Object.defineProperty(window, name, { value: undefined, configurable: true });
}"""
"""As in Firefox: a browser without a screen could show no picker."""
DROP = """files => {
    const data = new DataTransfer();
    for (const [name, bytes] of files) data.items.add(new File([new Uint8Array(bytes)], name));
    for (const kind of ['dragover', 'drop'])
        document.body.dispatchEvent(
            new DragEvent(kind, { dataTransfer: data, bubbles: true, cancelable: true }));
}"""
LINK = """async shared => {
    const packed = new Blob([JSON.stringify(shared)]).stream()
        .pipeThrough(new CompressionStream('deflate-raw'));
    const bytes = new Uint8Array(await new Response(packed).arrayBuffer());
    const base64 = btoa(Array.from(bytes, byte => String.fromCharCode(byte)).join(''));
    return '#1' + base64.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}"""


class Visitor(Author):
    """The page, on its first screen; whatever it may not do is in the reader's faults."""

    def __init__(self, reader: Reader, hash: str = "", width: int = 1440, theme: str = "light"):
        self.address = f"{reader.root}{PAGE}"
        """Of the page, without what stands behind it."""
        self.page = reader.open(f"{PAGE}{hash}", width, theme)
        self.page.set_default_timeout(PATIENCE_MS)
        self.page.evaluate(WITHOUT_PICKERS)
        self.page.locator("main").first.wait_for(state="attached")  # it hears drops by then

    @property
    def start(self) -> Locator:
        """The first screen."""
        return self.page.locator(".start-page")

    @property
    def dialog(self) -> Locator:
        """What is asked or told."""
        return self.page.locator("dialog[open]")

    def opened(self) -> None:
        """Wait until the first screen has gone, and a journey is drawn."""
        self.start.wait_for(state="detached")
        self.rest()

    def example(self, file: str) -> None:
        """Open an example journey."""
        self.page.locator(f'[data-example="{file}"]').click()
        self.opened()

    def drop(self, name: str, content: str | bytes) -> None:
        """Drop a file on the page."""
        data = content.encode() if isinstance(content, str) else content
        self.page.evaluate(DROP, [[name, list(data)]])

    def choose(self, item: str | re.Pattern[str], nth: int = 0) -> None:
        """An item of the menu of files."""
        self.page.locator(".file-menu summary").click()
        self.page.locator(".file-menu button", has_text=item).nth(nth).click()

    def downloaded(self, item: str, nth: int = 0) -> tuple[str, bytes]:
        """The name and content of what an item of the menu puts to the downloads."""
        with self.page.expect_download() as waiting:
            self.choose(item, nth)
        download = waiting.value
        return download.suggested_filename, Path(download.path()).read_bytes()

    def link_to(self, **shared: str) -> str:
        """A link as the page itself makes it."""
        link: str = self.page.evaluate(LINK, shared)
        return link

    def follow(self, link: str) -> None:
        """Put a link into the address of the page that is open."""
        self.page.evaluate("link => { location.hash = link; }", link)
