"""Kinds of values that name what lies elsewhere: a database, a function, a timezone."""

import re
from typing import Any
from urllib.parse import parse_qsl

from cjm.format.context import Context
from cjm.format.kinds import INVALID, Schema, expected
from cjm.format.suggestions import listed, nearest, suggest
from cjm.i18n import Message, say
from cjm.source import Node
from cjm.tuples import NamedTuple

SCHEMES = ("spark", "snowflake", "bigquery", "postgresql", "trino", "clickhouse", "duckdb")
"""What the address of a database may begin with."""
_SCHEME = re.compile(r"([A-Za-z][\w+.-]*)://")
_USER = re.compile(r"[^/?#]*")
_VARIABLE = re.compile(r"\$\{[A-Za-z_]\w*\}")
SECRETS = frozenset(
    ("password", "passwd", "pwd", "passcode", "token", "access_token", "secret", "api_key",
     "apikey", "private_key", "private_key_pwd", "private_key_file_pwd", "client_secret")
)  # fmt: skip
"""What a part of an address is called that nobody else may read."""


def holds_secret(url: str) -> bool:
    """Whether a password stands in an address; `${NAME}` is none."""
    rest = url[found.end() :] if (found := _SCHEME.match(url)) else url
    user, at, _ = _USER.match(rest)[0].rpartition("@")  # type: ignore[index]
    query = parse_qsl(rest.partition("?")[2])
    told = [user.partition(":")[2]] if at else []
    told += [value for key, value in query if key.lower().replace("-", "_") in SECRETS]
    return any(_VARIABLE.sub("", secret) for secret in told)


class Address(NamedTuple):
    """The address of a database. What is told of it never quotes it: it may hold a password."""

    noun: Message = say("the address of a database, such as postgresql://host/base")

    def decode(self, node: Node, at: Node, context: Context) -> Any:
        """The address as written."""
        found = _SCHEME.match(node.text or "")
        if not found and node.text:
            context.fault(say("this is no address of a database"), node, listed(SCHEMES))
            return INVALID
        if not found:
            return expected(self.noun, node, at, context, say("write it as a text"))
        if holds_secret(node.text or ""):
            help = say("write a variable's name there, such as ${name}", name="{PASSWORD}")
            context.fault(say("a password stands in the address"), node, help)
            return INVALID
        scheme = found[1]
        if scheme not in SCHEMES:
            known = suggest(scheme, SCHEMES)
            context.fault(say("no database is reached by {scheme}://", scheme=scheme), node, known)
            return INVALID
        return node.text

    def encode(self, value: Any) -> Any:
        """The address."""
        return value

    def schema(self, defs: dict[str, Schema]) -> Schema:
        """A string that begins with a known scheme."""
        pattern = rf"^({'|'.join(SCHEMES)})://"
        return {"type": "string", "pattern": pattern, "patternErrorMessage": self.noun}


class Function(NamedTuple):
    """A function of Python, as `module:function`."""

    noun: Message = say("a function such as team.cx:connect")

    def decode(self, node: Node, at: Node, context: Context) -> Any:
        """The text."""
        module, _, name = (node.text or "").partition(":")
        if not all(part.isidentifier() for part in (*module.split("."), name)):
            return expected(self.noun, node, at, context)
        return node.text

    def encode(self, value: Any) -> Any:
        """The text."""
        return value

    def schema(self, defs: dict[str, Schema]) -> Schema:
        """A string with a colon."""
        pattern = r"^[^:\s]+:[^:\s]+$"
        return {"type": "string", "pattern": pattern, "patternErrorMessage": self.noun}


class Zone(NamedTuple):
    """A timezone by its name in the IANA's list."""

    noun: Message = say("a timezone such as Europe/Moscow")

    def decode(self, node: Node, at: Node, context: Context) -> Any:
        """The name."""
        name = node.text or ""
        if not name or isinstance(node.value, (dict, list)):
            return expected(self.noun, node, at, context)
        if name != "UTC" and not _is_known(name):
            context.fault(say("there is no timezone {name!r}", name=name), node, _zone_meant(name))
            return INVALID
        return name

    def encode(self, value: Any) -> Any:
        """The name."""
        return value

    def schema(self, defs: dict[str, Schema]) -> Schema:
        """A string; which names there are is for the reader."""
        return {"type": "string", "minLength": 1}


def _is_known(name: str) -> bool:
    from zoneinfo import ZoneInfo

    try:
        ZoneInfo(name)
    except (LookupError, ValueError, OSError):
        return False
    return True


def _zone_meant(name: str) -> Message:
    """The name that was meant: by its city, else by its spelling; else what such a name is like."""
    from zoneinfo import available_timezones

    names = sorted(available_timezones())
    word = name.strip().casefold().replace(" ", "_")
    city = next((known for known in names if known.rpartition("/")[2].casefold() == word), None)
    near = nearest(city or name, names)
    return near.help if near else say("write it as region and city: Europe/Moscow, or UTC")
