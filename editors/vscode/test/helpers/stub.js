// A stand-in for VS Code: it keeps what the extension shows, and lets a test click and type.
"use strict";

const Module = require("node:module");
const os = require("node:os");
const path = require("node:path");

class Position {
  constructor(line, character) {
    Object.assign(this, { line, character });
  }
}

class Range {
  constructor(...places) {
    const [a, b, c, d] = places;
    this.start = places.length === 2 ? a : new Position(a, b);
    this.end = places.length === 2 ? b : new Position(c, d);
  }

  contains({ line, character }) {
    const after = (one, other) => one.line - other.line || one.character - other.character;
    const place = { line, character };
    return after(place, this.start) >= 0 && after(this.end, place) >= 0;
  }
}

class Uri {
  constructor(text) {
    this.text = text;
    this.path = decodeURIComponent(new URL(text).pathname);
    this.fsPath = this.path;
  }

  static parse(text) {
    return new Uri(text);
  }

  static file(name) {
    return new Uri(`file://${encodeURI(name)}`);
  }

  static joinPath(uri, ...names) {
    return Uri.file(path.posix.join(uri.path, ...names));
  }

  toString() {
    return this.text;
  }
}

/** Listeners, as VS Code's events are given: called with whom to tell. */
function event() {
  const listeners = [];
  const listen = (listener) => {
    listeners.push(listener);
    return { dispose() {} };
  };
  return Object.assign(listen, { fire: (value) => listeners.map((listener) => listener(value)) });
}

/** A new editor: what it was told is in its lists. */
function editor({ settings = {}, extensions = [], folder = os.tmpdir(), answer = () => undefined } = {}) {
  const state = { panels: [], shown: [], opened: [], commands: new Map() };
  const say = (kind) => async (message, ...choices) => {
    state.shown.push({ kind, message });
    return answer(message, choices);
  };
  const vscode = {
    Position,
    Range,
    Uri,
    ViewColumn: { One: 1, Beside: -2 },
    ColorThemeKind: { Light: 1, Dark: 2, HighContrast: 3, HighContrastLight: 4 },
    l10n: { t: (text, ...values) => text.replace(/\{(\d)\}/g, (_, n) => values[n]) },
    extensions: { getExtension: (id) => (extensions.includes(id) ? { id } : undefined) },
    commands: {
      registerCommand: (id, run) => {
        state.commands.set(id, run);
        return { dispose() {} };
      },
      executeCommand: async (id, ...args) => state.commands.get(id)?.(...args) ?? state.opened.push([id, ...args]),
    },
    workspace: {
      workspaceFolders: [{ uri: Uri.file(folder) }],
      onDidChangeConfiguration: event(),
      getConfiguration: () => ({ ...settings, get: (key, other) => settings[key] ?? other }),
    },
    window: {
      activeTextEditor: undefined,
      activeColorTheme: { kind: 2 },
      visibleTextEditors: [],
      onDidChangeTextEditorSelection: event(),
      onDidChangeActiveColorTheme: event(),
      showErrorMessage: say("error"),
      showWarningMessage: say("warning"),
      showInformationMessage: say("information"),
      showTextDocument: async (uri, options) => state.opened.push([uri.toString(), options]),
      createWebviewPanel: (type, title, column, options) => {
        const panel = {
          type,
          title,
          options,
          posted: [],
          closed: false,
          onDidDispose: event(),
          dispose() {
            panel.closed = true;
            panel.onDidDispose.fire();
          },
        };
        panel.webview = {
          html: "",
          cspSource: "vscode-webview:",
          asWebviewUri: (uri) => uri,
          onDidReceiveMessage: event(),
          postMessage: (message) => panel.posted.push(message),
        };
        state.panels.push(panel);
        return panel;
      },
    },
  };
  return { vscode, ...state };
}

/** The extension, loaded anew with stand-ins for modules that it asks for by these names. */
function load(file, modules) {
  const original = Module._load;
  for (const name of Object.keys(require.cache)) {
    if (!name.includes("node_modules")) delete require.cache[name];
  }
  Module._load = (name, ...rest) => modules[name] ?? original(name, ...rest);
  try {
    return require(path.join(__dirname, "../..", file));
  } finally {
    Module._load = original;
  }
}

module.exports = { editor, load };
