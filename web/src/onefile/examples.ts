/** What the page offers to begin with, which it carries as JSON; `tools/studio_examples.py` writes it. */

import type { Language } from '../host.ts';

export interface Example {
  path: string;
  text: string;
  title: string;
  language: Language;
  state: string;
  in_two_languages: boolean;
  /** By language its first sentences in parts: what each says, and the level whose colour it has. */
  verdict: Readonly<Record<Language, readonly (readonly [text: string, level: string])[]>>;
  gaps: readonly (number | null)[];
}

export interface Examples {
  workspace: string;
  journeys: readonly Example[];
  first: Readonly<Record<Language, { path: string; text: string }>>;
}

export function examples(): Examples {
  return JSON.parse(document.getElementById('examples')?.textContent ?? '') as Examples;
}
