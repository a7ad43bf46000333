import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Journey } from '../src/assessment.ts';
import { liftedScores, whatIf, writeLifts } from '../src/figures/what_if.ts';
import { TextTree } from '../src/text/tree.ts';

const SCORE = { n: null, sd: null, source: null, measured: null, because: [], from: 'written', written: null };
const score = (value: number, more = {}) => ({ ...SCORE, score: value, ...more });
const point = (id: string, O: number, B: unknown, more = {}) => ({
  id, title: null, importance: 1, expectation: score(O), experience: B, by_persona: [], next: [], ways: [], outcome: null, leaving: 1, ...more,
});
const view = { balance: -2, disappointed: { share: 1, exact: true }, customers: null, assumed: [], touchpoints: [{ id: 'ride', visits: 1, moment_of_truth: [] }, { id: 'call', visits: 0, moment_of_truth: [] }] };
const JOURNEY = {
  id: 'taxi', scale: [0, 10], tolerance: 0, obstacle: null, start: [1, 0], stages: [], channels: [],
  personas: [{ id: 'business', name: null, share: null }],
  touchpoints: [
    point('ride', 8, score(6), { by_persona: [{ persona: 'business', expectation: null, experience: score(9) }] }),
    point('call', 8, score(5, { n: 40, measured: '2026-10-01' })),
  ],
  views: { '': view, business: view },
} as unknown as Journey;

test('balance and share follow experience, and two that differ are written differently', () => {
  assert.deepEqual(whatIf(JOURNEY, null, { ride: 0.001 })?.balance, { now: '−2.000', then: '−1.999' });
  assert.deepEqual(whatIf(JOURNEY, null, { ride: 2.5 })?.disappointed, { now: '100%', then: '0%' });
  assert.deepEqual(whatIf(JOURNEY, null, {})?.balance, { now: '−2.00', then: '−2.00' });
});

test('a share that was simulated is not made up', () => {
  const simulated = { ...JOURNEY, views: { '': { ...view, disappointed: { share: 0.5, exact: false } } } } as unknown as Journey;
  assert.deepEqual([whatIf(simulated, null, { ride: 1 })?.disappointed.then, whatIf(simulated, null, { ride: 1 })?.why], ['–', 'simulated']);
  assert.equal(whatIf(simulated, null, {})?.why, null);
});

test('everybody’s score and each persona’s own move, within the scale; what was measured does not', () => {
  const { written, measured } = liftedScores(JOURNEY, null, { ride: 3, call: 1 });
  assert.deepEqual(written.map(({ key, value }) => [key.touchpoint, key.persona, value]), [['ride', null, 9], ['ride', 'business', 10]]);
  assert.deepEqual(measured, ['call']);
});

test('under one persona only its own score is written', () => {
  const tree = new TextTree('touchpoints:\n  ride:\n    experience: 6\n    by_persona: {business: {experience: 9}}\n');
  assert.deepEqual(writeLifts('business', { ride: -1 })(tree, JOURNEY), [
    { op: 'set_value', route: ['touchpoints', 'ride', 'by_persona', 'business', 'experience'], value: 8 },
  ]);
});
