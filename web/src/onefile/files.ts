/** The files of the page: by path their text as it lies in the file, its version, and where the
browser gives one the handle by which it is written. What people type is kept here, too, so that the
worker may be given everything again, and a draft holds everything.

Knows no screen: what is written without a handle goes through `download`, which the page gives. */

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
  /** As it lies in the file; null where there is none yet. */
  saved: string | null;
  text: string;
  hasMark: boolean;
  version: number;
  handle: FileSystemFileHandle | null;
  stamp: Stamp | null;
  isGone: boolean;
}

/** Give somebody a file; the browser asks where, or puts it to the downloads. */
export type Download = (name: string, bytes: Uint8Array<ArrayBuffer>) => void;
type Put = (path: string, text: string | null) => void;

export class PageFiles {
  readonly #files = new Map<string, PageFile>();
  readonly #download: Download;
  readonly #told: ((event: HostEvent) => void)[] = [];
  readonly #puts: Put[] = [];
  #versions = 0;
  #looking: Promise<void> | null = null;

  constructor(download: Download) {
    this.#download = download;
  }

  // ---- what is there -----------------------------------------------------------------------------

  get paths(): string[] {
    return [...this.#files.keys()];
  }

  /** Every text as it is typed by now: what a worker that starts is given. */
  texts(): ReadonlyMap<string, string> {
    return new Map([...this.#files].map(([path, file]) => [path, file.text]));
  }

  /** As it lies in its file, or as it came where there is none. */
  text(path: string): Text | Failed {
    const file = this.#files.get(path);
    return file ? { text: file.saved ?? file.text, version: String(file.version) } : missing(path);
  }

  /** As it is typed by now. */
  typed(path: string): string | null {
    return this.#files.get(path)?.text ?? null;
  }

  hasHandle(path: string): boolean {
    return Boolean(this.#files.get(path)?.handle);
  }

  /** Whether it lies nowhere, or otherwise than it is typed. */
  isUnsaved(path: string): boolean {
    const file = this.#files.get(path);
    return file !== undefined && file.text !== file.saved;
  }

  get unsaved(): string[] {
    return this.paths.filter((path) => this.isUnsaved(path));
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
      this.#files.set(path, { saved, text, hasMark, version: ++this.#versions, handle, stamp, isGone: false });
      this.#put(path, text);
    }
  }

  remove(path: string): void {
    if (this.#files.delete(path)) this.#put(path, null);
  }

  /** What somebody has typed by now. */
  type(path: string, text: string): void {
    const file = this.#files.get(path);
    if (!file || file.text === text) return;
    file.text = text;
    this.#put(path, text);
  }

  // ---- writing -------------------------------------------------------------------------------------

  /** Write a text over its file, or download it under its name. The file is read again first: where it
  is not what was seen, nothing is written. `beside` are texts that change with it, by path. */
  async save(path: string, text: string, version: string, beside: Readonly<Record<string, string>> = {}): Answer<Saved> {
    const file = this.#files.get(path);
    if (!file) return missing(path);
    const stale = await this.#refreshed(path, file, true);
    if (failed(stale)) return stale;
    if (version !== String(file.version)) return { conflict: file.saved ?? file.text, version: String(file.version) };
    for (const [other, changed] of [[path, text], ...Object.entries(beside)] as const) {
      const written = await this.#write(other, changed);
      if (failed(written)) return written;
    }
    return { version: String(file.version) };
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
    const refused = file.handle ? await writeInto(file.handle, path, bytes) : this.#download(nameOf(path), bytes);
    if (failed(refused)) return refused;
    Object.assign(file, { saved: text, text, isGone: false, version: file.saved === text ? file.version : ++this.#versions });
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

  /* what lies in the file by now; where nobody typed, it is what is typed, too */
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
    if (read.text === file.saved) return null;
    const wasTyped = file.text !== file.saved;
    Object.assign(file, { saved: read.text, hasMark: read.hasMark, version: ++this.#versions });
    if (!wasTyped) {
      file.text = read.text;
      this.#put(path, read.text);
    }
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
const missing = (path: string): Failed => ({ error: { message: tell('notHere', path) } });
const same = (one: Stamp, other: Stamp): boolean => one[0] === other[0] && one[1] === other[1];
const isNotFound = (error: unknown): boolean => error instanceof DOMException && error.name === 'NotFoundError';
export const reasonOf = (error: unknown): string => (error instanceof Error ? error.message || error.name : String(error));
