/** Drafts: what is not saved, kept in this browser, and only if somebody says yes.

Several pages may be open at once, so each has a draft of its own; where two go on with one, whichever
writes second has another one from then on. A browser may refuse to keep
anything: then that is told, and nothing else depends on it. */

import type { Given } from './files.ts';

export interface Draft {
  id: string;
  /** When it was kept last, in milliseconds. */
  when: number;
  title: string;
  /** Which journey was open. */
  path: string;
  files: readonly Given[];
}
/** What somebody said to drafts; null as long as nobody was asked. */
export type Consent = 'yes' | 'no' | null;

/** The part of a browser's storage that is needed. */
export type Storage = Pick<globalThis.Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

const CONSENT = 'cjm-drafts';
const PREFIX = 'cjm-draft:';

export class Drafts {
  readonly #storage: () => Storage;
  #id: string = crypto.randomUUID();
  /** This page's draft as it wrote or took it; what lies there otherwise is another page's. */
  #own: string | null = null;
  /** What was said while nothing could be kept. */
  #said: Consent = null;

  /** `storage` throws where a browser keeps nothing. */
  constructor(storage: () => Storage = () => localStorage) {
    this.#storage = storage;
  }

  get consent(): Consent {
    const said = this.#tried(() => this.#storage().getItem(CONSENT), null);
    return said === 'yes' || said === 'no' ? said : this.#said;
  }

  /** Whether drafts are kept from now on; a no forgets those that are there. */
  agree(consent: 'yes' | 'no'): boolean {
    this.#said = consent;
    if (consent === 'no') this.forget();
    return this.#tried(() => { this.#storage().setItem(CONSENT, consent); return true; }, false);
  }

  /** Keep what is not saved; false where the browser does not. */
  keep(draft: Omit<Draft, 'id' | 'when'>): boolean {
    if (this.consent !== 'yes') return true;
    return this.#tried(() => {
      if (this.#isOthers()) this.begin();
      const text = JSON.stringify({ id: this.#id, when: Date.now(), ...draft } satisfies Draft);
      this.#storage().setItem(PREFIX + this.#id, text);
      this.#own = text;
      return true;
    }, false);
  }

  /** All is saved: this page's draft is of no more use. */
  drop(): void {
    if (!this.#tried(() => this.#isOthers(), false)) this.#remove(this.#id);
  }

  /** Leave this page's draft as it is kept: what comes is another one. */
  begin(): void {
    this.#id = crypto.randomUUID();
    this.#own = null;
  }

  /** Go on with one: it is this page's from now on. */
  resume(draft: Draft): void {
    this.#id = draft.id;
    this.#own = JSON.stringify(draft);
  }

  /** What other pages, or this one another time, left; the newest first. */
  get list(): Draft[] {
    return this.#ids().flatMap((id) => {
      const draft = this.#read(id);
      return draft && id !== this.#id ? [draft] : [];
    }).sort((one, other) => other.when - one.when);
  }

  /** Forget one, or all of them. */
  forget(id?: string): void {
    for (const each of id === undefined ? this.#ids() : [id]) this.#remove(each);
  }

  #isOthers(): boolean {
    const text = this.#storage().getItem(PREFIX + this.#id);
    return text !== null && text !== this.#own;
  }

  #ids(): string[] {
    return this.#tried(() => {
      const storage = this.#storage();
      const keys = Array.from({ length: storage.length }, (_, nth) => storage.key(nth) ?? '');
      return keys.filter((key) => key.startsWith(PREFIX)).map((key) => key.slice(PREFIX.length));
    }, []);
  }

  #read(id: string): Draft | null {
    return this.#tried(() => {
      const draft = JSON.parse(this.#storage().getItem(PREFIX + id) ?? 'null') as Partial<Draft> | null;
      const isOne = draft && typeof draft.title === 'string' && typeof draft.path === 'string' && typeof draft.when === 'number'
        && Array.isArray(draft.files) && draft.files.length > 0 && draft.files.every((one) => typeof one.path === 'string' && typeof one.text === 'string');
      return isOne ? { ...(draft as Draft), id } : null;
    }, null);
  }

  #remove(id: string): void {
    this.#tried(() => this.#storage().removeItem(PREFIX + id), undefined);
  }

  #tried<T>(act: () => T, otherwise: T): T {
    try {
      return act();
    } catch {
      return otherwise;
    }
  }
}
