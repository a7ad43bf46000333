"""One language server for all tests that it survives."""

from __future__ import annotations

import pytest
from editor import Editor


@pytest.fixture(scope="session")
def editor(tmp_path_factory):
    """A server that was greeted; each test opens documents of its own."""
    folder = tmp_path_factory.mktemp("open")
    client = Editor(folder)
    client.folder = folder
    client.server = client.initialize(rootUri=folder.as_uri())
    yield client
    client.end()


@pytest.fixture
def uri(editor, request):
    """A document of this test's own, closed at its end."""
    named = (editor.folder / f"{abs(hash(request.node.name))}.yaml").as_uri()
    yield named
    editor.notify("textDocument/didClose", textDocument={"uri": named})
