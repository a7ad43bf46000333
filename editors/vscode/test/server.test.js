// The extension with the real server, whose program the environment names: the map in a session.
"use strict";

const assert = require("node:assert/strict");
const { spawn } = require("node:child_process");
const { mkdtempSync, writeFileSync } = require("node:fs");
const os = require("node:os");
const path = require("node:path");
const test = require("node:test");
const rpc = require("vscode-jsonrpc/node");
const { editor, load } = require("./helpers/stub");

const TEXT = `cjm: 1
title: Такси 🚕
touchpoints:
  вызов: {title: Вызов 🚕, expectation: 8, experience: 8, next: поездка}
  поездка: {title: Поездка, expectation: 9, experience: 5, outcome: success}
`;
const folder = mkdtempSync(path.join(os.tmpdir(), "cjm-"));
const JOURNEY = `file://${folder}/taxi.yaml`;

/** The part of the client that the extension uses, over a real connection. */
class LanguageClient {
  static made = [];

  constructor(id, name, { command, args }, options) {
    Object.assign(this, { options, listeners: [], process: spawn(command, args) });
    this.connection = rpc.createMessageConnection(this.process.stdout, this.process.stdin);
    LanguageClient.made.push(this);
  }

  onNotification(method, listener) {
    this.connection.onNotification(method, listener);
  }

  async start() {
    this.connection.onRequest("workspace/configuration", ({ items }) => items.map(() => null));
    this.connection.listen();
    await this.connection.sendRequest("initialize", {
      processId: process.pid,
      rootUri: `file://${folder}`,
      capabilities: { workspace: {}, textDocument: {} },
      initializationOptions: JSON.parse(JSON.stringify(this.options.initializationOptions)),
    });
    await this.connection.sendNotification("initialized", {});
  }

  sendRequest(method, params) {
    return this.connection.sendRequest(method, params);
  }

  async dispose() {
    await this.connection.sendRequest("shutdown");
    await this.connection.sendNotification("exit");
    this.ended = await new Promise((resolve) => this.process.on("exit", resolve));
  }
}

test("the map is shown, follows what is typed, and leads to the text", { timeout: 120_000 }, async () => {
  writeFileSync(path.join(folder, "taxi.yaml"), TEXT);
  const settings = { path: process.env.CJM_PROGRAM, language: "en" };
  const stand = editor({ settings, folder });
  const modules = { vscode: stand.vscode, "vscode-languageclient/node": { LanguageClient } };
  const extension = load("src/extension.js", modules);
  await extension.activate({ extensionUri: stand.vscode.Uri.file("/extension"), subscriptions: [] });
  assert.deepEqual(stand.shown, []);
  const [client] = LanguageClient.made;
  const document = { uri: JOURNEY, languageId: "yaml", version: 1, text: TEXT };
  await client.connection.sendNotification("textDocument/didOpen", { textDocument: document });

  const uri = stand.vscode.Uri.parse(JOURNEY);
  const active = new stand.vscode.Position(4, 6);
  const shown = { document: { uri }, viewColumn: 1, selection: { active } };
  stand.vscode.window.activeTextEditor = shown;
  await stand.commands.get("cjm.showPreview")();
  const [panel] = stand.panels;
  assert.match(panel.posted[0].svg, /^<svg[^]*data-touchpoint="поездка"/);
  assert.deepEqual(panel.posted[1], { outlined: "поездка" });
  panel.webview.onDidReceiveMessage.fire({ touchpoint: "вызов" });
  assert.equal(stand.opened[0][1].selection.start.line, 3);

  const type = async (version, text) => {
    const before = panel.posted.length;
    await client.connection.sendNotification("textDocument/didChange", {
      textDocument: { uri: JOURNEY, version },
      contentChanges: [{ text }],
    });
    while (panel.posted.length === before) await new Promise((resolve) => setTimeout(resolve, 20));
    return panel.posted[before];
  };
  assert.match((await type(2, TEXT.replace("experience: 5", "experience: 9"))).svg, /data-gap="0"/);
  const broken = await type(3, TEXT.replace("outcome: success}", "outcome: "));
  assert.match(broken.svg, /data-gap="0"/, "the last good one stays");
  assert.ok(broken.error.length > 0);

  await stand.commands.get("cjm.showStatus")();
  assert.equal(stand.shown[0].kind, "information");
  panel.dispose();
  await extension.deactivate();
  assert.equal(client.ended, 0);
});
