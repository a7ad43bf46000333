/** Bytes of a file → its text: UTF-8 within the limit of a journey, without a byte order mark. */

import type { Failed } from '../host.ts';
import { tell } from './words.ts';

/** What a journey may hold; the reader of journeys has the same limit. */
export const MAX_BYTES = 1_000_000;
const MARK = '\uFEFF';
const NEW_LINE = 10;
/* read by code points, only a half that stands alone is one of these */
const HALF = /[\uD800-\uDFFF]/u;

/** A text, and whether a byte order mark stood before it, which is written again. */
export interface Unpacked {
  text: string;
  hasMark: boolean;
}

export function unpack(name: string, bytes: Uint8Array): Unpacked | Failed {
  if (bytes.length > MAX_BYTES) return { error: { message: tell('tooLarge', name, MAX_BYTES), help: tell('tooLargeHelp'), file: name } };
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    const hasMark = text.startsWith(MARK);
    return { text: hasMark ? text.slice(1) : text, hasMark };
  } catch {
    const line = faultyLine(bytes);
    return { error: { message: tell('notUtf8', name, line), help: tell('notUtf8Help'), file: name, line } };
  }
}

/** The bytes that a file shall hold; half a character cannot be written. */
export function pack(name: string, { text, hasMark }: Unpacked): Uint8Array<ArrayBuffer> | Failed {
  if (HALF.test(text)) return { error: { message: tell('halfCharacter'), help: tell('halfCharacterHelp'), file: name } };
  const bytes = new TextEncoder().encode((hasMark ? MARK : '') + text);
  return bytes.length > MAX_BYTES ? { error: { message: tell('tooLarge', name, MAX_BYTES), help: tell('tooLargeHelp'), file: name } } : bytes;
}

/* The first line that is no UTF-8: no byte of a character is a new line, so each line stands alone. */
function faultyLine(bytes: Uint8Array): number {
  let line = 1;
  for (let start = 0; start < bytes.length; line += 1) {
    const end = bytes.indexOf(NEW_LINE, start) + 1 || bytes.length;
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(start, end));
    } catch {
      return line;
    }
    start = end;
  }
  return line;
}
