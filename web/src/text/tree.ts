/** The tree of a text: how a value is written, which its meaning no longer tells. Whether
`experience: 6` is a number or a mapping with a score decides what a change has to set. */

import type { SyntaxNode, Tree } from '@lezer/common';
import { parser } from '@lezer/yaml';
import type { Route } from '../host.ts';

export type Shape = 'scalar' | 'mapping' | 'list' | 'empty' | 'other';

/** One text and its tree; offsets are those of the text, in UTF-16 units. */
export class TextTree {
  readonly #text: string;
  readonly #tree: Tree;

  constructor(text: string) {
    this.#text = text;
    this.#tree = parser.parse(text);
  }

  /** How the value at a route is written; null where there is none. */
  shape(route: Route): Shape | null {
    const found = this.#find(route);
    return found && shapeOf(found.value);
  }

  /** The keys of the mapping at a route, in their order; none where it is no mapping. */
  keys(route: Route): string[] {
    const found = this.#find(route);
    return found?.value ? pairs(found.value).map((pair) => this.#key(pair)) : [];
  }

  /** The scalars of the list at a route; none where it is no list. */
  items(route: Route): string[] {
    const found = this.#find(route);
    return found?.value ? items(found.value).map((item) => this.#scalar(contentOf(item))) : [];
  }

  /** The scalar at a route; null where there is none. */
  text(route: Route): string | null {
    const value = this.#find(route)?.value;
    return value && shapeOf(value) === 'scalar' ? this.#scalar(value) : null;
  }

  /** Where the key of a route begins; null where there is none. */
  start(route: Route): number | null {
    return this.#find(route)?.from ?? null;
  }

  #find(route: Route): { from: number; value: SyntaxNode | null } | null {
    let value = contentOf(this.#tree.topNode.getChild('Document') ?? this.#tree.topNode.getChild('Stream')?.getChild('Document') ?? null);
    let from = 0;
    for (const step of route) {
      if (!value) return null;
      if (typeof step === 'number') {
        const item: SyntaxNode | undefined = items(value)[step];
        if (!item) return null;
        value = item.name === 'Item' ? contentOf(item) : item;
        from = item.from;
        continue;
      }
      const pair: SyntaxNode | undefined = pairs(value).find((one) => this.#key(one) === step);
      if (!pair) return null;
      value = valueOf(pair);
      from = pair.from;
    }
    return { from, value };
  }

  #key(pair: SyntaxNode): string {
    return this.#scalar(pair.getChild('Key'));
  }

  #scalar(node: SyntaxNode | null): string {
    const text = node ? this.#text.slice(node.from, node.to) : '';
    return /^(['"]).*\1$/s.test(text) ? text.slice(1, -1) : text;
  }
}

const MAPPINGS = new Set(['BlockMapping', 'FlowMapping']);
const LISTS = new Set(['BlockSequence', 'FlowSequence']);
const SCALARS = new Set(['Literal', 'QuotedLiteral', 'BlockLiteral']);

function shapeOf(node: SyntaxNode | null): Shape {
  if (!node) return 'empty';
  if (MAPPINGS.has(node.name)) return 'mapping';
  if (LISTS.has(node.name)) return 'list';
  return SCALARS.has(node.name) ? 'scalar' : 'other';
}

/* What a document, an item or a tagged value holds. */
function contentOf(node: SyntaxNode | null): SyntaxNode | null {
  for (let child = node?.firstChild ?? null; child; child = child.nextSibling) {
    if (MAPPINGS.has(child.name) || LISTS.has(child.name) || SCALARS.has(child.name) || child.name === 'Alias') return child;
    if (child.name === 'Tagged' || child.name === 'Anchored') return contentOf(child);
  }
  return null;
}

function valueOf(pair: SyntaxNode): SyntaxNode | null {
  const after = pair.getChild('Key');
  for (let child = after?.nextSibling ?? null; child; child = child.nextSibling) {
    if (child.name === 'Tagged' || child.name === 'Anchored') return contentOf(child);
    if (child.name === 'Comment' || child.name === ':') continue;
    return child;
  }
  return null;
}

const pairs = (node: SyntaxNode): SyntaxNode[] => (MAPPINGS.has(node.name) ? node.getChildren('Pair') : []);
const items = (node: SyntaxNode): SyntaxNode[] => (LISTS.has(node.name) ? node.getChildren('Item') : []);
