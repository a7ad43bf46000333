/** The geometry of ring and disc: a score on its axis, and what a pointer or a key makes of it. */

export type Scale = readonly [low: number, high: number];

/** The axis in the drawing's units, with room for the ring at both ends. */
export const AXIS = { width: 240, height: 40, from: 12, to: 228, y: 20 } as const;

/** By half a point; on a scale too short or too long for that by a twentieth of it. */
export function stepOf([low, high]: Scale): number {
  const width = high - low;
  return width >= 2 && width <= 40 ? 0.5 : tidy(width / 20);
}

const tidy = (value: number): number => Number(value.toFixed(9)) + 0;
const within = (value: number, [low, high]: Scale): number => Math.min(high, Math.max(low, value));

export const xOf = (score: number, [low, high]: Scale): number => AXIS.from + ((score - low) / (high - low)) * (AXIS.to - AXIS.from);

/** The score under a pointer: `part` of the drawing's width, 0 to 1. */
export function scoreAt(part: number, scale: Scale): number {
  const [low, high] = scale;
  const step = stepOf(scale);
  const raw = low + ((part * AXIS.width - AXIS.from) / (AXIS.to - AXIS.from)) * (high - low);
  return within(tidy(low + Math.round((raw - low) / step) * step), scale);
}

/** What a key makes of a score; null where it is none of these. */
export function scoreByKey(key: string, score: number, scale: Scale): number | null {
  const [low, high] = scale;
  const step = stepOf(scale);
  const by: Readonly<Record<string, number>> = {
    ArrowRight: step, ArrowUp: step, ArrowLeft: -step, ArrowDown: -step, PageUp: 4 * step, PageDown: -4 * step,
  };
  if (key === 'Home') return low;
  if (key === 'End') return high;
  const move = by[key];
  return move === undefined ? null : within(tidy(score + move), scale);
}

/** The score that a digit key means: with Shift half a point more; null off the scale. On a scale
that ends at 10, 0 is 10 only where 0 is none. */
export function scoreByDigit(code: string, shift: boolean, scale: Scale): number | null {
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(code)?.[1];
  if (digit === undefined) return null;
  const [low, high] = scale;
  let score = Number(digit);
  if (score === 0 && low > 0 && high >= 10) score = 10;
  if (shift) score += 0.5;
  return score >= low && score <= high ? score : null;
}

/** Where the axis has ticks: at whole points while these are few, the ends and the middle longer. */
export function ticks([low, high]: Scale): { at: number; isLong: boolean }[] {
  const width = high - low;
  const count = Number.isInteger(width) && width <= 20 ? width : 10;
  return Array.from({ length: count + 1 }, (_, n) => ({ at: low + (width * n) / count, isLong: n === 0 || n === count || n * 2 === count }));
}
