"""The signs of a flowchart, as Mermaid's own lexer has them."""

from __future__ import annotations

import re

# Letters of any script, and what Mermaid's NODE_STRING holds; a dash or an equals sign only where
# it begins no line, a quotation mark never.
NAME = re.compile(
    r"(?:[A-Za-z0-9!#$%'*+.`?\\_/,:&]|[^\W\d_]|-(?=[^>\-.\s])|=(?=[^=\s])|(?<![\s;&])-(?=[\s;]))+"
)
KEYWORD = re.compile(
    r"(?:end|graph|flowchart|flowchart-elk|subgraph|style|linkStyle|interpolate|classDef|class"
    r"|_self|_blank|_parent|_top)\b|(?:href|call|click)(?=\s)"
)
END_OF_LINE = re.compile(r"[xo](?=--|==|-\.)")
"""What Mermaid takes for the end of a line, although a node of that name is meant."""
HEADER = re.compile(
    r"\s*(?:graph|flowchart(?:-elk)?)(?:[ \t]+(TB|TD|BT|BR|RL|LR|<|>|\^|v)(?![\w]))?"
)
BLANKS = re.compile(r"[^\S\n]*")
SEPARATOR = re.compile(r"[^\S\n]*[;\n]")
AND = re.compile(r"[^\S\n]+&[^\S\n]+")
CLASS = re.compile(r":::([\w-]+)")
DIRECTION = re.compile(r"direction\s+(?:TB|TD|BT|RL|LR)[^\n]*")
ACCESSIBLE = re.compile(r"acc(Title|Descr)\s*:([^\n]*)")
LONG_DESCRIPTION = re.compile(r"accDescr\s*\{([^}]*)(\}?)")
LOOK = re.compile(r"(?:style|linkStyle|classDef|class|click)[^\S\n](?:\"[^\"\n]*\"|[^\"\n;])*")
CLASSED = re.compile(r"class\s+([^\s;]+)\s+([\w-]+)")

LINE = re.compile(
    r"\s*(?:(?P<id>[^\s\"@;]{1,200})@)?(?P<line>[xo<]?--+[-xo>]|[xo<]?==+[=xo>]|[xo<]?-?\.+-[xo>]?|~~~+)\s*"
)
TEXT_LINE = re.compile(
    r"\s*(?:(?P<id>[^\s\"@;]{1,200})@)?(?P<line>[xo<]?--|[xo<]?==|[xo<]?-\.)[^\S\n]*"
)
TEXT_LINE_ENDS = {
    "--": re.compile(r"[xo<]?--+[-xo>]\s*"),
    "==": re.compile(r"[xo<]?==+[=xo>]\s*"),
    "-.": re.compile(r"[xo<]?-?(?<!\.)\.+-[xo>]?\s*"),
}
"""What a text on a line is looked through for, each run of signs once."""
PLAIN_TEXT = re.compile(r"[^\[\](){}|\"]*")
QUOTED = re.compile(r"\"([^\"]*)\"")

SHAPES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("(((", (")))",)),
    ("((", ("))",)),
    ("([", ("])",)),
    ("(-", ("-)",)),
    ("[[", ("]]",)),
    ("[(", (")]",)),
    ("[/", ("/]", "\\]")),
    ("[\\", ("\\]", "/]")),
    ("[|", ("]",)),
    ("{{", ("}}",)),
    ("[", ("]",)),
    ("(", (")",)),
    ("{", ("}",)),
    (">", ("]",)),
)
"""How a node's label begins, and how it may end; the longer ones first."""
SLANTED = re.compile(r"(?:/(?!\])|\\(?!\])|[^\\\[\](){}/\"])*")
ROUND = re.compile(r"(?:[^()\[\]{}\"-]|-(?!\)))*")
PROPERTY = re.compile(r"\w+:[^|\n]*\|")
