"""The baseline: findings a team starts out with, so that only new or worse ones count."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from typing import Any

from cjm.checking.known import Figures, is_known, is_no_worse, worst
from cjm.diagnostics.findings import Finding
from cjm.diagnostics.identity import Identity, identity, identity_of
from cjm.errors import CjmError, UsageError
from cjm.i18n import Message, say
from cjm.names import BASELINE_FILE
from cjm.project.discovery import WorkspaceFile, reason, shown_path
from cjm.system.atomic import write_text
from cjm.system.reading import read_limited
from cjm.system.repository import leads_out

VERSION = 1
MOST_BYTES = 20_000_000
"""Of a file: more than a hundred findings in each of a thousand journeys."""
NEVER_KNOWN = ("CJM0", "CJM405", "CJM406")
"""Faults of the file and of waivers: they are to be mended, not to be got used to."""


class Baseline:
    """The findings recorded in one file, and which of them a run met again."""

    def __init__(self, file: str, entries: dict[Identity, Figures]) -> None:
        self.file = file
        self.entries = entries
        self.met: dict[Identity, Figures] = {}
        self.looked: set[tuple[str, str, str]] = set()
        self.passed: set[tuple[str, str]] = set()

    def look(self, journey: str, state: str, codes: Iterable[str]) -> None:
        """Note that these rules ran on a journey: what is not met there has gone."""
        self.looked |= {identity(journey, state, code)[:3] for code in codes}

    def pass_by(self, journey: str, state: str) -> None:
        """Note that a journey was not checked: what is recorded of it may still be there."""
        self.passed.add(identity(journey, state, "")[:2])

    def knows(self, finding: Finding) -> bool:
        """Whether a finding is recorded and has not become worse."""
        if finding.code.startswith(NEVER_KNOWN):
            return False
        key = identity_of(finding)
        self.met[key] = worst(self.met.get(key, {}), dict(finding.values), finding.code)
        return is_known(finding, self.entries)

    @property
    def gone(self) -> list[Identity]:
        """Entries whose finding went away, of the journeys and rules this baseline saw run."""
        looked = (k for k in self.entries if k[:3] in self.looked and k[:2] not in self.passed)
        met = self.met.keys() | {k.whole for k in self.met}
        return sorted(k for k in looked if k not in met)

    @property
    def new(self) -> list[Identity]:
        """What this run met that is not recorded, or worse than it is."""
        return sorted(k for k, now in self.met.items() if not is_no_worse(k, now, self.entries))

    def shrink(self) -> Message | None:
        """Write the entries whose finding did not go away, if some did, and say so.

        Raises CjmError.
        """
        gone = set(self.gone)
        left = {key: figures for key, figures in self.entries.items() if key not in gone}
        return self._written(left) if gone else None

    def update(self) -> Message:
        """Write what this run met, and what it did not look at, to the file, and say so.

        Raises CjmError.
        """
        entries = {**self.entries, **self.met}
        for key in self.met:
            if key[:2] in self.passed:  # another language of the journey has the recorded figure
                entries[key] = worst(self.entries.get(key, {}), self.met[key], key.rule)
            elif key.item:  # each by itself now
                entries.pop(key.whole, None)
        for key in self.gone:
            del entries[key]
        return self._written(entries)

    def _written(self, entries: dict[Identity, Figures]) -> Message:
        findings = [_entry(key, figures) for key, figures in sorted(entries.items())]
        lines = ",\n".join("  " + json.dumps(f, ensure_ascii=False) for f in findings)
        body = f"[\n{lines}\n ]" if lines else "[]"
        write_text(self.file, f'{{"version": {VERSION}, "findings":\n {body}\n}}\n')
        shown = shown_path(self.file)
        return say("{file}: {n} {n:finding|findings}", file=shown, n=len(findings))


class Baselines:
    """The baselines of one run: the one that was named, else each workspace's own.

    `updating`: they are to be written anew; `shrinking`: without what went away. `problems` says
    what is wrong with them. Raises UsageError for one without a name, or for both.
    """

    def __init__(self, named: str | None, updating: bool = False, shrinking: bool = False) -> None:
        self.updating = updating
        self._shrinking = shrinking
        if updating and shrinking:
            raise UsageError(
                say("a baseline cannot be written anew and shrunk in one run"),
                help=say("use one of --update-baseline, --shrink-baseline"),
            )
        self.problems: list[Message] = []
        self._read: dict[str, Baseline | None] = {}
        self._named = named
        if named == "":
            raise UsageError(
                say("an empty path of a baseline"),
                help=say("a variable may not be set; leave --baseline out for cjm-baseline.json"),
            )
        if named is not None:
            self._hold_to_be_there(named)

    def _hold_to_be_there(self, file: str) -> None:
        """Tell of a file that should be read and is not there."""
        if not self.updating and not os.path.exists(file):
            self._read[file] = None
            problem = say(
                "{file}: there is no such baseline (write it: --update-baseline)",
                file=shown_path(file),
            )
            self.problems.append(problem)

    def of(self, workspace_file: WorkspaceFile) -> Baseline | None:
        """The baseline that the journeys of a workspace are compared with."""
        if (file := self._file(workspace_file)) is not None:
            return self._at(file)
        problem = say("there is no cjm.yaml to write a baseline beside: --baseline FILE")
        if (self.updating or self._shrinking) and problem not in self.problems:
            self.problems.append(problem)
        return None

    def read_for(self, workspace_file: WorkspaceFile) -> Baseline | None:
        """The same, where somebody has asked for it already."""
        return self._read.get(self._file(workspace_file) or "")

    def _file(self, workspace_file: WorkspaceFile) -> str | None:
        if self._named is None and workspace_file.folder is not None:
            return os.path.join(workspace_file.folder, BASELINE_FILE)
        return self._named

    def _at(self, file: str) -> Baseline | None:
        if file not in self._read and self._shrinking:
            self._hold_to_be_there(file)
        if file not in self._read:
            try:
                if self._named is None and leads_out(file):
                    raise CjmError(
                        say("{path}: it leads out of the workspace", path=shown_path(file))
                    )
                self._read[file] = read_baseline(file)
            except CjmError as error:
                self._read[file] = None
                text = say("{message} ({help})", message=error.message, help=error.help)
                self.problems.append(text if error.help else error.message)
        return self._read[file]

    @property
    def gone(self) -> tuple[str, ...]:
        """The entries whose findings went away, as text."""
        keys = (key for baseline in self._in_use for key in baseline.gone)
        return tuple(map(_shown, keys))

    @property
    def new(self) -> tuple[str, ...]:
        """What is taken into them, where they are written anew, as text."""
        keys = (key for baseline in self._in_use for key in baseline.new)
        return tuple(map(_shown, keys)) if self.updating else ()

    @property
    def _in_use(self) -> list[Baseline]:
        return [baseline for baseline in self._read.values() if baseline]

    def write(self) -> tuple[Message, ...]:
        """Write them, where they are to be written, and say which."""
        try:
            if self._shrinking:
                return tuple(filter(None, [baseline.shrink() for baseline in self._in_use]))
            return tuple(baseline.update() for baseline in self._in_use) if self.updating else ()
        except CjmError as error:
            self.problems.append(error.message)
            return ()


class NoBaselines(Baselines):
    """None at all: what is found is compared with nothing."""

    def __init__(self) -> None:
        super().__init__(None)

    def of(self, workspace_file: WorkspaceFile) -> Baseline | None:
        """None, whatever lies beside the workspace."""
        return None


def read_baseline(file: str) -> Baseline:
    """The baseline in a file; an empty one where there is none. Raises CjmError."""
    if not os.path.exists(file):
        return Baseline(file, {})
    shown = shown_path(file)
    try:
        data = json.loads(read_limited(file, MOST_BYTES).decode("utf-8-sig"))
        if data["version"] != VERSION:
            raise CjmError(
                say(
                    "{file}: a baseline of version {found!r}; this cjm reads {version}",
                    file=shown,
                    found=data["version"],
                    version=VERSION,
                ),
                help=say("write it anew: delete the file and run cjm check --update-baseline"),
            )
        return Baseline(file, dict(_read_entry(entry) for entry in data["findings"]))
    except OSError as error:
        raise CjmError(say("{path}: {reason}", path=shown, reason=reason(error))) from error
    except _DAMAGED as error:
        raise CjmError(
            say("{file}: this is not a baseline that cjm wrote", file=shown),
            help=say("write it anew: delete the file and run cjm check --update-baseline"),
        ) from error


_DAMAGED = (ValueError, LookupError, TypeError, AttributeError, ArithmeticError, RecursionError)
"""What reading a file of any other content can raise."""


def _shown(key: Identity) -> str:
    return " ".join(filter(None, key))


def _entry(key: Identity, figures: Figures) -> dict[str, Any]:
    entry: dict[str, Any] = {"journey": key.journey}
    if key.state:
        entry["state"] = key.state
    entry["rule"] = key.rule
    if key.touchpoint:
        entry["touchpoint"] = key.touchpoint
    if key.item:
        entry["item"] = key.item
    if "" in figures:
        entry["figure"] = figures[""]
    if personas := {who: value for who, value in figures.items() if who}:
        entry["personas"] = personas
    return entry


def _read_entry(entry: dict[str, Any]) -> tuple[Identity, Figures]:
    figures = {str(who): float(value) for who, value in entry.get("personas", {}).items()}
    if "figure" in entry:
        figures[""] = float(entry["figure"])
    state, touchpoint = entry.get("state", ""), entry.get("touchpoint", "")
    key = identity(entry["journey"], state, entry["rule"], touchpoint, entry.get("item", ""))
    if not all(isinstance(part, str) for part in key):
        raise TypeError("a name in a baseline is text")
    return key, figures
