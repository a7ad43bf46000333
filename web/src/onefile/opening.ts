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
  if (!window.showOpenFilePicker) return chosenIn({ multiple: true, accept: ENDINGS.join(',') });
  const handles = await dismissed(window.showOpenFilePicker({ multiple: true, types: [{ accept: { 'text/plain': ENDINGS } }] }));
  return Promise.all((handles ?? []).map((handle) => candidate(handle, handle.name)));
}

/** The YAML files of a folder that somebody chooses. */
export async function pickFolder(): Promise<Candidate[]> {
  if (!window.showDirectoryPicker) return chosenIn({ webkitdirectory: true });
  const folder = await dismissed(window.showDirectoryPicker({ mode: 'readwrite' }));
  return folder ? within(folder) : [];
}

/** What was dropped, folders with their YAML files. To be called while the drop is handled: a browser
forgets what was dropped after it. */
export async function dropped(data: DataTransfer): Promise<Candidate[]> {
  const items = [...data.items].filter((item) => item.kind === 'file');
  const waiting = items.map(async (item): Promise<Candidate[]> => {
    const blob = item.getAsFile();
    const entry = item.webkitGetAsEntry?.() ?? null;
    const handle = (await dismissed(item.getAsFileSystemHandle?.() ?? Promise.resolve(null))) ?? null;
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
    return { path, blob: { error: { message: tell('unreadable', path, reasonOf(error)), file: path } }, handle };
  }
}

async function within(folder: FileSystemDirectoryHandle): Promise<Candidate[]> {
  const found: Candidate[] = [];
  const walk = async (inside: FileSystemDirectoryHandle, above: string, depth: number): Promise<void> => {
    for await (const one of inside.values() as AsyncIterable<Any>) {
      if (found.length >= MOST_FILES || isHidden(one.name)) continue;
      if (one.kind === 'directory') await (depth < DEPTH ? walk(one, `${above}${one.name}/`, depth + 1) : null);
      else if (YAML.test(one.name)) found.push(await candidate(one, above + one.name));
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
    for (let some = await next(); some.length; some = await next()) {
      for (const one of some) {
        if (found.length >= MOST_FILES || isHidden(one.name)) continue;
        if (one.isDirectory) await (depth < DEPTH ? walk(one as FileSystemDirectoryEntry, `${above}${one.name}/`, depth + 1) : null);
        else if (YAML.test(one.name)) found.push({ path: above + one.name, blob: await fileOf(one as FileSystemFileEntry), handle: null });
      }
    }
  };
  await walk(folder, '', 0);
  return sorted(found);
}

const fileOf = (entry: FileSystemFileEntry): Promise<File> => new Promise((done, failed) => entry.file(done, failed));
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
