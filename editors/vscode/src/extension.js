// Customer journeys in VS Code: starts `cjm lsp`, and shows the map beside the text.
"use strict";

const vscode = require("vscode");
const { LanguageClient } = require("vscode-languageclient/node");
const { Preview } = require("./preview");
const { faultOf, findProgram } = require("./server");

/**
 * @typedef {import("./preview").Picture} Picture
 * @typedef {InstanceType<typeof Preview>} Page
 */

/** @type {LanguageClient | undefined} */
let client;
/** @type {Page | undefined} */
let preview;
/** @type {vscode.Uri} */
let media;
/** @type {Promise<void>} */
let turn = Promise.resolve();

/** @param {vscode.ExtensionContext} context */
async function activate(context) {
  media = vscode.Uri.joinPath(context.extensionUri, "media");
  context.subscriptions.push(
    vscode.commands.registerCommand("cjm.showPreview", showPreview),
    vscode.commands.registerCommand("cjm.showStatus", () => run("cjm.status")),
    vscode.commands.registerCommand("cjm.restart", restart),
    vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => preview?.outline(textEditor)),
    vscode.window.onDidChangeActiveColorTheme(() => preview && showPreview(preview.uri)),
    vscode.workspace.onDidChangeConfiguration((event) => event.affectsConfiguration("cjm.path") && restart()),
  );
  await inTurn(start);
}

/**
 * Start or stop when the last start or stop is over: two starts at once would leave a server behind.
 * @param {() => Promise<void>} work
 */
function inTurn(work) {
  turn = turn.then(work, work);
  return turn;
}

async function start() {
  const folders = (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri.fsPath);
  const program = findProgram(vscode.workspace.getConfiguration("cjm").get("path", ""), folders);
  const fault = await faultOf(program, ["lsp", "--version"], folders[0]);
  if (fault?.missing) {
    const message = vscode.l10n.t(
      'cjm was not found ({0}). Install it: pip install "customer-journey-map[lsp]", or name it in the setting cjm.path.',
      program,
    );
    return void tell(message);
  }
  if (fault) return void tell(vscode.l10n.t("cjm does not start: {0}", fault.says));
  client = new LanguageClient(
    "cjm",
    "Customer journeys (cjm)",
    { command: program, args: ["lsp"], options: { cwd: folders[0] } },
    {
      documentSelector: ["file", "untitled"].map((scheme) => ({ scheme, language: "yaml" })),
      synchronize: { configurationSection: "cjm" },
      initializationOptions: {
        ...vscode.workspace.getConfiguration("cjm"),
        webview: true,
        schemaServer: vscode.extensions.getExtension("redhat.vscode-yaml") !== undefined,
      },
      middleware: { executeCommand: execute },
    },
  );
  client.onNotification("cjm/previewChanged", changed);
  try {
    await client.start();
  } catch (error) {
    client = undefined;
    const found = await faultOf(program, ["lsp"], folders[0]); // a part of cjm may be missing
    const says = found && !found.missing ? found.says : String(error);
    void tell(vscode.l10n.t("cjm does not start: {0}", says));
  }
}

async function stop() {
  const running = client;
  client = undefined;
  await running?.dispose();
}

async function restart() {
  await inTurn(async () => {
    await stop();
    await start();
  });
  if (client && preview) await showPreview(preview.uri);
}

/**
 * Say why there is no server, and offer what helps.
 * @param {string} message
 */
async function tell(message) {
  const setting = vscode.l10n.t("Open the setting");
  const again = vscode.l10n.t("Try again");
  const chosen = await vscode.window.showErrorMessage(message, setting, again);
  if (chosen === setting) await vscode.commands.executeCommand("workbench.action.openSettings", "cjm.path");
  if (chosen === again) await restart();
}

/**
 * Ask the server to run one of its commands.
 * @param {string} command
 * @param {unknown[]} more
 */
async function run(command, ...more) {
  if (!client) return restart();
  return execute(command, more, (command, args) =>
    client?.sendRequest("workspace/executeCommand", { command, arguments: args }),
  );
}

/**
 * What the server's commands answer is shown here, whoever ran them: its code lens does, too.
 * @param {string} command
 * @param {any[]} args
 * @param {(command: string, args: any[]) => any} next
 */
async function execute(command, args, next) {
  if (command === "cjm.preview") args = [{ theme: theme(), ...args[0] }];
  const answer = await next(command, args);
  if (command === "cjm.preview" && answer) open(vscode.Uri.parse(args[0].uri), answer);
  if (command === "cjm.status" && answer) {
    const detail = JSON.stringify(answer, null, 2);
    await vscode.window.showInformationMessage("cjm lsp", { modal: true, detail });
  }
  return answer;
}

/** @param {vscode.Uri | undefined} uri Default: the document that is edited. */
async function showPreview(uri = vscode.window.activeTextEditor?.document.uri) {
  if (!uri) {
    const message = vscode.l10n.t("Open a journey first: a YAML file that begins with cjm: 1.");
    return vscode.window.showInformationMessage(message);
  }
  return run("cjm.preview", { uri: uri.toString() });
}

/** The map's theme that goes with the editor's. */
function theme() {
  const { Light, HighContrastLight } = vscode.ColorThemeKind;
  return [Light, HighContrastLight].includes(vscode.window.activeColorTheme.kind) ? "light" : "dark";
}

/**
 * Show a document's picture, in the page that is there or in a new one.
 * @param {vscode.Uri} uri
 * @param {Picture} picture
 */
function open(uri, picture) {
  if (preview?.uri.toString() !== uri.toString()) {
    if (!picture.svg) {
      const why = picture.error ?? vscode.l10n.t("the file is no journey");
      void vscode.window.showWarningMessage(vscode.l10n.t("There is no map of this file yet: {0}", why));
      return;
    }
    preview?.panel.dispose();
    preview = new Preview(uri, media, () => closed(uri));
  }
  preview.show(picture);
}

/**
 * Draw a document no more whose page was closed.
 * @param {vscode.Uri} uri
 */
function closed(uri) {
  preview = undefined;
  if (client) void run("cjm.preview", { uri: uri.toString(), stop: true });
}

/** @param {Picture} picture */
function changed(picture) {
  const uri = picture.uri && vscode.Uri.parse(picture.uri).toString();
  if (preview && (!uri || uri === preview.uri.toString())) preview.show(picture);
}

module.exports = { activate, deactivate: () => inTurn(stop) };
