import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TextTree } from '../src/text/tree.ts';

const TEXT = `# a comment
cjm: 1
start: [a, "b"]
touchpoints:
  a:
    title: Order
    experience: {score: 6, because: [slow]}
    next: b
    by_persona:
      anna: {experience: 2}
  b:
    "channel": [app]
    pains: &p
      - late
    emotions: *p
  c:
`;

test('how a value is written is told by its route', () => {
  const tree = new TextTree(TEXT);
  assert.equal(tree.shape(['touchpoints', 'a', 'title']), 'scalar');
  assert.equal(tree.shape(['touchpoints', 'a', 'experience']), 'mapping');
  assert.equal(tree.shape(['touchpoints', 'a', 'experience', 'because', 0]), 'scalar');
  assert.equal(tree.shape(['touchpoints', 'a', 'by_persona', 'anna', 'experience']), 'scalar');
  assert.equal(tree.shape(['touchpoints', 'b', 'channel']), 'list');
  assert.equal(tree.shape(['touchpoints', 'b', 'pains']), 'list');
  assert.equal(tree.shape(['touchpoints', 'b', 'emotions']), 'other');
  assert.equal(tree.shape(['touchpoints', 'c']), 'empty');
});

test('what is not written has no shape', () => {
  const tree = new TextTree(TEXT);
  for (const route of [['touchpoints', 'd'], ['touchpoints', 'a', 'owner'], ['touchpoints', 'a', 'title', 'x'], ['start', 5]]) assert.equal(tree.shape(route), null);
});

test('keys, items and text are as they are meant', () => {
  const tree = new TextTree(TEXT);
  assert.deepEqual(tree.keys(['touchpoints']), ['a', 'b', 'c']);
  assert.deepEqual(tree.items(['start']), ['a', 'b']);
  assert.equal(tree.text(['touchpoints', 'a', 'next']), 'b');
  assert.equal(TEXT.slice(tree.start(['touchpoints', 'b']) ?? 0).startsWith('b:'), true);
});
