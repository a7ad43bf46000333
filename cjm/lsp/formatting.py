"""Formatting: what `cjm fmt` would make of a document, as edits of the lines that change."""

from __future__ import annotations

from difflib import SequenceMatcher

from cjm.edits import Edit
from cjm.lsp.moves import difference
from cjm.lsp.reading import Reading

MOST_COMPARED = 2_000
"""Lines of a text that are matched one by one; of a longer one what lies between is replaced."""


def format_edits(reading: Reading) -> tuple[Edit, ...]:
    """The edits that lay a document out; none where it is as it should be, or is no YAML."""
    from cjm.authoring.formatting.text import formatted  # few sessions format

    after = formatted(reading.text.encode("utf-8", "surrogatepass"))
    if not isinstance(after, str) or after == reading.text:
        return ()
    old, new = reading.text.splitlines(keepends=True), after.splitlines(keepends=True)
    if len(old) == len(new):
        blocks = [(n, n + 1, n, n + 1) for n, line in enumerate(old) if line != new[n]]
    elif len(old) <= MOST_COMPARED:
        matched = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
        blocks = [(i, j, k, m) for tag, i, j, k, m in matched if tag != "equal"]
    else:
        return difference(reading.text, after)
    starts = _starts(old)
    return tuple(Edit(starts[i], starts[j], "".join(new[k:m])) for i, j, k, m in blocks)


def _starts(lines: list[str]) -> list[int]:
    """Where each line begins, and where the last one ends."""
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line))
    return starts
