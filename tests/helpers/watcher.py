"""A running `cjm … --watch`, and what it has said."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

END = "watching for changes; Ctrl-C ends it\n"


class Watcher:
    """A command that watches, started in a folder."""

    def __init__(self, folder: Path, *arguments: str) -> None:
        self.log = folder / "said.txt"
        command = [sys.executable, "-m", "cjm", *arguments, "--watch"]
        with self.log.open("wb") as said:
            self.process = subprocess.Popen(command, cwd=folder, stdout=said, stderr=said)

    def wait_for(self, condition: Callable[[str], bool]) -> str:
        """Everything said, once the condition holds; fails after some seconds."""
        for _ in range(200):
            said = self.log.read_text(encoding="utf-8")
            if condition(said):
                return said
            time.sleep(0.1)
        raise AssertionError(said)

    def rounds(self, number: int) -> str:
        """The last of so many rounds."""
        return self.wait_for(lambda said: said.count(END) == number).split(END)[number - 1]

    def stop(self) -> int:
        """The exit code after Ctrl-C."""
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(timeout=10)

    def end(self) -> None:
        """Leave nothing running."""
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
