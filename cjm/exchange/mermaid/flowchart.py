"""Mermaid's flowchart: its text as nodes, transitions and subgraphs."""

from __future__ import annotations

from cjm.exchange.mermaid import tokens
from cjm.exchange.mermaid.brackets import WrongError, between, bracketed, node_data
from cjm.exchange.mermaid.graph import Edge, Graph, Subgraph, Vertex
from cjm.exchange.mermaid.labels import label_of
from cjm.exchange.mermaid.markup import plain
from cjm.exchange.mermaid.prepared import Prepared
from cjm.i18n import say
from cjm.source.faults import spaced
from cjm.source.reader import MAX_VALUES

MOST = 20
"""So many faults are told."""


class Flowchart:
    """Reads a flowchart by its statements; behind one that is wrong it goes on a line later."""

    def __init__(self, prepared: Prepared) -> None:
        self.graph = Graph()
        self._prepared = prepared
        self._text = prepared.text
        self._open: list[int] = []
        self._read()

    def _read(self) -> None:
        header = tokens.HEADER.match(self._text)
        at = header.end() if header else 0
        try:
            at = self._separated(at)
        except WrongError as wrong:
            self._tell(wrong)
            at = self._line_end(at)
        while at < len(self._text) and len(self._prepared.faults) < MOST:
            if self._text[at] in ";\n" or self._text[at].isspace():
                at += 1
                continue
            try:
                at = self._statement(at)
            except WrongError as wrong:
                self._tell(wrong)
                at = self._line_end(wrong.at)
        for place in self._open:
            part = self.graph.subgraphs[place]
            self._prepared.fault(
                part.at, say("this subgraph has no end"), help=say("expected {form}", form="end")
            )

    def _tell(self, wrong: WrongError) -> None:
        found = self._text[wrong.at : wrong.at + 1]
        message = wrong.message or (
            say("{sign!r} cannot stand here", sign=found)
            if found.strip()
            else say("something is missing here")
        )
        self._prepared.fault(wrong.at, message, help=say("expected {form}", form=wrong.wanted))

    # ---- statements -------------------------------------------------------------------------

    def _statement(self, at: int) -> int:
        """Read what begins at a place; where it ends."""
        text = self._text
        if said := tokens.ACCESSIBLE.match(text, at):
            self.graph.description = self.graph.description or plain(said[2])
            return said.end()
        if look := tokens.DIRECTION.match(text, at) or tokens.LOOK.match(text, at):
            self.graph.looks.append(at)
            self._classes(look[0])
            return look.end()
        word = tokens.KEYWORD.match(text, at)
        if word and word[0] == "subgraph":
            return self._subgraph(at, word.end())
        if word and word[0] == "end":
            return self._end(at, word.end())
        return self._long_description(at) or self._separated(self._chain(at))

    def _long_description(self, at: int) -> int:
        """Where `accDescr { … }` ends; 0 where something else begins."""
        long = tokens.LONG_DESCRIPTION.match(self._text, at)
        if long is None:
            return 0
        if not long[2]:
            raise WrongError(at, "}", say("this brace is not closed"))
        self.graph.description = plain(long[1])
        return long.end()

    def _separated(self, at: int) -> int:
        """The place behind the end of a statement."""
        if found := tokens.SEPARATOR.match(self._text, at):
            return found.end()
        at = self._skip(at)
        if at < len(self._text):
            raise WrongError(at, say("a line such as -->, or the end of the line"))
        return at

    def _classes(self, statement: str) -> None:
        if found := tokens.CLASSED.match(statement):
            for name in found[1].split(","):
                if vertex := self.graph.vertices.get(name):
                    vertex.classes.append(found[2])

    def _subgraph(self, start: int, at: int) -> int:
        at = self._skip(at)
        end = self._line_end(at)
        title = ""
        if quoted := tokens.QUOTED.match(self._text, at):
            name = title = quoted[1]
            at = quoted.end()
        else:
            stop = min(
                (n for n in (self._text.find(s, at, end) for s in "[;") if n >= 0), default=end
            )
            name = title = self._text[at:stop].strip()
            at = stop
        if self._text[at : at + 1] == "[":
            label, at = bracketed(self._text, at)
            title = " ".join(label.lines)
        else:
            title = plain(title.strip("`"))
        around = self._open[-1] if self._open else None
        self.graph.subgraphs.append(Subgraph(name, title, start, around))
        self._open.append(len(self.graph.subgraphs) - 1)
        return self._separated(at)

    def _end(self, at: int, end: int) -> int:
        if not self._open:
            message = say("end ends no subgraph: as the name of a node it is a word of Mermaid's")
            raise WrongError(at, say("another name, such as End"), message)
        self.graph.subgraphs[self._open.pop()].open = False
        return self._skip(end)

    # ---- nodes and lines --------------------------------------------------------------------

    def _chain(self, at: int) -> int:
        sources, at = self._nodes(at)
        while line := self._line(at):
            ends, label, place, at = line
            targets, at = self._nodes(at)
            if not ends.startswith("~"):
                self._connect(sources, targets, ends, label, place)
            sources = targets
        return at

    def _connect(
        self, sources: list[str], targets: list[str], ends: str, label: str, at: int
    ) -> None:
        if ends not in ("-->", "->"):
            self.graph.kinds.append(at)
        if len(sources) * len(targets) + len(self.graph.edges) > MAX_VALUES:
            message = say("more than {most} transitions", most=spaced(MAX_VALUES))
            raise WrongError(at, say("fewer of them: one journey a diagram"), message)
        for source in sources:
            for target in targets:
                self.graph.edges.append(Edge(source, target, label, at))
                if ends[0] == "<" and ends[-1] == ">":
                    self.graph.edges.append(Edge(target, source, label, at))

    def _nodes(self, at: int) -> tuple[list[str], int]:
        """Nodes with `&` between them."""
        name, at = self._node(at)
        names = [name]
        while both := tokens.AND.match(self._text, at):
            name, at = self._node(both.end())
            names.append(name)
        return names, at

    def _node(self, at: int) -> tuple[str, int]:
        """A node, new or known, with its label, its classes and its data."""
        text = self._text
        if word := tokens.KEYWORD.match(text, at):
            message = say("{word} is a word of Mermaid's, no name", word=word[0])
            raise WrongError(at, say("another name"), message)
        if tokens.END_OF_LINE.match(text, at):
            message = say("{sign} before a line is its end", sign=text[at])
            raise WrongError(at, say("a blank before the line"), message)
        found = tokens.NAME.match(text, at)
        if found is None:
            raise WrongError(at, say("the name of a node"))
        name, start, at = found[0], at, found.end()
        name, at = self._without_class(name, start, at)
        vertex = self.graph.vertices.get(name)
        if vertex is None:
            vertex = self.graph.vertices[name] = Vertex(name, start)
        self._place(vertex)
        if text[at : at + 2] != "@{" and text[at : at + 1] in tuple("[({>"):
            if text[at] != "[" or text[at + 1 : at + 2] in tuple("[(/\\|"):
                self.graph.shapes.append(at)
            label, at = bracketed(self._text, at)
            vertex.label = label.lines
        if cls := tokens.CLASS.match(text, at):
            vertex.classes.append(cls[1])
            at = cls.end()
        if text[at : at + 2] == "@{":
            at = self._with_data(vertex, at)
        return name, at

    def _without_class(self, name: str, start: int, at: int) -> tuple[str, int]:
        """A name up to its class, or to the colon that begins one."""
        cut = name.find(":::")
        return (name, at) if cut < 0 else (name[:cut], start + cut)

    def _place(self, vertex: Vertex) -> None:
        """A node belongs to the subgraph that names it and ends first."""
        now = self._open[-1] if self._open else None
        known = vertex.subgraph
        if now is None or (known is not None and not self.graph.subgraphs[known].open):
            return
        if known is None or now > known:
            vertex.subgraph = now

    def _line(self, at: int) -> tuple[str, str, int, int] | None:
        """A line between nodes: its ends, its label, its place, and where it ends."""
        text = self._text
        if found := tokens.LINE.match(text, at):
            after, label = found.end(), ""
            if text[after : after + 1] == "|":
                label, after = self._between_pipes(after)
            return found["line"], label, found.start("line"), after
        found = tokens.TEXT_LINE.match(text, at)
        if found is None:
            return None
        begins = found["line"]
        ends = tokens.TEXT_LINE_ENDS[begins[-2:]]
        quoted = tokens.QUOTED.match(text, found.end())
        end = ends.search(text, quoted.end() if quoted else found.end())
        label = text[found.end() : end.start()].replace('"', "") if end else ""
        if end is None:
            raise WrongError(
                found.start("line"), say("its end, such as -->"), say("this line does not end")
            )
        both = f"{begins[0] if begins[0] == '<' else ''}{end[0].strip()}"
        return both, " ".join(label_of(label).lines), found.start("line"), end.end()

    def _between_pipes(self, at: int) -> tuple[str, int]:
        label, end = between(self._text, at + 1, ("|",), at)
        return " ".join(label.lines), tokens.BLANKS.match(self._text, end).end()  # type: ignore[union-attr]

    # ---- places -----------------------------------------------------------------------------

    def _skip(self, at: int) -> int:
        return tokens.BLANKS.match(self._text, at).end()  # type: ignore[union-attr]

    def _with_data(self, vertex: Vertex, at: int) -> int:
        data, end = node_data(self._text, at)
        if label := data.get("label"):
            vertex.label = label_of(str(label)).lines
        if "shape" in data:
            self.graph.shapes.append(at)
        return end

    def _line_end(self, at: int) -> int:
        end = self._text.find("\n", at)
        return len(self._text) if end < 0 else end
