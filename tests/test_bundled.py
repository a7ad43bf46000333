"""Files that come with cjm: read from a folder and from a zip alike."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

import cjm
import cjm.maps.scene
from cjm import maps
from cjm.bundled import bundled

CODE = Path(cjm.__file__).parent
ROOT = CODE.parent


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package as one file, as a wheel or a zipped application holds it."""
    path = tmp_path_factory.mktemp("zip") / "cjm.zip"
    with zipfile.ZipFile(path, "w") as file:
        for part in CODE.rglob("*"):
            if part.is_file() and part.suffix != ".pyc":
                file.write(part, part.relative_to(ROOT))
    return path


def run(archive: Path, folder: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    """Python with the package out of the archive, in a folder that no other is found from."""
    environment = {**os.environ, "PYTHONPATH": str(archive), "PYTHONSAFEPATH": "1"}
    command = [sys.executable, *arguments]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, check=False)


def test_the_command_runs_out_of_an_archive(archive: Path, tmp_path: Path) -> None:
    """Check with its cache, a rule's page, and pictures with the fonts give what they always do."""
    text = (ROOT / "docs" / "examples" / "worked.yaml").read_text(encoding="utf-8")
    (tmp_path / "worked.yaml").write_text(text, encoding="utf-8")
    where = run(archive, tmp_path, "-c", "import cjm; print(cjm.__file__)")
    assert str(archive) in where.stdout.decode()
    for _ in range(2):
        done = run(archive, tmp_path, "-m", "cjm", "check", "worked.yaml", "--format", "concise")
        assert done.returncode == 1, done.stderr
        assert b"CJM107" in done.stdout
    page = run(archive, tmp_path, "-m", "cjm", "rule", "CJM101", "--language", "ru")
    assert page.returncode == 0, page.stderr
    for ending in ("svg", "png", "pdf"):
        out = f"worked.{ending}"
        asked = ("render", "worked.yaml", "-o", out, "--no-cache")
        done = run(archive, tmp_path, "-m", "cjm", *asked)
        assert done.returncode == 0, done.stderr
        drawn = cjm.render(cjm.load(tmp_path / "worked.yaml"), format=ending)
        assert (tmp_path / out).read_bytes() == drawn


def test_modules_look_for_no_file_beside_themselves() -> None:
    """Where a module's own file is asked for, there may be none."""
    asking = [
        part.relative_to(CODE).as_posix()
        for part in CODE.rglob("*.py")
        if "__file__" in part.read_text(encoding="utf-8")
    ]
    assert asking == []


def test_a_missing_file_is_an_error() -> None:
    with pytest.raises(OSError, match=r"none\.json"):
        bundled(maps.scene.__name__, "fonts/none.json")
