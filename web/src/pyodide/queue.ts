/** What waits for the worker, which does one thing at a time: a picture goes before figures, and what
is asked anew for a later text takes the place of what was asked before. */

import type { Failed } from '../host.ts';

export interface Waiting {
  name: string;
  given: Readonly<Record<string, unknown>>;
  /** Given the JSON of an answer; null where nobody wants it any more. */
  done(answer: string | Failed | null): void;
}

/** What follows the text while somebody types, in the order in which it is answered. All else goes
before: a change that is made waits for nothing. */
const ORDER = ['complete', 'hover', 'picture', 'assess', 'findings'];

export class Queue {
  readonly #waiting: Waiting[] = [];

  add(asked: Waiting): void {
    const kind = kindOf(asked);
    const stale = kind === null ? -1 : this.#waiting.findIndex((one) => kindOf(one) === kind);
    if (stale >= 0) this.#waiting.splice(stale, 1)[0]?.done(null);
    this.#waiting.push(asked);
  }

  /** The one that is answered next; it waits no more. */
  next(): Waiting | undefined {
    const first = Math.min(...this.#waiting.map(placeOf));
    const at = this.#waiting.findIndex((one) => placeOf(one) === first);
    return at < 0 ? undefined : this.#waiting.splice(at, 1)[0];
  }
}

const placeOf = ({ name, given }: Waiting): number => (isFollowing(name, given) ? ORDER.indexOf(name) : -1);

/* a picture in a theme is for a file, which somebody asked for */
const isFollowing = (name: string, given: Waiting['given']): boolean => ORDER.includes(name) && given['theme'] === undefined;

/* two of one kind are the same question about two texts */
const kindOf = ({ name, given }: Waiting): string | null => (isFollowing(name, given) ? `${name} ${String(given['file'])}` : null);
