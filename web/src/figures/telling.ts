/** Figures of a view in words: what `cjm show` tells, from the assessment alone. */

import { titleOf, type Journey, type Reason, type View } from '../assessment.ts';
import { say, type Word } from '../words.ts';
import { NONE, numbers } from './numbers.ts';

const REASONS: Record<Reason, Word> = { declared: 'reasonDeclared', 'vital-few': 'reasonVitalFew', peak: 'reasonPeak', decisive: 'reasonDecisive', ending: 'reasonEnding' };
const PERIODS: Readonly<Record<string, Word>> = { day: 'perDay', week: 'perWeek', month: 'perMonth', quarter: 'perQuarter', year: 'perYear' };

export interface Told {
  name: string;
  label: string;
  value: string;
  note?: string;
  /** Below zero, above it, or neither: only what is a sum of C has a hue. */
  sign?: 'd' | 'a';
}

/** People of a period, such as «1 656 a month»; null where nobody said how many there are. */
export function people(view: View, share: number | null): string | null {
  if (share === null || !view.customers) return null;
  return peopleOf(view, view.customers.value * share, view.assumed.includes('disappointed') || view.disappointed?.exact === false);
}

function peopleOf(view: View, count: number, isAssumed: boolean): string {
  const period = PERIODS[view.customers?.per ?? ''];
  const written = numbers().marked(numbers().quantity(Math.round(count)), isAssumed);
  return period ? say('people', written, say(period)) : say('people', written, say('customers'));
}

export const hue = (value: number | null): { sign?: 'd' | 'a' } => (value === null || numbers().rounded(value) === 0 ? {} : { sign: value < 0 ? 'd' : 'a' });

const totalOf = (view: View, name: 'balance' | 'remembered'): string => {
  const value = view[name];
  return value === null ? NONE : numbers().marked(numbers().total(value), view.assumed.includes(name));
};

export const disappointedOf = (view: View): string => {
  if (!view.disappointed) return NONE;
  return numbers().marked(numbers().share(view.disappointed.share), view.assumed.includes('disappointed') || !view.disappointed.exact);
};

/** The head of the page: every figure of the whole that is known. */
export function keyFigures(journey: Journey, view: View): Told[] {
  const crowd = people(view, view.disappointed?.share ?? null);
  const unknown = journey.obstacle === null ? {} : { note: say('noFlow') };
  return [
    { name: 'balance', label: say('balance'), value: totalOf(view, 'balance'), note: say('balanceNote'), ...hue(view.balance), ...unknown },
    { name: 'disappointed', label: say('disappointed'), value: disappointedOf(view), note: [crowd, say('disappointedNote')].filter(Boolean).join(' · ') },
    { name: 'remembered', label: say('remembered'), value: totalOf(view, 'remembered'), note: say('rememberedNote'), ...hue(view.remembered) },
    { name: 'negative', label: say('negativeMoments'), value: String(view.negative_moments_of_truth.length), note: say('ofMoments', view.moments_of_truth.length) },
    ...outcomes(view), ...time(view), ...lost(view), ...metrics(journey),
  ];
}

function outcomes(view: View): Told[] {
  const { outcomes: shares } = view;
  if (!shares) return [];
  const words = { success: 'success', failure: 'failure', neutral: 'neutralEnd', drop_off: 'dropOff' } as const;
  return (Object.keys(words) as (keyof typeof words)[]).filter((name) => name !== 'neutral' || shares.neutral > 0)
    .map((name) => ({ name, label: say(words[name]), value: numbers().marked(numbers().share(shares[name]), view.assumed.includes(`outcomes.${name}`)) }));
}

function time(view: View): Told[] {
  if (!view.time) return [];
  const { expected, likely } = view.time;
  const value = numbers().marked(numbers().lasting(expected), view.assumed.includes('time.expected'));
  return [{ name: 'time', label: say('time'), value, note: say('timeLikely', likely === null ? NONE : numbers().lasting(likely)) }];
}

function lost(view: View): Told[] {
  if (!view.customers || !view.lost || numbers().rounded(view.lost) === 0) return [];
  const count = peopleOf(view, view.lost, view.assumed.includes('lost'));
  const worth = view.lost_worth === null ? null : numbers().marked(numbers().money(Math.round(view.lost_worth), view.customers.currency), view.assumed.includes('lost_worth'));
  return [{ name: 'lost', label: say('lostCustomers'), value: worth ?? count, note: worth ? `${count} · ${say('lostNote')}` : say('lostNote') }];
}

function metrics(journey: Journey): Told[] {
  return Object.entries(journey.metrics).flatMap(([id, metric]) => {
    if (metric.value === null) return [];
    const value = numbers().quantity(metric.value) + (metric.unit ? ` ${metric.unit}` : '');
    const target = metric.target ? say(metric.met === false ? 'targetMissed' : 'targetMet', bound(metric.target)) : null;
    return [{ name: `metric ${id}`, label: metric.title || id, value, ...(target ? { note: target } : {}) }];
  });
}

const bound = (target: string): string => target.replace(/^>=\s*/, '≥\u00a0').replace(/^<=\s*/, '≤\u00a0');

/** Why a touchpoint is a moment of truth. */
export const reasonsOf = (point: View['touchpoints'][number]): string =>
  [...point.moment_of_truth.map((one) => say(REASONS[one])), ...(point.unavoidable ? [say('unavoidable')] : [])].join(', ');

/** Touchpoints in the order of a walk, by their titles. */
export function walk(journey: Journey, ids: readonly string[]): { id: string; title: string }[] {
  return ids.map((id) => ({ id, title: titleOf(journey.touchpoints.find((one) => one.id === id) ?? { id }) }));
}
