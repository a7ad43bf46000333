"""YAML text → plain data plus a span for every key and value; YAML 1.2, with safety limits.

PyYAML's libyaml events are read in one pass; nothing is composed or constructed by PyYAML, so
no tag can create an object and no alias can explode.
"""

from cjm.diagnostics import Route, Span
from cjm.source.model import Located, Source
from cjm.source.node import Entry, Node
from cjm.source.parse import parse
from cjm.system.reading import MAX_BYTES

__all__ = ["MAX_BYTES", "Entry", "Located", "Node", "Route", "Source", "Span", "parse"]
