// The extension beside a stand-in for VS Code and for the client of the server.
"use strict";

const assert = require("node:assert/strict");
const { chmodSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } = require("node:fs");
const os = require("node:os");
const path = require("node:path");
const test = require("node:test");
const { editor, load } = require("./helpers/stub");

const JOURNEY = "file:///team/journeys/taxi.yaml";
const PICTURE = {
  svg: '<svg><g class="touchpoint" data-touchpoint="ride"><rect/></g></svg>',
  touchpoints: [
    { id: "book", range: { start: { line: 2, character: 2 }, end: { line: 5, character: 0 } } },
    { id: "ride", range: { start: { line: 6, character: 2 }, end: { line: 9, character: 0 } } },
  ],
};

/** A program that behaves as `cjm lsp --version` does. */
function program(script) {
  const file = path.join(mkdtempSync(path.join(os.tmpdir(), "cjm-")), "cjm");
  writeFileSync(file, `#!/bin/sh\n${script}\n`);
  chmodSync(file, 0o755);
  return file;
}

/** The extension, started; `client` is what it made of the client's class. */
async function started({ answers = {}, failing = false, ...options } = {}) {
  const made = [];
  class LanguageClient {
    constructor(id, name, server, client) {
      Object.assign(this, { id, name, server, client, notified: new Map(), sent: [], running: false });
      made.push(this);
    }
    onNotification(method, listener) {
      this.notified.set(method, listener);
    }
    async start() {
      if (failing) throw new Error("the connection was closed");
      this.running = true;
    }
    async dispose() {
      this.running = false;
    }
    async sendRequest(method, params) {
      this.sent.push([method, params]);
      return params.arguments[0]?.stop ? null : answers[params.command];
    }
  }
  const told = { settings: { path: program("exit 0") }, ...options };
  const stand = editor(told);
  const extension = load("src/extension.js", {
    vscode: stand.vscode,
    "vscode-languageclient/node": { LanguageClient },
  });
  const context = { extensionUri: stand.vscode.Uri.file("/extension"), subscriptions: [] };
  await extension.activate(context);
  return { ...stand, extension, made, client: made[0], window: stand.vscode.window };
}

/** An editor of a document with its cursor on a line. */
function at({ vscode }, uri, line) {
  const document = { uri: vscode.Uri.parse(uri) };
  return { document, viewColumn: 1, selection: { active: new vscode.Position(line, 4) } };
}

test("the server is started with the settings, and told whether another one reads schemas", async () => {
  const settings = { path: program("exit 0"), inlayHints: "negative" };
  for (const extensions of [[], ["redhat.vscode-yaml"]]) {
    const { client } = await started({ settings, extensions });
    assert.ok(client.running);
    assert.equal(client.server.command, settings.path);
    assert.deepEqual(client.server.args, ["lsp"]);
    assert.equal(client.client.initializationOptions.inlayHints, "negative");
    assert.equal(client.client.initializationOptions.schemaServer, extensions.length > 0);
  }
});

test("the program of the folder's .venv comes before the one on the PATH", async () => {
  const { findProgram } = load("src/server.js", {});
  const folder = mkdtempSync(path.join(os.tmpdir(), "cjm-"));
  assert.equal(findProgram("", [folder]), "cjm");
  mkdirSync(path.join(folder, ".venv/bin"), { recursive: true });
  const inside = path.join(folder, ".venv/bin/cjm");
  writeFileSync(inside, "#!/bin/sh\n");
  assert.equal(findProgram("", [folder]), "cjm", "a file that is no program");
  chmodSync(inside, 0o755);
  assert.equal(findProgram("", ["/none", folder]), inside);
  assert.equal(findProgram("/opt/cjm", [folder]), "/opt/cjm");
});

test("where there is no cjm, a message says how to get it, and no server is started", async () => {
  const settings = { path: "/nowhere/cjm" };
  const { made, shown, opened } = await started({ settings, answer: (_, [setting]) => setting });
  assert.equal(made.length, 0);
  assert.match(shown[0].message, /cjm was not found \(\/nowhere\/cjm\).*pip install/);
  await new Promise(setImmediate);
  assert.deepEqual(opened, [["workbench.action.openSettings", "cjm.path"]]);
});

test("what cjm says where it cannot serve is shown", async () => {
  const needs = 'cjm lsp needs pygls: pip install "customer-journey-map[lsp]"';
  const settings = { path: program(`echo '${needs}' >&2; exit 2`) };
  const { made, shown } = await started({ settings });
  assert.equal(made.length, 0);
  assert.equal(shown[0].message, `cjm does not start: ${needs}`);
});

test("a part that cjm lacks is named, also where its version is told", async () => {
  const needs = 'cjm lsp needs pygls: pip install "customer-journey-map[lsp]"';
  const settings = { path: program(`test "$2" = --version || { echo '${needs}' >&2; exit 2; }`) };
  const { shown } = await started({ settings, failing: true });
  assert.equal(shown[0].message, `cjm does not start: ${needs}`);
});

test("another program is started once the setting names it", async () => {
  const settings = { path: program("exit 0") };
  const { vscode, made } = await started({ settings });
  settings.path = program("exit 0; # another");
  const change = (name) =>
    vscode.workspace.onDidChangeConfiguration.fire({ affectsConfiguration: (key) => key === name });
  await Promise.all(change("cjm.codeLens"));
  assert.equal(made.length, 1);
  await Promise.all(change("cjm.path"));
  assert.deepEqual(made.map(({ running }) => running), [false, true]);
  assert.equal(made[1].server.command, settings.path);
});

test("one server runs after changes that come before the last start is over", async () => {
  const { vscode, made, extension } = await started();
  const change = () =>
    vscode.workspace.onDidChangeConfiguration.fire({ affectsConfiguration: (key) => key === "cjm.path" });
  await Promise.all([...change(), ...change(), ...change()]);
  assert.deepEqual(made.filter(({ running }) => running), [made.at(-1)]);
  const changed = change();
  await extension.deactivate();
  await Promise.all(changed);
  assert.deepEqual(made.filter(({ running }) => running), []);
});

test("the map opens beside the text, and follows what is typed", async () => {
  const stand = await started({ answers: { "cjm.preview": PICTURE } });
  stand.window.activeTextEditor = at(stand, JOURNEY, 7);
  await stand.commands.get("cjm.showPreview")();
  const [method, params] = stand.client.sent[0];
  assert.equal(method, "workspace/executeCommand");
  assert.deepEqual(params, { command: "cjm.preview", arguments: [{ uri: JOURNEY, theme: "dark" }] });
  const [panel] = stand.panels;
  assert.equal(panel.title, "Map: taxi.yaml");
  assert.deepEqual(panel.posted, [{ svg: PICTURE.svg, error: "" }, { outlined: "ride" }]);

  const changed = stand.client.notified.get("cjm/previewChanged");
  changed({ uri: "file:///team/other.yaml", svg: "<svg/>", touchpoints: [] });
  assert.equal(panel.posted.length, 2, "another document's");
  changed({ uri: JOURNEY, ...PICTURE, svg: "<svg>2</svg>" });
  assert.equal(panel.posted[2].svg, "<svg>2</svg>");
});

test("a text that is broken leaves the picture and says why", async () => {
  const stand = await started({ answers: { "cjm.preview": PICTURE } });
  stand.window.activeTextEditor = at(stand, JOURNEY, 0);
  await stand.commands.get("cjm.showPreview")();
  stand.client.notified.get("cjm/previewChanged")({ uri: JOURNEY, error: "line 3: not YAML" });
  const { posted } = stand.panels[0];
  assert.deepEqual(posted.at(-2), { svg: PICTURE.svg, error: "line 3: not YAML" });
});

test("the cursor's touchpoint is outlined, and of no other document", async () => {
  const stand = await started({ answers: { "cjm.preview": PICTURE } });
  stand.window.activeTextEditor = at(stand, JOURNEY, 0);
  await stand.commands.get("cjm.showPreview")();
  const { posted } = stand.panels[0];
  const moved = (uri, line) =>
    stand.window.onDidChangeTextEditorSelection.fire({ textEditor: at(stand, uri, line) });
  moved(JOURNEY, 3);
  assert.deepEqual(posted.at(-1), { outlined: "book" });
  moved(JOURNEY, 1);
  assert.deepEqual(posted.at(-1), { outlined: null });
  const before = posted.length;
  moved("file:///team/other.yaml", 3);
  assert.equal(posted.length, before);
});

test("a click on a touchpoint goes to its line", async () => {
  const stand = await started({ answers: { "cjm.preview": PICTURE } });
  stand.window.activeTextEditor = at(stand, JOURNEY, 0);
  stand.window.visibleTextEditors = [{ ...at(stand, JOURNEY, 0), viewColumn: 3 }];
  await stand.commands.get("cjm.showPreview")();
  stand.panels[0].webview.onDidReceiveMessage.fire({ touchpoint: "ride" });
  stand.panels[0].webview.onDidReceiveMessage.fire({ touchpoint: "gone" });
  assert.equal(stand.opened.length, 1);
  const [uri, { viewColumn, selection }] = stand.opened[0];
  assert.deepEqual([uri, viewColumn, selection.start.line], [JOURNEY, 3, 6]);
});

test("a page that was hidden is sent the map again", async () => {
  const stand = await started({ answers: { "cjm.preview": PICTURE } });
  stand.window.activeTextEditor = at(stand, JOURNEY, 7);
  await stand.commands.get("cjm.showPreview")();
  const [panel] = stand.panels;
  const before = [...panel.posted];
  panel.webview.onDidReceiveMessage.fire({ ready: true });
  assert.deepEqual(panel.posted, [...before, ...before]);
});

test("the server's code lens opens the same map", async () => {
  const stand = await started();
  const { executeCommand } = stand.client.client.middleware;
  const asked = [];
  await executeCommand("cjm.preview", [{ uri: JOURNEY }], async (_, args) => asked.push(args) && PICTURE);
  assert.deepEqual(asked, [[{ theme: "dark", uri: JOURNEY }]], "in the editor's theme");
  await executeCommand("cjm.preview", [{ uri: JOURNEY }], async () => PICTURE);
  assert.equal(stand.panels.length, 1);
  await executeCommand("cjm.preview", [{ uri: "file:///team/b.yaml" }], async () => PICTURE);
  assert.deepEqual(stand.panels.map(({ closed }) => closed), [true, false]);
});

test("a page that was closed is opened anew", async () => {
  const stand = await started({ answers: { "cjm.preview": PICTURE } });
  stand.window.activeTextEditor = at(stand, JOURNEY, 0);
  await stand.commands.get("cjm.showPreview")();
  stand.panels[0].dispose();
  assert.deepEqual(stand.client.sent.at(-1)[1].arguments, [{ theme: "dark", uri: JOURNEY, stop: true }]);
  stand.client.notified.get("cjm/previewChanged")({ uri: JOURNEY, ...PICTURE });
  await stand.commands.get("cjm.showPreview")();
  assert.equal(stand.panels.length, 2);
});

test("the map that is shown stays where another file has none", async () => {
  const stand = await started();
  const { executeCommand } = stand.client.client.middleware;
  await executeCommand("cjm.preview", [{ uri: JOURNEY }], async () => PICTURE);
  await executeCommand("cjm.preview", [{ uri: "file:///team/b.yaml" }], async () => ({ error: "not YAML" }));
  assert.deepEqual(stand.panels.map(({ closed }) => closed), [false]);
  assert.deepEqual(stand.shown.map(({ kind }) => kind), ["warning"]);
});

test("a file without a map says so", async () => {
  const stand = await started({ answers: { "cjm.preview": { error: "cjm.yaml is no journey" } } });
  await stand.commands.get("cjm.showPreview")();
  stand.window.activeTextEditor = at(stand, JOURNEY, 0);
  await stand.commands.get("cjm.showPreview")();
  assert.deepEqual(stand.shown.map(({ kind }) => kind), ["information", "warning"]);
  assert.match(stand.shown[1].message, /cjm.yaml is no journey/);
  assert.equal(stand.panels.length, 0);
});

test("the page takes nothing from the network and runs no script but its own", async () => {
  const stand = await started({ answers: { "cjm.preview": PICTURE } });
  stand.window.activeTextEditor = at(stand, JOURNEY, 0);
  await stand.commands.get("cjm.showPreview")();
  const { html } = stand.panels[0].webview;
  const policy = html.match(/Content-Security-Policy" content="([^"]*)"/)[1];
  const nonce = policy.match(/script-src 'nonce-([^']+)'/)[1];
  assert.match(policy, /^default-src 'none'; /);
  assert.doesNotMatch(policy, /https?:|\*|script-src[^;]*unsafe/);
  assert.deepEqual(html.match(/<script[^>]*>/g).length, 1);
  assert.ok(html.includes(`<script nonce="${nonce}" src="`));
  assert.deepEqual(stand.panels[0].options.localResourceRoots.map(String), ["file:///extension/media"]);
});

test("a restart stops the server, starts it and shows the map again", async () => {
  const stand = await started({ answers: { "cjm.preview": PICTURE } });
  stand.window.activeTextEditor = at(stand, JOURNEY, 0);
  await stand.commands.get("cjm.showPreview")();
  await stand.commands.get("cjm.restart")();
  assert.deepEqual(stand.made.map(({ running }) => running), [false, true]);
  assert.equal(stand.panels.length, 1);
  assert.equal(stand.made[1].sent.length, 1);
  await stand.extension.deactivate();
  assert.equal(stand.made[1].running, false);
});

test("the state of the server is shown", async () => {
  const stand = await started({ answers: { "cjm.status": "cjm 0.1.0" } });
  await stand.commands.get("cjm.showStatus")();
  assert.equal(stand.client.sent[0][1].command, "cjm.status");
  assert.equal(stand.shown[0].kind, "information");
});

// ---- texts ----------------------------------------------------------------------------------

const read = (file) => readFileSync(path.join(__dirname, "..", file), "utf-8");

test("every text of the manifest is there in both languages", () => {
  const used = [...read("package.json").matchAll(/"%([\w.]+)%"/g)].map(([, key]) => key).sort();
  for (const file of ["package.nls.json", "package.nls.ru.json"]) {
    assert.deepEqual(Object.keys(JSON.parse(read(file))).sort(), [...new Set(used)].sort(), file);
  }
});

test("every message has a Russian twin that names the same values", () => {
  const twins = JSON.parse(read("l10n/bundle.l10n.ru.json"));
  const source = ["src/extension.js", "src/preview.js"].map(read).join("\n");
  const said = [...source.matchAll(/l10n\.t\(\s*(?:'([^']*)'|"([^"]*)")/g)].map(([, a, b]) => a ?? b);
  assert.deepEqual(Object.keys(twins).sort(), [...new Set(said)].sort());
  const values = (text) => text.match(/\{\d\}/g) ?? [];
  for (const [text, twin] of Object.entries(twins)) assert.deepEqual(values(twin), values(text));
});

test("every command of the manifest is registered, and every other one is the server's", async () => {
  const { commands } = await started();
  const named = JSON.parse(read("package.json")).contributes.commands.map(({ command }) => command);
  assert.deepEqual([...commands.keys()].sort(), named.sort());
});
