/** Keys, by place: a Russian layout sends other letters. None while a field has the focus, except
with Ctrl. */

import { button, h } from '../dom.ts';
import { say, type Word } from '../words.ts';

export interface Key {
  /** `event.code`, several where any will do. */
  codes: readonly string[];
  ctrl?: boolean;
  shift?: boolean;
  /** Works in fields and dialogs, too: only ever with Ctrl. */
  anywhere?: boolean;
  act: (event: KeyboardEvent) => void;
}

/** The parts of a key press that decide what it does. */
export type Pressed = Pick<KeyboardEvent, 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

export function keyFor<K extends Omit<Key, 'act'>>(keys: readonly K[], pressed: Pressed, isTyping: boolean): K | null {
  if (pressed.altKey) return null;
  const ctrl = pressed.ctrlKey || pressed.metaKey;
  return keys.find((key) =>
    key.codes.includes(pressed.code) && (key.ctrl ?? false) === ctrl
    && (key.shift === undefined || key.shift === pressed.shiftKey) && (!isTyping || (ctrl && key.anywhere === true))) ?? null;
}

/** Whether what has the focus takes letters. */
export function isTyping(): boolean {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  if (!active) return false;
  if (document.querySelector('dialog[open]')) return true;
  return /^(INPUT|TEXTAREA|SELECT)$/.test(active.tagName) || (active as HTMLElement).isContentEditable;
}

/** Listen until the document goes; `keys` may be others at each press. */
export function listen(keys: () => readonly Key[]): void {
  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented) return;
    const typing = isTyping();
    if (typing && event.key === 'Escape' && !document.querySelector('dialog[open]')) {
      (document.activeElement as HTMLElement | null)?.blur(); /* out of the field first */
      return;
    }
    const key = keyFor(keys(), event, typing);
    if (!key) return;
    event.preventDefault();
    key.act(event);
  });
}

export type Told = readonly [keys: readonly string[], what: Word];

const STUDIO: readonly Told[] = [
  [['Ctrl S'], 'keySave'], [['Ctrl Z', 'Ctrl Shift Z'], 'keyUndo'], [['1', '2', '3'], 'keyPanes'], [['G'], 'keyView'], [['P'], 'keyPersona'],
  [['+', '−', '0'], 'keyZoom'], [['← → ↑ ↓'], 'keyWalk'], [['Enter'], 'keyOpen'], [['J', 'K'], 'keyStep'], [['A'], 'keyAdd'], [['C'], 'keyConnect'],
  [['Delete'], 'keyRemove'], [['← →', 'PgUp PgDn', 'Home End'], 'keyScore'], [['0 … 9'], 'keyDigits'], [['F', 'L'], 'keyFaults'], [['I', 'E'], 'keyAsides'], [['W'], 'keyWorkshop'], [['N'], 'keyNew'],
  [['Esc'], 'keyClose'], [['?'], 'keys'],
];
const WORKSHOP: readonly Told[] = [
  [['J', 'K', '← →'], 'keyStep'], [['O', 'B'], 'keySides'], [['0 … 9'], 'keyDigits'], [['T'], 'keyTitle'], [['Q', 'Ctrl Enter'], 'keyQuestions'], [['A'], 'keyAdd'], [['C'], 'keyConnect'], [['Esc'], 'keyClose'],
];

/** Every key, with what it does; `more` are those that not every studio has. */
export function showKeys(more: readonly Told[] = []): void {
  const list = (told: readonly Told[]) => h('dl', { class: 'keys' }, told.map(([keys, what]) => [h('dt', {}, keys.map((key) => [h('kbd', {}, key), ' '])), h('dd', {}, say(what))]));
  const dialog = h('dialog', { id: 'keys', 'aria-labelledby': 'keys-title' },
    h('div', { class: 'pad' }, h('h2', { id: 'keys-title', tabindex: -1, autofocus: true }, say('keys'))), list([...STUDIO, ...more]),
    h('div', { class: 'pad' }, h('h3', {}, say('inWorkshop'))), list(WORKSHOP),
    h('div', { class: 'pad' }, button(say('close'), () => dialog.close())));
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}
