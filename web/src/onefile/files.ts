/** The files of the page: by path their text as it lies in the file, its version, and where the
browser gives one the handle by which it is written. What people type is kept here, too, for drafts;
whoever keeps a copy to read journeys with is told of whole texts only.

Knows no screen: the page gives `place`, which finds one for what has none. */

import { failed, type Answer, type Failed, type HostEvent, type Saved, type Text } from '../host.ts';
import { tell } from './words.ts';
import { pack, unpack, type Unpacked } from './unpacking.ts';

/** The workspace's file: of the paths it is the one that is no journey's. */
export const WORKSPACE = 'cjm.yaml';

/* what is measured of a journey lies beside it; a change of what is no journey is told of all that are */
const JOURNEY = /^(?!(.*\/)?cjm\.ya?ml$)(?!.*\.measured\.ya?ml$)/;

/** A text that comes into the page: from a file, a template, an example, a draft or a link. */
export interface Given {
  path: string;
  text: string;
  hasMark?: boolean;
  handle?: FileSystemFileHandle | null;
  /** What lies in the file where `text` was typed since; null where there is no file yet. */
  saved?: string | null;
  /** Of what was read, so that no change after it goes unseen. */
  stamp?: Stamp | null;
}

/** What the browser tells of a file without reading it. */
export type Stamp = readonly [modified: number, size: number];

interface PageFile {
  /** As it lies in the file, or as it came where there is none. */
  kept: string;
  typed: string;
  isNowhere: boolean;
  hasMark: boolean;
  version: number;
  handle: FileSystemFileHandle | null;
  stamp: Stamp | null;
  isGone: boolean;
}

/** Finds a place for a text that has none: a file that somebody chooses, or, told by null, the downloads,
where it is then. */
export type Place = (name: string, bytes: Uint8Array<ArrayBuffer>) => Promise<FileSystemFileHandle | null | Failed>;
type Put = (path: string, text: string | null) => void;

export class PageFiles {
  readonly #files = new Map<string, PageFile>();
  readonly #place: Place;
  readonly #told: ((event: HostEvent) => void)[] = [];
  readonly #puts: Put[] = [];
  #versions = 0;
  #looking: Promise<void> | null = null;

  constructor(place: Place) {
    this.#place = place;
  }

  // ---- what is there -----------------------------------------------------------------------------

  get paths(): string[] {
    return [...this.#files.keys()];
  }

  /** Every file as it lies, or as it came: what journeys are read with. */
  texts(): ReadonlyMap<string, string> {
    return new Map([...this.#files].map(([path, file]) => [path, file.kept]));
  }

  /** As it lies in its file. */
  text(path: string): Text | Failed {
    const file = this.#files.get(path);
    if (!file) return missing(path);
    const typed = file.typed === file.kept ? {} : { typed: file.typed };
    return { text: file.kept, version: String(file.version), lies: liesOf(file), ...typed };
  }

  /** As somebody has typed it by now. */
  typed(path: string): string | null {
    return this.#files.get(path)?.typed ?? null;
  }

  handle(path: string): FileSystemFileHandle | null {
    return this.#files.get(path)?.handle ?? null;
  }

  /** Paths whose text lies nowhere, or otherwise than it is typed. */
  get unsaved(): string[] {
    return [...this.#files].filter(([, file]) => file.isNowhere || file.typed !== file.kept).map(([path]) => path);
  }

  /** What is here, to be held again another time. */
  given(): Given[] {
    return [...this.#files].map(([path, { typed, kept, isNowhere, hasMark }]) => ({ path, text: typed, hasMark, saved: isNowhere ? null : kept }));
  }

  // ---- what comes and goes -------------------------------------------------------------------------

  /** Hold these and no others. */
  replace(given: readonly Given[]): void {
    const kept = new Set(given.map((one) => one.path));
    for (const path of this.paths) if (!kept.has(path)) this.remove(path);
    this.add(given);
  }

  /** Hold these, too; one of the same path takes the place of what was there. */
  add(given: readonly Given[]): void {
    for (const { path, text, hasMark = false, handle = null, saved = handle ? text : null, stamp = null } of given) {
      const kept = saved ?? text;
      this.#files.set(path, { kept, typed: text, isNowhere: saved === null, hasMark, version: ++this.#versions, handle, stamp, isGone: false });
      this.#put(path, kept);
    }
  }

  remove(path: string): void {
    if (this.#files.delete(path)) this.#put(path, null);
  }

  /** What somebody has typed by now. */
  type(path: string, text: string): void {
    const file = this.#files.get(path);
    if (file) file.typed = text;
  }

  // ---- writing -------------------------------------------------------------------------------------

  /** Write a text over its file, or find a place for it. The file is read again first: where it
  is not what was seen, nothing is written; without a `version` it is a new one. `beside` are texts that
  change with it, by path. */
  async save(path: string, text: string, version: string, beside: Readonly<Record<string, string>> = {}): Answer<Saved> {
    const isNew = version === '' && !this.#files.has(path);
    if (isNew) this.add([{ path, text }]);
    const file = this.#files.get(path);
    if (!file) return missing(path);
    const stale = await this.#refreshed(path, file, true);
    if (failed(stale)) return stale;
    if (!isNew && version !== String(file.version)) return { conflict: file.kept, version: String(file.version) };
    for (const [other, changed] of [[path, text], ...Object.entries(beside)] as const) {
      const written = await this.#write(other, changed);
      if (failed(written)) return written;
    }
    return { version: String(file.version), lies: liesOf(file) };
  }

  /** Write it into another file, which it lies in from now on. */
  async saveAs(path: string, handle: FileSystemFileHandle, text: string): Answer<{ path: string; version: string }> {
    const file = this.#files.get(path);
    if (!file) return missing(path);
    const before = { ...file };
    Object.assign(file, { handle, stamp: null, isGone: false });
    const written = await this.#write(path, text);
    if (failed(written)) {
      Object.assign(file, before);
      return written;
    }
    const renamed = siblingOf(path, handle.name);
    if (renamed !== path) {
      this.#files.delete(path);
      this.#put(path, null);
      this.#files.set(renamed, file);
      this.#put(renamed, text);
    }
    return { path: renamed, version: String(file.version) };
  }

  async #write(path: string, text: string): Promise<Failed | null> {
    const file = this.#files.get(path);
    if (!file) return missing(path);
    const bytes = pack(path, { text, hasMark: file.hasMark });
    if (failed(bytes)) return bytes;
    const handle = file.handle ?? (await this.#place(nameOf(path), bytes));
    const refused = failed(handle) ? handle : handle && (await writeInto(handle, path, bytes));
    if (failed(refused)) return refused;
    file.handle = handle as FileSystemFileHandle | null;
    Object.assign(file, { kept: text, typed: text, isNowhere: false, isGone: false, version: file.kept === text ? file.version : ++this.#versions });
    await this.#stampOf(file);
    this.#put(path, text);
    return null;
  }

  // ---- what happens outside ------------------------------------------------------------------------

  events(callback: (event: HostEvent) => void): void {
    this.#told.push(callback);
  }

  /** Whoever keeps a copy is told each text that is another one by now; null is none. */
  onPut(put: Put): void {
    this.#puts.push(put);
  }

  /** Look at every file that can be looked at, and tell what is another one by now. */
  look(): Promise<void> {
    this.#looking ??= this.#look().finally(() => { this.#looking = null; });
    return this.#looking;
  }

  async #look(): Promise<void> {
    for (const [path, file] of [...this.#files]) {
      if (!file.handle) continue;
      const { version, isGone } = file;
      const answer = await this.#refreshed(path, file, false);
      const isKnown = String(version) === String(file.version) && isGone === file.isGone;
      if (failed(answer)) this.#tell(file.isGone ? (isGone ? null : { kind: 'gone', file: path }) : { kind: 'broken', file: path });
      else if (!isKnown) this.#tellChanged(path);
    }
  }

  /* what a journey is read with has changed for it, too: its version stays */
  #tellChanged(path: string): void {
    for (const other of JOURNEY.test(path) ? [path] : this.paths) {
      this.#tell({ kind: 'changed', file: other, version: String(this.#files.get(other)?.version) });
    }
  }

  /* what lies in the file by now is what is kept; where nobody typed, it is what is typed, too */
  async #refreshed(path: string, file: PageFile, isSure: boolean): Promise<Failed | null> {
    if (!file.handle) return null;
    let blob: File;
    try {
      blob = await file.handle.getFile();
      const stamp: Stamp = [blob.lastModified, blob.size];
      if (!isSure && !file.isGone && file.stamp && same(stamp, file.stamp)) return null;
      file.stamp = stamp;
    } catch (error) {
      file.isGone = isNotFound(error);
      return file.isGone && isSure ? null : { error: { message: tell('unreadable', path, reasonOf(error)), file: path } };
    }
    const read = await readFile(path, blob);
    if (failed(read)) return read;
    file.isGone = false;
    if (read.text === file.kept) return null;
    const typed = file.typed === file.kept ? read.text : file.typed;
    Object.assign(file, { kept: read.text, typed, hasMark: read.hasMark, version: ++this.#versions });
    this.#put(path, read.text);
    return null;
  }

  async #stampOf(file: PageFile): Promise<void> {
    if (!file.handle) return;
    try {
      const blob = await file.handle.getFile();
      file.stamp = [blob.lastModified, blob.size];
    } catch {
      file.stamp = null; /* the next look tells */
    }
  }

  #tell(event: HostEvent | null): void {
    if (event) for (const told of this.#told) told(event);
  }

  #put(path: string, text: string | null): void {
    for (const put of this.#puts) put(path, text);
  }
}

/** A file's text; what cannot be read, is too large or no UTF-8 is told. */
export async function readFile(path: string, blob: Blob): Promise<Unpacked | Failed> {
  try {
    /* no more than tells that it is too much */
    return unpack(path, new Uint8Array(await blob.slice(0, MAX_READ).arrayBuffer()));
  } catch (error) {
    return { error: { message: tell('unreadable', path, reasonOf(error)), file: path } };
  }
}
const MAX_READ = 1_000_001;

/* A writable of the browser writes beside the file, and takes its place when it is closed. */
async function writeInto(handle: FileSystemFileHandle, path: string, bytes: Uint8Array<ArrayBuffer>): Promise<Failed | null> {
  let writable: FileSystemWritableFileStream | null = null;
  try {
    const permission = (await handle.requestPermission?.({ mode: 'readwrite' })) ?? 'granted';
    if (permission !== 'granted') return { error: { message: tell('notAllowed', path), help: tell('notAllowedHelp'), file: path } };
    writable = await handle.createWritable();
    await writable.write(bytes);
    await writable.close();
    return null;
  } catch (error) {
    await writable?.abort().catch(() => undefined);
    return { error: { message: tell('unwritten', path, reasonOf(error)), help: tell('notAllowedHelp'), file: path } };
  }
}

export const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
const siblingOf = (path: string, name: string): string => path.slice(0, path.lastIndexOf('/') + 1) + name;
const liesOf = (file: PageFile): 'file' | 'copy' | 'nowhere' => (file.isNowhere ? 'nowhere' : file.handle ? 'file' : 'copy');
const missing = (path: string): Failed => ({ error: { message: tell('notHere', path) } });
const same = (one: Stamp, other: Stamp): boolean => one[0] === other[0] && one[1] === other[1];
const isNotFound = (error: unknown): boolean => error instanceof DOMException && error.name === 'NotFoundError';
export const reasonOf = (error: unknown): string => (error instanceof Error ? error.message || error.name : String(error));
