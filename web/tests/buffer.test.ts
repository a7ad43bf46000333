import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Buffer } from '../src/text/buffer.ts';

function opened(text: string): Buffer {
  const buffer = new Buffer();
  buffer.open(text);
  return buffer;
}

test('undo gives the old text, sign by sign, and redo the new one', () => {
  for (const text of ['a: 1\nb: 2\n', 'a🍞: 1\r\nb: 2\r\n', 'a: 1\r\nb: 2\n', 'x']) {
    const buffer = opened(text);
    buffer.replace([[0, 1, 'Z🍞'], [[...text].length, [...text].length, '!']], 'operation');
    const after = buffer.text;
    assert.equal(after, `Z🍞${[...text].slice(1).join('')}!`);
    assert.ok(buffer.undo());
    assert.equal(buffer.text, text);
    assert.ok(buffer.redo());
    assert.equal(buffer.text, after);
  }
});

test('each operation is a step of its own', () => {
  const buffer = opened('abc');
  buffer.replace([[0, 1, 'x']], 'operation');
  buffer.replace([[1, 2, 'y']], 'operation');
  buffer.undo();
  assert.equal(buffer.text, 'xbc');
});

test('what came from outside is not undone', () => {
  const buffer = opened('one\ntwo\n');
  buffer.replace([[0, 3, 'mine']], 'operation');
  buffer.become('mine\ntheirs\n', 'outside');
  buffer.undo();
  assert.equal(buffer.text, 'one\ntheirs\n');
  assert.equal(buffer.canUndo, false);
});

test('a new line that is written takes the line ends of the file', () => {
  const buffer = opened('a: 1\r\nb: 2\r\n');
  buffer.replace([[6, 6, 'new: 3\r\n']], 'operation');
  assert.equal(buffer.text, 'a: 1\r\nnew: 3\r\nb: 2\r\n');
});

test('offsets of a marked text move with its changes', () => {
  const buffer = opened('one two');
  buffer.mark();
  buffer.replace([[0, 3, 'three']], 'operation');
  assert.equal(buffer.sinceMark(4), 6);
});

test('another file begins with no history', () => {
  const buffer = opened('one');
  buffer.replace([[0, 3, 'two']], 'operation');
  buffer.open('three');
  assert.equal(buffer.canUndo, false);
  assert.equal(buffer.text, 'three');
});
