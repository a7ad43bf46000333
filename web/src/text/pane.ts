/** The text pane: the journey's text in CodeMirror, with its findings below.

It stands in a shadow root, where CodeMirror's rules are constructed sheets: no policy of a page has
to let any style through for it. */

import { defaultKeymap, historyKeymap } from '@codemirror/commands';
import { search, searchKeymap } from '@codemirror/search';
import { EditorState } from '@codemirror/state';
import { EditorView, drawSelection, highlightSpecialChars, keymap, lineNumbers } from '@codemirror/view';
import type { Finding } from '../assessment.ts';
import { h, own, severitySign } from '../dom.ts';
import type { Session } from '../session.ts';
import { language, say } from '../words.ts';
import type { Buffer } from './buffer.ts';
import { changedLines } from './diff.ts';
import { marks, placeOf, setFindings, setLines } from './marks.ts';
import { phrases } from './phrases.ts';
import { LINE_HEIGHT, theme } from './theme.ts';

/** What the buffer's states have to show in the pane. */
export function paneExtensions(leave: () => void): readonly import('@codemirror/state').Extension[] {
  return [
    marks, lineNumbers(), theme, drawSelection(), highlightSpecialChars({ addSpecialChars: /[\u2028\u2029]/, render: null }), search(),
    EditorState.phrases.of(phrases(language())),
    EditorState.tabSize.of(2),
    EditorView.contentAttributes.of({ 'aria-label': say('text'), spellcheck: 'false', tabindex: '0' }),
    keymap.of([{ key: 'Escape', run: () => { leave(); return true; } }]),
    keymap.of([...searchKeymap, ...historyKeymap, ...defaultKeymap]),
  ];
}

const MARK_MS = 60;

export class TextPane {
  readonly node: HTMLElement;
  readonly #session: Session;
  readonly #view: EditorView;
  readonly #list = h('ul', {});
  readonly #count = h('span', { class: 'n' });
  #revealed: string | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(session: Session) {
    this.#session = session;
    const holder = h('div', { class: 'text' });
    const shadow = holder.attachShadow({ mode: 'open' });
    const inner = h('div', {});
    inner.style.height = '100%';
    shadow.append(inner);
    const { buffer } = session;
    this.#view = new EditorView({
      parent: inner,
      root: shadow,
      dispatchTransactions: (transactions, view) => {
        view.update(transactions);
        buffer.dispatched(view.state, transactions);
        if (transactions.some((one) => one.selection && one.isUserEvent('select'))) this.#selectAt();
      },
    });
    buffer.attach(this.#view);
    this.node = h('section', { class: 'editor', 'aria-label': say('text') }, holder,
      h('div', { class: 'problems', tabindex: '0', role: 'region', 'aria-label': say('findings') }, h('h2', {}, `${say('findings')} `, this.#count), this.#list));
    session.follow((topics) => {
      if (topics.has('assessment') || topics.has('file')) this.#tellFindings();
      if (topics.has('picture') || topics.has('selection')) this.#markLines();
      else if (topics.has('text')) this.#markLater();
      if (topics.has('file')) this.#revealed = null;
      if (topics.has('selection') || topics.has('picture')) this.#showSelected();
    });
  }

  /** Whether somebody types here. */
  get hasFocus(): boolean {
    return this.#view.hasFocus;
  }
  focus(): void {
    this.#view.focus();
  }

  /** Show a finding's line, and choose it. */
  showFinding(finding: Finding, focus = true): void {
    const place = this.#isHere(finding) ? placeOf(finding, this.#view.state.doc) : null;
    if (place) this.#reveal(place[0], place[1], focus);
  }

  /** Show a place of the text, in the editor's offsets. */
  showPlace(from: number): void {
    this.#reveal(from, from, true);
  }

  #reveal(from: number, to: number, focus: boolean): void {
    this.#view.dispatch({ selection: { anchor: from, head: to }, effects: EditorView.scrollIntoView(from, { y: 'center' }) });
    if (focus) this.#view.focus();
  }

  #showSelected(): void {
    const { selected } = this.#session;
    const range = this.#session.range(selected ?? '');
    if (selected === this.#revealed || (selected && !range)) return;
    this.#revealed = selected;
    if (!range || this.hasFocus) return;
    this.#view.dispatch({ effects: EditorView.scrollIntoView(range[0], { y: 'start', yMargin: 6 * LINE_HEIGHT }) });
  }

  /* the touchpoint that the cursor was put into */
  #selectAt(): void {
    const { head } = this.#view.state.selection.main;
    for (const id of Object.keys(this.#session.picture?.ranges ?? {})) {
      const range = this.#session.range(id);
      if (range && range[0] <= head && head < range[1]) this.#session.select(id);
    }
  }

  /* whoever types a long text does not wait for what differs */
  #markLater(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#markLines(), MARK_MS);
  }

  #markLines(): void {
    clearTimeout(this.#timer);
    const session = this.#session;
    const here = session.selected ? session.range(session.selected) : null;
    const changed = session.isChanged ? changedLines(session.saved.text, session.buffer.text) : [];
    this.#view.dispatch({ effects: setLines.of({ changed, here }) });
  }

  #tellFindings(): void {
    const found = this.#session.findings;
    this.#view.dispatch({ effects: setFindings.of(found.filter((one) => this.#isHere(one))) });
    this.#count.textContent = String(found.length);
    this.#list.replaceChildren(...(found.length ? found.map((one) => this.#row(one)) : [h('li', { class: 'muted none' }, say('noFindings'))]));
  }

  /* what was measured stands in a file beside it */
  #isHere(finding: Finding): boolean {
    return finding.file === null || finding.file === this.#session.file?.path;
  }

  #row(finding: Finding): HTMLElement {
    const elsewhere = this.#isHere(finding) ? null : h('small', { class: 'muted code' }, ` ${finding.file}:${finding.line ?? ''}`);
    const open = () => {
      if (finding.touchpoint) this.#session.select(finding.touchpoint);
      this.showFinding(finding);
    };
    return h('li', {}, h('button', { type: 'button', click: open },
      severitySign(finding.severity, say(finding.severity)), h('span', { class: 'ln' }, elsewhere ? '' : (finding.line ?? '')), h('span', {}, own(finding.message), elsewhere)));
  }
}

export type { Buffer };
