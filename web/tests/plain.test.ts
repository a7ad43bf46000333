import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Text } from '@codemirror/state';
import { isPlain } from '../src/text/plain.ts';

const of = (text: string): boolean => isPlain(Text.of(text.split('\n')));

test('what is deep or long is shown without colours, and nothing else is', () => {
  assert.equal(of(`a: ${'['.repeat(1000)}${']'.repeat(1000)}`), true);
  assert.equal(of('{\n'.repeat(1000)), true);
  assert.equal(of('- '.repeat(1000)), true);
  assert.equal(of('a\n'.repeat(400_000)), true);
  assert.equal(of('a: [{b: [c]}]\n- - d\n'.repeat(5000)), false);
  assert.equal(of(`${']'.repeat(1000)}${'['.repeat(100)}`), false);
});
