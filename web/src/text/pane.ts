/** The text pane: a text in CodeMirror, the journey's or the workspace's, with the findings below.

It stands in a shadow root, where CodeMirror's rules are constructed sheets: no policy of a page has
to let any style through for it. */

import { defaultKeymap, historyKeymap } from '@codemirror/commands';
import { search, searchKeymap } from '@codemirror/search';
import { Compartment, EditorState, type Extension } from '@codemirror/state';
import { EditorView, drawSelection, highlightSpecialChars, keymap, lineNumbers } from '@codemirror/view';
import type { Finding } from '../assessment.ts';
import type { Document } from '../document.ts';
import { h } from '../dom.ts';
import type { Session } from '../session.ts';
import { language, say } from '../words.ts';
import { changedLines } from './diff.ts';
import { marks, placeOf, setFindings, setLines } from './marks.ts';
import { phrases } from './phrases.ts';
import { Tabs } from './tabs.ts';
import { LINE_HEIGHT, theme } from './theme.ts';

/* what the editor says by itself, in the language that is spoken when it is asked */
const spoken = new Compartment();
const speech = (): Extension => EditorState.phrases.compute([], () => phrases(language()));

/** What the buffer's states have to show in the pane. */
export function paneExtensions(leave: () => void, assist: Extension = []): readonly Extension[] {
  return [
    marks, lineNumbers(), theme, drawSelection(), highlightSpecialChars({ addSpecialChars: /[\u2028\u2029]/, render: null }), search(),
    spoken.of(speech()), assist,
    EditorState.tabSize.of(2),
    EditorView.contentAttributes.of(() => ({ 'aria-label': say('text'), spellcheck: 'false', tabindex: '0' })),
    keymap.of([{ key: 'Escape', run: () => { leave(); return true; } }]),
    keymap.of([...searchKeymap, ...historyKeymap, ...defaultKeymap]),
  ];
}

const MARK_MS = 60;

export class TextPane {
  readonly node: HTMLElement;
  readonly #session: Session;
  readonly #view: EditorView;
  #shown: Document;
  #revealed: string | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(session: Session, below: HTMLElement) {
    this.#session = session;
    this.#shown = session.tab === 'workspace' ? session.workspace : session.document;
    const holder = h('div', { class: 'text' });
    const shadow = holder.attachShadow({ mode: 'open' });
    const inner = h('div', {});
    inner.style.height = '100%';
    shadow.append(inner);
    this.#view = new EditorView({
      parent: inner,
      root: shadow,
      dispatchTransactions: (transactions, view) => {
        view.update(transactions);
        this.#shown.buffer.dispatched(view.state, transactions);
        if (transactions.some((one) => one.selection && one.isUserEvent('select'))) this.#selectAt();
      },
    });
    for (const { buffer } of [session.document, session.workspace]) buffer.dispatch({ effects: spoken.reconfigure(speech()) });
    this.#shown.buffer.attach(this.#view);
    this.node = h('section', { class: 'editor', 'aria-label': say('text') }, new Tabs(session).node, holder, below);
    session.follow((topics) => {
      if (topics.has('options')) this.#showTab();
      if (topics.has('assessment') || topics.has('file')) this.#tellFindings(session.document);
      if (topics.has('workspace')) this.#tellFindings(session.workspace);
      if (topics.has('picture') || topics.has('selection') || topics.has('options')) this.#markLines();
      else if (topics.has('text') || topics.has('workspace')) this.#markLater();
      if (topics.has('file')) this.#revealed = null;
      if (topics.has('selection') || topics.has('picture')) this.#showSelected();
    });
  }

  /** Let go of the texts: another pane shows them. */
  leave(): void {
    clearTimeout(this.#timer);
    this.#shown.buffer.detach();
    this.#view.destroy();
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
    const { workspace, document } = this.#session;
    const of = workspace.findings.includes(finding) ? workspace : document;
    if (of === document && !this.#session.isOfJourney(finding)) return; /* what was measured stands in a file beside it */
    this.#session.choose({ tab: of === workspace ? 'workspace' : 'journey' });
    const place = placeOf(finding, this.#view.state.doc);
    if (place) this.#reveal(place[0], place[1], focus);
  }

  /** Show a place of the journey's text, in the editor's offsets. */
  showPlace(from: number): void {
    this.#session.choose({ tab: 'journey' });
    this.#reveal(from, from, true);
  }

  get #isJourney(): boolean {
    return this.#shown === this.#session.document;
  }

  #showTab(): void {
    const wanted = this.#session.tab === 'workspace' ? this.#session.workspace : this.#session.document;
    if (wanted === this.#shown) return;
    this.#shown.buffer.detach();
    this.#shown = wanted;
    wanted.buffer.attach(this.#view);
    this.#revealed = null;
    this.#tellFindings(wanted);
    this.#showSelected();
  }

  #reveal(from: number, to: number, focus: boolean): void {
    this.#view.dispatch({ selection: { anchor: from, head: to }, effects: EditorView.scrollIntoView(from, { y: 'center' }) });
    if (focus) this.#view.focus();
  }

  #showSelected(): void {
    const { selected } = this.#session;
    const range = this.#session.range(selected ?? '');
    if (!this.#isJourney || selected === this.#revealed || (selected && !range)) return;
    this.#revealed = selected;
    if (!range || this.hasFocus) return;
    this.#view.dispatch({ effects: EditorView.scrollIntoView(range[0], { y: 'start', yMargin: 6 * LINE_HEIGHT }) });
  }

  /* the touchpoint that the cursor was put into */
  #selectAt(): void {
    if (!this.#isJourney) return;
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
    const { selected } = this.#session;
    const { buffer, savedText } = this.#shown;
    const here = this.#isJourney && selected ? this.#session.range(selected) : null;
    const changed = buffer.text === savedText ? [] : changedLines(savedText, buffer.text);
    this.#view.dispatch({ effects: setLines.of({ changed, here }) });
  }

  #tellFindings(of: Document): void {
    const here = of.findings.filter((one) => of !== this.#session.document || this.#session.isOfJourney(one));
    of.buffer.dispatch({ effects: setFindings.of(here) });
  }
}

