"""Draw the pictures of docs/start.md: the map of the journey that `cjm init` writes.

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
    return {f"pizza{ending}": _mended(language) for language, ending in ENDINGS.items()}


def _mended(language: str) -> bytes:
    """The example at the end of the page's first minute: the courier as good as expected."""
    with TemporaryDirectory() as folder:
        cjm.init(folder, language=language)
        file = Path(folder) / "journeys/pizza.yaml"
        text = file.read_text(encoding="utf-8")
        file.write_text(text.replace("experience: 9", "experience: 8"), encoding="utf-8")
        return cjm.render(file)


if __name__ == "__main__":
    TARGET.mkdir(exist_ok=True)
    for name, picture in pictures().items():
        (TARGET / name).write_bytes(picture)
