/** Numbers as people read them: the report's own rule, in the language that is spoken. */

import numbersOf from '../../../cjm/site/assets/numbers.js';
import type { Journey, Touchpoint } from '../assessment.ts';
import { language } from '../words.ts';

const BY_LANGUAGE = { en: numbersOf('en'), ru: numbersOf('ru') };

export const numbers = (): ReturnType<typeof numbersOf> => BY_LANGUAGE[language()];
export const NONE = '–';

/** The decimals that all scores of a touchpoint are written with, so that C is their difference. */
export function digitsOf(point: Touchpoint, scale: Journey['scale']): number {
  const pair = (one: Pick<Touchpoint, 'expectation' | 'experience'>) =>
    [one.expectation?.score ?? null, one.experience?.score ?? null] as const;
  return numbers().scoreDigits([pair(point), ...point.by_persona.map(pair)], scale);
}

export const written = (value: number | null, digits: number): string =>
  value === null ? NONE : numbers().score(value, digits);
export const gapText = (gap: { O: number | null; B: number | null }, digits: number): string =>
  gap.O === null || gap.B === null ? NONE : numbers().gap(gap.O, gap.B, digits);
