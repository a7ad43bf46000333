/** Dialogs that tell something: lists, lines to copy, a choice. */

import { button, h, type Child } from '../dom.ts';
import { say } from '../words.ts';
import { tell } from './words.ts';

export interface Sheet {
  title: string;
  body: Child;
  /** What may be done besides closing it. */
  acts?: (close: () => void) => Child;
  close?: string;
  isWide?: boolean;
}

let nth = 0;

/** Show it until it is closed. */
export function showSheet(sheet: Sheet): Promise<void> {
  const id = `sheet-${++nth}`;
  const close = () => dialog.close();
  const dialog = h('dialog', { class: `ask sheet${sheet.isWide ? ' wide' : ''}`, 'aria-labelledby': id },
    h('form', { method: 'dialog' }, h('h2', { id, tabindex: -1, autofocus: true }, sheet.title), sheet.body,
      h('div', { class: 'acts' }, sheet.acts?.(close), button(sheet.close ?? say('close'), close))));
  const before = document.activeElement;
  document.body.append(dialog);
  return new Promise((done) => {
    dialog.addEventListener('close', () => {
      dialog.remove();
      if (before instanceof HTMLElement) before.focus({ preventScroll: true });
      done();
    });
    dialog.showModal();
  });
}

/** A list of sentences, and whether somebody takes what they are about. */
export async function takes(title: string, text: string, sentences: readonly string[]): Promise<boolean> {
  let taken = false;
  await showSheet({
    title, close: say('cancel'),
    body: [h('p', { class: 'muted' }, text), list(sentences)],
    acts: (close) => button(tell('take'), () => { taken = true; close(); }, { class: 'btn main' }),
  });
  return taken;
}

export const list = (sentences: readonly string[]): HTMLElement => h('ul', { class: 'sentences' }, sentences.map((one) => h('li', {}, one)));

/** Lines to take elsewhere, with a button that copies them. */
export function lines(label: string, text: string): HTMLElement {
  const code = h('pre', { class: 'lines', tabindex: 0, role: 'group', 'aria-label': label }, text);
  return h('div', { class: 'copyable' }, h('h3', {}, label), code, copyButton(text, () => selectIn(code)));
}

/** Copies a text, and says whether it did; where the browser refuses, `select` lets somebody do it. */
export function copyButton(text: string | (() => string), select: () => void, label = tell('copyLines')): HTMLElement {
  const said = h('span', { class: 'muted', role: 'status' });
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(typeof text === 'string' ? text : text());
      said.textContent = say('copied');
    } catch {
      select();
      said.textContent = tell('notCopied');
    }
  };
  return h('div', { class: 'copying' }, button(label, () => void copy()), said);
}

function selectIn(node: Node): void {
  const range = document.createRange();
  range.selectNodeContents(node);
  getSelection()?.removeAllRanges();
  getSelection()?.addRange(range);
}
