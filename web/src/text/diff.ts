/** What differs between two texts, by lines: Myers 1986, between what both begin and end with. */

export interface LineChange {
  kind: 'minus' | 'plus';
  /** 1-based, in the text before for `minus`, in the text after for `plus`. */
  line: number;
  text: string;
}

/** More steps than this are told as one replaced block: nobody reads them line by line. */
const MOST_STEPS = 400;

export const linesOf = (text: string): string[] => text.split(/\r\n|\n/);

/** The lines that went and came, in the order of the text; a replaced line stands before its new one. */
export function diffLines(before: string, after: string): LineChange[] {
  const a = linesOf(before);
  const b = linesOf(after);
  const changes: LineChange[] = [];
  for (const [aFrom, aTo, bFrom, bTo] of blocks(a, b)) {
    const paired = aTo - aFrom === bTo - bFrom;
    const minus = a.slice(aFrom, aTo).map((text, n): LineChange => ({ kind: 'minus', line: aFrom + n + 1, text }));
    const plus = b.slice(bFrom, bTo).map((text, n): LineChange => ({ kind: 'plus', line: bFrom + n + 1, text }));
    if (paired) minus.forEach((one, n) => changes.push(one, plus[n] as LineChange));
    else changes.push(...minus, ...plus);
  }
  return changes;
}

/** The 1-based lines of the text after that are new or replaced. */
export function changedLines(before: string, after: string): number[] {
  return diffLines(before, after).flatMap((one) => (one.kind === 'plus' ? [one.line] : []));
}

type Block = readonly [aFrom: number, aTo: number, bFrom: number, bTo: number];

function blocks(a: readonly string[], b: readonly string[]): Block[] {
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1;
  const middleA = a.slice(start, a.length - end);
  const middleB = b.slice(start, b.length - end);
  if (!middleA.length && !middleB.length) return [];
  const kept = common(middleA, middleB);
  const found: Block[] = [];
  let atA = 0;
  let atB = 0;
  for (const [x, y] of [...kept, [middleA.length, middleB.length] as const]) {
    if (x > atA || y > atB) found.push([start + atA, start + x, start + atB, start + y]);
    atA = x + 1;
    atB = y + 1;
  }
  return found;
}

/* The places of a longest common subsequence; none where the texts are too far apart. */
function common(a: readonly string[], b: readonly string[]): (readonly [number, number])[] {
  const size = a.length + b.length;
  const furthest = new Map<number, number>([[1, 0]]);
  const history: Map<number, number>[] = [];
  for (let steps = 0; steps <= Math.min(size, MOST_STEPS); steps += 1) {
    history.push(new Map(furthest));
    for (let k = -steps; k <= steps; k += 2) {
      const down = k === -steps || (k !== steps && at(furthest, k - 1) < at(furthest, k + 1));
      let x = down ? at(furthest, k + 1) : at(furthest, k - 1) + 1;
      let y = x - k;
      while (x < a.length && y < b.length && a[x] === b[y]) { x += 1; y += 1; }
      furthest.set(k, x);
      if (x >= a.length && y >= b.length) return traced(history, a.length, b.length);
    }
  }
  return [];
}

const at = (map: Map<number, number>, key: number): number => map.get(key) ?? -1;

function traced(history: readonly Map<number, number>[], x: number, y: number): (readonly [number, number])[] {
  const kept: (readonly [number, number])[] = [];
  for (let steps = history.length - 1; steps >= 0; steps -= 1) {
    const before = history[steps] as Map<number, number>;
    const k = x - y;
    const down = k === -steps || (k !== steps && at(before, k - 1) < at(before, k + 1));
    const fromX = at(before, down ? k + 1 : k - 1);
    const fromY = fromX - (down ? k + 1 : k - 1);
    while (x > Math.max(0, fromX) && y > Math.max(0, fromY) && x > 0 && y > 0 && (x > fromX + (down ? 0 : 1) || steps === 0)) {
      x -= 1; y -= 1;
      kept.push([x, y]);
    }
    x = fromX; y = fromY;
  }
  return kept.reverse();
}
