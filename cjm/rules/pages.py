"""The rules' pages in each language; the examples are one and the same."""

import re

from cjm.bundled import bundled
from cjm.rules.base import Rule
from cjm.tuples import NamedTuple

_FAILING, _PASSING = "Failing example", "Passing example"
_EXAMPLES = {"Пример с ошибкой": _FAILING, "Пример без ошибки": _PASSING}
_LAST = "Настройки"


class Page(NamedTuple):
    """A page in Markdown: its title, the sections by their headings."""

    title: str
    sections: dict[str, str]

    @property
    def finds(self) -> str:
        """What the rule finds, on one line."""
        return " ".join(next(iter(self.sections.values())).split())

    @property
    def text(self) -> str:
        """The whole page."""
        parts = [f"# {self.title}", *(f"## {name}\n\n{t}" for name, t in self.sections.items())]
        return "\n\n".join(parts) + "\n"


def page_in(rule: Rule, language: str) -> Page:
    """A rule's page in a language.

    The Russian one is a Markdown file by the rule's name; its YAML is the English page's.
    """
    english = _page(rule.page)
    if language != "ru":
        return english
    page = _page(bundled("cjm.rules", f"russian/{rule.name}.md").decode())
    last = page.sections.pop(_LAST)
    examples = {name: english.sections[section] for name, section in _EXAMPLES.items()}
    return Page(page.title, {**page.sections, **examples, _LAST: last})


def _page(text: str) -> Page:
    head, *parts = re.split(r"^## (.+)$", text.strip(), flags=re.MULTILINE)
    texts = (part.strip() for part in parts[1::2])
    return Page(head.lstrip("# ").strip(), dict(zip(parts[::2], texts, strict=True)))
