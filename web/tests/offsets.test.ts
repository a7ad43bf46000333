import assert from 'node:assert/strict';
import { test } from 'node:test';
import { columnToUnits, lineBreakOf, Offsets, toEditor, toFile } from '../src/text/offsets.ts';

const TEXTS = ['', 'plain', 'a🍞b🍞', '🍞', 'a\r\nb\r\n', 'x🍞\r\n🍞y\r\nz', 'mixed\r\nand\nnot', 'separator\u2028here 🍞', 'a\rb'];

test('every offset of a host is where the editor has the same sign, and back', () => {
  for (const text of TEXTS) {
    const offsets = new Offsets(text);
    const points = [...text];
    const editor = toEditor(text);
    for (let n = 0; n <= points.length; n += 1) {
      if (lineBreakOf(text) === '\r\n' && points[n] === '\n') continue; /* inside a line break */
      const before = points.slice(0, n).join('');
      const expected = (lineBreakOf(text) === '\r\n' ? toEditor(before) : before).length;
      assert.equal(offsets.toEditor(n), expected, `${JSON.stringify(text)} at ${n}`);
      assert.equal(offsets.toHost(expected), n, `${JSON.stringify(text)} back from ${expected}`);
    }
    assert.ok(offsets.toEditor(points.length) === editor.length);
  }
});

test('an offset inside a pair or a line break is before it', () => {
  assert.equal(new Offsets('a🍞b').toHost(2), 1);
  assert.equal(new Offsets('a\r\nb').toEditor(2), 1);
});

test('a text comes back from the editor as it was', () => {
  for (const text of TEXTS) assert.equal(toFile(toEditor(text), lineBreakOf(text)), text);
});

test('columns count code points', () => {
  assert.equal(columnToUnits('🍞: 1', 2), 2);
  assert.equal(columnToUnits('ab', 9), 2);
});
