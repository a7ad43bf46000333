/** The workspace's text: what all journeys are read with. Only a text without faults is read with them,
so that the last good one stays. */

import type { Finding } from './assessment.ts';
import { fixOf, type Document } from './document.ts';
import { noticeOf } from './followed.ts';
import { failed, WORKSPACE, type Text } from './host.ts';
import { Pace, type Turn } from './pace.ts';
import type { Session } from './session.ts';
import type { Buffer } from './text/buffer.ts';
import { language } from './words.ts';

const REST_MS = 150;
const NONE: Text = { text: '', version: '' };

/** What a workspace begins with. */
export const minimal = (): string => `cjm: 1\nlanguage: ${language()}\n`;

export class Workspace implements Document {
  readonly file = WORKSPACE;
  readonly path = WORKSPACE;
  readonly buffer: Buffer;
  findings: readonly Finding[] = [];
  /** Its text by now, where somebody else wrote it and somebody here did, too. */
  clash: Text | null = null;
  readonly #session: Session;
  readonly #pace: Pace;
  #saved = NONE;
  #used = ''; /* what journeys are read with … */
  #put: string | null = null; /* … and what the host was told to read them with */

  constructor(session: Session, buffer: Buffer) {
    this.#session = session;
    this.buffer = buffer;
    this.#pace = new Pace((turn) => session.busy(this.#read(turn)), () => this.isOffered);
    buffer.onChange((origin) => {
      this.#pace.changed();
      session.tell('workspace', 'status');
      if (this.isOffered) this.#pace.schedule(origin === 'typed' ? REST_MS : 0);
    });
  }

  /** Whether the host has one that can be edited here. */
  get isOffered(): boolean {
    return this.#session.host.findings !== undefined;
  }
  /** Whether there is one, saved or not. */
  get isThere(): boolean {
    return this.#saved.version !== '' || this.buffer.text !== '';
  }
  get savedText(): string {
    return this.#saved.text;
  }
  get isChanged(): boolean {
    return this.buffer.text !== this.#saved.text || this.#saved.lies === 'nowhere';
  }
  /** What keeps it from being read with the journeys; undefined where nothing does. */
  get fault(): Finding | undefined {
    return this.findings.find((one) => one.severity === 'error');
  }
  get isKnown(): boolean {
    return !this.isOffered || this.#pace.isKnown;
  }
  settled(): Promise<void> {
    return this.#pace.settled();
  }

  /** Look at the file: another text takes the place of one that nobody changed here. */
  async refresh(): Promise<void> {
    if (!this.isOffered) return;
    const answer = await this.#session.host.text(WORKSPACE);
    const found = failed(answer) ? NONE : answer;
    if (found.version === this.#saved.version && found.text === this.#saved.text) return;
    if (this.buffer.text !== this.#saved.text && this.buffer.text !== found.text) {
      this.clash = found;
      this.#session.tell('conflict', 'status');
      return;
    }
    this.#take(found);
  }

  #take(found: Text): void {
    this.#saved = found;
    this.#used = found.text;
    this.#put = null;
    this.buffer.open(found.text);
    if (found.typed !== undefined) this.buffer.become(found.typed, 'operation');
    this.#session.tell('workspace', 'status');
  }

  /** Other files take the place of those that were. */
  forget(): void {
    this.clash = null;
    this.findings = [];
    this.#take(NONE);
  }

  /** Begin one where there is none. */
  create(): void {
    this.buffer.become(minimal(), 'operation');
  }

  async save(): Promise<boolean> {
    const { text } = this.buffer;
    if (this.clash) return false;
    const answer = await this.#session.host.save(WORKSPACE, text, this.#saved.version, []);
    if (failed(answer)) {
      this.#session.notice(noticeOf('save', answer));
      return false;
    }
    if ('conflict' in answer) {
      this.clash = { text: answer.conflict, version: answer.version };
      this.#session.tell('conflict', 'status');
      return false;
    }
    this.#saved = { text, ...answer };
    this.#session.tell('workspace', 'status');
    return true;
  }

  /** Choose one of two whole texts. */
  resolve(side: 'theirs' | 'mine'): void {
    const { clash } = this;
    if (!clash) return;
    this.clash = null;
    this.#saved = clash;
    if (side === 'theirs') this.buffer.become(clash.text, 'operation');
    this.#session.tell('conflict', 'status', 'workspace');
  }

  fix(finding: Finding): void {
    const edits = fixOf(finding, this.path);
    if (edits && this.#pace.isKnown) this.buffer.replace(edits, 'operation');
  }

  /** What is told of it may be in another language by now. */
  readAnew(): void {
    this.#pace.changed();
    this.#pace.schedule(0);
  }

  async #read(turn: Turn): Promise<void> {
    const { host } = this.#session;
    const { text } = this.buffer;
    const findings = text === '' ? [] : ((await host.findings?.(WORKSPACE, text, language())) ?? []);
    if (!turn.take()) return;
    if (failed(findings)) {
      this.#session.notice(noticeOf('draw', findings));
      return;
    }
    this.findings = findings;
    this.#session.tell('workspace', 'status');
    if (this.fault || text === this.#put || !this.isThere) return;
    const isNew = text !== this.#used;
    this.#used = this.#put = text;
    host.put?.(WORKSPACE, text);
    if (isNew) this.#session.readAnew();
  }
}
