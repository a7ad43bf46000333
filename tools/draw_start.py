"""Draw the picture of README and docs/start.md: the map of the journey that `cjm init` writes.

python tools/draw_start.py   # writes docs/images/start/*.svg
"""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import cjm

TARGET = Path(__file__).resolve().parent.parent / "docs" / "images" / "start"
ENDINGS = {"en": ".en.svg", "ru": ".svg"}


def pictures() -> dict[str, bytes]:
    """The bytes of each picture by its name."""
    return {f"pizza{ending}": _example(language) for language, ending in ENDINGS.items()}


def _example(language: str) -> bytes:
    with TemporaryDirectory() as folder:
        cjm.init(folder, language=language)
        return cjm.render(Path(folder) / "journeys/pizza.yaml")


if __name__ == "__main__":
    TARGET.mkdir(exist_ok=True)
    for name, picture in pictures().items():
        (TARGET / name).write_bytes(picture)
