/** What a host of the page needs of whoever keeps its files. */

import type { Answer, Failed, HostEvent, Renamed, Saved, Text } from '../host.ts';

export interface KeptFiles {
  /** Every file by its path, for a worker that starts anew. */
  texts(): Iterable<readonly [path: string, text: string]>;
  /** Tell each text that is another one by now; null is none. */
  onPut(told: (path: string, text: string | null) => void): void;
  text(path: string): Text | Failed;
  save(path: string, text: string, version: string, beside?: Readonly<Record<string, string>>): Answer<Saved>;
  add(given: readonly { path: string; text: string }[]): void;
  events(callback: (event: HostEvent) => void): void;
}

export type { Renamed };
