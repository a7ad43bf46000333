/** One worker from its start to its end. It is asked one thing at a time. */

import type { Engine } from './engine.ts';
import type { FromWorker, Ready, ToWorker } from './protocol.ts';

/** How long one answer may take. */
export const MOST_MS = 10_000;
/** How long a start may take, on a slow machine. */
const START_MS = 120_000;

/** Why there is no answer: it took too long, or what answers broke. */
export class Ended extends Error {
  readonly reason: 'time' | 'broken';

  constructor(reason: 'time' | 'broken', message: string) {
    super(message);
    this.reason = reason;
  }
}

interface Awaited {
  resolve(value: unknown): void;
  reject(error: Ended): void;
  timer: ReturnType<typeof setTimeout>;
}

export class Running {
  readonly #worker: Worker;
  #onEnd: () => void = () => undefined;
  #awaited: Awaited | null = null;
  #asked = 0;
  #isOver = false;

  private constructor(worker: Worker) {
    this.#worker = worker;
    worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
      if ('failed' in data) this.#broke('broken', data.failed);
      else if ('ready' in data) this.#settle(data.ready);
      else if (data.id === this.#asked) this.#settle(data.answer);
    };
    worker.onerror = (event) => {
      event.preventDefault();
      this.#broke('broken', event.message);
    };
  }

  /** A worker that is ready; `onEnd` is called when it ends by itself from then on, whether or not
  somebody waits. Throws Ended, or what the engine throws. */
  static async begin(engine: Engine, language: string, onEnd: () => void): Promise<{ running: Running; ready: Ready }> {
    const running = new Running(await engine.worker());
    const start = await engine.start(language);
    const ready = await running.#wait<Ready>(START_MS, { start });
    running.#onEnd = onEnd;
    return { running, ready };
  }

  put(path: string, text: string | null): void {
    if (!this.#isOver) this.#worker.postMessage({ put: path, text } satisfies ToWorker);
  }

  /** The JSON of an answer. Throws Ended. */
  ask(name: string, given: object): Promise<string> {
    this.#asked += 1;
    return this.#wait<string>(MOST_MS, { id: this.#asked, name, given });
  }

  end(): void {
    this.#isOver = true;
    this.#worker.terminate();
  }

  #wait<T>(most: number, message: ToWorker): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      if (this.#isOver) return reject(new Ended('broken', 'it is over'));
      const timer = setTimeout(() => this.#broke('time', 'it took too long'), most);
      this.#awaited = { resolve: resolve as Awaited['resolve'], reject, timer };
      this.#worker.postMessage(message);
    });
  }

  #settle(value: unknown): void {
    clearTimeout(this.#awaited?.timer);
    this.#awaited?.resolve(value);
    this.#awaited = null;
  }

  #broke(reason: Ended['reason'], message: string): void {
    if (this.#isOver) return;
    this.end();
    clearTimeout(this.#awaited?.timer);
    this.#awaited?.reject(new Ended(reason, message));
    this.#awaited = null;
    this.#onEnd();
  }
}
