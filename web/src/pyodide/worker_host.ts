/** The host that is the page itself: files are the page's own, everything else is asked of Python in a
worker. The worker is ended on anything odd and another one begun, with the same texts. */

import type { Assessment, Finding } from '../assessment.ts';
import type {
  Answer, Asked, Completions, Edited, Failed, Host, HostEvent, Language, Listed, Merged, NewJourney, Operation, Picture, Renamed, Saved, Template, Text, Told,
} from '../host.ts';
import { failed, WORKSPACE } from '../host.ts';
import { tell } from '../onefile/words.ts';
import { language } from '../words.ts';
import type { Engine } from './engine.ts';
import type { KeptFiles } from './page_files.ts';
import type { Ready } from './protocol.ts';
import { Queue } from './queue.ts';
import { Ended, MOST_MS, Running } from './running.ts';

export class WorkerHost implements Host {
  readonly isNear = true;
  readonly #files: KeptFiles;
  readonly #engine: Engine;
  readonly #queue = new Queue();
  #running: Promise<Running>;
  /* the same once it has started: it is told and asked at once, before the page does anything else */
  #awake: Running | null = null;
  #ready: Ready | null = null;
  #isBusy = false;
  /* what journeys are read with in place of what lies in the file: the last text without faults */
  #used: string | null = null;
  #isSavingWorkspace = false;

  constructor(files: KeptFiles, engine: Engine) {
    this.#files = files;
    this.#engine = engine;
    this.#running = this.#begin();
    files.onPut((path, text) => {
      if (path === WORKSPACE && this.#isSavingWorkspace) return; /* it may be faulty: what is read with it is put */
      if (path === WORKSPACE) this.#used = null;
      this.#tell(path, text);
    });
  }

  /** When the first worker can answer; or why none can. */
  get ready(): Answer<Ready> {
    return this.#running.then(() => this.#ready as Ready, () => cannotStart());
  }

  // ---- files: the page's own -----------------------------------------------------------------------

  async text(file: string): Answer<Text> {
    return this.#files.text(file);
  }
  async save(file: string, text: string, version: string, renamed: readonly Renamed[]): Answer<Saved> {
    if (file === WORKSPACE) return this.#saveWorkspace(text, version);
    const beside = renamed.length ? await this.ask<Record<string, string>>('carried', { file, text, renamed }) : {};
    return failed(beside) ? (beside as Failed) : this.#files.save(file, text, version, beside);
  }
  async #saveWorkspace(text: string, version: string): Answer<Saved> {
    this.#isSavingWorkspace = true;
    try {
      return await this.#files.save(WORKSPACE, text, version);
    } finally {
      this.#isSavingWorkspace = false;
    }
  }
  put(file: string, text: string): void {
    if (file === WORKSPACE) this.#used = text;
    this.#tell(file, text);
  }
  async create(journey: NewJourney): Answer<{ file: string }> {
    const made = await this.ask<{ file: string; path: string; text: string }>('create', { ...journey });
    if (failed(made)) return made;
    this.#files.add([{ path: made.path, text: made.text }]);
    return { file: made.file };
  }
  events(callback: (event: HostEvent) => void): void {
    this.#files.events(callback);
  }

  // ---- all else: Python's --------------------------------------------------------------------------

  list(): Answer<Listed[]> {
    const [some] = this.#files.texts();
    if (!some) return Promise.resolve([]); /* nobody has to be awake to say so */
    return this.ask('list', {});
  }
  assess(file: string, text: string, language: Language, renamed: readonly Renamed[]): Answer<Assessment> {
    return this.ask('assess', { file, text, language, renamed });
  }
  picture(file: string, text: string, asked: Asked): Answer<Picture> {
    return this.ask('picture', { file, text, ...asked });
  }
  edit(file: string, text: string, operations: readonly Operation[]): Answer<Edited> {
    return this.ask('edit', { file, text, operations });
  }
  merge(file: string, before: string, theirs: string, mine: string): Answer<Merged> {
    return this.ask('merge', { file, before, theirs, mine });
  }
  templates(language: Language): Answer<Template[]> {
    return this.ask('templates', { language });
  }

  findings(file: string, text: string, language: Language): Answer<readonly Finding[]> {
    return this.ask('findings', { file, text, language });
  }
  complete(file: string, text: string, offset: number, language: Language): Answer<Completions> {
    return this.ask('complete', { file, text, offset, language });
  }
  hover(file: string, text: string, offset: number, language: Language): Answer<Told | null> {
    return this.ask('hover', { file, text, offset, language });
  }

  #tell(path: string, text: string | null): void {
    this.#awake?.put(path, text); /* one that starts is given all there is by then */
  }

  /** One of Python's functions, by its name. */
  async ask<T>(name: string, given: Readonly<Record<string, unknown>>): Answer<T> {
    const answer = await new Promise<string | null | Failed>((done) => {
      this.#queue.add({ name, given, done });
      void this.#answerNext();
    });
    if (answer === null) return { error: { message: tell('stale') } };
    return typeof answer === 'string' ? (JSON.parse(answer) as T | Failed) : answer;
  }

  async #answerNext(): Promise<void> {
    if (this.#isBusy) return;
    this.#isBusy = true;
    for (let next = this.#queue.next(); next; next = this.#queue.next()) next.done(await this.#answered(next.name, next.given));
    this.#isBusy = false;
  }

  async #answered(name: string, given: object): Promise<string | Failed> {
    let running;
    try {
      running = this.#awake ?? (await this.#running);
    } catch {
      this.#running = this.#begin(); /* the next question tries anew */
      return cannotStart();
    }
    try {
      return await running.ask(name, given);
    } catch (error) {
      const isLate = error instanceof Ended && error.reason === 'time';
      return { error: { message: isLate ? tell('tookTooLong', MOST_MS / 1000) : tell('brokeOff'), help: tell('brokeOffHelp') } };
    }
  }

  /* Texts that come while it starts are among those that it is given then. */
  #begin(): Promise<Running> {
    this.#awake = null;
    const begun = Running.begin(this.#engine, language(), () => { this.#running = this.#begin(); }).then(({ running, ready }) => {
      for (const [path, text] of this.#files.texts()) running.put(path, text);
      if (this.#used !== null) running.put(WORKSPACE, this.#used);
      this.#ready = ready;
      this.#awake = running;
      return running;
    });
    begun.catch(() => undefined); /* told to whoever asks */
    return begun;
  }
}

const cannotStart = (): Failed => ({ error: { message: tell('cannotStart'), help: tell('cannotStartHelp') } });
