/** The session: one journey that is edited, what is known of its text, and what was chosen.

The text is the source. A change in the form is operations of the host on it; after any change the
text is assessed and drawn anew, and what cannot be read leaves the last good map. Nothing here
knows a page. */

import type { Finding, Journey } from './assessment.ts';
import { documentOf, fixOf, type Document } from './document.ts';
import { Changes, type MakeOperations } from './changes.ts';
import type { Draft, ScoreKey } from './figures/draft.ts';
import { failed, type Answer, type Failed, type Host, type Listed, type Picture, type Renamed, type Text, type Theme } from './host.ts';
import { Followed, noticeOf, type Notice } from './followed.ts';
import { Meeting, type Clash } from './meeting.ts';
import { Reading } from './reading.ts';
import { Saving } from './saving.ts';
import { statusOf, type Status } from './status.ts';
import { Buffer, type Origin } from './text/buffer.ts';
import { Work } from './work.ts';
import { Workspace } from './workspace.ts';

export type Panes = 'map' | 'both' | 'text';
export type MapView = 'graph' | 'map';
/** Which text the text pane shows. */
export type Tab = 'journey' | 'workspace';
/** What stands at the right, over the map: by default the chosen touchpoint. */
export type Aside = 'form' | 'figures' | 'whatif' | 'findings';
/** Points of experience more, by touchpoint, that nobody has written. */
export type Lifts = Readonly<Record<string, number>>;

export type { MakeOperations } from './changes.ts';
export type { Notice, Topic } from './followed.ts';
export type { Clash } from './meeting.ts';
export type { Status } from './status.ts';

/** How long typing rests before its text is read. */
const REST_MS = 150;

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
  theme: Theme | null = null;
  panes: Panes = 'both';
  tab: Tab = 'journey';
  aside: Aside = 'form';
  lifts: Lifts = {};
  /** Why the text as it is has no answer: neither figures nor a fault; until one comes. */
  get unanswered(): Failed['error'] | null {
    return this.#reading.unanswered;
  }
  isBroken = false;
  isGone = false;
  isLost = false;
  clash: Clash | null = null;
  readonly meeting = new Meeting(this);
  readonly workspace: Workspace;
  /** The journey's text as the text pane has it. */
  readonly document: Document;
  readonly #work = new Work(() => this.tell('busy'));
  readonly #changes = new Changes(this, this.#work);
  readonly #reading = new Reading(this, this.#work, () => this.#changes.waiting);
  readonly #saving = new Saving(this, this.#work, () => this.#reading.pace.isKnown);

  constructor(host: Host, buffer: Buffer, workspace = new Buffer()) {
    super();
    this.host = host;
    this.buffer = buffer;
    this.workspace = new Workspace(this, workspace);
    this.document = documentOf(this);
    buffer.onRename((renamed) => this.#saving.renamed.push(renamed));
    buffer.onChange((origin) => this.#textChanged(origin));
  }

  get isChanged(): boolean {
    return this.buffer.text !== this.saved.text || this.saved.lies === 'nowhere';
  }
  /** The text that somebody has before them: the one that undo is meant for. */
  get shown(): Document {
    return this.tab === 'workspace' && this.panes !== 'map' ? this.workspace : this.document;
  }
  /** The workspace's before the journey's, which is read with it. */
  get allFindings(): readonly Finding[] {
    return [...this.workspace.findings, ...this.findings];
  }
  /** Whether it is in the journey's own text: what was measured stands in a file beside it. */
  isOfJourney(finding: Finding): boolean {
    return finding.file === null || finding.file === this.document.path;
  }
  /** Whether there is anything that is in no file. */
  get isUnsaved(): boolean {
    return this.isChanged || this.workspace.isChanged;
  }
  get status(): Status {
    return statusOf(this, this.#saving.isDone);
  }
  /** Touchpoints that are called otherwise since the last save. */
  get renamed(): readonly Renamed[] {
    return this.#saving.renamed;
  }

  /** Whether all that was asked for is done, and the text is known as it is. */
  get isIdle(): boolean {
    return this.#work.isDone && this.workspace.isKnown && (!this.file || this.#reading.pace.isKnown);
  }

  // ---- files -----------------------------------------------------------------------------------

  async refresh(): Promise<void> {
    const answer = await this.host.list();
    if (this.#refused(answer, 'open')) return;
    await this.workspace.refresh();
    this.list = answer;
    if (this.file) this.file = answer.find((one) => one.file === this.file?.file) ?? this.file;
    this.tell('list');
  }

  async open(file: string): Promise<boolean> {
    await this.#work.queued(); /* what was asked for is meant for the text before */
    const listed = this.list.find((one) => one.file === file);
    const answer = await this.host.text(file);
    if (!listed || this.#refused(answer, 'open')) return false;
    this.#hold(listed, answer);
    const settled = this.settled(); /* asked for before the page is busy with what it is to show */
    this.#tellFile();
    await settled;
    return true;
  }

  /** Have nothing open: other files take the place of those that were. */
  forget(): void {
    this.list = [];
    this.#hold(null, { text: '', version: '' });
    this.#tellFile();
    this.workspace.forget();
  }

  #hold(file: Listed | null, text: Text): void {
    this.file = file;
    this.saved = text;
    this.journey = this.savedJourney = this.draft = this.picture = null;
    this.findings = [];
    this.selected = this.persona = null;
    this.lifts = {};
    this.isBroken = this.isGone = false;
    this.#saving.forget(); this.clash = null; this.#reading.forget();
    this.buffer.open(text.text);
    if (text.typed !== undefined) this.buffer.become(text.typed, 'operation');
  }

  #tellFile(): void {
    this.tell('file', 'assessment', 'picture', 'draft', 'selection', 'options', 'status', 'conflict', 'unanswered');
  }

  /* what is listed is another record after each look at the list */
  isOpen({ file }: Listed): boolean {
    return this.file?.file === file;
  }

  /** Write the text. What lies in the file may be another one by now: then the two are merged. */
  save(): Promise<boolean> {
    return this.#work.busy(this.#saveAll());
  }

  async #saveAll(): Promise<boolean> {
    const isWorkspaceFine = !this.workspace.isChanged || (await this.workspace.save());
    return (!this.file || (await this.#saving.save())) && isWorkspaceFine;
  }

  /** The text was written into another file, which it lies in from now on. */
  moved(to: string, text: Text): Promise<void> {
    return this.#work.busy(this.#saving.moved(to, text));
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

  /** Work that is counted until it is done. */
  busy<T>(work: Promise<T>): Promise<T> {
    return this.#work.busy(work);
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
    return this.#changes.run(make);
  }

  /** The same on a text that holds no journey yet. */
  begin: Changes['begin'] = (make) => this.#changes.begin(make);

  /** A score becomes another one: told at once, written as soon as the text before it is. */
  setScore(key: ScoreKey, value: number): Promise<boolean> {
    return this.#changes.setScore(key, value);
  }

  /** Show figures as they would be with a score. */
  preview(key: ScoreKey, value: number): void {
    this.draft?.setScore(key, value);
    this.tell('draft');
  }

  /** Show the figures of the text again. */
  restore(): void {
    if (this.journey) this.#reading.adopt(this.journey);
  }

  /** Put in the edits that a finding carries; offsets are those of the text it was found in. */
  fix(finding: Finding): void {
    if (this.workspace.findings.includes(finding)) return this.workspace.fix(finding);
    const edits = fixOf(finding, this.document.path);
    if (edits && this.#reading.pace.isKnown) this.buffer.replace(edits, 'operation');
  }

  /** Take the last change back, one that is still on its way too: so it waits for its turn. */
  undo(): Promise<boolean> {
    return this.#work.enqueue(async () => this.shown.buffer.undo());
  }
  redo(): Promise<boolean> {
    return this.#work.enqueue(async () => this.shown.buffer.redo());
  }

  // ---- what is chosen ------------------------------------------------------------------------------

  select(id: string | null): void {
    const known = id !== null && this.draft?.point(id) ? id : null;
    if (known === this.selected) return;
    this.selected = known;
    this.tell('selection');
  }

  /** Another persona, view or look: the map is drawn for it. */
  choose(options: Partial<Pick<Session, 'view' | 'persona' | 'theme' | 'panes' | 'tab' | 'aside'>>): void {
    const drawn = (['view', 'persona', 'theme'] as const).some((name) => name in options && options[name] !== this[name]);
    Object.assign(this, options);
    this.tell('options', 'draft');
    if (drawn) this.#reading.redraw();
  }

  /** What if experience were other by so many points: nothing of it is written. */
  lift(lifts: Lifts): void {
    this.lifts = lifts;
    this.tell('lifts');
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
    if (!this.file) return;
    if (this.host.isNear) this.#reading.sketch();
    this.#reading.pace.schedule(origin === 'typed' ? REST_MS : 0);
  }

  #refused<T>(answer: Awaited<Answer<T>>, kind: Notice['kind']): answer is Failed {
    if (!failed(answer)) return false;
    this.notice(noticeOf(kind, answer));
    return true;
  }
}
