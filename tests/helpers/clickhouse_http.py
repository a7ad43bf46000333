"""ClickHouse behind HTTP, as its client asks for it: `python clickhouse_http.py FOLDER`.

The engine itself runs in this process, from chdb; it listens on loopback, at a free port that it
prints. One question at a time, in the database that the request names; of settings it knows
`readonly`, by which only SELECT is answered.
"""

from __future__ import annotations

import sys
from http.server import BaseHTTPRequestHandler, HTTPServer
from urllib.parse import parse_qsl, urlsplit

from chdb.session import Session


class Asked(BaseHTTPRequestHandler):
    """A request: SQL in its body, what goes with it in its address."""

    session: Session

    def log_message(self, *_: object) -> None:
        """Nothing."""

    def do_POST(self) -> None:
        """Answer in the format that the SQL names."""
        given = dict(parse_qsl(urlsplit(self.path).query))
        sql = self.rfile.read(int(self.headers["content-length"])).decode()
        if given.get("readonly") and not sql.lstrip(" (").upper().startswith(("SELECT", "WITH")):
            return self._send(b"Code: 164. Cannot execute query in readonly mode", 500)
        try:
            self.session.query(f"USE {given.get('database') or 'default'}")
            self._send(self.session.query(sql, "TabSeparated").bytes(), 200)
        except RuntimeError as error:
            self._send(str(error).encode(), 500)

    def _send(self, body: bytes, code: int) -> None:
        self.send_response(code)
        self.send_header("content-length", str(len(body)))
        if code != 200:
            self.send_header("x-clickhouse-exception-code", "1")
        self.end_headers()
        self.wfile.write(body)


if __name__ == "__main__":
    Asked.session = Session(sys.argv[1])
    server = HTTPServer(("127.0.0.1", 0), Asked)
    print(server.server_port, flush=True)
    server.serve_forever()
