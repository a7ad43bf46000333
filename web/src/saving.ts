/** Saving a journey's text: over its file, or into another one, which it lies in from then on. */

import { failed, type Renamed, type Text } from './host.ts';
import { noticeOf } from './followed.ts';
import type { Session } from './session.ts';
import type { Work } from './work.ts';

export class Saving {
  /** Whether it was written since it was opened. */
  isDone = false;
  /** Touchpoints that are called otherwise since; the host carries them to what was measured. */
  readonly renamed: Renamed[] = [];
  readonly #session: Session;
  readonly #work: Work;
  readonly #isKnown: () => boolean;

  /** `isKnown`: whether the text as it is now has been read. */
  constructor(session: Session, work: Work, isKnown: () => boolean) {
    this.#session = session;
    this.#work = work;
    this.#isKnown = isKnown;
  }

  /** Another file: nothing of it is written. */
  forget(): void {
    this.isDone = false;
    this.renamed.length = 0;
  }

  /** Write the text. What lies in the file may be another one by now: then the two are merged. */
  async save(): Promise<boolean> {
    await this.#work.queued();
    const session = this.#session;
    const { file } = session;
    if (!file || session.clash) return false;
    const { text } = session.buffer;
    const renamed = [...this.renamed];
    const answer = await session.host.save(file.file, text, session.saved.version, renamed);
    if (failed(answer)) {
      session.notice(noticeOf('save', answer));
      return false;
    }
    if ('conflict' in answer) {
      await session.meeting.meet({ text: answer.conflict, version: answer.version }, true);
      return session.clash ? false : this.save();
    }
    this.renamed.splice(0, renamed.length);
    this.#written({ text, ...answer });
    void session.refresh();
    return true;
  }

  /** The open text was written into another file: what was chosen, and what can be undone, stays. */
  async moved(to: string, text: Text): Promise<void> {
    const session = this.#session;
    if (!session.file) return;
    session.file = { ...session.file, file: to, path: to };
    this.renamed.length = 0;
    this.#written(text);
    await session.refresh();
    session.tell('file');
    session.readAnew(); /* what was asked about the file before is not taken any more */
  }

  #written(saved: Text): void {
    const session = this.#session;
    session.saved = saved;
    this.isDone = true;
    session.isGone = false;
    if (this.#isKnown()) session.savedJourney = session.journey;
    session.tell('status', 'text', 'draft');
  }
}
