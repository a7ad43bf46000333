/** Work that is on its way: how much there is, and what waits for its turn. */

export class Work {
  readonly #tell: () => void;
  #count = 0;
  #queue: Promise<unknown> = Promise.resolve();

  /** `tell` is called whenever some begins or ends. */
  constructor(tell: () => void) {
    this.#tell = tell;
  }

  get isDone(): boolean {
    return this.#count === 0;
  }

  /** Count it until it is done. */
  async busy<T>(work: Promise<T>): Promise<T> {
    this.#count += 1;
    this.#tell();
    try {
      return await work;
    } finally {
      this.#count -= 1;
      this.#tell();
    }
  }

  /** Begin it when all that was queued before is done. */
  enqueue<T>(task: () => Promise<T>): Promise<T> {
    const done = this.busy(this.#queue.then(task));
    this.#queue = done.catch(() => undefined);
    return done;
  }

  /** When all that was queued is done. */
  async queued(): Promise<void> {
    await this.#queue;
  }
}
