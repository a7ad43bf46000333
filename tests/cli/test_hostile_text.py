"""Whatever a journey says, nothing on standard output steers a terminal or a CI server."""

from __future__ import annotations

import json
import re

import pytest

from cjm.cli import main
from cjm.testing import STEERING, assert_harmless
from cjm.testing.texts import steering

OWN = re.compile(r"^::(error|warning|notice) file=", re.MULTILINE)
"""How the commands begin that cjm itself gives to GitHub."""

COMMANDS = (
    *(f"check j.yaml --format {name}" for name in ("text", "concise", "json", "github")),
    *(f"check j.yaml --format {name}" for name in ("gitlab", "sarif", "junit")),
    "check j.yaml --statistics",
    "show j.yaml",
    "show j.yaml --format json",
    "plan j.yaml",
    "plan j.yaml --format json",
    "render j.yaml -o - --format svg",
    "render j.yaml -o - --format svg --view map",
    "render j.yaml -o - --format dot",
    "render j.yaml -o - --format mermaid",
    "render j.yaml -o - --format mermaid --view map",
)


def journey(shift: int) -> str:
    """A journey, as JSON without raw control signs, that says one payload after another."""
    said = iter(STEERING[shift:] + STEERING * 3)

    def text() -> str:
        return next(said)

    ride = {
        "title": text(),
        "stage": "s",
        "channel": "c",
        "expectation": {"score": 9, "because": [text()]},
        "experience": {"score": 5, "n": 40, "sd": 1, "source": text()},
        "by_persona": {"p": {"experience": 3}},
        "emotions": [text()],
        "strengths": [text()],
        "pains": [text()],
        "quotes": [text()],
        "backstage": [text()],
        "owner": text(),
        "root_cause": [text()],
        "metrics": {"csat": {"value": 71, "target": ">= 90", "unit": text()}},
        "next": {"end": {"probability": 0.8, "label": text()}},
    }
    data = {
        "cjm": 1,
        "title": text(),
        "description": text(),
        "personas": {"p": {"name": text(), "goals": [text()]}},
        "channels": {"c": {"title": text()}},
        "stages": {"s": {"title": text(), "goal": text()}},
        "touchpoints": {
            "ride": ride,
            "end": {"title": text(), "expectation": 5, "experience": 5, "outcome": "success"},
        },
        "improvements": {"i": {"title": text(), "owner": text(), "lifts": {"ride": 2}}},
        "waivers": [{"rule": "no-owner", "reason": text(), "until": "2020-01-01"}],
        "x-own": [text()],
    }
    return json.dumps(data, indent=1)


@pytest.mark.parametrize("command", COMMANDS)
def test_no_text_steers_who_reads_the_output(desk, capsysbinary, command):
    """Commands of four CI servers, escapes, C1 controls, direction signs, line separators."""
    for shift in range(0, len(STEERING), 5):
        desk.write("j.yaml", journey(shift))
        with pytest.raises(SystemExit) as ended:
            main(command.split())
        out, err = capsysbinary.readouterr()
        assert ended.value.code in (0, 1), err.decode()
        text = out.decode()
        assert text
        assert_harmless(OWN.sub("", text) if "--format github" in command else text)


def test_the_journey_says_every_payload():
    """The test above can fail: the journey is one, and the signs are in it."""
    said = json.dumps(json.loads(journey(0)), ensure_ascii=False)
    for payload in STEERING:
        assert json.dumps(payload, ensure_ascii=False)[1:-1] in said


@pytest.mark.parametrize("text", STEERING)
def test_every_payload_is_known_to_steer(text):
    """The tests above can fail: what they look for is found in what the journey says."""
    written = text.replace("%0A", "\n").replace("x]]>&lt;", "\x00")  # as who reads it undoes it
    assert steering(written) is not None
