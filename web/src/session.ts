/** The session: one journey that is edited, what is known of its text, and what was chosen.

The text is the source. A change in the form is operations of the host on it; after any change the
text is assessed and drawn anew, and what cannot be read leaves the last good map. Nothing here
knows a page. */

import type { Finding, Journey } from './assessment.ts';
import { setScore } from './edits/operations.ts';
import type { Draft, ScoreKey } from './figures/draft.ts';
import { failed, type Answer, type Failed, type Host, type Listed, type Operation, type Picture, type Renamed, type Text } from './host.ts';
import { Followed, noticeOf, type Notice } from './followed.ts';
import { Meeting, type Clash } from './meeting.ts';
import { Reading } from './reading.ts';
import type { Buffer, Origin } from './text/buffer.ts';
import { TextTree } from './text/tree.ts';
import { Work } from './work.ts';

export type Status = 'watching' | 'copy' | 'saved' | 'downloaded' | 'unsaved' | 'broken' | 'conflict' | 'gone';
export type Panes = 'map' | 'both' | 'text';
export type MapView = 'graph' | 'map';

export type MakeOperations = (tree: TextTree, journey: Journey) => readonly Operation[];

export type { Notice, Topic } from './followed.ts';
export type { Clash } from './meeting.ts';

/** How long typing rests before its text is read. */
const REST_MS = 150;
const TRIES = 4;

export class Session extends Followed {
  readonly host: Host;
  readonly buffer: Buffer;
  list: readonly Listed[] = [];
  file: Listed | null = null;
  saved: Text = { text: '', version: '' };
  /** The last text that could be read; its figures as they were when it was saved last. */
  journey: Journey | null = null;
  savedJourney: Journey | null = null;
  draft: Draft | null = null;
  findings: readonly Finding[] = [];
  picture: Picture | null = null;
  selected: string | null = null;
  view: MapView = 'graph';
  persona: string | null = null;
  panes: Panes = 'both';
  isBroken = false;
  isGone = false;
  isLost = false;
  clash: Clash | null = null;
  readonly meeting = new Meeting(this);
  #everSaved = false;
  /* since the last save; the host carries them to what was measured */
  readonly renamed: Renamed[] = [];
  readonly #work = new Work(() => this.tell('busy'));
  readonly #scores = new Map<string, { key: ScoreKey; value: number }>();
  readonly #reading = new Reading(this, this.#work, () => this.#scores.values());

  constructor(host: Host, buffer: Buffer) {
    super();
    this.host = host;
    this.buffer = buffer;
    buffer.onRename((renamed) => this.renamed.push(renamed));
    buffer.onChange((origin) => this.#textChanged(origin));
  }

  get isChanged(): boolean {
    return this.buffer.text !== this.saved.text || this.saved.lies === 'nowhere';
  }
  get status(): Status {
    if (this.isGone) return 'gone';
    if (this.clash) return 'conflict';
    if (this.isBroken) return 'broken';
    if (this.isChanged) return 'unsaved';
    const isCopy = this.saved.lies === 'copy';
    if (this.#everSaved) return isCopy ? 'downloaded' : 'saved';
    return isCopy ? 'copy' : 'watching';
  }

  /** Whether all that was asked for is done, and the text is known as it is. */
  get isIdle(): boolean {
    return this.#work.isDone && (!this.file || this.#reading.pace.isKnown);
  }

  // ---- files -----------------------------------------------------------------------------------

  async refresh(): Promise<void> {
    const answer = await this.host.list();
    if (this.#refused(answer, 'open')) return;
    this.list = answer;
    if (this.file) this.file = answer.find((one) => one.file === this.file?.file) ?? this.file;
    this.tell('list');
  }

  async open(file: string): Promise<boolean> {
    await this.#work.queued(); /* what was asked for is meant for the text before */
    const listed = this.list.find((one) => one.file === file);
    const answer = await this.host.text(file);
    if (!listed || this.#refused(answer, 'open')) return false;
    this.file = listed;
    this.saved = answer;
    this.journey = this.savedJourney = this.draft = this.picture = null;
    this.findings = [];
    this.selected = this.persona = null;
    this.isBroken = this.isGone = this.#everSaved = false;
    this.clash = null;
    this.#reading.forget();
    this.renamed.length = 0;
    this.buffer.open(answer.text);
    this.tell('file', 'assessment', 'picture', 'draft', 'selection', 'options', 'status', 'conflict');
    await this.settled();
    return true;
  }

  /* what is listed is another record after each look at the list */
  isOpen({ file }: Listed): boolean {
    return this.file?.file === file;
  }

  /** Write the text. What lies in the file may be another one by now: then the two are merged. */
  save(): Promise<boolean> {
    return this.#work.busy(this.#save());
  }

  async #save(): Promise<boolean> {
    await this.#work.queued();
    const { file } = this;
    if (!file || this.clash) return false;
    const { text } = this.buffer;
    const renamed = [...this.renamed];
    const answer = await this.host.save(file.file, text, this.saved.version, renamed);
    if (this.#refused(answer, 'save')) return false;
    if ('conflict' in answer) {
      await this.meeting.meet({ text: answer.conflict, version: answer.version }, true);
      return this.clash ? false : this.#save();
    }
    this.saved = { text, ...answer };
    this.renamed.splice(0, renamed.length);
    this.#everSaved = true;
    this.isGone = false;
    if (this.#reading.pace.isKnown) this.savedJourney = this.journey;
    this.tell('status', 'text', 'draft');
    void this.refresh();
    return true;
  }

  /** The text becomes what lies in the file; undo brings it back. */
  discard(): void {
    this.buffer.become(this.saved.text, 'operation');
  }

  setLost(lost: boolean): void {
    this.isLost = lost;
    this.tell('status');
    if (!lost && this.file) void this.meeting.outside('changed', this.file.file);
  }

  /** When all operations that were asked for are made. */
  written(): Promise<void> {
    return this.#work.queued();
  }

  /** What the text is read with may be other by now. */
  readAnew(): void {
    this.#reading.pace.changed();
    this.#reading.pace.schedule(0);
  }

  // ---- changes -----------------------------------------------------------------------------------

  /** Make operations, one set after the other, each on the text as it is by then. */
  run(make: MakeOperations): Promise<boolean> {
    return this.#work.enqueue(async () => {
      await this.settled();
      return this.#perform((tree) => (this.journey && !this.isBroken ? make(tree, this.journey) : []));
    });
  }

  /** A score becomes another one: told at once, written as soon as the text before it is. */
  setScore(key: ScoreKey, value: number): Promise<boolean> {
    this.preview(key, value);
    this.#scores.set(JSON.stringify(key), { key, value });
    return this.#work.enqueue(async () => {
      if (!this.#scores.size) return true; /* a later one went with an earlier */
      const waiting = [...this.#scores.values()];
      this.#scores.clear();
      const made = await this.#perform((tree) => waiting.flatMap((one) => setScore(tree, one.key, one.value)));
      if (!made && this.journey) this.#reading.adopt(this.journey);
      return made;
    });
  }

  /** Show figures as they would be with a score. */
  preview(key: ScoreKey, value: number): void {
    this.draft?.setScore(key, value);
    this.tell('draft');
  }

  /** Put in the edits that a finding carries; offsets are those of the text it was found in. */
  fix(finding: Finding): void {
    const edits = finding.fixes?.[0]?.edits ?? [];
    if (this.#reading.pace.isKnown) this.buffer.replace(edits.map((one) => [one.start, one.end, one.text] as const), 'operation');
  }

  /** Take the last change back, one that is still on its way too: so it waits for its turn. */
  undo(): Promise<boolean> {
    return this.#work.enqueue(async () => this.buffer.undo());
  }
  redo(): Promise<boolean> {
    return this.#work.enqueue(async () => this.buffer.redo());
  }

  // ---- what is chosen ------------------------------------------------------------------------------

  select(id: string | null): void {
    const known = id !== null && this.draft?.point(id) ? id : null;
    if (known === this.selected) return;
    this.selected = known;
    this.tell('selection');
  }

  /** Another persona or view: the map is drawn for it. */
  choose(options: Partial<Pick<Session, 'view' | 'persona' | 'panes'>>): void {
    const drawn = (options.view ?? this.view) !== this.view || (options.persona !== undefined && options.persona !== this.persona);
    Object.assign(this, options);
    this.tell('options', 'draft');
    if (drawn) this.#reading.redraw();
  }

  /** Where a touchpoint's entry stands in the text now, in the editor's offsets. */
  range(id: string): readonly [number, number] | null {
    return this.#reading.range(id);
  }

  /** When the text as it is now has been read. */
  settled(): Promise<void> {
    return this.#reading.pace.settled();
  }

  #textChanged(origin: Origin): void {
    this.#reading.pace.changed();
    this.tell('text', 'status');
    if (this.file) this.#reading.pace.schedule(origin === 'typed' ? REST_MS : 0);
  }

  // ---- the queue ---------------------------------------------------------------------------------------

  async #perform(make: (tree: TextTree) => readonly Operation[]): Promise<boolean> {
    const { file } = this;
    if (!file) return false;
    for (let nth = 0; nth < TRIES; nth += 1) {
      const { text } = this.buffer;
      const operations = make(new TextTree(text));
      if (!operations.length) return true;
      const answer = await this.host.edit(file.file, text, operations);
      if (this.#refused(answer, 'edit')) return false;
      if (!this.isOpen(file)) return false;
      if (this.buffer.text !== text) continue; /* somebody typed meanwhile */
      const renamed = operations.flatMap((one) => (one.op === 'rename' && one.kind === 'touchpoint' ? [[one.id, one.new] as const] : []));
      this.buffer.replace(answer.edits, 'operation', renamed);
      return true;
    }
    return false;
  }

  #refused<T>(answer: Awaited<Answer<T>>, kind: Notice['kind']): answer is Failed {
    if (!failed(answer)) return false;
    this.notice(noticeOf(kind, answer));
    return true;
  }
}


