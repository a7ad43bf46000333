/** What if experience were other: the report's own engine, which works it out exactly. */

import engine from '../../../cjm/site/assets/what_if.js';
import { isMeasured, type Journey, type View } from '../assessment.ts';
import type { MakeOperations } from '../changes.ts';
import { setScore } from '../edits/operations.ts';
import type { Operation } from '../host.ts';
import type { Lifts } from '../session.ts';
import type { ScoreKey } from './draft.ts';
import { NONE, numbers } from './numbers.ts';

export interface Change {
  now: string;
  then: string;
}
export interface WhatIf {
  balance: Change;
  disappointed: Change;
  /** Why the share is not known with this change; null where it is. */
  why: 'simulated' | 'too-long' | null;
  /** The two figures as they are, for what counts with them. */
  values: { balance: number | null; disappointed: number | null };
}

/** Balance and share for everybody or a persona, now and then. */
export function whatIf(journey: Journey, persona: string | null, lifts: Lifts): WhatIf | null {
  const view = journey.views[persona ?? ''];
  if (!view) return null;
  const isLifted = Object.keys(lifts).length > 0;
  const balance = isLifted ? engine.balance(journey, persona, lifts) : view.balance;
  const known = view.disappointed;
  const share = isLifted && known?.exact ? engine.disappointed(journey, persona, lifts) : isLifted ? null : (known?.share ?? null);
  return {
    balance: told([view.balance, balance], (value, more) => numbers().marked(numbers().total(value, true, more), view.assumed.includes('balance'))),
    disappointed: told([known?.share ?? null, share], (value, more) => numbers().marked(numbers().share(value, more), isAbout(view))),
    why: known && share === null ? (known.exact ? 'too-long' : 'simulated') : null,
    values: { balance, disappointed: share },
  };
}

const isAbout = (view: View): boolean => view.assumed.includes('disappointed') || view.disappointed?.exact === false;
const MOST_MORE = 3;

/* two figures that differ are written with the digits that show it */
function told([now, then]: readonly [number | null, number | null], write: (value: number, more: number) => string): Change {
  let more = 0;
  while (now !== null && then !== null && now !== then && more < MOST_MORE && write(now, more) === write(then, more)) more += 1;
  const text = (value: number | null) => (value === null ? NONE : write(value, more));
  return { now: text(now), then: text(then) };
}

/** O, B and C of every touchpoint, by place in the file. */
export const scoresWith = (journey: Journey, persona: string | null, lifts: Lifts): ReturnType<typeof engine.scores> => engine.scores(journey, persona, lifts);
export const levelOf = (journey: Journey, C: number | null): ReturnType<typeof engine.level> => engine.level(C, journey.tolerance);

/** The scores that a what-if changes, with what they become: everybody's and each persona's own, or
under one persona only its own. What was measured is no estimate and stays. */
export function liftedScores(journey: Journey, persona: string | null, lifts: Lifts): { written: { key: ScoreKey; value: number }[]; measured: string[] } {
  const written: { key: ScoreKey; value: number }[] = [];
  const measured = new Set<string>();
  for (const point of journey.touchpoints) {
    const points = lifts[point.id];
    if (!points) continue;
    const owners = persona === null ? [null, ...point.by_persona.filter((one) => one.experience).map((one) => one.persona)] : [persona];
    for (const owner of owners) {
      const score = owner === null ? point.experience : (point.by_persona.find((one) => one.persona === owner)?.experience ?? point.experience);
      if (!score) continue;
      const isFact: boolean = isMeasured(score);
      if (isFact) measured.add(point.id);
      else written.push({ key: { touchpoint: point.id, persona: owner, side: 'experience' }, value: within(score.score + points, journey.scale) });
    }
  }
  return { written, measured: [...measured] };
}

/** The operations that write a what-if into the text. */
export function writeLifts(persona: string | null, lifts: Lifts): MakeOperations {
  return (tree, journey): Operation[] => liftedScores(journey, persona, lifts).written.flatMap(({ key, value }) => setScore(tree, key, value));
}

const within = (value: number, [low, high]: Journey['scale']): number => numbers().rounded(Math.min(high, Math.max(low, value)));
