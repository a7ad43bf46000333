"""Templates are compiled to fewer steps than Jinja's own; what they say is the same."""

from __future__ import annotations

import pytest
from jinja2 import DictLoader, Environment, StrictUndefined, UndefinedError
from markupsafe import Markup

from cjm.site.compiling import Compiler

MACROS = "{% macro m(x, y='<y>') %}<i>{{ x }}</i>{{ y }}{% endmacro %}"
TEMPLATES = {
    "said": "{{ say('<b>') }}{{ term('x', short=True) }}{% set t = say('<c>') %}{{ t }}",
    "told": "{{ say('{n}', n=n) }}{{ say(n) }}{% for k in (1, 2) %}{{ say('k', n=k) }}{% endfor %}",
    "data": "{{ d.name }}{{ d.none }}{% for k, v in d.items() %}{{ k }}{{ v }}{% endfor %}",
    "macros": MACROS + "{{ m(n) }}{{ m(n, y=1) }}{% for k in (1, 2) %}{{ m(k) }}{% endfor %}",
    "imported": "{% import 'macros' as o with context %}{{ o.m(say('<b>')) }}{{ n }}",
    "texts": "{{ t }}{{ t|upper }}{{ t|safe }}{{ 1.5 }}{{ m }}{{ [t, none] }}{{ t|length }}{{ e }}",
    "set": "{% set x %}{{ t }}{% endset %}{{ x }}{% autoescape false %}{{ t }}{% endautoescape %}",
    "block": "{% block a %}{% set q = n %}{{ say(q) }}{% endblock %}{{ self.a() }}",
}
CONTEXT = {
    "t": "<a href='&amp;' title=\"x\">&",
    "m": Markup("<b>&</b>"),
    "e": ValueError("<e>"),
    "n": "<n>",
    "d": {"name": "<d>", "none": None, "items": "own", "keys": 1},
}


def made(kind: type[Environment], calls: list[str]) -> Environment:
    def say(text: str, **values: object) -> Markup:
        calls.append(text)
        return Markup("<em>{}</em> {}").format(text, sorted(values.items()))

    environment = kind(loader=DictLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined)
    environment.globals.update(say=say, term=lambda id, short=False: f"<{id}> {short}")
    return environment


@pytest.mark.parametrize("name", sorted(TEMPLATES))
def test_a_page_is_what_jinja_makes_of_it(name: str) -> None:
    ours, theirs = (made(kind, []).get_template(name) for kind in (Compiler, Environment))
    assert ours.render(**CONTEXT) == theirs.render(**CONTEXT)


def test_what_is_always_said_alike_is_said_once() -> None:
    """However many pages are made; what hangs on the page is said in each."""
    calls: list[str] = []
    environment = made(Compiler, calls)
    for _ in range(3):
        environment.get_template("said").render(**CONTEXT)
    assert calls == ["<b>", "<c>"]
    environment.get_template("told").render(**CONTEXT)
    assert calls == ["<b>", "<c>", "{n}", "<n>", "k", "k"]


def test_what_data_lack_is_no_silent_gap() -> None:
    with pytest.raises(UndefinedError, match="no attribute 'other'"):
        made(Compiler, []).from_string("{{ d.other }}").render(**CONTEXT)
