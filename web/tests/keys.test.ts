import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keyFor, type Pressed } from '../src/page/keys.ts';

const press = (code: string, more: Partial<Pressed> = {}): Pressed => ({ code, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...more });
const KEYS = [
  { name: 'save', codes: ['KeyS'], ctrl: true, anywhere: true }, { name: 'undo', codes: ['KeyZ'], ctrl: true, shift: false },
  { name: 'redo', codes: ['KeyZ'], ctrl: true, shift: true }, { name: 'graph', codes: ['KeyG'] },
] as const;
const name = (pressed: Pressed, isTyping = false) => keyFor(KEYS, pressed, isTyping)?.name ?? null;

test('a letter is known by its place, and only without Ctrl and Alt', () => {
  assert.equal(name(press('KeyG')), 'graph');
  assert.equal(name(press('KeyG', { ctrlKey: true })), null);
  assert.equal(name(press('KeyG', { altKey: true })), null);
});

test('whoever types is left alone, but for saving', () => {
  assert.equal(name(press('KeyG'), true), null);
  assert.equal(name(press('KeyZ', { ctrlKey: true }), true), null);
  assert.equal(name(press('KeyS', { ctrlKey: true }), true), 'save');
  assert.equal(name(press('KeyS', { metaKey: true }), true), 'save');
});

test('Shift tells redo from undo', () => {
  assert.equal(name(press('KeyZ', { ctrlKey: true })), 'undo');
  assert.equal(name(press('KeyZ', { ctrlKey: true, shiftKey: true })), 'redo');
});
