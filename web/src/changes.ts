/** Changes of a journey: operations of the host on its text, one set after the other, each on the text
as it is by then. */

import type { Journey } from './assessment.ts';
import { setScore } from './edits/operations.ts';
import type { ScoreKey } from './figures/draft.ts';
import { noticeOf } from './followed.ts';
import { failed, type Operation } from './host.ts';
import type { Session } from './session.ts';
import { TextTree } from './text/tree.ts';
import type { Work } from './work.ts';

export type MakeOperations = (tree: TextTree, journey: Journey) => readonly Operation[];

const TRIES = 4;

export class Changes {
  readonly #session: Session;
  readonly #work: Work;
  readonly #scores = new Map<string, { key: ScoreKey; value: number }>();

  constructor(session: Session, work: Work) {
    this.#session = session;
    this.#work = work;
  }

  /** The scores that are shown already, and not written yet. */
  get waiting(): Iterable<{ key: ScoreKey; value: number }> {
    return this.#scores.values();
  }

  run(make: MakeOperations): Promise<boolean> {
    const at = this.#session.acting();
    return this.#work.enqueue(async () => {
      await this.#session.settled();
      const { journey, isBroken } = this.#session;
      return this.#perform((tree) => (journey && !isBroken ? make(tree, journey) : []), at);
    });
  }

  /** Make operations on a text that holds no journey yet. */
  begin(make: (tree: TextTree) => readonly Operation[]): Promise<boolean> {
    return this.#work.enqueue(() => this.#perform(make, null));
  }

  setScore(key: ScoreKey, value: number): Promise<boolean> {
    this.#session.preview(key, value);
    const at = this.#session.acting();
    this.#scores.set(JSON.stringify(key), { key, value });
    return this.#work.enqueue(async () => {
      if (!this.#scores.size) return true; /* a later one went with an earlier */
      const waiting = [...this.#scores.values()];
      this.#scores.clear();
      const made = await this.#perform((tree) => waiting.flatMap((one) => setScore(tree, one.key, one.value)), at);
      if (!made) this.#session.restore();
      return made;
    });
  }

  /* `at` is the field it was asked for in: where it is told, should it be refused */
  async #perform(make: (tree: TextTree) => readonly Operation[], at: string | null): Promise<boolean> {
    const { file, host, buffer } = this.#session;
    if (!file) return false;
    for (let nth = 0; nth < TRIES; nth += 1) {
      const { text } = buffer;
      const operations = make(new TextTree(text));
      if (!operations.length) return true;
      const answer = await host.edit(file.file, text, operations);
      if (failed(answer)) {
        this.#session.notice({ ...noticeOf('edit', answer), ...(at ? { at } : {}) });
        return false;
      }
      if (!this.#session.isOpen(file)) return false;
      if (buffer.text !== text) continue; /* somebody typed meanwhile */
      const renamed = operations.flatMap((one) => (one.op === 'rename' && one.kind === 'touchpoint' ? [[one.id, one.new] as const] : []));
      buffer.replace(answer.edits, 'operation', renamed);
      return true;
    }
    return false;
  }
}
