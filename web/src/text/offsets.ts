/** Offsets: the host counts code points of the file's text, the editor UTF-16 units of its own, in
which a line break is one unit whatever the file has. This is the one place that knows both. */

/** How the lines of a text end; a text of both kinds keeps its `\r` as characters. */
export function lineBreakOf(text: string): '\n' | '\r\n' {
  const all = text.split('\n').length - 1;
  const windows = text.split('\r\n').length - 1;
  return all > 0 && all === windows && !/\r(?!\n)/.test(text) ? '\r\n' : '\n';
}

/** The file's text as the editor has it. */
export const toEditor = (text: string): string => (lineBreakOf(text) === '\r\n' ? text.replaceAll('\r\n', '\n') : text);
/** The editor's text as the file has it. */
export const toFile = (text: string, lineBreak: '\n' | '\r\n'): string =>
  lineBreak === '\r\n' ? text.replaceAll('\n', '\r\n') : text;

/** Offsets of one version of a file's text. */
export class Offsets {
  /* After each place where the two counts part: how many code points and units came before. */
  readonly #points: number[] = [0];
  readonly #units: number[] = [0];

  constructor(text: string) {
    const windows = lineBreakOf(text) === '\r\n';
    const parting = windows ? /\r\n|[\ud800-\udbff][\udc00-\udfff]/g : /[\ud800-\udbff][\udc00-\udfff]/g;
    let points = 0;
    let units = 0;
    let last = 0;
    for (const found of text.matchAll(parting)) {
      const isBreak = found[0] === '\r\n';
      points += found.index - last + (isBreak ? 2 : 1);
      units += found.index - last + (isBreak ? 1 : 2);
      last = found.index + 2;
      this.#points.push(points);
      this.#units.push(units);
    }
  }

  /** The editor's offset of a host's. */
  toEditor(offset: number): number {
    return converted(offset, this.#points, this.#units);
  }

  /** The host's offset of the editor's. */
  toHost(offset: number): number {
    return converted(offset, this.#units, this.#points);
  }
}

function converted(offset: number, from: readonly number[], to: readonly number[]): number {
  let low = 0;
  let high = from.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((from[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  const within = (to[low] ?? 0) + offset - (from[low] ?? 0);
  /* inside a pair, or a line break, is before it */
  return low + 1 < to.length ? Math.min(within, partBefore(low, from, to)) : within;
}

/* Where the next parting begins, counted as `to`: the shorter of both steps is one. */
function partBefore(low: number, from: readonly number[], to: readonly number[]): number {
  const step = Math.min((from[low + 1] ?? 0) - (from[low] ?? 0), (to[low + 1] ?? 0) - (to[low] ?? 0)) - 1;
  return (to[low] ?? 0) + step;
}

/** The host's column, 1-based code points of a line, as units from the line's start. */
export function columnToUnits(line: string, column: number): number {
  let units = 0;
  for (const sign of line) {
    if (column <= 1) break;
    column -= 1;
    units += sign.length;
  }
  return units;
}
