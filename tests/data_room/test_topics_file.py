"""`topics.yaml`: topics as records, faults at their places."""

from __future__ import annotations

from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

import cjm
from cjm.data.definition import Topic
from cjm.data.reading_definition import read_topics
from cjm.errors import InvalidDataError
from cjm.source import parse

EVERYTHING = Path(__file__).with_name("everything.topics.yaml")


def test_every_field_of_the_file_stands_in_the_records():
    """Short topics are their words; a lexicon's path is the one to open."""
    topics = read_topics(str(EVERYTHING))
    assert topics.languages == ("ru", "en")
    assert topics.lexicon == str(EVERYTHING.with_name("words.csv"))
    assert topics.topics == (
        Topic(
            "delivery",
            "Доставка",
            ("доставка", "курьер", "пришло поздно", "опозд*"),
            ("доставка цветов",),
            touchpoint="deliver",
        ),
        Topic("price", "price", ("цена", "дорого")),
        Topic("staff", "staff", ("кассир",)),
        Topic("order-number", "order-number", patterns=(r"№\s?\d+",)),
    )


def test_the_schema_accepts_the_long_example():
    """Editors underline nothing in it."""
    root = parse(EVERYTHING.read_bytes()).root
    assert root is not None
    schema = Draft202012Validator(cjm.schema("topics"))
    assert [e.message for e in schema.iter_errors(root.data)] == []


def test_the_tone_is_that_of_the_rating_where_nothing_is_said(tmp_path):
    """No lexicon is named then."""
    (tmp_path / "topics.yaml").write_text("cjm-topics: 1\ntopics: {a: b}\n")
    assert read_topics(str(tmp_path / "topics.yaml")).lexicon == ""


@pytest.mark.parametrize(
    ("topics", "told"),
    [
        ("{a: []}", "2:13 expected a list of words, not an empty list"),
        ("{a: {title: A}}", "2:10 'words' is missing"),
        ("{a: [x, '…']}", "2:17 '…' has neither letter nor digit"),
        ("{a: '*x'}", "2:13 * stands only at the end of a word"),
        ("{a: {words: x, nott: y}}", "2:24 unknown key 'nott'"),
        ("{a: {patterns: ['x', '(']}}", '2:30 this is no regular expression: "missing ): ("'),
        ("{a: {patterns: '(?=x)'}}", "2:24 this is no regular expression: "),
        ("{a: {patterns: '\\bцена'}}", "2:24 \\b and \\w know only Latin letters"),
        ("{a: '* x'}", "2:13 * stands only at the end of a word"),
        ("{a: 'x*y z'}", "2:13 * stands only at the end of a word"),
        ("{a b: x}", "2:10 'a b' cannot be an id"),
        ("{a: x}\ntone: words.csv", "3:7 expected rating alone, not 'words.csv'"),
        ("{a: x}\nlanguage: de", "3:11 expected en or ru, not 'de'"),
    ],
)
def test_what_is_wrong_is_told_at_its_place(tmp_path, topics, told):
    """A bad pattern as any other fault."""
    file = tmp_path / "topics.yaml"
    file.write_text(f"cjm-topics: 1\ntopics: {topics}\n", encoding="utf-8")
    with pytest.raises(InvalidDataError) as raised:
        read_topics(str(file), "en")
    (finding,) = raised.value.findings
    assert finding.code == "CJM002"
    text = f"{finding.span.line}:{finding.span.column} {finding.message}"
    assert text.startswith(told), text


def test_a_pattern_of_latin_letters_may_say_where_words_end(tmp_path):
    """There RE2's notion of a word is everybody's; and a word of a phrase may be a beginning."""
    file = tmp_path / "topics.yaml"
    file.write_text("cjm-topics: 1\ntopics: {a: {patterns: '\\bprice\\b', words: 'd* e*'}}\n")
    assert read_topics(str(file)).topics[0].patterns == (r"\bprice\b",)
