/** Help while typing, where a host knows any: what may be written here, and what stands here. */

import { acceptCompletion, autocompletion, pickedCompletion, snippet, type Completion, type CompletionContext, type CompletionResult } from '@codemirror/autocomplete';
import { Prec, type Extension } from '@codemirror/state';
import { hoverTooltip, keymap, type Tooltip } from '@codemirror/view';
import type { Document } from '../document.ts';
import { h } from '../dom.ts';
import { failed, type Host, type Offered } from '../host.ts';
import { language } from '../words.ts';
import { markdown } from './markdown.ts';
import { templateOf } from './snippets.ts';

const WORD = /^[\p{L}\p{M}\p{N}_.-]*$/u;
/** As many as stand in the list without a scroll bar, which keys could not reach. */
const MOST_SHOWN = 12;

/** Completion and hover of a document; nothing where the host has neither. */
export function assist(host: Host, document: () => Document): Extension {
  return [
    host.complete ? [completion(host, document), Prec.highest(keymap.of([{ key: 'Tab', run: acceptCompletion }]))] : [],
    host.hover ? hoverTooltip((_view, position) => hovered(host, document(), position)) : [],
  ];
}

const completion = (host: Host, document: () => Document): Extension => autocompletion({
  override: [(context) => completions(host, document(), context)], icons: false, maxRenderedOptions: MOST_SHOWN,
});

/** What the host offers at the cursor, as the editor shows it. */
export async function completions(host: Host, { file, buffer }: Document, context: CompletionContext): Promise<CompletionResult | null> {
  const { text, offsets } = buffer;
  if (file === null || !host.complete) return null;
  const answer = await host.complete(file, text, offsets.toHost(context.pos), language());
  if (context.aborted || failed(answer) || !answer.items.length) return null;
  const [from, to] = [offsets.toEditor(answer.start), offsets.toEditor(answer.end)];
  return { from, to, options: answer.items.map(shown), validFor: WORD };
}

function shown(item: Offered, place: number): Completion {
  const { documentation, detail } = item;
  return {
    label: item.filter || item.label, displayLabel: item.label, apply: apply(item), sortText: String(place).padStart(5, '0'), ...(detail ? { detail } : {}),
    ...(documentation ? { info: () => h('div', { class: 'said' }, markdown(documentation)) } : {}),
  };
}

function apply(item: Offered): NonNullable<Completion['apply']> {
  return (view, chosen, from, to) => {
    if (item.snippet) {
      const indent = /^ */.exec(view.state.doc.lineAt(from).text)?.[0] ?? '';
      snippet(templateOf(item.insert, indent))(view, chosen, from, to);
      return;
    }
    view.dispatch({
      changes: { from, to, insert: view.state.toText(item.insert) }, selection: { anchor: from + item.insert.length },
      annotations: pickedCompletion.of(chosen), userEvent: 'input.complete', scrollIntoView: true,
    });
  };
}

async function hovered(host: Host, { file, buffer }: Document, position: number): Promise<Tooltip | null> {
  const { text, offsets } = buffer;
  if (file === null || !host.hover) return null;
  const told = await host.hover(file, text, offsets.toHost(position), language());
  if (failed(told) || told === null || buffer.text !== text) return null;
  return { pos: offsets.toEditor(told.start), end: offsets.toEditor(told.end), above: true, create: () => ({ dom: h('div', { class: 'said' }, markdown(told.text)) }) };
}

