/** What is too deep or too long for colours: the highlighter goes down one call a level, and what
nobody reads to its end needs none. */

import { Language, LRLanguage, defineLanguageFacet, language } from '@codemirror/language';
import type { Extension, Text } from '@codemirror/state';
import { NodeType, Parser, Tree, type Input, type PartialParse } from '@lezer/common';

/** Levels of brackets, or of dashes in one line. */
const DEEPEST = 200;
const LONGEST = 500_000;

/** Whether a text is shown without colours. */
export function isPlain(doc: Text): boolean {
  if (doc.length > LONGEST) return true;
  let depth = 0;
  for (const line of doc.iterLines()) {
    if ((/^(?:\s*[-?] )+/.exec(line)?.[0].match(/[-?]/g)?.length ?? 0) > DEEPEST) return true;
    for (let at = 0; at < line.length; at += 1) {
      const sign = line.charCodeAt(at);
      if (sign === 91 || sign === 123) depth += 1; /* [ { */
      else if ((sign === 93 || sign === 125) && depth) depth -= 1; /* ] } */
      if (depth > DEEPEST) return true;
    }
  }
  return false;
}

class Whole extends Parser {
  createParse(input: Input): PartialParse {
    return { parsedPos: input.length, stoppedAt: null, stopAt: () => undefined, advance: () => new Tree(NodeType.none, [], [], input.length) };
  }
}

/** A language, as long as the text is not too much for it. */
export function unlessPlain(usual: LRLanguage): Extension {
  const plain = new Language(defineLanguageFacet({ commentTokens: { line: '#' } }), new Whole(), [], 'plain');
  return language.compute(['doc'], (state) => (isPlain(state.doc) ? plain : usual));
}
