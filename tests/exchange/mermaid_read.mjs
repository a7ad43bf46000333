// Reads a JSON list of diagrams from standard input; answers each with what Mermaid's own parser
// makes of it, or with its fault. The argument is the folder where mermaid and jsdom are.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const home = resolve(process.argv[2], "node_modules");
const { JSDOM } = createRequire(join(home, "here.js"))("jsdom");
const { window } = new JSDOM("<!doctype html><body></body>");
Object.assign(globalThis, { window, document: window.document });
const core = pathToFileURL(join(home, "mermaid/dist/mermaid.core.mjs"));
const { default: mermaid } = await import(core);

// Entities are kept apart while Mermaid parses; this is how it puts them back.
const decoded = (text) =>
  String(text ?? "").replace(/ﬂ°°/g, "&#").replace(/ﬂ°/g, "&").replace(/¶ß/g, ";");

function flowchart(db) {
  return {
    nodes: [...db.getVertices().values()].map((node) => [node.id, decoded(node.text)]),
    edges: db.getEdges().map((edge) => [edge.start, edge.end, decoded(edge.text), edge.type, edge.stroke]),
    subgraphs: db.getSubGraphs().map((part) => [part.id, decoded(part.title), part.nodes]),
  };
}

function journey(db) {
  return {
    title: decoded(db.getDiagramTitle()),
    tasks: db.getTasks().map((task) => [
      decoded(task.section),
      decoded(task.task),
      Number.isNaN(task.score) ? null : task.score,
      task.people.map(decoded),
    ]),
  };
}

await mermaid.parse("graph TD\na"); // diagrams are registered at the first call

const answers = [];
for (const text of JSON.parse(readFileSync(0, "utf8"))) {
  try {
    const { type, db } = await mermaid.mermaidAPI.getDiagramFromText(text);
    answers.push({ type, ...(type === "journey" ? journey(db) : flowchart(db)) });
  } catch (error) {
    answers.push({ fault: String(error.message) });
  }
}
console.log(JSON.stringify(answers));
