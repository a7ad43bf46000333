"""Addresses of databases, with variables of the environment in them."""

import os
import re
from urllib.parse import SplitResult, parse_qsl, quote, unquote, urlsplit

from cjm.errors import CjmError
from cjm.i18n import say
from cjm.tuples import NamedTuple

_VARIABLE = re.compile(r"\$\{([A-Za-z_]\w*)\}")


class Address(NamedTuple):
    """An address with its variables filled in, and what of it is secret."""

    parts: SplitResult
    secrets: tuple[str, ...]

    @property
    def user(self) -> str | None:
        """The user's name."""
        return unquote(self.parts.username) if self.parts.username else None

    @property
    def password(self) -> str | None:
        """The user's password."""
        return unquote(self.parts.password) if self.parts.password else None

    @property
    def path(self) -> list[str]:
        """The parts of the path."""
        return [unquote(part) for part in self.parts.path.split("/") if part]

    @property
    def options(self) -> dict[str, str]:
        """What stands behind the question mark."""
        return dict(parse_qsl(self.parts.query))


def filled(url: str, name: str) -> Address:
    """An address with `${NAME}` from the environment."""
    secrets: list[str] = []

    def value(found: re.Match[str]) -> str:
        text = os.environ.get(found[1])
        if text is None:
            raise CjmError(
                say("{name}: the environment has no {variable}", name=name, variable=found[1]),
                help=say("set it before the run: export {variable}=…", variable=found[1]),
            )
        secrets.extend((text, quote(text, safe="")))
        return quote(text, safe="")

    return Address(urlsplit(_VARIABLE.sub(value, url)), tuple(secrets))
