import assert from 'node:assert/strict';
import { test } from 'node:test';
import { snippet } from '@codemirror/autocomplete';
import { EditorState, type TransactionSpec } from '@codemirror/state';
import { templateOf } from '../src/text/snippets.ts';

/* what the editor makes of a template at the end of a text, and what is chosen then */
function inserted(before: string, text: string): { text: string; chosen: string } {
  let state = EditorState.create({ doc: before });
  const indent = /^ */.exec(state.doc.lineAt(before.length).text)?.[0] ?? '';
  const dispatch = (spec: TransactionSpec) => { state = state.update(spec).state; };
  snippet(templateOf(text, indent))({ get state() { return state; }, dispatch: dispatch as never }, null, before.length, before.length);
  const { from, to } = state.selection.main;
  return { text: state.doc.toString(), chosen: state.sliceDoc(from, to) };
}

test('stops are the editor’s, the first one chosen', () => {
  assert.deepEqual(inserted('', '${1:id}:\n  title: ${2:Title}\n$0'), { text: 'id:\n  title: Title\n', chosen: 'id' });
});

test('braces that are no stops stay, and what is escaped is itself', () => {
  assert.deepEqual(inserted('next: ', '{ride: ${1:0.5}}'), { text: 'next: {ride: 0.5}', chosen: '0.5' });
  assert.deepEqual(inserted('', '\\$9 {a: 1}').text, '$9 {a: 1}');
});

test('lines keep the indentation that the host gave them', () => {
  assert.equal(inserted('touchpoints:\n  ', '${1:id}:\n    title: x\n    next: y').text, 'touchpoints:\n  id:\n    title: x\n    next: y');
});
