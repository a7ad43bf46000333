/** Files that came to the page → texts of journeys: YAML as it is, other forms by their converters. */

import { failed, type Answer, type Failed } from '../host.ts';
import { nameOf, readFile, reasonOf, WORKSPACE, type Given } from './files.ts';
import type { Candidate } from './opening.ts';
import { MAX_BYTES } from './unpacking.ts';
import { tell } from './words.ts';

/** What a form cannot say, or says otherwise. */
export interface Lost {
  message: string;
  line?: number;
  column?: number;
}
export interface Converted {
  name: string;
  text: string;
  lost: readonly Lost[];
}
export type Convert = (name: string, base64: string) => Answer<Converted>;

export interface Incoming {
  given: readonly Given[];
  lost: readonly (Lost & { file: string })[];
  refused: readonly Failed[];
}

const YAML = /\.ya?ml$/i;
const FOREIGN = /\.(mmd|md|csv|tsv|json)$/i;
/* the lines by which a file is known as one of ours, also where others lie in its folder */
const OURS = /^(cjm|cjm-measured|touchpoints)[ \t]*:/m;
const MEASURED = /\.measured\.ya?ml$/i;

export const isWorkspace = (path: string): boolean => path === WORKSPACE;
export const isOverlay = (path: string): boolean => MEASURED.test(path);
export const isJourney = (path: string): boolean => !isWorkspace(path) && !isOverlay(path);

/** Read what came. Of a folder, whose paths have a slash, only what is of cjm is taken. */
export async function read(candidates: readonly Candidate[], convert: Convert): Promise<Incoming> {
  const [given, lost, refused]: [Given[], (Lost & { file: string })[], Failed[]] = [[], [], []];
  const isFolder = candidates.some((one) => one.path.includes('/'));
  for (const one of candidates) {
    const made = failed(one.blob) ? one.blob : YAML.test(one.path) ? await asItIs(one.path, one.blob, one.handle) : FOREIGN.test(one.path) ? await converted(one.path, one.blob, convert) : unknownKind(one);
    if (failed(made)) refused.push(made);
    else if (!isFolder || OURS.test(made.given.text)) {
      given.push(made.given);
      lost.push(...made.lost.map((each) => ({ ...each, file: one.path })));
    }
  }
  if (isFolder && !given.length && !refused.length) refused.push({ error: { message: tell('noneInFolder') } });
  return { given: eachOnce(rebased(given), refused), lost, refused };
}

type Made = { given: Given; lost: readonly Lost[] };

async function asItIs(path: string, blob: File, handle: Candidate['handle']): Promise<Made | Failed> {
  const text = await readFile(path, blob);
  return failed(text) ? text : { given: { path, ...text, handle, saved: text.text, stamp: [blob.lastModified, blob.size] }, lost: [] };
}

/* what is made of another form lies in no file yet */
async function converted(path: string, blob: File, convert: Convert): Promise<Made | Failed> {
  if (blob.size > MAX_BYTES) return { error: { message: tell('tooLarge', path, MAX_BYTES), help: tell('tooLargeHelp'), file: path } };
  let base64: string;
  try {
    base64 = base64Of(new Uint8Array(await blob.arrayBuffer()));
  } catch (error) {
    return { error: { message: tell('unreadable', path, reasonOf(error)), file: path } };
  }
  const made = await convert(nameOf(path), base64);
  if (failed(made)) return { error: { file: path, ...made.error } };
  return { given: { path: made.name, text: made.text, saved: null }, lost: made.lost };
}

const unknownKind = ({ path }: Candidate): Failed => ({ error: { message: tell('unknownKind', path), help: tell('unknownKindHelp'), file: path } });

/* the workspace's file is the one that is nearest to what was opened, and what lies beside it stays so */
function rebased(given: readonly Given[]): Given[] {
  const workspaces = given.filter((one) => nameOf(one.path).toLowerCase() === WORKSPACE).map((one) => one.path).sort((one, other) => one.length - other.length);
  const root = workspaces[0]?.slice(0, -WORKSPACE.length) ?? '';
  return given.flatMap((one) => {
    if (!one.path.startsWith(root)) return [];
    const path = one.path.slice(root.length);
    return nameOf(path) === WORKSPACE && path !== WORKSPACE ? [] : [{ ...one, path }];
  });
}

/* of two that would be one file here the first is held, and nothing goes unsaid */
function eachOnce(given: readonly Given[], refused: Failed[]): Given[] {
  const held = new Set<string>();
  return given.filter(({ path }) => {
    if (held.has(path)) refused.push({ error: { message: tell('sameName', path), help: tell('sameNameHelp'), file: path } });
    return held.size < held.add(path).size;
  });
}

function base64Of(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}
