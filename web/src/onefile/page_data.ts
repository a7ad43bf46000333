/** What the page carries as data: what one may begin with, and what the page is made of. */

import type { Language } from '../host.ts';

/** A part of a sentence, and the level whose colour it has, or nothing. */
export type Told = readonly [text: string, level: 'disappointment' | 'satisfaction' | 'delight' | ''];
type InBoth<T> = Readonly<Record<Language, T>>;

export interface Example {
  path: string;
  text: string;
  title: string;
  language: Language;
  state: string;
  in_two_languages: boolean;
  verdict: InBoth<readonly Told[]>;
  /** C of each touchpoint; null where there is none. */
  gaps: readonly (number | null)[];
}
export interface Examples {
  workspace: string;
  journeys: readonly Example[];
  first: InBoth<{ path: string; text: string }>;
  templates: readonly { name: string; about: InBoth<string> }[];
}

export interface Notice {
  name: string;
  version: string;
  licence?: string;
  text: string;
}
export interface About {
  version: string;
  sha256: string;
  notices: readonly Notice[];
}

function data<T>(id: string): T {
  return JSON.parse(document.getElementById(id)?.textContent ?? '{}') as T;
}
export const examples = (): Examples => data('examples');
export const about = (): About => data('about');
