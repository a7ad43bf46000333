import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Journey, Touchpoint } from '../src/assessment.ts';
import { removeOwnScores, setChannels, setExpects, setScore, setText, setTexts } from '../src/edits/operations.ts';
import { addFirst, addPersona, addTouchpoint, idOf, isBegun, isId, removeTouchpoint } from '../src/edits/touchpoints.ts';
import { connect, disconnect, mostFor, setShare, waysOf } from '../src/edits/ways.ts';
import { TextTree } from '../src/text/tree.ts';

const TEXT = `cjm: 1
start: a
personas: {anna: {name: Anna, share: 0.6}, boris: {share: 0.4}}
stages: [first, last]
touchpoints:
  a:
    experience: {score: 6, n: 40}
    expectation: 7
    pains: [slow, dear]
    strengths: one
    by_persona:
      anna: {experience: 2}
      boris: {experience: 2, pains: [late]}
    next: {b: 0.5, c: {probability: 0.3, label: why}}
  b: {next: [a, c]}
  c: {outcome: success}
improvements:
  mend: {lifts: {a: 1, b: 2}}
`;
const IDS = ['a', 'b', 'c'];
const tree = () => new TextTree(TEXT);
const point = (id: string, more: Partial<Touchpoint> = {}): Touchpoint => ({
  id, title: null, stage: null, channels: [], moment_of_truth: false, expectation: null, experience: null, by_persona: [], importance: 1,
  emotions: [], strengths: [], pains: [], owner: null, outcome: null, next: [], ways: [], leaving: 0, line: null, ...more,
});
const way = (id: string, probability: number | null, label: string | null = null) => ({ id, probability, label, wait: null });
const A = point('a', { next: [way('b', 0.5), way('c', 0.3, 'why')], ways: [[1, 0.5], [2, 0.3]] });
const B = point('b', { next: [way('a', null), way('c', null)], ways: [[0, 0.5], [2, 0.5]] });
const C = point('c', { outcome: 'success' });
const JOURNEY = {
  touchpoints: [A, B, C], personas: [{ id: 'anna', name: 'Anna', share: 0.6 }, { id: 'boris', name: null, share: 0.4 }],
} as unknown as Journey;

test('a score is set where it is written, with or without what it rests on', () => {
  const route = ['touchpoints', 'a', 'experience'];
  /* what was measured is an estimate then */
  assert.deepEqual(setScore(tree(), { touchpoint: 'a', persona: null, side: 'experience' }, 8), [{ op: 'remove', route: [...route, 'n'] }, { op: 'set_value', route: [...route, 'score'], value: 8 }]);
  assert.deepEqual(setScore(tree(), { touchpoint: 'a', persona: null, side: 'expectation' }, 8), [{ op: 'set_value', route: ['touchpoints', 'a', 'expectation'], value: 8 }]);
  assert.deepEqual(setScore(tree(), { touchpoint: 'b', persona: 'anna', side: 'experience' }, 3), [{ op: 'set_value', route: ['touchpoints', 'b', 'by_persona', 'anna', 'experience'], value: 3 }]);
});

test('own scores go, and what else a persona has of its own stays', () => {
  assert.deepEqual(removeOwnScores(tree(), 'a', 'anna'), [{ op: 'remove', route: ['touchpoints', 'a', 'by_persona', 'anna'] }]);
  assert.deepEqual(removeOwnScores(tree(), 'a', 'boris'), [{ op: 'remove', route: ['touchpoints', 'a', 'by_persona', 'boris', 'experience'] }]);
});

test('an empty text takes its field away, and is nothing where there is none', () => {
  assert.deepEqual(setText(tree(), ['touchpoints', 'c', 'outcome'], ' '), [{ op: 'remove', route: ['touchpoints', 'c', 'outcome'] }]);
  assert.deepEqual(setText(tree(), ['touchpoints', 'c', 'owner'], ''), []);
});

test('of a list only the items that are other ones are touched', () => {
  const route = ['touchpoints', 'a', 'pains'];
  const made = (texts: string[]) => setTexts(tree(), route, ['slow', 'dear'], texts);
  assert.deepEqual(made(['slow', 'costly']), [{ op: 'set_value', route: [...route, 1], value: 'costly' }]);
  assert.deepEqual(made(['slow', 'dear', 'far']), [{ op: 'insert', route, key: null, value: 'far', after: 1 }]);
  assert.deepEqual(made(['dear']), [{ op: 'remove', route: [...route, 0] }]);
  assert.deepEqual(made([]), [{ op: 'remove', route }]);
  assert.deepEqual(made(['slow', 'dear']), []);
});

test('one answer that was written without a list stays so', () => {
  const route = ['touchpoints', 'a', 'strengths'];
  assert.deepEqual(setTexts(tree(), route, ['one'], ['two']), [{ op: 'set_value', route, value: 'two' }]);
  assert.deepEqual(setTexts(tree(), route, ['one'], ['one', 'two']), [{ op: 'set_value', route, value: ['one', 'two'] }]);
});

test('what an expectation rests on needs a score', () => {
  const score = { score: 7, n: null, sd: null, source: null, measured: null, because: [], from: 'written', written: null } as const;
  assert.deepEqual(setExpects(tree(), 'b', null, ['x']), []);
  assert.deepEqual(setExpects(tree(), 'a', score, ['x']), [{ op: 'set_value', route: ['touchpoints', 'a', 'expectation'], value: { score: 7, because: ['x'] } }]);
  assert.deepEqual(setExpects(tree(), 'a', score, []), []);
});

test('one channel is text, several are a list', () => {
  assert.deepEqual(setChannels(tree(), 'a', ['app']), [{ op: 'set_value', route: ['touchpoints', 'a', 'channel'], value: 'app' }]);
  assert.deepEqual(setChannels(tree(), 'a', ['app', 'car']), [{ op: 'set_value', route: ['touchpoints', 'a', 'channel'], value: ['app', 'car'] }]);
  assert.deepEqual(setChannels(tree(), 'a', []), []);
});

test('a share stops at what the others leave', () => {
  assert.equal(mostFor(waysOf(A, IDS), 'b'), 0.7);
  assert.deepEqual(setShare(tree(), A, IDS, 'b', 0.9), [{ op: 'set_value', route: ['touchpoints', 'a', 'next', 'b'], value: 0.7 }]);
  assert.deepEqual(setShare(tree(), A, IDS, 'c', 0.1), [{ op: 'set_value', route: ['touchpoints', 'a', 'next', 'c', 'probability'], value: 0.1 }]);
});

test('equal ways get shares of their own when one of them does', () => {
  assert.deepEqual(setShare(tree(), B, IDS, 'a', 0.2), [{ op: 'set_value', route: ['touchpoints', 'b', 'next'], value: { a: 0.2, c: 0.5 } }]);
});

test('a new way takes what is left; the first takes everybody and the outcome goes', () => {
  assert.deepEqual(connect(tree(), A, IDS, 'a'), [{ op: 'insert', route: ['touchpoints', 'a', 'next'], key: 'a', value: 0.2 }]);
  assert.deepEqual(connect(tree(), B, IDS, 'b'), [{ op: 'set_value', route: ['touchpoints', 'b', 'next'], value: ['a', 'c', 'b'] }]);
  assert.deepEqual(connect(tree(), C, IDS, 'a'), [{ op: 'remove', route: ['touchpoints', 'c', 'outcome'] }, { op: 'set_value', route: ['touchpoints', 'c', 'next'], value: 'a' }]);
  assert.deepEqual(connect(tree(), A, IDS, 'b'), []);
});

test('where nothing is left each way gives up the same part', () => {
  const full = { ...A, next: [way('b', 0.6), way('c', 0.4, 'why')], ways: [[1, 0.6], [2, 0.4]] as const };
  const shares = connect(tree(), full, IDS, 'a').map((one) => ('value' in one ? one.value : null));
  assert.deepEqual(shares, [0.4, 0.267, 0.333]);
});

test('a way goes by its key or its place', () => {
  assert.deepEqual(disconnect(tree(), A, 'c'), [{ op: 'remove', route: ['touchpoints', 'a', 'next', 'c'] }]);
  assert.deepEqual(disconnect(tree(), B, 'c'), [{ op: 'remove', route: ['touchpoints', 'b', 'next', 1] }]);
});

test('a touchpoint goes with all that refers to it', () => {
  assert.deepEqual(removeTouchpoint(tree(), JOURNEY, 'a').map((one) => ('route' in one ? one.route.join('/') : '')), [
    'touchpoints/b/next/0', 'start', 'improvements/mend/lifts/a', 'touchpoints/a',
  ]);
});

test('a new touchpoint stands behind one that leads to it', () => {
  const made = addTouchpoint(tree(), JOURNEY, { id: 'd', title: 'D', stage: 'last', channel: null, after: 'c', connected: true });
  assert.deepEqual(made[0], { op: 'insert', route: ['touchpoints'], key: 'd', value: { title: 'D', stage: 'last' }, after: 'c' });
  assert.deepEqual(made.at(-1), { op: 'set_value', route: ['touchpoints', 'c', 'next'], value: 'd' });
});

test('a text without touchpoints is begun with one', () => {
  for (const [text, begun] of [['cjm: 1\ntouchpoints:\n', true], ['cjm: 1\ntouchpoints: {}\n', true], ['cjm: 1\n', true], ['a: 1\n', false],
    ['cjm: 1\ntouchpoints: [a]\n', false], ['cjm: 1\ntouchpoints: a\n', false], ['cjm: 1\ntouchpoints: {a: {}}\n', false]] as const) {
    assert.equal(isBegun(new TextTree(text)), begun, text);
  }
  assert.deepEqual(addFirst(new TextTree('cjm: 1\ntouchpoints:\n'), 'a', 'A'), [{ op: 'insert', route: ['touchpoints'], key: 'a', value: { title: 'A' } }]);
  assert.deepEqual(addFirst(new TextTree('cjm: 1\n'), 'a', 'A'), [{ op: 'set_value', route: ['touchpoints'], value: { a: { title: 'A' } } }]);
});

test('shares of personas sum to one when another comes', () => {
  const shares = addPersona(tree(), JOURNEY, 'vera', 'Vera', 0.333).map((one) => ('value' in one ? one.value : null));
  assert.deepEqual(shares, [0.4, 0.267, { name: 'Vera', share: 0.333 }]);
});

test('an id is made of a title in any script, and is nobody else\'s', () => {
  assert.equal(idOf('Заказ в приложении', []), 'заказ-в-приложении');
  assert.equal(idOf('  Coffee & cake! ', ['coffee-cake']), 'coffee-cake-2');
  assert.equal(idOf('!!!', []), 'new');
  assert.ok(isId('оплата') && !isId('two words') && !isId('-x'));
});
