/* Modules of WebAssembly as bytes: their sections, and the instructions of a function, of which no more
   is told than where each begins. An instruction that is not known here ends the build. */

export const TYPES = 1, IMPORTS = 2, FUNCTIONS = 3, CODE = 10;
const HEAD = 8;

/** A number of LEB128 at a place, and the place after it. */
export function number(bytes, at) {
  let value = 0;
  for (let scale = 1; ; scale *= 128) {
    const byte = bytes[at++];
    value += (byte & 127) * scale;
    if (byte < 128) return [value, at];
  }
}

/** A number as LEB128. */
export function written(value) {
  const bytes = [];
  for (; value > 127; value = Math.floor(value / 128)) bytes.push((value & 127) | 128);
  return [...bytes, value];
}

/** What comes with its length before it. */
export const sized = (bytes) => Buffer.concat([Buffer.from(written(bytes.length)), bytes]);

const after = (bytes, at, numbers = 1) => {
  for (; numbers > 0; numbers -= 1) [, at] = number(bytes, at);
  return at;
};

/** Each section: its id, and its bytes. */
export function* sections(module) {
  for (let at = HEAD; at < module.length;) {
    const [size, start] = number(module, at + 1);
    yield { id: module[at], bytes: module.subarray(start, start + size) };
    at = start + size;
  }
}

/** The module of such sections. */
export const moduleOf = (module, parts) => Buffer.concat([module.subarray(0, HEAD), ...parts.flatMap(({ id, bytes }) => [Buffer.from([id]), sized(bytes)])]);

/** Each function's type: the bytes of its parameters, and of its results. */
export function types(section) {
  return listed(section, (at) => {
    if (section[at] !== 0x60) throw new Error(`no type of a function: ${section[at]}`);
    const [params, start] = number(section, at + 1);
    const [results, end] = number(section, start + params);
    return [{ params: [...section.subarray(start, start + params)], results: [...section.subarray(end, end + results)] }, end + results];
  });
}

/** How many functions are imported; they are counted before those that are in the module. */
export function importedFunctions(section) {
  const limits = (at) => after(section, at + 1, section[at] & 1 ? 2 : 1);
  const ends = { 0: (at) => after(section, at), 1: (at) => limits(at + 1), 2: limits, 3: (at) => at + 2, 4: (at) => after(section, at + 1) };
  const kinds = listed(section, (at) => {
    for (const _ of ['module', 'name']) {
      const [size, start] = number(section, at);
      at = start + size;
    }
    return [section[at], ends[section[at]](at + 1)];
  });
  return kinds.filter((kind) => kind === 0).length;
}

/** Each function's body: its locals and its instructions. */
export function bodies(section) {
  return listed(section, (at) => {
    const [size, start] = number(section, at);
    return [section.subarray(start, start + size), start + size];
  });
}

function listed(section, read) {
  let [count, at] = number(section, 0);
  return Array.from({ length: count }, () => {
    const [one, end] = read(at);
    at = end;
    return one;
  });
}

/** The section with more at the end of its list. */
export function withMore(section, more) {
  const [count, start] = number(section, 0);
  return Buffer.concat([Buffer.from(written(count + more.length)), section.subarray(start), ...more.map((one) => Buffer.from(one))]);
}

/** Each instruction of a body: its code, and where it and what comes after it begin. */
export function* instructions(body) {
  let [groups, at] = number(body, 0);
  for (; groups > 0; groups -= 1) at = after(body, at) + 1;
  while (at < body.length) {
    const start = at;
    at = endOf(body, start);
    yield { code: body[start], start, end: at };
  }
}

const within = (code, ...ranges) => ranges.some(([from, to]) => code >= from && code <= to);

function endOf(body, start) {
  const code = body[start];
  const at = start + 1;
  if (within(code, [0x00, 0x01], [0x05, 0x05], [0x0b, 0x0b], [0x0f, 0x0f], [0x19, 0x1b], [0x45, 0xc4], [0xd1, 0xd1])) return at;
  if (within(code, [0x02, 0x04], [0x06, 0x09], [0x0c, 0x0d], [0x10, 0x10], [0x12, 0x12], [0x18, 0x18], [0x20, 0x26], [0x3f, 0x42], [0xd0, 0xd0], [0xd2, 0xd2])) return after(body, at);
  if (within(code, [0x11, 0x11], [0x13, 0x13], [0x28, 0x3e])) return after(body, at, 2);
  if (code === 0x43) return at + 4;
  if (code === 0x44) return at + 8;
  if (code === 0x0e) {
    const [targets, first] = number(body, at);
    return after(body, first, targets + 1);
  }
  if (code === 0x1c) {
    const [count, first] = number(body, at);
    return first + count;
  }
  if (code === 0xfc) {
    const [kind, first] = number(body, at);
    if (kind <= 17) return after(body, first, kind < 8 ? 0 : within(kind, [8, 8], [10, 10], [12, 12], [14, 14]) ? 2 : 1);
  }
  throw new Error(`an instruction that is not known: 0x${code.toString(16)}`);
}
