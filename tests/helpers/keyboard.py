"""Keys as a keyboard sends them, under a Russian layout too, and what has the focus."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page

RUSSIAN = dict(
    zip(
        [*(f"Key{letter}" for letter in "QWERTYUIOPASDFGHJKLZXCVBNM"), "Slash", "Period"],
        "йцукенгшщзфывапролдячсмить.ю",
        strict=True,
    )
)
"""What each key sends under a Russian layout, by its place."""
CONTROL = 2
"""The bit of the Control key."""
FOCUSED = """() => {
    const at = document.activeElement, style = getComputedStyle(at);
    const box = at.getBoundingClientRect();
    return {
        tag: at.localName,
        name: [at.getAttribute('aria-label'), at.labels?.[0]?.textContent, at.textContent, at.name]
            .find(name => name?.trim())?.trim() || '',
        ringed: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0
            || style.boxShadow !== 'none',
        seen: box.width > 0 && box.height > 0,
    };
}"""


def press_russian(page: Page, code: str, modifiers: int = 0) -> None:
    """Press a key by its place, under a Russian layout."""
    sent = {"key": RUSSIAN[code], "code": code, "modifiers": modifiers}
    session = page.context.new_cdp_session(page)
    session.send("Input.dispatchKeyEvent", {"type": "keyDown", **sent})
    session.send("Input.dispatchKeyEvent", {"type": "keyUp", **sent})
    session.detach()


def focused(page: Page) -> dict[str, object]:
    """What has the focus: its tag, its name, and whether one can see that it has it."""
    found: dict[str, object] = page.evaluate(FOCUSED)
    return found


def state(page: Page) -> str:
    """What is chosen, as the address says: its hash, readable."""
    hash: str = page.evaluate("decodeURIComponent(location.hash.slice(1))")
    return hash
