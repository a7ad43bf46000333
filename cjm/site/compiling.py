"""Compiling: templates whose pages are made in fewer steps than Jinja's own would take."""

from __future__ import annotations

from typing import Any

from jinja2 import Environment, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.parser import Parser
from jinja2.runtime import Context
from markupsafe import Markup, escape

ALIKE = frozenset(("say", "term"))
"""Functions of templates whose values hang on nothing but what they are given."""
OF_DICTS = frozenset(dir(dict))


class _Parser(Parser):
    """Reads a template, and calls what is `ALIKE` there and then where it is given constants."""

    def parse_call(self, node: nodes.Expr) -> nodes.Expr:  # type: ignore[override]
        """A call, or what it comes to."""
        call = super().parse_call(node)
        if not isinstance(node, nodes.Name) or node.name not in ALIKE:
            return call
        args = [value.value for value in call.args if isinstance(value, nodes.Const)]
        named = {p.key: p.value.value for p in call.kwargs if isinstance(p.value, nodes.Const)}
        if len(args) + len(named) < len(call.args) + len(call.kwargs):
            return call
        function: Any = self.environment.globals[node.name]
        return nodes.Const(function(*args, **named), lineno=call.lineno)


class _Context(Context):
    """Calls macros and our own functions, which ask for no context, without looking for one."""

    def call(self, obj: Any, /, *args: Any, **named: Any) -> Any:
        """What a call in a template comes to."""
        named.pop("_block_vars", None)
        named.pop("_loop_vars", None)
        return obj(*args, **named)


class _Generator(CodeGenerator):
    """Writes what is escaped straight into the page: most of it is text that was none before."""

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape or finalize.src is not None:
            super()._output_child_pre(node, frame, finalize)
        else:
            self.write("environment.shown(")


class Compiler(Environment):
    """An environment for templates that show plain data."""

    context_class = _Context
    code_generator_class = _Generator

    @staticmethod
    def shown(value: Any) -> str:
        """A value within a page: markup as it is, all else as text."""
        if type(value) is Markup:
            return value
        if type(value) is not str:
            return escape(value)
        text = value.replace("&", "&amp;").replace(">", "&gt;").replace("<", "&lt;")
        return text.replace("'", "&#39;").replace('"', "&#34;")

    def getattr(self, obj: Any, attribute: str) -> Any:
        """What `obj.attribute` is; most often a value of a dictionary."""
        if type(obj) is dict and attribute in obj and attribute not in OF_DICTS:
            return obj[attribute]
        return super().getattr(obj, attribute)

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        return _Parser(self, source, name, filename).parse()
