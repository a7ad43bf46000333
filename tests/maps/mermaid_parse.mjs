// Reads a JSON list of diagrams from standard input; answers each with its type or the fault
// that Mermaid's own parser finds. The argument is the folder where mermaid and jsdom are.
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

const answers = [];
for (const text of JSON.parse(readFileSync(0, "utf8"))) {
  try {
    answers.push((await mermaid.parse(text)).diagramType);
  } catch (error) {
    answers.push(`fault: ${error.message}`);
  }
}
console.log(JSON.stringify(answers));
