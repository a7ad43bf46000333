"""How the page's Python finds what is packed for it, in any Python that packs the same."""

import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ONEFILE = Path(__file__).parents[2] / "web/onefile"
PACK = """
import pathlib, sys
sys.path[:0] = [%r, %r]
import pack
archive = pack.pack(%r, %r, "shop.till", [".yaml"], ["shop.never"])
pathlib.Path(%r).write_bytes(archive)
"""
ASK = """
import json, sys
sys.path.insert(0, %r)
import packed
import shop.till, shop.coins, importlib.util
read = shop.__spec__.loader.get_data
def refused(act, *given):
    try:
        act(*given)
    except Exception as error:
        return type(error).__name__
told = {
    "till": shop.till.SUM,
    "file": shop.coins.__file__,
    "folder": shop.__path__,
    "package": [shop.__package__, shop.coins.__package__],
    "data": read(shop.__path__[0] + "/data/prices.yaml").decode(),
    "none": refused(read, shop.__path__[0] + "/data/none.yaml"),
    "module": refused(read, "shop.till"),
    "never": refused(__import__, "shop.never"),
    "spec": str(importlib.util.find_spec("shop.nothing")),
    "names": zipped,
}
print(json.dumps(told))
"""


@pytest.fixture(scope="module")
def shop(tmp_path_factory):
    """What a program sees of a package that was packed, and the archive."""
    folder = tmp_path_factory.mktemp("packed")
    sources = {
        "shop/__init__.py": "",
        "shop/till.py": "from .coins import COINS\nSUM = sum(COINS)\n",
        "shop/coins.py": "COINS = (1, 2)\ndef later():\n    import shop.never\n",
        "shop/never.py": "",
        "shop/alone.py": "",
        "shop/data/prices.yaml": "tea: 3\n",
    }
    for path, text in sources.items():
        file = folder / "sources" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
    with zipfile.ZipFile(folder / "library.zip", "w") as library:
        library.writestr("encodings/__init__.py", "import codecs\n")
    archive = folder / "archive.zip"
    places = (str(folder / "library.zip"), str(ONEFILE), str(folder / "sources"))
    _run(PACK % (*places, str(ONEFILE / "instead"), str(archive)))
    with zipfile.ZipFile(archive) as packed:
        names = packed.namelist()
    told = json.loads(_run(f"zipped = {names!r}\n" + ASK % str(archive)))
    return told, str(archive)


def _run(program: str) -> str:
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert run.returncode == 0, run.stderr
    return run.stdout


def test_modules_are_found_in_one_text_beside_the_one_that_finds_them(shop):
    """The archive has no more than that, so that no list of it is long to read."""
    told, archive = shop
    assert told["names"] == ["encodings/__init__.pyc", "modules", "packed.pyc"]
    assert told["till"] == 3
    assert told["file"] == f"{archive}/shop/coins.pyc"
    assert told["folder"] == [f"{archive}/shop"]
    assert told["package"] == ["shop", "shop"]


def test_files_beside_modules_are_read_and_modules_are_no_files(shop):
    """As a loader tells it: want of a file is an OSError."""
    told, _ = shop
    assert told["data"] == "tea: 3\n"
    assert told["none"] == told["module"] == "FileNotFoundError"


def test_what_is_not_packed_is_not_there(shop):
    """What was left out, and what never was."""
    told, _ = shop
    assert told["never"] == "ModuleNotFoundError"
    assert told["spec"] == "None"
