/** A pace of reading: what changes often is read when it rests, one reading after the other, and once
more where it changed meanwhile. */

/** One reading: `take` says whether it is of what there is now, and counts it as known then. */
export interface Turn {
  readonly isCurrent: boolean;
  take(): boolean;
}

export class Pace {
  readonly #read: (turn: Turn) => Promise<void>;
  readonly #isNeeded: () => boolean;
  #revision = 0;
  #known = -1;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #reading: Promise<void> | null = null;

  constructor(read: (turn: Turn) => Promise<void>, isNeeded: () => boolean) {
    this.#read = read;
    this.#isNeeded = isNeeded;
  }

  /** Whether what there is now has been read. */
  get isKnown(): boolean {
    return this.#known === this.#revision;
  }

  /** There is something else to read, or it is read with something else. */
  changed(): void {
    this.#revision += 1;
  }

  schedule(wait: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#begin(), wait);
  }

  /** Read it before the page is drawn again, once for all that changes in one go. */
  soon(): void {
    queueMicrotask(() => void this.#begin());
  }

  /** When what there is now has been read. */
  async settled(): Promise<void> {
    while (this.#isNeeded() && (!this.isKnown || this.#reading)) {
      clearTimeout(this.#timer);
      await this.#begin();
    }
  }

  /** What is read now, as another part of it is asked for. */
  turn(): Turn {
    const revision = this.#revision;
    const isCurrent = () => revision === this.#revision;
    return {
      get isCurrent() { return isCurrent(); },
      take: () => {
        if (isCurrent()) this.#known = revision;
        return isCurrent();
      },
    };
  }

  /* One at a time; what arrives for something that is no more is let go. */
  async #begin(): Promise<void> {
    while (this.#reading) await this.#reading;
    if (this.isKnown || !this.#isNeeded()) return;
    this.#reading = this.#read(this.turn()).finally(() => { this.#reading = null; });
    await this.#reading;
  }
}
