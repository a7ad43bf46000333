import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withSettledCalls } from '../onefile/settled_calls.mjs';
import { bodies, CODE, instructions, sections, sized, written } from '../onefile/wasm.mjs';

const I32 = 0x7f;
const [GET, CALL, BY_TABLE, NOTHING, END] = [(nth: number) => [0x20, nth], (nth: number) => [0x10, nth], [0x11, 0, 0], 0x01, 0x0b];
const idle = (count: number): number[] => Array<number>(count).fill(NOTHING);
const constant = (value: number): number[] => [0x41, value];
const list = (...items: readonly (readonly number[])[]): number[] => [...written(items.length), ...items.flat()];
const section = (id: number, content: readonly number[]): number[] => [id, ...sized(Uint8Array.from(content))];
const body = (...code: readonly number[]): number[] => [...sized(Uint8Array.from([0, ...code, END]))];
const text = (sign: string): number[] => [1, sign.charCodeAt(0)];

/* 0 is imported; 1 is the largest, which calls 2 and what a place of the table has; 2 is small, and does
the same; 3 is called by 1, and too large to be put inside; nobody of these calls 4. */
const calling = (place: readonly number[]): number[] => [...GET(1), ...place, ...BY_TABLE];
const functions = [
  body(...GET(1), ...CALL(2), ...CALL(3), ...GET(0), ...BY_TABLE, ...idle(2000)),
  body(...GET(0), ...constant(2), ...BY_TABLE),
  body(...GET(0), ...constant(1), ...BY_TABLE, ...idle(600)),
  body(...calling(GET(0))),
  body(...GET(0), ...GET(0), 0x6a), /* twice as much */
  body(...GET(0), ...constant(1), 0x6a), /* one more */
];
const moduleOf = (made: readonly (readonly number[])[]): Uint8Array<ArrayBuffer> => Uint8Array.from([
  0, 0x61, 0x73, 0x6d, 1, 0, 0, 0,
  ...section(1, list([0x60, 1, I32, 1, I32], [0x60, 2, I32, I32, 1, I32])),
  ...section(2, list([...text('e'), ...text('f'), 0, 0])),
  ...section(3, list([1], [0], [0], [1], [0], [0])),
  ...section(4, list([0x70, 0, 4])),
  ...section(7, list([...text('b'), 0, 1], [...text('o'), 0, 4])),
  ...section(9, list([0, ...constant(0), END, ...list([0], [5], [6])])),
  ...section(10, list(...made)),
]);
const module = moduleOf(functions);
const codes = (bytes: Uint8Array): number[][] => {
  const code = [...sections(bytes)].find((one) => one.id === CODE);
  return bodies(code?.bytes ?? new Uint8Array()).map((one) => [...instructions(one)].map((each) => each.code));
};
const callsByTable = (bytes: Uint8Array): number[] => codes(bytes).map((one) => one.filter((code) => code === 0x11).length);
type Both = (place: number, value: number) => number;
async function answers(bytes: Uint8Array<ArrayBuffer>): Promise<unknown[]> {
  const { instance } = await WebAssembly.instantiate(bytes, { e: { f: (value: number) => value * 10 } });
  const { b, o } = instance.exports as unknown as { b: Both; o: Both };
  const told = (call: Both, place: number): unknown => {
    try {
      return call(place, 7);
    } catch (error) {
      return String(error);
    }
  };
  return [0, 1, 2, 3, 9].flatMap((place) => [told(b, place), told(o, place)]);
}

test('the largest function, and what may be put inside it, calls by table through functions between', () => {
  assert.deepEqual(callsByTable(module), [1, 1, 1, 1, 0, 0]);
  assert.deepEqual(callsByTable(withSettledCalls(module)), [0, 0, 1, 1, 0, 0, 1]);
});

test('a function between is too large to be put inside', () => {
  assert.ok((codes(withSettledCalls(module)).at(-1)?.length ?? 0) > 500);
});

test('whatever is called, and whatever cannot be, comes to the same', async () => {
  const before = await answers(module);
  assert.deepEqual(before.slice(0, 4), [160, 70, 32, 14]);
  assert.match(String(before[8]), /RuntimeError/);
  assert.deepEqual(await answers(withSettledCalls(module)), before);
});

test('an instruction that is not known ends the build', () => {
  assert.throws(() => withSettledCalls(moduleOf([body(0xfb, ...idle(3000)), ...functions.slice(1)])), /not known: 0xfb/);
});
