/** The buffer: one text that is edited by typing and by operations, with one history of both.

Undo and redo are the inverse edits that the editor keeps. Nothing here needs a page. */

import { history, invertedEffects, isolateHistory, redo, redoDepth, undo, undoDepth } from '@codemirror/commands';
import { ChangeSet, EditorState, StateEffect, Transaction, type Extension, type TransactionSpec } from '@codemirror/state';
import type { EditorView } from '@codemirror/view';
import type { Edit, Renamed } from '../host.ts';
import { lineBreakOf, Offsets, toEditor, toFile } from './offsets.ts';

export type Origin = 'typed' | 'operation' | 'outside' | 'opened';

/* a rename goes back with its change, and forth again */
const RENAMING = StateEffect.define<Renamed>();
const isRenaming = (effect: StateEffect<unknown>): effect is StateEffect<Renamed> => effect.is(RENAMING);
const RENAMES = invertedEffects.of((transaction) =>
  transaction.effects.filter(isRenaming).map(({ value: [before, after] }) => RENAMING.of([after, before])).reverse());

export class Buffer {
  readonly #extensions: Extension;
  #state: EditorState;
  #view: EditorView | null = null;
  #lineBreak: '\n' | '\r\n' = '\n';
  #text: string | null = '';
  #offsets: Offsets | null = null;
  #since = ChangeSet.empty(0);
  readonly #listeners: ((origin: Origin) => void)[] = [];
  readonly #renaming: ((renamed: Renamed) => void)[] = [];

  constructor(extensions: Extension = []) {
    this.#extensions = [history(), RENAMES, extensions];
    this.#state = this.#stateOf('');
  }

  /** The text as the file shall have it. */
  get text(): string {
    this.#text ??= toFile(this.#state.doc.toString(), this.#lineBreak);
    return this.#text;
  }
  get offsets(): Offsets {
    this.#offsets ??= new Offsets(this.text);
    return this.#offsets;
  }
  get state(): EditorState {
    return this.#state;
  }
  get canUndo(): boolean {
    return undoDepth(this.#state) > 0;
  }
  get canRedo(): boolean {
    return redoDepth(this.#state) > 0;
  }

  onChange(listener: (origin: Origin) => void): void {
    this.#listeners.push(listener);
  }

  /** What is told of ids of touchpoints that are other ones now, or again; before the change is. */
  onRename(listener: (renamed: Renamed) => void): void {
    this.#renaming.push(listener);
  }

  /** Show it in a view, which dispatches through `dispatched`. */
  attach(view: EditorView): void {
    this.#view = view;
    view.setState(this.#state);
  }

  /** Show it no more; what it holds stays. */
  detach(): void {
    this.#view = null;
  }

  /** A view has taken transactions. */
  dispatched(state: EditorState, transactions: readonly Transaction[]): void {
    this.#state = state;
    if (!transactions.some((one) => one.docChanged)) return;
    this.#text = null;
    this.#offsets = null;
    for (const one of transactions) this.#since = this.#since.compose(one.changes);
    const origin = transactions.map((one) => one.annotation(Transaction.userEvent) ?? 'input').find((event) => event.startsWith('cjm.'));
    for (const { value } of transactions.flatMap((one) => one.effects.filter(isRenaming))) {
      for (const listener of this.#renaming) listener(value);
    }
    this.#tell((origin?.slice(4) as Origin | undefined) ?? 'typed');
  }

  /** Another text, with no history. */
  open(text: string): void {
    this.#lineBreak = lineBreakOf(text);
    this.#state = this.#stateOf(text);
    this.#text = text;
    this.#offsets = null;
    this.mark();
    this.#view?.setState(this.#state);
    this.#tell('opened');
  }

  /** Edits by the host's offsets of the text now, as one step of the history; what came from
  outside is none, and is not undone. `renamed` are touchpoints that are called otherwise by it. */
  replace(edits: readonly Edit[], origin: 'operation' | 'outside', renamed: readonly Renamed[] = []): void {
    if (!edits.length) return;
    const { offsets } = this;
    this.dispatch({
      changes: edits.map(([start, end, text]) => ({
        from: offsets.toEditor(start), to: offsets.toEditor(end), insert: this.#state.toText(text),
      })),
      effects: renamed.map((one) => RENAMING.of(one)),
      annotations: [
        Transaction.userEvent.of(`cjm.${origin}`),
        ...(origin === 'outside' ? [Transaction.addToHistory.of(false)] : [isolateHistory.of('full')]),
      ],
    });
  }

  /** The whole text becomes another one: only what lies between equal ends is replaced. */
  become(text: string, origin: 'operation' | 'outside'): void {
    const before = this.#state.doc.toString();
    const after = toEditor(text);
    let start = 0;
    while (start < before.length && start < after.length && before[start] === after[start]) start += 1;
    let end = 0;
    const most = Math.min(before.length, after.length) - start;
    while (end < most && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1;
    if (before.length === after.length && start === before.length) return;
    this.dispatch({
      changes: { from: start, to: before.length - end, insert: this.#state.toText(after.slice(start, after.length - end)) },
      annotations: [
        Transaction.userEvent.of(`cjm.${origin}`),
        ...(origin === 'outside' ? [Transaction.addToHistory.of(false)] : [isolateHistory.of('full')]),
      ],
    });
  }

  /** Keep where things stand in the text as it is now … */
  mark(): void {
    this.#since = ChangeSet.empty(this.#state.doc.length);
  }
  /** … and where an offset of that text is by now. */
  sinceMark(offset: number): number {
    return this.#since.mapPos(Math.min(offset, this.#since.length), 1);
  }

  undo(): boolean {
    return undo({ state: this.#state, dispatch: (transaction) => this.#take(transaction) });
  }

  redo(): boolean {
    return redo({ state: this.#state, dispatch: (transaction) => this.#take(transaction) });
  }

  dispatch(spec: TransactionSpec): void {
    this.#take(this.#state.update(spec));
  }

  #take(transaction: Transaction): void {
    if (this.#view) this.#view.dispatch(transaction);
    else this.dispatched(transaction.state, [transaction]);
  }

  #stateOf(text: string): EditorState {
    /* a text with both kinds of line ends keeps each: `\r` is a character of its line then */
    const mixed = this.#lineBreak === '\n' && text.includes('\r');
    return EditorState.create({
      doc: toEditor(text),
      extensions: [this.#extensions, mixed ? EditorState.lineSeparator.of('\n') : []],
    });
  }

  #tell(origin: Origin): void {
    for (const listener of this.#listeners) listener(origin);
  }
}
