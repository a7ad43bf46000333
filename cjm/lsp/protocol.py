"""The protocol: what of pygls is done otherwise, so that a client that lies gets no traceback.

pygls keeps documents by Python's lines, reads files that nobody opened, and sends where it failed;
here documents are the session's alone.
"""

from __future__ import annotations

from collections.abc import Generator
from typing import Any

from lsprotocol import types
from pygls.exceptions import JsonRpcException, JsonRpcInternalError, JsonRpcInvalidParams
from pygls.protocol import LanguageServerProtocol, lsp_method

OK = 0
NOT_SHUT_DOWN = 1


class Protocol(LanguageServerProtocol):
    """LSP over JSON-RPC; `exit_code` is what the process shall end with."""

    exit_code = OK

    @lsp_method(types.EXIT)
    def lsp_exit(self, *args: Any) -> Generator[Any, Any, None]:
        """End the process: well only where the client said `shutdown` before."""
        yield from ()
        self.exit_code = OK if self._shutdown else NOT_SHUT_DOWN
        raise SystemExit(self.exit_code)

    @lsp_method(types.TEXT_DOCUMENT_DID_OPEN)
    def lsp_text_document__did_open(self, params: Any) -> Generator[Any, Any, None]:
        """Hand it on."""
        yield self.fm.features[types.TEXT_DOCUMENT_DID_OPEN], (params,), None

    @lsp_method(types.TEXT_DOCUMENT_DID_CHANGE)
    def lsp_text_document__did_change(self, params: Any) -> Generator[Any, Any, None]:
        """Hand it on."""
        yield self.fm.features[types.TEXT_DOCUMENT_DID_CHANGE], (params,), None

    @lsp_method(types.TEXT_DOCUMENT_DID_CLOSE)
    def lsp_text_document__did_close(self, params: Any) -> Generator[Any, Any, None]:
        """Hand it on."""
        yield self.fm.features[types.TEXT_DOCUMENT_DID_CLOSE], (params,), None

    @lsp_method(types.WORKSPACE_EXECUTE_COMMAND)
    def lsp_workspace__execute_command(self, params: types.ExecuteCommandParams) -> Any:
        """Run a command with its arguments as they came; an unknown one is refused."""
        if (command := self.fm.commands.get(params.command)) is None:
            raise JsonRpcInvalidParams(f"there is no command {params.command!r}")
        return command(params.arguments or ())

    def structure_message(self, data: dict[str, Any]) -> Any:
        """A message as LSP's types have it; of a request that has no such form the client is told.

        Raises JsonRpcException where it has none.
        """
        try:
            return super().structure_message(data)
        except JsonRpcException:
            if "method" in data and "id" in data:
                self._send_response(data["id"], error=JsonRpcInvalidParams().to_response_error())
            raise

    def _send_response(
        self, msg_id: Any, result: Any = None, error: types.ResponseError | None = None
    ) -> None:
        """Send an answer; of our own failures the client is told that, and not where they were."""
        if error is not None and error.code == JsonRpcInternalError.CODE:
            error = types.ResponseError(error.code, JsonRpcInternalError.MESSAGE)
        super()._send_response(msg_id, result, error)
