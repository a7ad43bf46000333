// What is packaged: one file with everything in it, beside a stand-in for VS Code.
"use strict";

const assert = require("node:assert/strict");
const test = require("node:test");
const { editor, load } = require("./helpers/stub");

/** Whatever is asked of it; the client's classes extend many of VS Code's. */
const anything = new Proxy(class {}, {
  get: (target, key) => (key in target ? target[key] : anything),
});

test("the built extension loads by itself, and says what is missing", async () => {
  const stand = editor({ settings: { path: "/nowhere/cjm" } });
  const vscode = new Proxy(stand.vscode, { get: (it, key) => (key in it ? it[key] : anything) });
  const extension = load("dist/extension.js", { vscode });
  await extension.activate({ extensionUri: vscode.Uri.file("/extension"), subscriptions: [] });
  assert.match(stand.shown[0].message, /cjm was not found \(\/nowhere\/cjm\)/);
  await extension.deactivate();
});
