/** A host behind HTTP: one address a function, JSON both ways, events by server-sent events. */

import type { Assessment } from './assessment.ts';
import type {
  Answer, Asked, Edited, Failed, Host, HostEvent, Language, Listed, Merged, NewJourney, Operation, Picture, Renamed, Saved, Template, Text,
} from './host.ts';

const PAGE = 'studio.html';
const FORBIDDEN = 403;
const CALLS = '_studio/';
const EVENTS = '_studio/events';

export class HttpHost implements Host {
  #token: string;
  readonly #unreachable: string;
  readonly #language: Language;

  /** `unreachable` is what is said where no answer comes. */
  constructor(token: string, language: Language, unreachable: string) {
    this.#token = token;
    this.#language = language;
    this.#unreachable = unreachable;
  }

  list(): Answer<Listed[]> {
    return this.#ask('list', {});
  }
  text(file: string): Answer<Text> {
    return this.#ask('text', { file });
  }
  assess(file: string, text: string, language: Language, renamed: readonly Renamed[]): Answer<Assessment> {
    return this.#ask('assess', { file, text, language, renamed });
  }
  picture(file: string, text: string, asked: Asked): Answer<Picture> {
    return this.#ask('picture', { file, text, ...asked });
  }
  edit(file: string, text: string, operations: readonly Operation[]): Answer<Edited> {
    return this.#ask('edit', { file, text, operations });
  }
  merge(file: string, before: string, theirs: string, mine: string): Answer<Merged> {
    return this.#ask('merge', { file, before, theirs, mine });
  }
  save(file: string, text: string, version: string, renamed: readonly Renamed[]): Answer<Saved> {
    return this.#ask('save', { file, text, version, renamed });
  }
  create(journey: NewJourney): Answer<{ file: string }> {
    return this.#ask('create', { ...journey });
  }

  templates(language: Language): Answer<Template[]> {
    return this.#ask('templates', { language });
  }

  /** A browser has six connections to a host: tabs share one, of the tab that has the lock, and when it goes the next has it. */
  events(callback: (event: HostEvent) => void): void {
    const tabs = new BroadcastChannel(EVENTS);
    const tell = (event: HostEvent): void => {
      callback(event);
      tabs.postMessage(event);
    };
    tabs.onmessage = ({ data }: MessageEvent<HostEvent>) => callback(data);
    const follow = (wasDeaf: boolean): Promise<never> => new Promise(() => followed(tell, wasDeaf));
    const { locks } = navigator;
    void locks.request(EVENTS, { ifAvailable: true }, (lock) => (lock ? follow(false) : void locks.request(EVENTS, () => follow(true))));
  }

  async #ask<T extends object>(name: string, given: object): Promise<T | Failed> {
    const body = JSON.stringify(given);
    const token = this.#token;
    try {
      let response = await this.#post(name, body);
      /* another run of the server has another token, which stands in its page */
      if (response.status === FORBIDDEN && (await this.#isRenewed(token))) response = await this.#post(name, body);
      return (await response.json()) as T | Failed;
    } catch {
      return { error: { message: this.#unreachable } };
    }
  }

  #post(name: string, body: string): Promise<Response> {
    const headers = { 'Content-Type': 'application/json', 'X-CJM-Token': this.#token, 'X-CJM-Language': this.#language };
    return fetch(CALLS + name, { method: 'POST', headers, body });
  }

  async #isRenewed(refused: string): Promise<boolean> {
    if (this.#token !== refused) return true; /* another call has been quicker */
    const page = new DOMParser().parseFromString(await (await fetch(PAGE)).text(), 'text/html');
    this.#token = page.querySelector<HTMLMetaElement>('meta[name="cjm-token"]')?.content || refused;
    return this.#token !== refused;
  }
}

/* what may have happened while nobody listened is told by `back` */
function followed(tell: (event: HostEvent) => void, wasDeaf: boolean): void {
  const source = new EventSource(EVENTS);
  let isDeaf = wasDeaf, isLost = false;
  source.onopen = () => {
    if (isDeaf) tell({ kind: 'back' });
    isDeaf = isLost = false;
  };
  source.onerror = () => {
    if (!isLost) tell({ kind: 'lost' });
    isDeaf = isLost = true;
  };
  source.onmessage = (message: MessageEvent<string>) => {
    const told = JSON.parse(message.data) as { kind?: 'changed' | 'gone' | 'broken'; file?: string };
    if (told.kind && told.file !== undefined) tell({ kind: told.kind, file: told.file });
  };
}
