/** How the text looks: ink on the page's grounds, as the tokens of the page have them. */

import { HighlightStyle, LRLanguage, indentService, syntaxHighlighting } from '@codemirror/language';
import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import { parser } from '@lezer/yaml';
import { unlessPlain } from './plain.ts';

const MONO = 'ui-monospace, "Cascadia Mono", "Noto Sans Mono", "DejaVu Sans Mono", Consolas, monospace';
export const LINE_HEIGHT = 20;

const look = EditorView.theme({
  '&': { height: '100%', color: 'var(--ink)', backgroundColor: 'var(--surface)', fontSize: '13px' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: MONO, lineHeight: `${LINE_HEIGHT}px`, overflow: 'auto' },
  '.cm-content': { padding: '12px 0', caretColor: 'var(--ink)' },
  '.cm-line': { padding: '0 16px 0 14px' },
  '.cm-cursor': { borderLeftColor: 'var(--ink)', borderLeftWidth: '2px' },
  '.cm-selectionBackground, &.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground': {
    backgroundColor: 'color-mix(in srgb, var(--ink) 18%, transparent)',
  },
  '.cm-gutters': { backgroundColor: 'var(--sunken)', color: 'var(--muted)', border: '0' },
  '.cm-lineNumbers .cm-gutterElement': { padding: '0 8px 0 4px', minWidth: '32px' },
  '.cm-signs': { width: '18px' },
  '.cm-signs .cm-gutterElement': { display: 'grid', placeItems: 'center', paddingLeft: '6px', color: 'var(--ink)' },
  '.cm-signs svg': { width: '10px', height: '10px', display: 'block' },
  '.cm-here': { backgroundColor: 'var(--sunken)' },
  '.cm-gutterElement.cm-first': { color: 'var(--ink)', fontWeight: '700', backgroundColor: 'var(--head)' },
  '.cm-changed': { backgroundColor: 'var(--head)', boxShadow: 'inset 3px 0 0 var(--ink)' },
  '.cm-error': { textDecoration: 'underline wavy var(--ink) 1.5px', textUnderlineOffset: '3px', textDecorationSkipInk: 'none' },
  '.cm-warning, .cm-info': { textDecoration: 'underline dotted var(--ink) 2px', textUnderlineOffset: '3px', textDecorationSkipInk: 'none' },
  '.cm-tooltip': { backgroundColor: 'var(--surface)', border: '1px solid var(--line-strong)', borderRadius: '8px', boxShadow: 'var(--card-shadow)', color: 'var(--ink)', maxWidth: '440px' },
  '.cm-tooltip .said': { padding: '8px 12px', fontFamily: '"Noto Sans", sans-serif', lineHeight: '1.45' },
  '.cm-tooltip .said p': { margin: '0' },
  '.cm-tooltip .said p + p, .cm-tooltip .said ul': { margin: '4px 0 0' },
  '.cm-tooltip .said ul': { paddingLeft: '18px' },
  '.cm-tooltip .said .heading': { fontWeight: '700' },
  '.cm-tooltip .said code, .cm-tooltip .said pre': { fontFamily: MONO, fontSize: '12px' },
  '.cm-tooltip.cm-tooltip-autocomplete': { fontFamily: '"Noto Sans", sans-serif', padding: '4px', maxWidth: 'none' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': { fontFamily: MONO, maxHeight: 'none', minWidth: '220px' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': { padding: '3px 8px', borderRadius: '5px', lineHeight: '1.4' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]': { backgroundColor: 'var(--ink)', color: 'var(--on-ink)' },
  '.cm-completionDetail': { color: 'inherit', opacity: '.75', fontStyle: 'normal', fontFamily: '"Noto Sans", sans-serif' },
  '.cm-completionMatchedText': { textDecoration: 'none', fontWeight: '700' },
  '.cm-tooltip.cm-completionInfo': { padding: '0', whiteSpace: 'normal', maxWidth: '320px' },
  '.cm-snippetField': { backgroundColor: 'var(--head)' },
  '.cm-tooltip .said small': { color: 'var(--muted)' },
  '.cm-panels': { backgroundColor: 'var(--sunken)', color: 'var(--ink)' },
  '.cm-panels-bottom': { borderTop: '1px solid var(--line-strong)' },
  '.cm-panel.cm-search': { padding: '8px 32px 8px 12px', fontFamily: '"Noto Sans", sans-serif' },
  '.cm-panel.cm-search label': { fontSize: '13px' },
  '.cm-textfield': { backgroundColor: 'var(--surface)', border: '1px solid var(--control)', borderRadius: '6px', color: 'var(--ink)', fontSize: '13px' },
  '.cm-button': { backgroundImage: 'none', backgroundColor: 'var(--surface)', border: '1px solid var(--line-strong)', borderRadius: '6px', color: 'var(--ink)', fontSize: '13px' },
  '.cm-panel button[name=close]': { color: 'var(--ink)' },
  '.cm-searchMatch': { backgroundColor: 'transparent', outline: '1px solid var(--control)' },
  '.cm-searchMatch-selected': { backgroundColor: 'color-mix(in srgb, var(--ink) 22%, transparent)' },
});

const ink = HighlightStyle.define([
  { tag: tags.definition(tags.propertyName), fontWeight: '600' },
  { tag: tags.lineComment, color: 'var(--muted)', fontStyle: 'italic' },
  { tag: [tags.labelName, tags.typeName, tags.meta], color: 'var(--muted)' },
]);

const yaml = LRLanguage.define({ name: 'yaml', parser, languageData: { commentTokens: { line: '#' } } });

/* A line begins where the one before does, two further in behind a key that has no value yet. */
const indentation = indentService.of((context, position) => {
  const line = context.lineAt(position, -1).text;
  const column = line.length - line.trimStart().length;
  return /:\s*(#.*)?$/.test(line) ? column + 2 : column;
});

export const theme: Extension = [look, syntaxHighlighting(ink), unlessPlain(yaml), indentation];
