"""Signs that a stream's encoding does not have are written plainer, none as an escape."""

from __future__ import annotations

import codecs
import os
import subprocess
import sys
from pathlib import Path

from cjm.i18n.plainer import PLAINER, plainly

ROOT = Path(__file__).parents[2]


def test_quotation_marks_of_a_russian_console(tmp_path):
    """cp866 has no «»: a message says "x" there; what has no plainer sign is an escape."""
    code = "import sys; from cjm.cli import main; main(sys.argv[1:])"
    done = subprocess.run(
        [sys.executable, "-c", code, "check", "x.yaml", "--select", "NOPE"],
        cwd=tmp_path,
        env=os.environ
        | {"PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "cp866", "CJM_LANGUAGE": "ru"},
        capture_output=True,
        check=False,
    )
    assert 'нет правила "NOPE"' in done.stderr.decode("cp866")


def test_every_plainer_sign_is_one_that_any_encoding_has():
    """And of the same width, so that columns stay."""
    assert all(len(plain) == 1 and plain.isascii() for plain in PLAINER.values())
    codecs.register_error("plainly", plainly)
    assert "−1 «ж» 漢".encode("ascii", "plainly") == b'-1 "\\u0436" \\u6f22'
