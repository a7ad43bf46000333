/** What changes in the file: the lines that go and come, with their numbers. */

import { button, h } from '../dom.ts';
import { diffLines, type LineChange } from '../text/diff.ts';
import { say } from '../words.ts';

/** More lines than this are not read in a margin; the text shows them all. */
const MOST_LINES = 16;

export function changesBlock(before: string, after: string): HTMLElement | null {
  const changes = diffLines(before, after);
  if (!changes.length) return null;
  const indent = commonIndent(changes);
  const copy = button(say('copyChanges'), () => void navigator.clipboard.writeText(textOf(changes)).then(() => { copy.textContent = say('copied'); }).catch(() => undefined), { class: 'btn small' });
  return h('div', { class: 'diff' }, h('p', {}, say('whatChanges')),
    h('div', { class: 'lines', tabindex: 0, role: 'group', 'aria-label': say('whatChanges') }, changes.slice(0, MOST_LINES).map((one) => h('div', { class: one.kind },
      h('span', { class: 'vh' }, one.kind === 'minus' ? '−' : '+'), `${one.line}  ${one.text.slice(indent)}`))),
    changes.length > MOST_LINES ? h('p', {}, say('moreLines', changes.length - MOST_LINES)) : null, copy);
}

/** The changes as text, as `diff` writes lines. */
export const textOf = (changes: readonly LineChange[]): string =>
  changes.map((one) => `${one.kind === 'minus' ? '-' : '+'} ${one.line}  ${one.text}`).join('\n');

function commonIndent(changes: readonly LineChange[]): number {
  const indents = changes.filter((one) => one.text.trim()).map((one) => one.text.length - one.text.trimStart().length);
  return indents.length ? Math.min(...indents) : 0;
}
