"""Bad input in the page: each function answers plain data with a sentence, whatever it is given.

What is read in time that grows with the square of a text would be seen here: some are of 100 kB.
"""

import json
from base64 import b64encode

import pytest

from cjm.pyodide import main

HEAD = "cjm: 1\nid: a\nlanguage: en\ntouchpoints:\n"
POINT = "  a: {expectation: 1, experience: 5, outcome: success}\n"
BOMB = "a: &a [x, x, x, x, x, x, x, x]\n" + "".join(
    f"{chr(98 + n)}: &{chr(98 + n)} [{', '.join([f'*{chr(97 + n)}'] * 9)}]\n" for n in range(9)
)
LARGE = 100_000
TEXTS = {
    "aliases": HEAD + POINT + BOMB,
    "brackets": "[" * LARGE,
    "dashes": "- " * LARGE,
    "questions": "? " * 1_000,
    "one word": "a" * LARGE,
    "too large": "a" * 1_100_000,
    "open quote": HEAD + '  a:\n    title: "' + "b: c\n" * 5_000,
    "no journey": "- 1\n- 2\n",
    "empty": "",
    "mark": f"\ufeff{HEAD}{POINT}",
    "ends of lines": (HEAD + POINT).replace("\n", "\r\n"),
    "line separator": HEAD + '  a: {title: "x\u2028y", expectation: 1, experience: 2}\n',
    "half a character": HEAD + "  a: {title: \ud83d}\n",
    "zero bytes": "\0" * 10,
    "no numbers": HEAD + "  a: {expectation: .nan, experience: .inf}\n",
    "huge number": HEAD + f"  a: {{expectation: {'9' * 5_000}}}\n",
    "script": HEAD + '  "<script>": {title: "</script><svg onload=x>", outcome: success}\n',
}


def calls(text):
    """Each function of a page, with arguments for a text."""
    mine = {"file": "a.yaml", "text": text}
    remove = {"op": "remove", "route": ["touchpoints", "a", "experience"]}
    content = b64encode(text.encode("utf-8", "surrogatepass")).decode()
    yield "list", {}
    yield "picture", {**mine, "view": "map"}
    yield "picture", {**mine, "view": "map", "theme": "light"}
    yield "assess", {**mine, "language": "ru"}
    yield "edit", {**mine, "operations": [remove]}
    yield "merge", {"file": "a.yaml", "before": text, "theirs": text, "mine": text}
    yield "findings", {"file": "cjm.yaml", "text": text, "language": "en"}
    for file in ("a.yaml", "cjm.yaml"):
        yield "complete", {"file": file, "text": text, "offset": len(text)}
        yield "hover", {"file": file, "text": text, "offset": min(70, len(text))}
    for name in ("a.mmd", "a.csv", "a.json", "a.md", "a.yaml"):
        yield "convert_in", {"name": name, "content_base64": content, "language": "en"}
    for form in ("csv", "mermaid", "json"):
        yield "convert_out", {**mine, "format": form}


@pytest.mark.parametrize("name", TEXTS)
def test_whatever_a_text_is_each_function_answers(name):
    """An error is a sentence, and none is a fault of cjm itself."""
    text = TEXTS[name]
    main.start(lambda dot: json.dumps({"objects": []}))
    main.put("a.yaml", text)
    for function, given in calls(text):
        told = json.loads(main.answer(function, json.dumps(given)))
        message = told["error"]["message"] if isinstance(told, dict) and "error" in told else ""
        assert "itself failed" not in message, (function, message)
        assert "сам" not in message.split()[:1], (function, message)


@pytest.mark.parametrize(
    ("name", "given"),
    [
        ("picture", {"file": "b.yaml", "text": ""}),
        ("picture", {"file": "a.yaml", "text": HEAD + POINT, "view": "<b>"}),
        ("picture", {"file": "a.yaml", "text": HEAD + POINT, "persona": "nobody"}),
        ("assess", {"file": "a.yaml", "text": HEAD + POINT, "language": "xx"}),
        ("hover", {"file": "a.yaml", "text": HEAD, "offset": "1"}),
        ("complete", {"file": "a.yaml"}),
        ("convert_in", {"name": "a.csv", "content_base64": "*"}),
        ("create", {"id": "<script>", "template": "blank"}),
        ("create", {"id": "b", "template": "none"}),
        ("nothing", {}),
        ("list", []),
    ],
)
def test_what_a_function_cannot_take_is_an_error(name, given):
    """With a sentence."""
    main.start(lambda dot: json.dumps({"objects": []}))
    main.put("a.yaml", HEAD + POINT)
    told = json.loads(main.answer(name, json.dumps(given)))
    assert told["error"]["message"]
    assert "itself failed" not in told["error"]["message"]


def test_an_offset_beyond_the_text_has_nothing_to_tell():
    """Nor one before it."""
    main.start(lambda dot: "{}")
    main.put("a.yaml", HEAD)
    for offset in (-5, 10**9):
        given = {"file": "a.yaml", "text": HEAD, "offset": offset}
        assert "error" not in json.loads(main.answer("complete", json.dumps(given)))
        assert json.loads(main.answer("hover", json.dumps(given))) is None
