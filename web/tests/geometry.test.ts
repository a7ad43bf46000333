import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AXIS, scoreAt, scoreByDigit, scoreByKey, stepOf, ticks, xOf } from '../src/form/geometry.ts';

const TEN = [0, 10] as const;

test('a pointer on a tick is its score, and between it is the nearest half', () => {
  for (const score of [0, 0.5, 3, 9.5, 10]) assert.equal(scoreAt(xOf(score, TEN) / AXIS.width, TEN), score);
  assert.equal(scoreAt(xOf(6.2, TEN) / AXIS.width, TEN), 6);
  assert.equal(scoreAt(xOf(6.3, TEN) / AXIS.width, TEN), 6.5);
});

test('beyond the ends of the axis are the ends of the scale', () => {
  assert.equal(scoreAt(-3, TEN), 0);
  assert.equal(scoreAt(7, [1, 5]), 5);
});

test('keys go by a half, by two and to the ends, and stop there', () => {
  assert.equal(scoreByKey('ArrowRight', 6, TEN), 6.5);
  assert.equal(scoreByKey('ArrowDown', 6.25, TEN), 5.75);
  assert.equal(scoreByKey('PageUp', 9, TEN), 10);
  assert.equal(scoreByKey('PageDown', 6, TEN), 4);
  assert.equal(scoreByKey('Home', 6, [1, 5]), 1);
  assert.equal(scoreByKey('End', 1, [1, 5]), 5);
  assert.equal(scoreByKey('KeyA', 6, TEN), null);
});

test('a step fits a scale that is short or long', () => {
  assert.equal(stepOf([0, 1]), 0.05);
  assert.equal(stepOf([-100, 100]), 10);
  assert.equal(scoreByKey('ArrowRight', 0.15, [0, 1]), 0.2);
});

test('digits are scores by their place on the keyboard, with Shift half a point more', () => {
  assert.equal(scoreByDigit('Digit7', false, TEN), 7);
  assert.equal(scoreByDigit('Numpad7', true, TEN), 7.5);
  assert.equal(scoreByDigit('Digit0', false, TEN), 0);
  assert.equal(scoreByDigit('Digit0', false, [1, 10]), 10);
  assert.equal(scoreByDigit('Digit9', false, [1, 5]), null);
  assert.equal(scoreByDigit('KeyO', false, TEN), null);
});

test('ticks stand at whole points while these are few', () => {
  assert.deepEqual(ticks([1, 5]).map((one) => one.at), [1, 2, 3, 4, 5]);
  assert.equal(ticks([-100, 100]).length, 11);
  assert.deepEqual(ticks(TEN).filter((one) => one.isLong).map((one) => one.at), [0, 5, 10]);
});
