/** The little Markdown that a host writes: headings, lists, code, emphasis, links as their text. It
becomes elements whose text is only ever set as text. */

import { h, type Child } from '../dom.ts';

const INLINE = /`([^`]+)`|\*\*(.+?)\*\*|\*(.+?)\*|\[([^\]]*)\]\([^)]*\)|\\([!-/:-@[-`{-~])/;

export function markdown(text: string): HTMLElement[] {
  return text.trim().split(/\n{2,}/).map(block);
}

function block(text: string): HTMLElement {
  const heading = /^#{1,6} +(.*)$/.exec(text);
  if (heading) return h('p', { class: 'heading' }, inline(heading[1] ?? ''));
  const fence = /^```\w*\n([\s\S]*?)\n?```$/.exec(text);
  if (fence) return h('pre', {}, fence[1] ?? '');
  const lines = text.split('\n');
  if (lines.every((line) => /^[-*] /.test(line))) return h('ul', {}, lines.map((line) => h('li', {}, inline(line.slice(2)))));
  return h('p', {}, lines.flatMap((line, n): Child[] => [n ? h('br') : null, inline(line.trimEnd())]));
}

function inline(text: string): Child[] {
  const found = INLINE.exec(text);
  if (!found) return [text];
  const [whole, code, strong, soft, link, escaped] = found;
  const made = code !== undefined ? h('code', {}, code)
    : strong !== undefined ? h('b', {}, inline(strong))
    : soft !== undefined ? h('em', {}, inline(soft))
    : link !== undefined ? h('span', {}, inline(link)) : (escaped ?? '');
  return [text.slice(0, found.index), made, ...inline(text.slice(found.index + whole.length))];
}
