/* Python's interpreter is one function of 79 kB. Chromium's compiler takes what its calls by table have
   led to for what they always lead to, and compiles the function anew each time that is wrong: five
   times until the first map, a fifth of a second of a processor each, while Python goes on in slow code.
   Here such calls go through functions of their own, which are small, and too large to be put inside:
   the interpreter is compiled once. What is computed is the same. */
import { CODE, FUNCTIONS, IMPORTS, TYPES, bodies, importedFunctions, instructions, moduleOf, number, sections, sized, types, withMore, written } from './wasm.mjs';

const CALL = 0x10, CALL_BY_TABLE = 0x11, NOTHING = 0x01, END = 0x0b, LOCAL = 0x20, I32 = 0x7f;
/** Bytes of the largest function that V8 puts inside another one. */
const LARGEST_INSIDE = 500;

/** The module, with the calls by table of its largest function, and of all that may be put inside it,
made through functions between. */
export function withSettledCalls(module) {
  const parts = [...sections(module)];
  const of = (id) => parts.find((part) => part.id === id)?.bytes;
  const imported = importedFunctions(of(IMPORTS));
  const functions = bodies(of(CODE));
  const known = types(of(TYPES));
  const between = new Between(known, imported + functions.length);
  for (const place of insideLargest(functions, imported)) functions[place] = between.settled(functions[place]);
  const changed = new Map([
    [TYPES, withMore(of(TYPES), known.slice(between.typesBefore).map(({ params, results }) => [0x60, ...written(params.length), ...params, ...written(results.length), ...results]))],
    [FUNCTIONS, withMore(of(FUNCTIONS), between.functions.map(({ type }) => written(type)))],
    [CODE, Buffer.concat([Buffer.from(written(functions.length + between.functions.length)), ...[...functions, ...between.functions.map(({ body }) => body)].map(sized)])],
  ]);
  return moduleOf(module, parts.map(({ id, bytes }) => ({ id, bytes: changed.get(id) ?? bytes })));
}

/* The largest function's place, and those of what is small enough and called from it, directly or not. */
function insideLargest(functions, imported) {
  const largest = functions.reduce((best, body, place) => (body.length > functions[best].length ? place : best), 0);
  const found = new Set([largest]);
  for (const place of found) {
    for (const { code, start } of instructions(functions[place])) {
      const called = code === CALL ? number(functions[place], start + 1)[0] - imported : -1;
      if (called >= 0 && functions[called].length <= LARGEST_INSIDE) found.add(called);
    }
  }
  return found;
}

/* Functions that take what another one takes, and its place in a table, and call it. */
class Between {
  functions = [];
  #types;
  #first;
  #byCall = new Map();

  constructor(types, first) {
    this.#types = types;
    this.#first = first;
    this.typesBefore = types.length;
  }

  /** A body with calls of these in place of those by table. */
  settled(body) {
    const parts = [];
    let kept = 0;
    for (const { code, start, end } of instructions(body)) {
      if (code !== CALL_BY_TABLE) continue;
      parts.push(body.subarray(kept, start), Buffer.from([CALL, ...written(this.#functionOf(body.subarray(start, end)))]));
      kept = end;
    }
    return Buffer.concat([...parts, body.subarray(kept)]);
  }

  #functionOf(call) {
    const key = call.join();
    const made = this.#byCall.get(key) ?? this.#make(call);
    this.#byCall.set(key, made);
    return made;
  }

  #make(call) {
    const { params, results } = this.#types[number(call, 1)[0]];
    const given = [...params, I32].flatMap((_, nth) => [LOCAL, ...written(nth)]);
    const filling = Array(LARGEST_INSIDE).fill(NOTHING);
    this.functions.push({ type: this.#typeOf([...params, I32], results), body: Buffer.from([0, ...given, ...call, ...filling, END]) });
    return this.#first + this.functions.length - 1;
  }

  #typeOf(params, results) {
    const key = (one) => `${one.params}>${one.results}`;
    const place = this.#types.findIndex((one) => key(one) === key({ params, results }));
    return place >= 0 ? place : this.#types.push({ params, results }) - 1;
  }
}
