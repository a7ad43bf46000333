"""Advice on how a file is read says where it goes, where no data.yaml describes the file."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

import cjm
from cjm.i18n import translate

LOG = {"case": "client id", "touchpoint": "event", "time": "ts"}
HEAD = "client id,event,ts\n"
CASES = {
    "encoding": HEAD.replace("event", "событие").encode("cp1251")
    + "1,визит,2026-01-01\n1,чек,2026-01-02\n".encode("cp1251"),
    "delimiter": b"client id|event|ts\n1|a|2026-01-01\n1|b|2026-01-02\n",
    "time_format": (HEAD + "1,a,13.01.2026\n1,b,14.01.2026\n").encode(),
}


def entry_of(help: str) -> dict:
    """The data.yaml that a help proposes."""
    return yaml.safe_load(help[help.index("{cjm-data") :])


@pytest.mark.parametrize("key", CASES)
def test_a_file_on_its_own_is_told_the_data_yaml_to_write(tmp_path: Path, key: str) -> None:
    """Whole, so that it can be copied; the same file is read with it."""
    file = tmp_path / "log of may.csv"
    file.write_bytes(CASES[key])
    columns = {**LOG, "touchpoint": "событие"} if key == "encoding" else LOG
    with pytest.raises(cjm.CjmError) as found:
        cjm.discover(str(file), columns=columns)
    help = found.value.help
    assert " in a data.yaml beside it: " in str(help)
    assert " – в data.yaml рядом с ним: " in translate(help, "ru")
    ((_, source),) = entry_of(str(help))["sources"].items()
    assert source.keys() == {"kind", "file", *LOG, key}
    text = str(help)[str(help).index("{cjm-data") :]
    (tmp_path / "data.yaml").write_text(text, encoding="utf-8")
    assert cjm.discover(data=tmp_path / "data.yaml").events > 0


def test_numbers_with_another_mark_are_told_it_too(tmp_path: Path) -> None:
    """In the account of what was left out."""
    file = tmp_path / "orders.csv"
    file.write_text("who;day;paid\na;2026-01-01;8,40\nb;2026-01-02;9,10\nc;2026-01-03;5\n")
    columns = {"customer": "who", "time": "day", "money": "paid"}
    found = cjm.segment(str(file), columns=columns, tolerate=1.0)
    help = str(found.left_out["not a number"].help)
    assert entry_of(help)["sources"]["orders"]["decimal"] == ","


def test_a_file_that_is_described_is_told_the_key_alone(tmp_path: Path) -> None:
    """Where it goes is known there."""
    (tmp_path / "log.csv").write_bytes(CASES["time_format"])
    (tmp_path / "data.yaml").write_text(
        "cjm-data: 1\nsources: {log: {kind: events, file: log.csv, case: client id, "
        "touchpoint: event, time: ts}}\n"
    )
    with pytest.raises(cjm.CjmError) as found:
        cjm.discover(data=tmp_path / "data.yaml")
    assert str(found.value.help) == "all fit it: write time_format: '%d.%m.%Y'"
