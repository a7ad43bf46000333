// The map beside the text: a page that shows the server's picture and knows where touchpoints are.
"use strict";

const { randomBytes } = require("node:crypto");
const path = require("node:path");
const vscode = require("vscode");

/**
 * @typedef {{start: {line: number, character: number}, end: {line: number, character: number}}} Range
 * @typedef {{uri?: string, svg?: string, touchpoints?: {id: string, range: Range}[], error?: string}} Picture
 */

/** One page, which follows one document. */
class Preview {
  /**
   * @param {vscode.Uri} uri The document.
   * @param {vscode.Uri} media The folder of the page's own files.
   * @param {() => void} closed Called when the page is closed.
   */
  constructor(uri, media, closed) {
    this.uri = uri;
    /** @type {Picture} */
    this.picture = {};
    const title = vscode.l10n.t("Map: {0}", path.posix.basename(uri.path));
    const column = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
    const options = { enableScripts: true, localResourceRoots: [media] };
    this.panel = vscode.window.createWebviewPanel("cjm.preview", title, column, options);
    this.panel.webview.html = pageOf(this.panel.webview, media);
    this.panel.webview.onDidReceiveMessage(({ ready, touchpoint }) => (ready ? this.send() : this.go(touchpoint)));
    this.panel.onDidDispose(closed);
  }

  /**
   * Show a picture; of one that could not be drawn only its error, above the last one.
   * @param {Picture} picture
   */
  show(picture) {
    this.picture = { ...this.picture, error: "", ...picture };
    this.send();
  }

  /** Send the page what it should show: again, too, after it was hidden, which empties it. */
  send() {
    const { svg, error } = this.picture;
    this.panel.webview.postMessage({ svg, error });
    const editor = vscode.window.activeTextEditor;
    if (editor) this.outline(editor);
  }

  /**
   * Outline the touchpoint in which the cursor is.
   * @param {vscode.TextEditor} editor
   */
  outline(editor) {
    if (editor.document.uri.toString() !== this.uri.toString()) return;
    const cursor = editor.selection.active;
    const found = this.picture.touchpoints?.find(({ range }) => rangeOf(range).contains(cursor));
    this.panel.webview.postMessage({ outlined: found?.id ?? null });
  }

  /**
   * Go to a touchpoint's line.
   * @param {string} id
   */
  async go(id) {
    const found = this.picture.touchpoints?.find((touchpoint) => touchpoint.id === id);
    if (!found) return;
    const start = rangeOf(found.range).start;
    const shown = vscode.window.visibleTextEditors.find(
      (editor) => editor.document.uri.toString() === this.uri.toString(),
    );
    await vscode.window.showTextDocument(this.uri, {
      viewColumn: shown?.viewColumn ?? vscode.ViewColumn.One,
      selection: new vscode.Range(start, start),
    });
  }
}

/** @param {Range} range */
function rangeOf({ start, end }) {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}

/**
 * The page: nothing from the network, and no script but its own, whatever the picture holds.
 * @param {vscode.Webview} webview
 * @param {vscode.Uri} media
 */
function pageOf(webview, media) {
  const nonce = randomBytes(16).toString("base64");
  const file = (/** @type {string} */ name) => webview.asWebviewUri(vscode.Uri.joinPath(media, name));
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src ${webview.cspSource} 'unsafe-inline'`, // a picture's own <style>
    "img-src data:",
    "font-src data:",
  ].join("; ");
  return `<!DOCTYPE html>
<html>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<link rel="stylesheet" href="${file("preview.css")}">
</head>
<body>
<p id="error" role="status" hidden></p>
<div id="picture"></div>
<script nonce="${nonce}" src="${file("preview.js")}"></script>
</body>
</html>`;
}

module.exports = { Preview };
