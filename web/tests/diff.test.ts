import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changedLines, diffLines, linesOf } from '../src/text/diff.ts';

const told = (before: string, after: string) => diffLines(before, after).map((one) => `${one.kind === 'minus' ? '-' : '+'}${one.line} ${one.text}`);

test('equal texts differ in nothing', () => assert.deepEqual(told('a\nb\n', 'a\nb\n'), []));

test('a replaced line stands before its new one, each with its number', () => {
  assert.deepEqual(told('a\nb\nc', 'a\nB\nc'), ['-2 b', '+2 B']);
  assert.deepEqual(told('1\n2\n3\n4', '1\nx\ny\n4'), ['-2 2', '+2 x', '-3 3', '+3 y']);
});

test('an inserted line moves the numbers of those below', () => {
  assert.deepEqual(told('a\nb\nc\nd', 'a\nnew\nb\nc\nD'), ['+2 new', '-4 d', '+5 D']);
  assert.deepEqual(changedLines('a\nb\nc\nd', 'a\nnew\nb\nc\nD'), [2, 5]);
});

test('what is told makes the one text of the other, whatever they are', () => {
  let seed = 7;
  const random = (n: number) => { seed = (seed * 1103515245 + 12345) % 2147483648; return seed % n; };
  const text = () => Array.from({ length: random(9) }, () => 'abc'[random(3)]).join('\n');
  for (let round = 0; round < 400; round += 1) {
    const [before, after] = [text(), text()];
    const gone = new Set(diffLines(before, after).filter((one) => one.kind === 'minus').map((one) => one.line));
    const come = new Map(diffLines(before, after).filter((one) => one.kind === 'plus').map((one) => [one.line, one.text]));
    const kept = linesOf(before).filter((_, n) => !gone.has(n + 1));
    const made = linesOf(after).map((_, n) => come.get(n + 1) ?? kept.shift());
    assert.deepEqual(made, linesOf(after), JSON.stringify([before, after]));
    assert.deepEqual(kept, []);
  }
});

test('texts with nothing in common are one block, in little time', () => {
  const many = (sign: string) => Array.from({ length: 3000 }, (_, n) => `${sign}${n}`).join('\n');
  assert.equal(diffLines(many('a'), many('b')).length, 6000);
});
