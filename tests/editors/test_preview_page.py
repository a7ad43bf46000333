"""The page of the extension's map in a browser: clicks, the outline, what a picture may not do."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import cjm

EXTENSION = Path(__file__).parents[2] / "editors/vscode"
PAGE = """
const { editor, load } = require("./test/helpers/stub");
const { vscode } = editor();
const { Preview } = load("src/preview.js", { vscode });
const media = vscode.Uri.file(process.cwd() + "/media");
console.log(new Preview(vscode.Uri.parse("file:///taxi.yaml"), media, () => {}).panel.webview.html);
"""
EDITOR = """
window.posted = [];
window.acquireVsCodeApi = () => ({
  postMessage: (message) => window.posted.push(message),
  getState: () => undefined,
  setState: () => {},
});
"""
HOSTILE = (
    '<svg xmlns="http://www.w3.org/2000/svg" onload="ran = 1"><script>ran = 2</script>'
    '<image href="https://example.org/x.png" onerror="ran = 3"/></svg>'
)


@pytest.fixture
def page(browser: Any, tmp_path: Path) -> Iterator[Any]:
    """The page as VS Code shows it, before it is sent a picture."""
    if shutil.which("node") is None:
        pytest.skip("no node")
    made = subprocess.run(["node", "-e", PAGE], cwd=EXTENSION, capture_output=True, text=True)
    assert made.returncode == 0, made.stderr
    file = tmp_path / "page.html"
    file.write_text(made.stdout.replace("vscode-webview:", "file:"), encoding="utf-8")
    page = browser.new_page()
    page.add_init_script(EDITOR)
    page.goto(file.as_uri())
    yield page
    page.close()


def send(page: Any, **message: Any) -> None:
    """Send the page what the extension would; when this returns it was read."""
    page.evaluate(
        """message => new Promise(done => {
             window.addEventListener("message", () => setTimeout(done), {once: true});
             window.postMessage(message);
           })""",
        message,
    )


def test_the_page_shows_a_map_and_takes_part_in_no_attack(page):
    """Clicks tell the touchpoint, one is outlined, an error stands above; pictures run nothing."""
    journey = cjm.Journey(
        "taxi",
        {
            "вызов": {"expectation": 8, "experience": 8, "next": "ride"},
            "ride": {"expectation": 9, "experience": 5},
        },
    )
    svg = cjm.render(journey).decode()
    refused: list[Any] = []
    page.on("requestfailed", lambda request: refused.append((request.url, request.failure)))

    send(page, svg=svg, error="")
    send(page, outlined="ride")
    page.locator('g.touchpoint[data-touchpoint="вызов"]').first.click()
    assert page.evaluate("posted") == [{"ready": True}, {"touchpoint": "вызов"}]
    outlined = page.eval_on_selector_all(
        ".outlined", "found => found.map(g => g.dataset.touchpoint)"
    )
    assert outlined == ["ride"]
    assert page.locator("#error").is_hidden()

    send(page, error="line 3: not YAML")
    assert page.locator("#error").inner_text() == "line 3: not YAML"
    assert page.locator("g.touchpoint").count() == len(journey.touchpoints)

    send(page, svg=svg, error="")
    assert page.locator(".outlined").count() == 1

    send(page, svg=HOSTILE, error="")
    assert page.evaluate("window.ran") is None
    assert refused == [("https://example.org/x.png", "csp")]
    assert page.evaluate("posted.length") == 2
