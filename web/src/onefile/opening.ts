/** How files come to the page: by a picker, by a field of files where there is none, and dropped. */

import type { Failed } from '../host.ts';
import { reasonOf } from './files.ts';
import { dismissed } from './pickers.ts';
import { tell } from './words.ts';

/** A file that somebody gave, or why the browser cannot have it; `path` begins below what was given. */
export interface Candidate {
  path: string;
  blob: File | Failed;
  handle: FileSystemFileHandle | null;
}

/** What the page can take, by the ends of names. */
export const ENDINGS = ['.yaml', '.yml', '.mmd', '.md', '.csv', '.tsv', '.json'] as const;
/** A folder's depth and files beyond which nobody keeps journeys. */
const DEPTH = 6;
const MOST_FILES = 500;
const YAML = /\.ya?ml$/i;

type Any = FileSystemFileHandle | FileSystemDirectoryHandle;

/** Whether the browser can write into the file that somebody opens. */
export const canWrite = (): boolean => typeof window.showOpenFilePicker === 'function';

/** Files that somebody chooses; none where nobody does. */
export async function pickFiles(): Promise<Candidate[]> {
  const inField = () => chosenIn({ multiple: true, accept: ENDINGS.join(',') });
  if (!window.showOpenFilePicker) return inField();
  const asked = window.showOpenFilePicker({ multiple: true, types: [{ accept: { 'text/plain': ENDINGS } }] });
  const handles = await dismissed(asked).catch(() => 'refused' as const);
  if (handles === 'refused') return inField();
  return Promise.all((handles ?? []).map((handle) => candidate(handle, handle.name)));
}

/** The YAML files of a folder that somebody chooses. */
export async function pickFolder(): Promise<Candidate[]> {
  const inField = () => chosenIn({ webkitdirectory: true });
  if (!window.showDirectoryPicker) return inField();
  const folder = await dismissed(window.showDirectoryPicker({ mode: 'readwrite' })).catch(() => 'refused' as const);
  if (folder === 'refused') return inField();
  return folder ? within(folder) : [];
}

/** What was dropped, folders with their YAML files. To be called while the drop is handled: a browser
forgets what was dropped after it. */
export async function dropped(data: DataTransfer): Promise<Candidate[]> {
  const items = [...data.items].filter((item) => item.kind === 'file');
  const waiting = items.map(async (item): Promise<Candidate[]> => {
    const blob = item.getAsFile();
    const entry = item.webkitGetAsEntry?.() ?? null;
    const handle = (await item.getAsFileSystemHandle?.().catch(() => null)) ?? null; /* else it can still be read */
    if (handle?.kind === 'directory') return within(handle);
    if (handle) return [await candidate(handle, handle.name)];
    if (entry?.isDirectory) return withinEntry(entry as FileSystemDirectoryEntry);
    return blob ? [{ path: blob.name, blob, handle: null }] : [];
  });
  return (await Promise.all(waiting)).flat();
}

async function candidate(handle: FileSystemFileHandle, path: string): Promise<Candidate> {
  try {
    return { path, blob: await handle.getFile(), handle };
  } catch (error) { /* it went away meanwhile, or may not be read: the others still come */
    return { ...unreadable(path, error), handle };
  }
}

const unreadable = (path: string, error: unknown): Candidate =>
  ({ path, blob: { error: { message: tell('unreadable', path, reasonOf(error)), file: path } }, handle: null });

async function within(folder: FileSystemDirectoryHandle): Promise<Candidate[]> {
  const found: Candidate[] = [];
  const walk = async (inside: FileSystemDirectoryHandle, above: string, depth: number): Promise<void> => {
    try {
      for await (const one of inside.values() as AsyncIterable<Any>) {
        if (found.length >= MOST_FILES || isHidden(one.name)) continue;
        if (one.kind === 'directory') await (depth < DEPTH ? walk(one, `${above}${one.name}/`, depth + 1) : null);
        else if (YAML.test(one.name)) found.push(await candidate(one, above + one.name));
      }
    } catch (error) { /* what else lies beside it still comes */
      found.push(unreadable(above || inside.name, error));
    }
  };
  await walk(folder, '', 0);
  return sorted(found);
}

/* Firefox and Safari give a dropped folder as entries, which can be read only */
async function withinEntry(folder: FileSystemDirectoryEntry): Promise<Candidate[]> {
  const found: Candidate[] = [];
  const walk = async (inside: FileSystemDirectoryEntry, above: string, depth: number): Promise<void> => {
    const reader = inside.createReader();
    const next = () => new Promise<FileSystemEntry[]>((done, failed) => reader.readEntries(done, failed));
    try {
      for (let some = await next(); some.length; some = await next()) {
        for (const one of some) {
          if (found.length >= MOST_FILES || isHidden(one.name)) continue;
          if (one.isDirectory) await (depth < DEPTH ? walk(one as FileSystemDirectoryEntry, `${above}${one.name}/`, depth + 1) : null);
          else if (YAML.test(one.name)) found.push(await entered(one as FileSystemFileEntry, above + one.name));
        }
      }
    } catch (error) { /* what else lies beside it still comes */
      found.push(unreadable(above || inside.name, error));
    }
  };
  await walk(folder, '', 0);
  return sorted(found);
}

const entered = (entry: FileSystemFileEntry, path: string): Promise<Candidate> => new Promise((done) =>
  entry.file((blob) => done({ path, blob, handle: null }), (error) => done(unreadable(path, error))));
const isHidden = (name: string): boolean => name.startsWith('.') || name === 'node_modules';
const sorted = (found: Candidate[]): Candidate[] => found.sort((one, other) => (one.path < other.path ? -1 : 1));

/* a field of files that nobody sees; where nobody chooses, it is forgotten with the next */
function chosenIn(attributes: { multiple?: boolean; accept?: string; webkitdirectory?: boolean }): Promise<Candidate[]> {
  const field = Object.assign(document.createElement('input'), { type: 'file', ...attributes });
  return new Promise((done) => {
    field.addEventListener('cancel', () => done([]));
    field.addEventListener('change', () => done([...(field.files ?? [])].flatMap((blob) => {
      const path = blob.webkitRelativePath.split('/').slice(1).join('/') || blob.name;
      const isWanted = !attributes.webkitdirectory || (YAML.test(path) && !path.split('/').some(isHidden));
      return isWanted ? [{ path, blob, handle: null }] : [];
    })));
    field.click();
  });
}
