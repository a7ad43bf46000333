/** The host: what reads, checks, draws and keeps the files. A server is one; nothing here knows HTTP.

Offsets are code points of the text as it lies in the file, without a byte order mark. `version` is
the hash of the file that `save` compares. No function throws: what failed is told in `error`. */

import type { Assessment, Finding } from './assessment.ts';

/** Why something could not be done, in the reader's language. */
export interface Failed {
  error: { message: string; help?: string; file?: string; line?: number; column?: number };
}
export type Answer<T> = Promise<T | Failed>;

/** A journey that can be edited: `file` is the host's handle of it, `path` what people
call it, `page` its page of the report where there is one. */
export interface Listed {
  id: string;
  state: string;
  language: string;
  title: string;
  file: string;
  path: string;
  page?: string | null;
}

export interface Text {
  text: string;
  version: string;
  /** In a file that is watched, by default; in one that is not, of which this is a copy; in none yet. */
  lies?: 'file' | 'copy' | 'nowhere';
  /** What somebody has typed since, where the host keeps that. */
  typed?: string;
}

export type Route = readonly (string | number)[];
export type Value = string | number | boolean | null | readonly Value[] | { readonly [key: string]: Value };

/** One function of the edit engine, with its arguments. */
export type Operation =
  | { op: 'set_value'; route: Route; value: Value }
  | { op: 'insert'; route: Route; key: string | null; value: Value; after?: string | number | null }
  | { op: 'remove'; route: Route }
  | { op: 'rename'; kind: RenamedKind; id: string; new: string };
export type RenamedKind = 'touchpoint' | 'stage' | 'channel' | 'persona';

export type Renamed = readonly [before: string, after: string];

/** From, to, what stands there then. */
export type Edit = readonly [start: number, end: number, text: string];

export interface Edited {
  text: string;
  edits: readonly Edit[];
  inverse: readonly Edit[];
}

/** The looks of a map that are not the page's. */
export type Theme = 'light' | 'dark' | 'print';

export interface Asked {
  view: 'graph' | 'map';
  /** By default the page's own colours. */
  theme?: Theme;
  persona: string | null;
  language: Language;
  renamed: readonly Renamed[];
}
export type Language = 'en' | 'ru';

/** `ranges`: the entry of each touchpoint in the text, by its id. */
export interface Picture {
  svg: string;
  ranges: { readonly [touchpoint: string]: readonly [number, number] };
}

/** Written, or the file is not what was seen: then its text and version. */
export type Saved = Omit<Text, 'text'> | { conflict: string; version: string };

/** One field that both sides changed; `undefined` is a field that is not there. */
export interface Conflict {
  route: Route;
  before?: Value;
  theirs?: Value;
  mine?: Value;
}

/** Their text with my changes to other fields put in. */
export interface Merged {
  text: string;
  conflicts: readonly Conflict[];
}

export interface NewJourney {
  id: string;
  template: string;
  title: string;
  language: Language;
}
/** What a new journey can begin with. */
export interface Template {
  name: string;
  title: string;
}

/** The handle of the workspace's file, where a host has one. */
export const WORKSPACE = 'cjm.yaml';

/** What may be written at a place: `insert` takes the place of what `filter` is held against; one that
is a `snippet` has stops such as `${1:title}` and `$0`. */
export interface Offered {
  label: string;
  insert: string;
  snippet?: boolean;
  filter?: string;
  kind: string;
  detail: string | null;
  documentation: string | null;
}
export interface Completions {
  start: number;
  end: number;
  items: readonly Offered[];
}
/** What is told of a stretch of the text, as Markdown. */
export interface Told {
  start: number;
  end: number;
  text: string;
}

/** What happened to a file outside. */
export type HostEvent =
  | { kind: 'changed' | 'gone' | 'broken'; file: string; version?: string }
  /** The host cannot be reached; it is asked again until it can. */
  | { kind: 'lost' }
  | { kind: 'back' };

export interface Host {
  list(): Answer<Listed[]>;
  text(file: string): Answer<Text>;
  /** `renamed` here and below: touchpoints that are called otherwise since the last save, each with its
  id before and after; overlays, which name them too, go along. */
  assess(file: string, text: string, language: Language, renamed: readonly Renamed[]): Answer<Assessment>;
  picture(file: string, text: string, asked: Asked): Answer<Picture>;
  edit(file: string, text: string, operations: readonly Operation[]): Answer<Edited>;
  merge(file: string, before: string, theirs: string, mine: string): Answer<Merged>;
  save(file: string, text: string, version: string, renamed: readonly Renamed[]): Answer<Saved>;
  create(journey: NewJourney): Answer<{ file: string }>;
  templates(language: Language): Answer<Template[]>;
  events(callback: (event: HostEvent) => void): void;
  /** Whether it answers so soon that each key may be drawn, before typing rests. */
  readonly isNear?: boolean;
  /** What only some hosts know: what is wrong with the workspace's file, … */
  findings?(file: string, text: string, language: Language): Answer<readonly Finding[]>;
  /** … what it reads journeys with from now on, while nobody has saved that yet, … */
  put?(file: string, text: string): void;
  /** … what may be written at an offset, and what stands there. */
  complete?(file: string, text: string, offset: number, language: Language): Answer<Completions>;
  hover?(file: string, text: string, offset: number, language: Language): Answer<Told | null>;
}

export function failed(answer: unknown): answer is Failed {
  return typeof answer === 'object' && answer !== null && typeof (answer as Partial<Failed>).error === 'object';
}
